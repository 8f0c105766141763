package org.fertivision.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.withPrecision;

import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.hipparchus.distribution.RealDistribution;
import org.hipparchus.distribution.continuous.BetaDistribution;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.special.Gamma;
import org.junit.jupiter.api.Test;

class DistributionsTest {

    private static final double[] PROBABILITIES = {
        1e-12, 1e-6, 1e-4, 0.001, 0.005, 0.025, 0.05, 0.2, 0.4, 0.5, 0.6, 0.8, 0.95, 0.975, 0.995, 0.999, 0.9999
    };
    private static final double[] DEGREES = {0.5, 1, 2, 3, 4, 7.5, 10, 19, 30, 100, 401, 2000, 20_000};
    private static final double[] SHAPES = {0.2, 0.5, 1, 1.5, 3, 8, 20.5, 100, 400, 5000};
    /** Beyond this the reference's own cdf is the less exact of the two. */
    private static final double ROUND_TRIP = 2e-11;

    @Test
    void chiSquareQuantilesInvertTheReferenceCdf() {
        for (double df : DEGREES) {
            inverts(new ChiSquaredDistribution(df), p -> ChiSquare.quantile(p, df), "chi-square " + df);
        }
    }

    @Test
    void studentQuantilesInvertTheReferenceCdf() {
        for (double df : DEGREES) {
            inverts(new TDistribution(df), p -> StudentT.quantile(p, df), "t " + df);
        }
    }

    @Test
    void betaQuantilesInvertTheReferenceCdf() {
        for (double a : SHAPES) {
            for (double b : SHAPES) {
                inverts(new BetaDistribution(a, b), p -> Beta.quantile(p, a, b), "beta " + a + " " + b);
            }
        }
    }

    @Test
    void normalQuantilesInvertTheReferenceCdf() {
        inverts(
                new org.hipparchus.distribution.continuous.NormalDistribution(),
                NormalDistribution::quantile,
                "normal");
    }

    @Test
    void quantilesEqualThoseOfTheReferenceToTenDigits() {
        for (double p : new double[] {0.001, 0.025, 0.3, 0.5, 0.8, 0.975, 0.999}) {
            for (double df : DEGREES) {
                close(ChiSquare.quantile(p, df), new TightChiSquare(df).inverse(p), "chi-square " + df + " " + p);
                close(StudentT.quantile(p, df), new TDistribution(df, 1e-14).inverseCumulativeProbability(p), "t");
            }
            for (double a : new double[] {0.5, 1, 3, 20.5, 400}) {
                for (double b : new double[] {0.5, 1, 3, 20.5, 400}) {
                    double reference = new BetaDistribution(a, b, 1e-15).inverseCumulativeProbability(p);
                    if (reference > 1e-3) {
                        close(Beta.quantile(p, a, b), reference, "beta " + a + " " + b + " " + p);
                    }
                }
            }
        }
    }

    @Test
    void tabulatedValuesAreMetToTheLastPrintedDigit() {
        assertThat(NormalDistribution.quantile(0.975)).isEqualTo(1.959963984540054, withPrecision(1e-14));
        assertThat(StudentT.twoSided(0.95, 4)).isEqualTo(2.7764451051977987, withPrecision(1e-13));
        assertThat(StudentT.twoSided(0.95, 1)).isEqualTo(12.706204736174698, withPrecision(1e-11));
        assertThat(ChiSquare.quantile(0.025, 100)).isEqualTo(74.22192747492373, withPrecision(1e-11));
        assertThat(ChiSquare.upperQuantile(0.025, 2)).isEqualTo(7.377758908227871, withPrecision(1e-13));
        assertThat(NormalDistribution.cdf(-10)).isEqualTo(7.619853024160527e-24, withPrecision(1e-35));
    }

    @Test
    void stirlingErrorAgreesWithTheReferenceLogGamma() {
        for (double a : new double[] {1e-6, 0.1, 0.5, 1, 2.5, 14.9, 15, 100, 1e4}) {
            double expected = Gamma.logGamma(a + 1) - (0.5 * Math.log(2 * Math.PI * a) + a * Math.log(a) - a);
            assertThat(Deviance.stirlingError(a)).isEqualTo(expected, withPrecision(1e-13 * (1 + a * Math.log(a + 2))));
        }
    }

    @Property
    void upperAndLowerChiSquareTailsSumToOne(
            @ForAll @DoubleRange(min = 0.01, max = 5000) double df,
            @ForAll @DoubleRange(min = 0, max = 6000) double x) {
        assertThat(ChiSquare.cdf(x, df) + ChiSquare.upperTail(x, df)).isEqualTo(1, withPrecision(1e-13));
    }

    @Property
    void studentQuantileIsOddAndReturnsThroughItsCdf(
            @ForAll @DoubleRange(min = -9, max = -0.31) double exponent,
            @ForAll @DoubleRange(min = 0.3, max = 1e6) double df) {
        double p = Math.pow(10, exponent);
        double t = StudentT.quantile(p, df);
        assertThat(StudentT.cdf(t, df)).isEqualTo(p, withPrecision(1e-11 * p));
        assertThat(StudentT.cdf(-t, df)).isEqualTo(1 - p, withPrecision(1e-12));
    }

    @Property
    void betaQuantileReturnsThroughItsCdf(
            @ForAll @DoubleRange(min = -9, max = -0.01) double exponent,
            @ForAll @DoubleRange(min = 0.05, max = 1e4) double a,
            @ForAll @DoubleRange(min = 0.3, max = 1e4) double b) {
        double p = Math.pow(10, exponent);
        double x = Beta.quantile(p, a, b);
        if (x < 0.999) {
            assertThat(Beta.cdf(x, a, b)).isEqualTo(p, withPrecision(1e-9 * p));
        }
    }

    @Test
    void impossibleProbabilitiesAndParametersAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> NormalDistribution.quantile(0));
        assertThatIllegalArgumentException().isThrownBy(() -> NormalDistribution.quantile(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> StudentT.quantile(1, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> StudentT.quantile(0.9, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> ChiSquare.quantile(0.9, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> Beta.quantile(0.9, 1, Double.POSITIVE_INFINITY));
    }

    private static void inverts(RealDistribution reference, DoubleUnaryOperator quantile, String what) {
        for (double p : PROBABILITIES) {
            double x = quantile.applyAsDouble(p);
            double roundTrip = reference.cumulativeProbability(x);
            if (!Double.isNaN(roundTrip) && x > 0 && x < 0.9999999 || x < 0 || x > 1) {
                assertThat(roundTrip).as("%s at %s", what, p).isEqualTo(p, withPrecision(ROUND_TRIP * p));
            }
        }
    }

    private static void close(double ours, double reference, String what) {
        assertThat(ours).as(what).isEqualTo(reference, withPrecision(1e-10 * Math.abs(reference) + 1e-14));
    }

    /** The reference with its solver tightened. */
    private record TightChiSquare(double df) {
        double inverse(double p) {
            return new ChiSquaredDistribution(df, 1e-14).inverseCumulativeProbability(p);
        }
    }
}
