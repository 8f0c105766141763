package org.fertivision.embryo.timelapse;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Series;

/** What was measured in some frames of a series, in order; frames without a value are not among its points. Immutable. */
final class Curve {
    private final double secondsPerFrame;
    private final int[] frames;
    private final double[] values;

    private Curve(double secondsPerFrame, int[] frames, double[] values) {
        this.secondsPerFrame = secondsPerFrame;
        this.frames = frames;
        this.values = values;
    }

    int size() {
        return frames.length;
    }

    int frame(int i) {
        return frames[i];
    }

    double value(int i) {
        return values[i];
    }

    /** Time of a point since the first frame of the film, hours. */
    double hours(int i) {
        return frames[i] * secondsPerFrame / 3600;
    }

    double hoursPerFrame() {
        return secondsPerFrame / 3600;
    }

    /** The values times a factor. */
    Curve times(double factor) {
        return mapped(value -> factor * value);
    }

    /** Other values that follow from these. */
    Curve mapped(DoubleUnaryOperator function) {
        return new Curve(
                secondsPerFrame, frames, Arrays.stream(values).map(function).toArray());
    }

    double largest() {
        return Arrays.stream(values).max().orElse(0);
    }

    Series series(Measure measure) {
        return new Series(
                measure,
                Arrays.stream(frames)
                        .mapToDouble(frame -> frame * secondsPerFrame)
                        .toArray(),
                values);
    }

    /** Points as they come. Not thread-safe. */
    static final class Growing {
        private int[] frames = new int[64];
        private double[] values = new double[64];
        private int size;

        void add(int frame, double value) {
            if (size == frames.length) {
                frames = Arrays.copyOf(frames, 2 * size);
                values = Arrays.copyOf(values, 2 * size);
            }
            frames[size] = frame;
            values[size++] = value;
        }

        Curve curve(double secondsPerFrame) {
            return new Curve(secondsPerFrame, Arrays.copyOf(frames, size), Arrays.copyOf(values, size));
        }
    }
}
