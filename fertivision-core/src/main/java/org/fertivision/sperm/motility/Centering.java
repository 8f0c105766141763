package org.fertivision.sperm.motility;

/**
 * Moves the center of a head to where the border of an ellipse of its size lies best on the border of its light, by least
 * squares: all that tells a shift of an even bright shape is at its border. One instance is used for all heads.
 */
final class Centering {
    /** How far the border reaches to either side, pixels; chosen on drawn heads, see ADR 11. */
    private static final double SOFT = 1.25;

    /** The light inside in means over the blob, whose own border dims its mean. */
    private static final double INSIDE = 1.1;

    private static final double MOST_PX = 1.5;

    private final Levels levels;
    private double x;
    private double y;

    Centering(Levels levels) {
        this.levels = levels;
    }

    /** Moves a blob's center; the result is told by {@link #x} and {@link #y}. */
    void center(BrightBlob blob, HeadModel model, double surroundings) {
        x = blob.x();
        y = blob.y();
        double cos = Spread.cosine(blob.xx(), blob.yy(), blob.xy());
        double sin = Spread.sine(blob.xx(), blob.yy(), blob.xy());
        double border = model.area() / (Math.PI * Math.sqrt(model.longest() * model.across()));
        double along = 1 / (border * model.longest());
        double across = 1 / (border * model.across());
        double xx = cos * cos * along + sin * sin * across;
        double yy = sin * sin * along + cos * cos * across;
        double xy = cos * sin * (along - across);
        double determinant = xx * yy - xy * xy;
        double reachX = Math.sqrt(yy / determinant) + SOFT;
        double reachY = Math.sqrt(xx / determinant) + SOFT;
        double contrast = INSIDE * (blob.mass() / blob.size() + blob.floor() - surroundings);
        move(xx, yy, xy, reachX, reachY, surroundings, contrast);
    }

    private void move(
            double xx, double yy, double xy, double reachX, double reachY, double surroundings, double contrast) {
        int left = Math.max(0, (int) Math.ceil(x - reachX - 0.5));
        int right = Math.min(levels.width() - 1, (int) Math.floor(x + reachX - 0.5));
        int top = Math.max(0, (int) Math.ceil(y - reachY - 0.5));
        int bottom = Math.min(levels.height() - 1, (int) Math.floor(y + reachY - 0.5));
        double half = surroundings + 0.5 * contrast;
        double steep = 0.75 * contrast;
        double quarter = 0.25 * contrast;
        double axx = 0;
        double ayy = 0;
        double axy = 0;
        double bx = 0;
        double by = 0;
        for (int row = top; row <= bottom; row++) {
            double dy = row + 0.5 - y;
            int start = row * levels.width();
            for (int column = left; column <= right; column++) {
                double dx = column + 0.5 - x;
                double gx = xx * dx + xy * dy;
                double gy = yy * dy + xy * dx;
                double square = gx * gx + gy * gy;
                double beyond = gx * dx + gy * dy - 1;
                if (beyond * beyond < 4 * SOFT * SOFT * square) {
                    double perSteep = 1 / Math.sqrt(square);
                    double out = beyond * perSteep * (0.5 / SOFT);
                    double squared = out * out;
                    double slope = (0.75 - 0.75 * squared) * perSteep;
                    double nx = slope * gx;
                    double ny = slope * gy;
                    double expected = half + out * (quarter * squared - steep);
                    double rest = levels.at(start + column) - expected;
                    axx += nx * nx;
                    ayy += ny * ny;
                    axy += nx * ny;
                    bx += rest * nx;
                    by += rest * ny;
                }
            }
        }
        double determinant = (axx * ayy - axy * axy) * contrast / SOFT;
        if (determinant > 0) {
            x += Math.max(-MOST_PX, Math.min(MOST_PX, (ayy * bx - axy * by) / determinant));
            y += Math.max(-MOST_PX, Math.min(MOST_PX, (axx * by - axy * bx) / determinant));
        }
    }

    double x() {
        return x;
    }

    double y() {
        return y;
    }
}
