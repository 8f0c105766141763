package org.fertivision.phantom;

/**
 * What an analysis of the image should find.
 *
 * @param code the measure's code, {@code headArea} for example
 * @param value its true value
 * @param unit UCUM unit
 */
public record TrueValue(String code, double value, String unit) {
    /** Refuses what is not a finite number. */
    public TrueValue {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(code + " is finite, not " + value);
        }
    }
}
