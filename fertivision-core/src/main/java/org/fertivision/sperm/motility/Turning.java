package org.fertivision.sperm.motility;

/** How much a head turns from step to step. */
final class Turning {
    private Turning() {}

    /** Mean absolute angle between one step and the next, wrapped to 180 degrees; steps of {@code stepS} or one frame. */
    static double meanDegrees(Trail trail, double stepS) {
        double stride = Math.max(1, stepS * trail.framesPerSecond());
        double sum = 0;
        int turns = 0;
        for (double at = stride; at + stride <= trail.size() - 1 + 1e-9; at += stride) {
            double beforeX = x(trail, at) - x(trail, at - stride);
            double beforeY = y(trail, at) - y(trail, at - stride);
            double afterX = x(trail, at + stride) - x(trail, at);
            double afterY = y(trail, at + stride) - y(trail, at);
            double cross = beforeX * afterY - beforeY * afterX;
            double dot = beforeX * afterX + beforeY * afterY;
            sum += Math.abs(StrictMath.atan2(cross, dot));
            turns++;
        }
        return turns == 0 ? 0 : StrictMath.toDegrees(sum / turns);
    }

    private static double x(Trail trail, double at) {
        int i = Math.min((int) at, trail.size() - 2);
        return trail.x(i) + (at - i) * (trail.x(i + 1) - trail.x(i));
    }

    private static double y(Trail trail, double at) {
        int i = Math.min((int) at, trail.size() - 2);
        return trail.y(i) + (at - i) * (trail.y(i + 1) - trail.y(i));
    }
}
