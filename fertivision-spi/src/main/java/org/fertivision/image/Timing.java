package org.fertivision.image;

/**
 * How many frames a second were taken, and who said so.
 *
 * @param framesPerSecond images a second, 1e-4 (time-lapse) to 1e5
 * @param origin where the figure comes from
 */
public record Timing(double framesPerSecond, Origin origin) {
    /** Who said how fast the frames follow each other. */
    public enum Origin {
        /** The person or program that asked for the analysis. */
        USER,
        /** The video file's own metadata. */
        FILE
    }

    /** Refuses rates that no camera has. */
    public Timing {
        if (!(framesPerSecond >= 1e-4 && framesPerSecond <= 1e5)) {
            throw new IllegalArgumentException("frames follow at 0.0001 to 100000 per second, not " + framesPerSecond);
        }
    }

    /** The given rate in frames a second, as told by the user. */
    public static Timing framesPerSecond(double rate) {
        return new Timing(rate, Origin.USER);
    }
}
