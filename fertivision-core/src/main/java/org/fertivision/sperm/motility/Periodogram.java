package org.fertivision.sperm.motility;

/** Power of a series at equally spaced frequencies, under a Hann window. */
final class Periodogram {
    private Periodogram() {}

    /** Adds the power of a series, sampled at {@code rate}, at {@code lowest}, {@code lowest + step} and so on. */
    static void add(double[] values, double rate, double lowest, double step, double[] power) {
        int n = values.length;
        double[] windowed = new double[n];
        for (int i = 0; i < n; i++) {
            windowed[i] = values[i] * (1 - StrictMath.cos(2 * Math.PI * (i + 0.5) / n));
        }
        for (int k = 0; k < power.length; k++) {
            double turn = 2 * Math.PI * (lowest + k * step) / rate;
            power[k] += power(windowed, 2 * StrictMath.cos(turn));
        }
    }

    /** The power at one frequency by Goertzel's recursion; {@code twice} is 2 cos of its turn from sample to sample. */
    private static double power(double[] values, double twice) {
        double last = 0;
        double before = 0;
        for (double value : values) {
            double now = value + twice * last - before;
            before = last;
            last = now;
        }
        return last * last + before * before - twice * last * before;
    }
}
