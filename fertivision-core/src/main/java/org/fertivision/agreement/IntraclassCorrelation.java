package org.fertivision.agreement;

import org.fertivision.finding.Interval;
import org.fertivision.stats.FisherF;

/**
 * The intraclass correlation of single readings for absolute agreement, readers taken at random: ICC(2,1) of Shrout and
 * Fleiss, ICC(A,1) of McGraw and Wong. With mean squares of n rows (specimens), k columns (readers) and the error:
 * (MSR − MSE) / (MSR + (k − 1) MSE + k (MSC − MSE)/n).
 *
 * <p>Sources: P. E. Shrout, J. L. Fleiss 1979, doi:10.1037/0033-2909.86.2.420; the interval: K. O. McGraw, S. P. Wong 1996,
 * doi:10.1037/1082-989X.1.1.30, table 7, case 2 A.
 */
final class IntraclassCorrelation {
    private static final double UPPER = 0.975;

    private IntraclassCorrelation() {}

    /**
     * The estimate.
     *
     * @param readings a row for each specimen, a column for each reader; two of each or more, not all equal
     */
    static Estimate of(double[][] readings) {
        int n = readings.length;
        int k = readings[0].length;
        double[] squares = meanSquares(readings);
        double msr = squares[0];
        double msc = squares[1];
        double mse = squares[2];
        double icc = (msr - mse) / (msr + (k - 1) * mse + k * (msc - mse) / n);
        if (icc >= 1) {
            return new Estimate(1, new Interval(1, 1));
        }
        double a = k * icc / (n * (1 - icc));
        double b = 1 + k * icc * (n - 1) / (n * (1 - icc));
        double all = a * msc + b * mse;
        double df = all * all / (square(a * msc) / (k - 1) + square(b * mse) / ((n - 1.0) * (k - 1)));
        double rest = k * msc + ((double) k * n - k - n) * mse;
        double low = FisherF.quantile(UPPER, n - 1, df);
        double high = FisherF.quantile(UPPER, df, n - 1);
        double lo = n * (msr - low * mse) / (low * rest + n * msr);
        double hi = n * (high * msr - mse) / (rest + n * high * msr);
        return new Estimate(icc, new Interval(Math.min(lo, icc), Math.max(hi, icc)));
    }

    /** Mean squares of rows, columns and error of the two-way analysis of variance without repetition. */
    private static double[] meanSquares(double[][] readings) {
        int n = readings.length;
        int k = readings[0].length;
        double[] rows = new double[n];
        double[] columns = new double[k];
        double grand = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < k; j++) {
                rows[i] += readings[i][j] / k;
                columns[j] += readings[i][j] / n;
                grand += readings[i][j] / ((double) n * k);
            }
        }
        double error = 0;
        double between = 0;
        for (int i = 0; i < n; i++) {
            between += k * square(rows[i] - grand);
            for (int j = 0; j < k; j++) {
                error += square(readings[i][j] - rows[i] - columns[j] + grand);
            }
        }
        double readers = 0;
        for (double column : columns) {
            readers += n * square(column - grand);
        }
        return new double[] {between / (n - 1), readers / (k - 1), error / ((n - 1.0) * (k - 1))};
    }

    private static double square(double value) {
        return value * value;
    }
}
