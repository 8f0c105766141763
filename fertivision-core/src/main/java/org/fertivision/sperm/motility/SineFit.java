package org.fertivision.sperm.motility;

/** A sine of known frequency about a level, fitted by least squares. */
final class SineFit {
    private SineFit() {}

    /** The squared amplitude of the sine closest to {@code count} values from {@code from} on. */
    static double power(double[] values, int from, int count, double radPerStep) {
        double c = 0;
        double s = 0;
        double cc = 0;
        double ss = 0;
        double cs = 0;
        double v = 0;
        double vc = 0;
        double vs = 0;
        for (int i = 0; i < count; i++) {
            double cos = StrictMath.cos(i * radPerStep);
            double sin = StrictMath.sin(i * radPerStep);
            double value = values[from + i];
            c += cos;
            s += sin;
            cc += cos * cos;
            ss += sin * sin;
            cs += cos * sin;
            v += value;
            vc += value * cos;
            vs += value * sin;
        }
        double a = cc - c * c / count;
        double b = ss - s * s / count;
        double m = cs - c * s / count;
        double p = vc - v * c / count;
        double q = vs - v * s / count;
        double determinant = a * b - m * m;
        if (determinant <= 1e-9 * a * b) {
            return 0;
        }
        double onCos = (p * b - q * m) / determinant;
        double onSin = (q * a - p * m) / determinant;
        return onCos * onCos + onSin * onSin;
    }
}
