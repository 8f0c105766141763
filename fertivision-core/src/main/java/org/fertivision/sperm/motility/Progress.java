package org.fertivision.sperm.motility;

import java.util.Arrays;

/**
 * How far a head gets, by its average path.
 *
 * @param speed median over windows of one second of the distance from start to end of each, per second; the speed along
 *     the path where it is a large circle. Shorter trails are one window
 * @param roaming median over the same windows of the larger side of the upright box about the path's places
 */
record Progress(double speed, double roaming) {
    private static final double WINDOW_S = 1;

    /** Of an average path; {@code largeRadius} is the least radius of a large circle, in units of the path. */
    static Progress of(AveragePath path, double framesPerSecond, double largeRadius) {
        double from = path.firstWhole();
        double to = path.lastWhole();
        double width = Math.min(to - from, WINDOW_S * framesPerSecond);
        int windows = (int) Math.floor(to - from - width + 1e-9) + 1;
        double[] speeds = new double[windows];
        double[] roamings = new double[windows];
        for (int i = 0; i < windows; i++) {
            double start = from + i;
            double dx = path.xAt(start + width) - path.xAt(start);
            double dy = path.yAt(start + width) - path.yAt(start);
            speeds[i] = Math.sqrt(dx * dx + dy * dy) * framesPerSecond / width;
            roamings[i] = roaming(path, start, start + width);
        }
        double speed = median(speeds);
        Arc arc = Arc.of(path, from, to);
        return new Progress(
                arc.isCircle() && arc.radius() >= largeRadius ? Math.max(speed, path.speed()) : speed,
                median(roamings));
    }

    private static double roaming(AveragePath path, double from, double to) {
        double left = path.xAt(from);
        double right = left;
        double top = path.yAt(from);
        double bottom = top;
        for (double at = from; at <= to; at++) {
            left = Math.min(left, path.xAt(at));
            right = Math.max(right, path.xAt(at));
            top = Math.min(top, path.yAt(at));
            bottom = Math.max(bottom, path.yAt(at));
        }
        return Math.max(right - left, bottom - top);
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
