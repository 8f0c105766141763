package org.fertivision.pixel;

/**
 * A closed contour as the ellipse of its moments plus harmonics of what departs from it, all over the share of arc length.
 * Leaving out high harmonics removes the jitter of noise; since the ellipse itself is kept whole, an elliptic shape is not
 * changed by it. Source for contour harmonics: Kuhl and Giardina 1982, doi:10.1016/0146-664X(82)90034-X.
 */
final class Harmonics {
    private static final int FEWEST_POINTS = 96;
    private static final int MOST_POINTS = 1024;

    private final double length;
    private final int n;
    private final double[] cos;
    private final double[] sin;
    /** What departs from the ellipse at each point. */
    private final double[] offX;

    private final double[] offY;
    private final ArcEllipse ellipse;
    private final double[] x;
    private final double[] y;
    private final double[] dx;
    private final double[] dy;
    private final double[] ddx;
    private final double[] ddy;
    private int order = -1;

    private Harmonics(double length, int n, double[] sampledX, double[] sampledY) {
        this.length = length;
        this.n = n;
        this.cos = new double[n];
        this.sin = new double[n];
        double stepCos = StrictMath.cos(2 * Math.PI / n);
        double stepSin = StrictMath.sin(2 * Math.PI / n);
        cos[0] = 1;
        for (int i = 1; i < n; i++) {
            cos[i] = cos[i - 1] * stepCos - sin[i - 1] * stepSin;
            sin[i] = sin[i - 1] * stepCos + cos[i - 1] * stepSin;
        }
        this.x = new double[n];
        this.y = new double[n];
        this.dx = new double[n];
        this.dy = new double[n];
        this.ddx = new double[n];
        this.ddy = new double[n];
        this.offX = sampledX;
        this.offY = sampledY;
        this.ellipse = ArcEllipse.of(sampledX, sampledY, cos, sin);
        ellipse.addTo(x, y, dx, dy, ddx, ddy);
        for (int i = 0; i < n; i++) {
            offX[i] -= x[i];
            offY[i] -= y[i];
        }
    }

    /** Walks the contour in even steps. */
    static Harmonics of(Contour contour) {
        double length = contour.perimeter();
        int n = Math.max(FEWEST_POINTS, Math.min(MOST_POINTS, 2 * (int) Math.ceil(length)));
        double[] x = new double[n];
        double[] y = new double[n];
        int from = 0;
        double before = 0;
        double step = step(contour, 0);
        for (int i = 0; i < n; i++) {
            double wanted = length * i / n;
            while (before + step < wanted && from < contour.size() - 1) {
                before += step;
                from++;
                step = step(contour, from);
            }
            double share = step == 0 ? 0 : Math.min(1, (wanted - before) / step);
            int to = (from + 1) % contour.size();
            x[i] = contour.x(from) + share * (contour.x(to) - contour.x(from));
            y[i] = contour.y(from) + share * (contour.y(to) - contour.y(from));
        }
        return new Harmonics(length, n, x, y);
    }

    private static double step(Contour contour, int from) {
        int to = (from + 1) % contour.size();
        double stepX = contour.x(to) - contour.x(from);
        double stepY = contour.y(to) - contour.y(from);
        return Math.sqrt(stepX * stepX + stepY * stepY);
    }

    /** The length of the contour as walked, jitter included. */
    double length() {
        return length;
    }

    /** Adds the harmonics after the last one so far, up to this one. */
    void include(int upTo) {
        for (int h = order + 1; h <= Math.min(upTo, n / 2 - 1); h++) {
            add(h);
            order = h;
        }
    }

    private void add(int h) {
        double ax = 0;
        double bx = 0;
        double ay = 0;
        double by = 0;
        for (int i = 0, at = 0; i < n; i++, at = further(at, h)) {
            ax += offX[i] * cos[at];
            bx += offX[i] * sin[at];
            ay += offY[i] * cos[at];
            by += offY[i] * sin[at];
        }
        double share = (h == 0 ? 1.0 : 2.0) / n;
        ax *= share;
        bx *= share;
        ay *= share;
        by *= share;
        for (int i = 0, at = 0; i < n; i++, at = further(at, h)) {
            double c = cos[at];
            double s = sin[at];
            double hx = ax * c + bx * s;
            double hy = ay * c + by * s;
            x[i] += hx;
            y[i] += hy;
            dx[i] += h * (bx * c - ax * s);
            dy[i] += h * (by * c - ay * s);
            ddx[i] -= (double) h * h * hx;
            ddy[i] -= (double) h * h * hy;
        }
    }

    /** The place {@code by} further around, both below the number of points. */
    private int further(int at, int by) {
        int sum = at + by;
        return sum < n ? sum : sum - n;
    }

    /** The highest harmonic included. */
    int order() {
        return order;
    }

    /** The root mean square distance between the contour as walked and the harmonics so far, pixels. */
    double departure() {
        double[] ellipseX = new double[n];
        double[] ellipseY = new double[n];
        ellipse.pointsTo(ellipseX, ellipseY);
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double missX = offX[i] + ellipseX[i] - x[i];
            double missY = offY[i] + ellipseY[i] - y[i];
            double across = (missX * dy[i] - missY * dx[i]) / speed(i);
            squares += across * across;
        }
        return Math.sqrt(squares / n);
    }

    /**
     * The harmonics so far, each point moved outwards by {@code variance / 2} times the curvature there: a blur of that
     * variance had drawn it in by as much.
     *
     * @param variance square pixels
     */
    Contour unblurred(double variance) {
        double[] outX = new double[n];
        double[] outY = new double[n];
        for (int i = 0; i < n; i++) {
            double speed = speed(i);
            double curvature = (dx[i] * ddy[i] - dy[i] * ddx[i]) / (speed * speed * speed);
            double shift = variance / 2 * curvature;
            outX[i] = x[i] + shift * dy[i] / speed;
            outY[i] = y[i] - shift * dx[i] / speed;
        }
        return new Contour(outX, outY);
    }

    private double speed(int i) {
        return Math.max(1e-9, Math.sqrt(dx[i] * dx[i] + dy[i] * dy[i]));
    }
}
