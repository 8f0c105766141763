package org.fertivision.pixel;

/** Rotating calipers about a convex polygon. Source: Shamos 1978; Toussaint 1983. */
final class Calipers {
    private final double[] x;
    private final double[] y;
    private double longest;
    private double longX;
    private double longY;
    private double narrowest = Double.POSITIVE_INFINITY;
    private double narrowX;
    private double narrowY;

    private Calipers(double[] x, double[] y) {
        this.x = x;
        this.y = y;
    }

    static Feret around(double[] x, double[] y) {
        Calipers calipers = new Calipers(x, y);
        if (x.length > 2) {
            calipers.turn();
        } else {
            calipers.compare(0, x.length - 1);
            calipers.narrowest = 0;
            calipers.narrowX = -calipers.longY;
            calipers.narrowY = calipers.longX;
        }
        double length = Math.sqrt(calipers.longest);
        return new Feret(
                length,
                Math.min(calipers.narrowest, length),
                direction(calipers.longX, calipers.longY),
                direction(calipers.narrowX, calipers.narrowY));
    }

    /** For each side, the corner farthest from it moves on only forwards. */
    private void turn() {
        int n = x.length;
        int far = 1;
        for (int side = 0; side < n; side++) {
            int next = (side + 1) % n;
            while (height(side, next, (far + 1) % n) > height(side, next, far)) {
                far = (far + 1) % n;
                compare(side, far);
            }
            compare(side, far);
            compare(next, far);
            compare(side, (far + 1) % n);
            compare(next, (far + 1) % n);
            double dx = x[next] - x[side];
            double dy = y[next] - y[side];
            double width = height(side, next, far) / Math.sqrt(dx * dx + dy * dy);
            if (width < narrowest) {
                narrowest = width;
                narrowX = -dy;
                narrowY = dx;
            }
        }
    }

    private double height(int a, int b, int c) {
        return (x[b] - x[a]) * (y[c] - y[a]) - (y[b] - y[a]) * (x[c] - x[a]);
    }

    private void compare(int a, int b) {
        double dx = x[b] - x[a];
        double dy = y[b] - y[a];
        double distance = dx * dx + dy * dy;
        if (distance > longest) {
            longest = distance;
            longX = dx;
            longY = dy;
        }
    }

    private static double direction(double dx, double dy) {
        if (dx == 0 && dy == 0) {
            return 0;
        }
        boolean back = dx < 0 || (dx == 0 && dy < 0);
        return back ? StrictMath.atan2(-dy, -dx) : StrictMath.atan2(dy, dx);
    }
}
