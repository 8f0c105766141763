package org.fertivision.pixel;

/** How many harmonics of a contour are shape and how many are noise. */
final class HarmonicOrder {
    private static final int FEWEST = 4;
    private static final int MOST = 40;
    /** Noise may lengthen the contour by at most this share. */
    private static final double LENGTHENING = 0.002;
    /** Harmonics shorter than the blur itself cannot be brought back: wave number times blur stays below this. */
    private static final double FINEST = 2.0;
    /** The contour may depart from its harmonics by this many jitters and this much of a pixel: the grid's own steps. */
    private static final double TOLERATED_JITTERS = 1.3;

    private static final double TOLERATED_PIXELS = 0.12;

    private HarmonicOrder() {}

    /**
     * Takes as many harmonics as noise allows, and then more while the shape itself is not yet met.
     *
     * @param jitter standard deviation of the contour across itself, pixels
     * @param correlation sigma of the smoothing that made neighbors in the noise alike, pixels
     * @param blur sigma of the whole blur of the edge, pixels
     */
    static void choose(Harmonics harmonics, double jitter, double correlation, double blur) {
        double wave = 2 * Math.PI / harmonics.length();
        int finest = Math.max(FEWEST, Math.min(MOST, (int) (FINEST / (wave * Math.max(0.5, blur)))));
        int allowed = FEWEST;
        double lengthening = lengthening(1, FEWEST, wave, jitter, correlation);
        while (allowed < finest) {
            lengthening += lengthening(allowed + 1, allowed + 1, wave, jitter, correlation);
            if (lengthening > LENGTHENING) {
                break;
            }
            allowed++;
        }
        harmonics.include(allowed);
        double tolerated = TOLERATED_JITTERS * jitter + TOLERATED_PIXELS;
        while (harmonics.order() < finest && harmonics.departure() > tolerated) {
            harmonics.include(harmonics.order() + 2);
        }
    }

    /**
     * The share by which white noise, smoothed by a Gaussian of sigma {@code correlation}, lengthens a contour through the
     * harmonics {@code from} to {@code to}: half the mean square slope that it gives.
     */
    private static double lengthening(int from, int to, double wave, double jitter, double correlation) {
        double share = 0;
        for (int h = from; h <= to; h++) {
            double k = h * wave;
            double power = 2
                    * jitter
                    * jitter
                    * correlation
                    * wave
                    / Math.sqrt(Math.PI)
                    * StrictMath.exp(-k * k * correlation * correlation);
            share += k * k * power / 2;
        }
        return share;
    }
}
