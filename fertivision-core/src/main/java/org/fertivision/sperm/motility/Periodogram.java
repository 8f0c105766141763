package org.fertivision.sperm.motility;

/** Power of series of one length at equally spaced frequencies, under a Hann window, added up. */
final class Periodogram {
    private final double[] window;
    private final double[] twice;
    private final double[] power;

    /**
     * Of series of {@code places} values, sampled at {@code rate}, at {@code count} frequencies: {@code lowest}, {@code
     * lowest + step} and so on.
     */
    Periodogram(int places, double rate, double lowest, double step, int count) {
        window = new double[places];
        for (int i = 0; i < places; i++) {
            window[i] = 1 - StrictMath.cos(2 * Math.PI * (i + 0.5) / places);
        }
        twice = new double[count];
        for (int k = 0; k < count; k++) {
            twice[k] = 2 * StrictMath.cos(2 * Math.PI * (lowest + k * step) / rate);
        }
        power = new double[count];
    }

    /** Adds the power of a series: Goertzel's recursion from sample to sample for all frequencies at once. */
    void add(double[] values) {
        double[] last = new double[twice.length];
        double[] before = new double[twice.length];
        for (int i = 0; i < window.length; i++) {
            double value = values[i] * window[i];
            for (int k = 0; k < twice.length; k++) {
                before[k] = value + twice[k] * last[k] - before[k];
            }
            double[] newest = before;
            before = last;
            last = newest;
        }
        for (int k = 0; k < twice.length; k++) {
            power[k] += last[k] * last[k] + before[k] * before[k] - twice[k] * last[k] * before[k];
        }
    }

    /** Number of frequencies. */
    int size() {
        return power.length;
    }

    /** Power at the frequency numbered {@code k}, from 0. */
    double at(int k) {
        return power[k];
    }
}
