package org.fertivision.pixel;

import org.fertivision.image.Point;

/** An ellipse walked in even steps of arc length, in step with a contour that has the same moments. */
final class ArcEllipse {
    private static final int STEPS = 256;
    private static final double THINNEST = 0.25;

    private final Point center;
    private final double a;
    private final double b;
    private final double cosTurn;
    private final double sinTurn;
    /** Arc length from the end of the long axis to each of the even steps of the parameter. */
    private final double[] arc = new double[STEPS + 1];

    private final double[] cos = new double[STEPS + 1];
    private final double[] sin = new double[STEPS + 1];
    private final double phase;
    private final int n;

    private ArcEllipse(Point center, double a, double b, double turn, double phase, int n) {
        this.center = center;
        this.a = a;
        this.b = b;
        this.cosTurn = StrictMath.cos(turn);
        this.sinTurn = StrictMath.sin(turn);
        this.phase = phase;
        this.n = n;
        double stepCos = StrictMath.cos(2 * Math.PI / STEPS);
        double stepSin = StrictMath.sin(2 * Math.PI / STEPS);
        cos[0] = 1;
        for (int i = 1; i <= STEPS; i++) {
            cos[i] = cos[i - 1] * stepCos - sin[i - 1] * stepSin;
            sin[i] = sin[i - 1] * stepCos + cos[i - 1] * stepSin;
            double middle = (speed(i - 1) + speed(i)) / 2;
            arc[i] = arc[i - 1] + middle * 2 * Math.PI / STEPS;
        }
    }

    private double speed(int i) {
        return Math.sqrt(a * a * sin[i] * sin[i] + b * b * cos[i] * cos[i]);
    }

    /**
     * The ellipse with the area moments of a closed polygon of evenly walked corners; in step with it by the phase of its
     * first harmonic. The tables hold cosine and sine of the corners' shares of a turn.
     */
    static ArcEllipse of(double[] x, double[] y, double[] cos, double[] sin) {
        Point center = Polygon.centroid(x, y);
        double[] moment = Polygon.secondMoments(x, y, center);
        double mean = (moment[0] + moment[2]) / 2;
        double half = (moment[0] - moment[2]) / 2;
        double root = Math.sqrt(half * half + moment[1] * moment[1]);
        double turn = moment[1] == 0 && half == 0 ? 0 : StrictMath.atan2(moment[1], half) / 2;
        double real = 0;
        double imaginary = 0;
        for (int i = 0; i < x.length; i++) {
            real += (x[i] - center.x()) * cos[i] + (y[i] - center.y()) * sin[i];
            imaginary += (y[i] - center.y()) * cos[i] - (x[i] - center.x()) * sin[i];
        }
        double phase = StrictMath.atan2(imaginary, real) - turn;
        double a = Math.max(THINNEST, 2 * Math.sqrt(Math.max(0, mean + root)));
        double b = Math.max(THINNEST, 2 * Math.sqrt(Math.max(0, mean - root)));
        return new ArcEllipse(center, a, b, turn, phase, x.length);
    }

    /** Adds points and both derivatives by the share of a turn, 2 pi for the whole way. */
    void addTo(double[] x, double[] y, double[] dx, double[] dy, double[] ddx, double[] ddy) {
        double perRadian = arc[STEPS] / (2 * Math.PI);
        int step = 0;
        for (int i = 0; i < n; i++) {
            double turns = phase / (2 * Math.PI) + (double) i / n;
            double wanted = (turns - Math.floor(turns)) * arc[STEPS];
            step = stepAt(wanted, step);
            double gap = arc[step + 1] - arc[step];
            double delta = (wanted - arc[step]) / gap * 2 * Math.PI / STEPS;
            double smallCos = 1 - delta * delta / 2 * (1 - delta * delta / 12);
            double smallSin = delta * (1 - delta * delta / 6);
            double c = cos[step] * smallCos - sin[step] * smallSin;
            double s = sin[step] * smallCos + cos[step] * smallSin;
            double speed = Math.sqrt(a * a * s * s + b * b * c * c);
            double u = a * c;
            double v = b * s;
            double du = -a * s / speed * perRadian;
            double dv = b * c / speed * perRadian;
            double curvature = a * b / (speed * speed * speed);
            double ddu = -b * c / speed * curvature * perRadian * perRadian;
            double ddv = -a * s / speed * curvature * perRadian * perRadian;
            x[i] += center.x() + u * cosTurn - v * sinTurn;
            y[i] += center.y() + u * sinTurn + v * cosTurn;
            dx[i] += du * cosTurn - dv * sinTurn;
            dy[i] += du * sinTurn + dv * cosTurn;
            ddx[i] += ddu * cosTurn - ddv * sinTurn;
            ddy[i] += ddu * sinTurn + ddv * cosTurn;
        }
    }

    /** Sets the points alone. */
    void pointsTo(double[] x, double[] y) {
        double[] ignored = new double[n];
        addTo(x, y, ignored, ignored, ignored, ignored);
    }

    private int stepAt(double wanted, int start) {
        int step = arc[start] <= wanted ? start : 0;
        while (step < STEPS - 1 && arc[step + 1] <= wanted) {
            step++;
        }
        return step;
    }
}
