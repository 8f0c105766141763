package org.fertivision.sperm.motility;

/** A sine of known frequency about a level, fitted by least squares to so many values at a time. */
final class SineFit {
    private final double[] cosines;
    private final double[] sines;
    private double c;
    private double s;
    private double cc;
    private double ss;
    private double cs;

    /** Of a sine that turns by {@code radPerStep} from value to value. */
    SineFit(int count, double radPerStep) {
        cosines = new double[count];
        sines = new double[count];
        for (int i = 0; i < count; i++) {
            double cos = StrictMath.cos(i * radPerStep);
            double sin = StrictMath.sin(i * radPerStep);
            cosines[i] = cos;
            sines[i] = sin;
            c += cos;
            s += sin;
            cc += cos * cos;
            ss += sin * sin;
            cs += cos * sin;
        }
    }

    /** The squared amplitude of the sine closest to the values from {@code from} on. */
    double power(double[] values, int from) {
        int count = cosines.length;
        double v = 0;
        double vc = 0;
        double vs = 0;
        for (int i = 0; i < count; i++) {
            double value = values[from + i];
            v += value;
            vc += value * cosines[i];
            vs += value * sines[i];
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
