package org.fertivision.sperm.motility;

/**
 * The cubic in time that runs closest to a trail (least squares, Legendre polynomials on the trail's own span): where a
 * head goes while it beats.
 */
final class CubicCourse {
    private static final int TERMS = 4;

    private final double[][] basis;

    /** Of trails of {@code places} places. */
    CubicCourse(int places) {
        basis = basis(places);
    }

    /** What is left of the values after the cubic is taken away. */
    double[] rest(double[] values) {
        int n = values.length;
        double[] rest = values.clone();
        for (double[] term : basis) {
            double dot = 0;
            for (int i = 0; i < n; i++) {
                dot += term[i] * values[i];
            }
            for (int i = 0; i < n; i++) {
                rest[i] -= dot * term[i];
            }
        }
        return rest;
    }

    /** Polynomials up to the third degree, at right angles to each other on n samples (Gram-Schmidt). */
    private static double[][] basis(int n) {
        int terms = Math.min(TERMS, n);
        double[][] basis = new double[terms][n];
        for (int k = 0; k < terms; k++) {
            for (int i = 0; i < n; i++) {
                double t = n == 1 ? 0 : 2.0 * i / (n - 1) - 1;
                basis[k][i] = k == 0 ? 1 : t * basis[k - 1][i];
            }
            for (int j = 0; j < k; j++) {
                double dot = 0;
                for (int i = 0; i < n; i++) {
                    dot += basis[k][i] * basis[j][i];
                }
                for (int i = 0; i < n; i++) {
                    basis[k][i] -= dot * basis[j][i];
                }
            }
            double norm = 0;
            for (int i = 0; i < n; i++) {
                norm += basis[k][i] * basis[k][i];
            }
            double scale = norm == 0 ? 0 : 1 / Math.sqrt(norm);
            for (int i = 0; i < n; i++) {
                basis[k][i] *= scale;
            }
        }
        return basis;
    }
}
