package org.fertivision.sperm.motility;

/**
 * The path about which a head beats: the running mean of its places over one beat, taken twice on the linearly
 * interpolated path with ends mirrored through its first and last place. The mean is over time, whatever the frame rate.
 * Immutable.
 */
final class AveragePath {
    private final double[] x;
    private final double[] y;
    private final double framesPerSecond;
    private final double windowS;

    private AveragePath(double[] x, double[] y, double framesPerSecond, double windowS) {
        this.x = x;
        this.y = y;
        this.framesPerSecond = framesPerSecond;
        this.windowS = windowS;
    }

    /** The path of a trail, averaged over a window of seconds, at most half as long as the trail. */
    static AveragePath of(Trail trail, double windowS) {
        double window = Math.min(windowS, trail.spanS() / 2);
        double frames = window * trail.framesPerSecond();
        return new AveragePath(
                mean(mean(trail.xs(), frames), frames),
                mean(mean(trail.ys(), frames), frames),
                trail.framesPerSecond(),
                window);
    }

    /** The running mean over {@code width} steps, fractions of steps included. */
    static double[] mean(double[] places, double width) {
        if (width <= 0) {
            return places.clone();
        }
        int n = places.length;
        int margin = (int) Math.ceil(width / 2) + 1;
        double[] sums = new double[n + 2 * margin];
        double[] mirrored = new double[n + 2 * margin];
        for (int i = 0; i < mirrored.length; i++) {
            mirrored[i] = mirrored(places, i - margin);
        }
        for (int i = 1; i < sums.length; i++) {
            sums[i] = sums[i - 1] + (mirrored[i - 1] + mirrored[i]) / 2;
        }
        double[] means = new double[n];
        for (int i = 0; i < n; i++) {
            double from = i + margin - width / 2;
            double to = i + margin + width / 2;
            means[i] = (area(sums, mirrored, to) - area(sums, mirrored, from)) / width;
        }
        return means;
    }

    /** A place beyond an end, mirrored through the place at that end. */
    private static double mirrored(double[] places, int i) {
        int last = places.length - 1;
        if (i < 0) {
            return 2 * places[0] - places[Math.min(last, -i)];
        }
        return i > last ? 2 * places[last] - places[Math.max(0, 2 * last - i)] : places[i];
    }

    private static double area(double[] sums, double[] values, double at) {
        int i = Math.min((int) at, values.length - 2);
        double rest = at - i;
        double there = values[i] + rest * (values[i + 1] - values[i]);
        return sums[i] + rest * (values[i] + there) / 2;
    }

    int size() {
        return x.length;
    }

    double x(int i) {
        return x[i];
    }

    double y(int i) {
        return y[i];
    }

    /** Horizontal place between two samples. */
    double xAt(double index) {
        return at(x, index);
    }

    /** Vertical place between two samples. */
    double yAt(double index) {
        return at(y, index);
    }

    private static double at(double[] values, double index) {
        int i = Math.max(0, Math.min((int) index, values.length - 2));
        return values[i] + (index - i) * (values[i + 1] - values[i]);
    }

    /** The first sample that no mirrored place touches, as a fraction of samples. */
    double firstWhole() {
        return windowS / 2 * framesPerSecond;
    }

    /** The last such sample. */
    double lastWhole() {
        return x.length - 1 - firstWhole();
    }

    /** Length over time where no mirrored place was used. */
    double speed() {
        return length() * framesPerSecond / (lastWhole() - firstWhole());
    }

    /** Distance from start to end over the length, both where no mirrored place was used; 1 at most. */
    double straightness() {
        double dx = xAt(lastWhole()) - xAt(firstWhole());
        double dy = yAt(lastWhole()) - yAt(firstWhole());
        double length = length();
        return length > 0 ? Math.min(1, Math.sqrt(dx * dx + dy * dy) / length) : 0;
    }

    private double length() {
        double from = firstWhole();
        double to = lastWhole();
        double length = 0;
        double at = from;
        while (at < to - 1e-9) {
            double next = Math.min(to, Math.floor(at + 1 + 1e-9));
            double dx = xAt(next) - xAt(at);
            double dy = yAt(next) - yAt(at);
            length += Math.sqrt(dx * dx + dy * dy);
            at = next;
        }
        return length;
    }
}
