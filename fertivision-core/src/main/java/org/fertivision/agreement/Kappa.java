package org.fertivision.agreement;

import org.fertivision.finding.Interval;
import org.fertivision.stats.NormalDistribution;

/**
 * Agreement of two on words beyond what chance brings: (p_o - p_e) / (1 - p_e), each pair weighing 1 where both words are
 * the same and w where they are not; 0 without weights, 1 - (i - j)² / (k - 1)² with quadratic ones. The interval is that
 * of large samples.
 *
 * <p>Sources: Cohen 1960, doi:10.1177/001316446002000104; 1968, doi:10.1037/h0026256; Fleiss, Cohen and Everitt 1969,
 * doi:10.1037/h0028106.
 */
final class Kappa {
    private static final double UPPER = 0.975;

    private final double[][] share;
    private final double[][] weight;
    private final int n;

    private Kappa(Confusion confusion, boolean quadratic) {
        int k = confusion.terms().size();
        this.n = confusion.n();
        this.share = new double[k][k];
        this.weight = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                share[i][j] = confusion.counts().get(i).get(j) / (double) n;
                double apart = (i - j) / (double) Math.max(1, k - 1);
                weight[i][j] = quadratic ? 1 - apart * apart : i == j ? 1 : 0;
            }
        }
    }

    /**
     * The estimate, every difference as bad as any other.
     *
     * @throws IllegalArgumentException where both said one and the same word always
     */
    static Estimate unweighted(Confusion confusion) {
        return new Kappa(confusion, false).estimate();
    }

    /** The estimate for ordered words, differences weighing by the square of the steps between them. */
    static Estimate quadratic(Confusion confusion) {
        return new Kappa(confusion, true).estimate();
    }

    private Estimate estimate() {
        int k = share.length;
        double[] a = new double[k];
        double[] b = new double[k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                a[i] += share[i][j];
                b[j] += share[i][j];
            }
        }
        double[] besideA = new double[k];
        double[] besideB = new double[k];
        double observed = 0;
        double expected = 0;
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                besideA[i] += b[j] * weight[i][j];
                besideB[j] += a[i] * weight[i][j];
                observed += weight[i][j] * share[i][j];
                expected += weight[i][j] * a[i] * b[j];
            }
        }
        if (expected >= 1) {
            throw new IllegalArgumentException("both always say the same word: there is nothing to agree on");
        }
        double kappa = (observed - expected) / (1 - expected);
        double sum = 0;
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                double term = weight[i][j] - (besideA[i] + besideB[j]) * (1 - kappa);
                sum += share[i][j] * term * term;
            }
        }
        double rest = kappa - expected * (1 - kappa);
        double variance = Math.max(0, sum - rest * rest) / (n * (1 - expected) * (1 - expected));
        double reach = NormalDistribution.quantile(UPPER) * Math.sqrt(variance);
        return new Estimate(kappa, new Interval(Math.max(-1, kappa - reach), Math.min(1, kappa + reach)));
    }
}
