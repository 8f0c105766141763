package org.fertivision.pixel;

/**
 * Where object ends and background begins. The two polarities are exact complements: a bright object has samples above
 * the level, a dark object has samples up to and including it.
 *
 * @param level gray level, finite
 * @param polarity which side is object
 */
public record Threshold(double level, Polarity polarity) {
    /** Refuses a level that is not a finite number. */
    public Threshold {
        if (!Double.isFinite(level)) {
            throw new IllegalArgumentException("a threshold is finite, not " + level);
        }
    }

    /** Samples above {@code level} are object. */
    public static Threshold brighterThan(double level) {
        return new Threshold(level, Polarity.BRIGHT);
    }

    /** Samples up to and including {@code level} are object. */
    public static Threshold upTo(double level) {
        return new Threshold(level, Polarity.DARK);
    }

    /** Whether a sample of this value is object. */
    public boolean isObject(double sample) {
        return (sample > level) == (polarity == Polarity.BRIGHT);
    }

    /** The largest float not above the level: floats lie on the same side of both. */
    float floatLevel() {
        float nearest = (float) level;
        return nearest > level ? Math.nextDown(nearest) : nearest;
    }

    /** The largest whole number not above the level, held within -1 to {@code maximum}. */
    int wholeLevel(int maximum) {
        return (int) Math.max(-1, Math.min(maximum, Math.floor(level)));
    }
}
