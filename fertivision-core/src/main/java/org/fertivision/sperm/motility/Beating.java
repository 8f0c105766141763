package org.fertivision.sperm.motility;

import java.util.Arrays;

/**
 * The beat of a head about its average path.
 *
 * @param width mean full width of the beat, in units of the trail: 2 A of a sine of amplitude A (ALH)
 * @param widest largest full width of any beat (maximum ALH)
 * @param crossingsPerS how often the head crosses its average path, per second: 2 f of a sine of f beats a second (BCF)
 */
record Beating(double width, double widest, double crossingsPerS) {
    /** A crossing counts once the head is this share of the root mean square amplitude past the path. */
    private static final double HYSTERESIS = 0.15 * 1.4142135623730951;

    private static final double TWO_ROOT_TWO = 2.8284271247461903;

    static Beating none() {
        return new Beating(0, 0, 0);
    }

    /** The beat of a trail about its average path; {@code noise} is the error of its places along one axis. */
    static Beating of(Trail trail, AveragePath path, Sway sway, double noise) {
        int from = (int) Math.ceil(path.firstWhole());
        int to = (int) Math.floor(path.lastWhole());
        double[] offsets = Offsets.of(trail, path, sway, from, to);
        double variance = variance(offsets);
        double width = TWO_ROOT_TWO * Math.sqrt(Math.max(0, variance - noise * noise));
        double framesABeat = trail.framesPerSecond() / sway.frequencyHz();
        return new Beating(
                width,
                Math.max(width, widest(offsets, framesABeat, noise)),
                crossings(offsets, Math.max(2 * noise, HYSTERESIS * Math.sqrt(variance))) * trail.framesPerSecond());
    }

    private static double variance(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum / values.length;
    }

    /** The widest sine of the beat's frequency that fits one and a half beats, at least six places. */
    private static double widest(double[] offsets, double framesABeat, double noise) {
        int window = (int) Math.min(offsets.length, Math.max(6, Math.round(1.5 * framesABeat)));
        SineFit sine = new SineFit(window, 2 * Math.PI / framesABeat);
        double widest = 0;
        for (int from = 0; from + window <= offsets.length; from++) {
            widest = Math.max(widest, sine.power(offsets, from));
        }
        return 2 * Math.sqrt(Math.max(0, widest - 4 * noise * noise / window));
    }

    /** Changes of side from the first to the last one, per step; 0 where there are fewer than two. */
    private static double crossings(double[] offsets, double hysteresis) {
        int changes = 0;
        int side = 0;
        double crossed = 0;
        double first = 0;
        double last = 0;
        for (int i = 0; i < offsets.length; i++) {
            if (i > 0 && offsets[i - 1] * offsets[i] < 0) {
                crossed = i - offsets[i] / (offsets[i] - offsets[i - 1]);
            }
            int now = offsets[i] > hysteresis ? 1 : offsets[i] < -hysteresis ? -1 : 0;
            if (now != 0 && now != side) {
                if (side != 0) {
                    first = changes == 0 ? crossed : first;
                    last = crossed;
                    changes++;
                }
                side = now;
            }
        }
        return changes < 2 ? 0 : (changes - 1) / (last - first);
    }
}
