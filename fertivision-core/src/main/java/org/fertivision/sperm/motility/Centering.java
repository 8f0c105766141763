package org.fertivision.sperm.motility;

/**
 * Moves the center of a head onto its light, pixel noise and tail counting little: the center of all levels over the
 * surroundings under a window a little larger than a head, which is moved along twice. One instance is used for all heads.
 */
final class Centering {
    private static final int ROUNDS = 2;

    /** Squared distance at which the window ends, in variances of a head, whose own border is at about 4. */
    private static final double REACH = 8;

    private final Levels levels;
    private double x;
    private double y;

    Centering(Levels levels) {
        this.levels = levels;
    }

    /** Moves a blob's center; the result is told by {@link #x} and {@link #y}. */
    void center(Blob blob, HeadModel model, double surroundings) {
        x = blob.x();
        y = blob.y();
        double axis = Spread.direction(blob.xx(), blob.yy(), blob.xy());
        double cos = StrictMath.cos(axis);
        double sin = StrictMath.sin(axis);
        double along = 1 / (model.longest() * REACH);
        double across = 1 / (model.across() * REACH);
        double xx = cos * cos * along + sin * sin * across;
        double yy = sin * sin * along + cos * cos * across;
        double xy = cos * sin * (along - across);
        double determinant = xx * yy - xy * xy;
        double reachX = Math.sqrt(yy / determinant);
        double reachY = Math.sqrt(xx / determinant);
        for (int round = 0; round < ROUNDS; round++) {
            move(xx, yy, xy, reachX, reachY, surroundings);
        }
    }

    private void move(double xx, double yy, double xy, double reachX, double reachY, double surroundings) {
        int left = Math.max(0, (int) Math.ceil(x - reachX - 0.5));
        int right = Math.min(levels.width() - 1, (int) Math.floor(x + reachX - 0.5));
        int top = Math.max(0, (int) Math.ceil(y - reachY - 0.5));
        int bottom = Math.min(levels.height() - 1, (int) Math.floor(y + reachY - 0.5));
        double sum = 0;
        double sumX = 0;
        double sumY = 0;
        for (int row = top; row <= bottom; row++) {
            double dy = row + 0.5 - y;
            int start = row * levels.width();
            for (int column = left; column <= right; column++) {
                double dx = column + 0.5 - x;
                double square = xx * dx * dx + yy * dy * dy + 2 * xy * dx * dy;
                if (square < 1) {
                    double light = (1 - square * square) * (levels.at(start + column) - surroundings);
                    sum += light;
                    sumX += light * dx;
                    sumY += light * dy;
                }
            }
        }
        if (sum > 0) {
            x += Math.max(-1, Math.min(1, sumX / sum));
            y += Math.max(-1, Math.min(1, sumY / sum));
        }
    }

    double x() {
        return x;
    }

    double y() {
        return y;
    }
}
