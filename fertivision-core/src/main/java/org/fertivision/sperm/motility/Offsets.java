package org.fertivision.sperm.motility;

/** How far a head lies to the left or right of its average path. */
final class Offsets {
    /** A head whose path moves less than this share of its straying within one beat beats on the spot; see ADR 9. */
    private static final double ON_THE_SPOT = 0.15;

    private Offsets() {}

    /**
     * Signed distances from the path along its normal, from one sample to another, both included. Where the head beats on
     * the spot the path has no direction, and the distances are those along the axis of most straying.
     */
    static double[] of(Trail trail, AveragePath path, Sway sway, int from, int to) {
        boolean onTheSpot = path.speed() / sway.frequencyHz() < ON_THE_SPOT * sway.rms();
        double axis = onTheSpot ? axis(trail, path, from, to) : 0;
        double[] offsets = new double[Math.max(0, to - from + 1)];
        for (int i = from; i <= to; i++) {
            double dx = trail.x(i) - path.x(i);
            double dy = trail.y(i) - path.y(i);
            double alongX = StrictMath.cos(axis);
            double alongY = StrictMath.sin(axis);
            if (!onTheSpot) {
                int before = Math.max(0, i - 1);
                int after = Math.min(path.size() - 1, i + 1);
                double tangentX = path.x(after) - path.x(before);
                double tangentY = path.y(after) - path.y(before);
                double length = Math.sqrt(tangentX * tangentX + tangentY * tangentY);
                alongX = length == 0 ? 0 : -tangentY / length;
                alongY = length == 0 ? 0 : tangentX / length;
            }
            offsets[i - from] = dx * alongX + dy * alongY;
        }
        return offsets;
    }

    private static double axis(Trail trail, AveragePath path, int from, int to) {
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = from; i <= to; i++) {
            double dx = trail.x(i) - path.x(i);
            double dy = trail.y(i) - path.y(i);
            xx += dx * dx;
            yy += dy * dy;
            xy += dx * dy;
        }
        return Spread.direction(xx, yy, xy);
    }
}
