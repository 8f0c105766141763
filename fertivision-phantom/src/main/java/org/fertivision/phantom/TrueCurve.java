package org.fertivision.phantom;

/** A true value frame by frame, from some frame on to the last one. Immutable. */
public final class TrueCurve {
    private final String code;
    private final String unit;
    private final int from;
    private final double[] values;

    TrueCurve(String code, String unit, int from, double[] values) {
        this.code = code;
        this.unit = unit;
        this.from = from;
        this.values = values.clone();
    }

    /** The measure's code, {@code embryoArea} for example. */
    public String code() {
        return code;
    }

    /** UCUM unit. */
    public String unit() {
        return unit;
    }

    /** The first frame of which it is known. */
    public int from() {
        return from;
    }

    /** Of how many frames it is known. */
    public int size() {
        return values.length;
    }

    /** The value at a frame from {@link #from()} on. */
    public double value(int frame) {
        return values[frame - from];
    }
}
