package org.fertivision.sperm.motility;

/**
 * The circle closest to a path (algebraic least squares).
 *
 * <p>Source: I. Kåsa 1976, doi:10.1109/TIM.1976.6312298.
 *
 * @param radius in units of the path
 * @param turned angle that the path turns about the center, radians
 * @param misfit root mean square distance of the path from the circle over its radius
 */
record Arc(double radius, double turned, double misfit) {
    /** A path that bends by less than this is no circle yet; our choice, see ADR 9. */
    private static final double LEAST_TURN_RAD = Math.PI / 2;

    private static final double LARGEST_MISFIT = 0.1;

    boolean isCircle() {
        return turned >= LEAST_TURN_RAD && misfit <= LARGEST_MISFIT;
    }

    static Arc of(AveragePath path, double from, double to) {
        int n = Math.max(3, (int) Math.floor(to - from) + 1);
        double step = (to - from) / (n - 1);
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < n; i++) {
            meanX += path.xAt(from + i * step) / n;
            meanY += path.yAt(from + i * step) / n;
        }
        double xx = 0;
        double yy = 0;
        double xy = 0;
        double xz = 0;
        double yz = 0;
        for (int i = 0; i < n; i++) {
            double x = path.xAt(from + i * step) - meanX;
            double y = path.yAt(from + i * step) - meanY;
            double z = x * x + y * y;
            xx += x * x;
            yy += y * y;
            xy += x * y;
            xz += x * z;
            yz += y * z;
        }
        double determinant = xx * yy - xy * xy;
        if (determinant <= 1e-12 * (xx + yy) * (xx + yy)) {
            return new Arc(Double.MAX_VALUE, 0, 1);
        }
        double centerX = (xz * yy - yz * xy) / (2 * determinant);
        double centerY = (yz * xx - xz * xy) / (2 * determinant);
        double radius = Math.sqrt(centerX * centerX + centerY * centerY + (xx + yy) / n);
        return about(path, from, step, n, meanX + centerX, meanY + centerY, radius);
    }

    private static Arc about(
            AveragePath path, double from, double step, int n, double centerX, double centerY, double radius) {
        double turned = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double x = path.xAt(from + i * step) - centerX;
            double y = path.yAt(from + i * step) - centerY;
            double off = Math.sqrt(x * x + y * y) - radius;
            squares += off * off;
            if (i > 0) {
                double beforeX = path.xAt(from + (i - 1) * step) - centerX;
                double beforeY = path.yAt(from + (i - 1) * step) - centerY;
                turned += StrictMath.atan2(beforeX * y - beforeY * x, beforeX * x + beforeY * y);
            }
        }
        return new Arc(radius, Math.abs(turned), Math.sqrt(squares / n) / radius);
    }
}
