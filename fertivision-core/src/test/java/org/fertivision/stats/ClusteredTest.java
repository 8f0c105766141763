package org.fertivision.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.withPrecision;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ClusteredTest {

    @Test
    void designEffectOfEqualFieldsIsTheTextbookFormula() {
        int[] successes = {10, 20, 30, 20, 20};
        ClusteredProportion clustered = ClusteredProportion.of(successes, new int[] {50, 50, 50, 50, 50})
                .orElseThrow();
        // p = 0.4; f/(f-1) sum (k - p n)^2 / (sum n p q) = 1.25 * 200 / 60
        assertThat(clustered.estimate()).isEqualTo(0.4);
        assertThat(clustered.designEffect()).isEqualTo(1.25 * 200 / 60, withPrecision(1e-12));
        assertThat(clustered.clusteringAssessed()).isTrue();
        assertThat(clustered.fields()).isEqualTo(5);
        double effect = 1.25 * 200 / 60 * 1.075;
        Bounds expected = BinomialInterval.wilson(100 / effect, 250 / effect, StudentT.twoSided(0.95, 4));
        assertThat(clustered.bounds().lo()).isEqualTo(expected.lo(), withPrecision(1e-13));
        assertThat(clustered.bounds().hi()).isEqualTo(expected.hi(), withPrecision(1e-13));
    }

    @Test
    void dispersionOfEqualFieldsIsTheTextbookFormula() {
        ClusteredCount clustered =
                ClusteredCount.of(new int[] {40, 60, 50, 30, 70}).orElseThrow();
        assertThat(clustered.total()).isEqualTo(250);
        assertThat(clustered.dispersion()).isEqualTo(1000.0 / (4 * 50), withPrecision(1e-12));
        assertThat(clustered.rate()).isEqualTo(50);
        assertThat(clustered.bounds().width())
                .isGreaterThan(2 * PoissonInterval.of(250).width());
    }

    @Test
    void fourFieldsAreTooFewToAssessClustering() {
        ClusteredProportion proportion = ClusteredProportion.of(new int[] {0, 20, 0, 20}, new int[] {20, 20, 20, 20})
                .orElseThrow();
        assertThat(proportion.clusteringAssessed()).isFalse();
        assertThat(proportion.designEffect()).isEqualTo(1);
        assertThat(proportion.bounds()).isEqualTo(BinomialInterval.of(40, 80).orElseThrow());
        ClusteredCount count = ClusteredCount.of(new int[] {0, 20, 0, 20}).orElseThrow();
        assertThat(count.clusteringAssessed()).isFalse();
        assertThat(count.bounds()).isEqualTo(PoissonInterval.of(40));
        assertThat(MeanInterval.ofFields(new double[][] {{1, 2}, {3}, {4}, {5}})
                        .orElseThrow()
                        .clusteringAssessed())
                .isFalse();
    }

    @Test
    void oneFieldThatOutweighsAllOthersCannotShowClustering() {
        int[] trials = {400, 5, 5, 5, 5, 5};
        assertThat(ClusteredProportion.of(new int[] {100, 1, 1, 1, 1, 1}, trials)
                        .orElseThrow()
                        .clusteringAssessed())
                .isFalse();
    }

    @Test
    void fieldsWithoutObjectsCountForNothing() {
        ClusteredProportion some = ClusteredProportion.of(
                        new int[] {4, 0, 9, 5, 0, 8, 7}, new int[] {10, 0, 12, 11, 0, 10, 13})
                .orElseThrow();
        ClusteredProportion all = ClusteredProportion.of(new int[] {4, 9, 5, 8, 7}, new int[] {10, 12, 11, 10, 13})
                .orElseThrow();
        assertThat(some).isEqualTo(all);
        assertThat(MeanInterval.ofFields(new double[][] {{}, {1, 2}, {}, {3}}))
                .isEqualTo(MeanInterval.ofFields(new double[][] {{1, 2}, {3}}));
    }

    @Test
    void nothingCountedGivesNoProportionAndACountWithAnUpperEnd() {
        assertThat(ClusteredProportion.of(new int[6], new int[6])).isEmpty();
        assertThat(ClusteredProportion.of(new int[0], new int[0])).isEmpty();
        assertThat(ClusteredCount.of(new int[0])).isEmpty();
        assertThat(ClusteredCount.of(new int[6]).orElseThrow().bounds()).isEqualTo(PoissonInterval.of(0));
        assertThat(MeanInterval.of(new double[0])).isEmpty();
        assertThat(MeanInterval.of(new double[] {3})).isEmpty();
    }

    @Test
    void nothingOrEverythingFoundHasTheExactInterval() {
        int[] trials = {40, 40, 40, 40, 40};
        ClusteredProportion none = ClusteredProportion.of(new int[5], trials).orElseThrow();
        ClusteredProportion all = ClusteredProportion.of(trials, trials).orElseThrow();
        assertThat(none.bounds()).isEqualTo(BinomialInterval.of(0, 200).orElseThrow());
        assertThat(all.bounds()).isEqualTo(BinomialInterval.of(200, 200).orElseThrow());
        assertThat(none.clusteringAssessed()).isFalse();
    }

    @Test
    void meanOfAFewSymmetricValuesHasThePlainStudentInterval() {
        MeanInterval mean = MeanInterval.of(new double[] {1, 2, 3, 4, 5}).orElseThrow();
        double half = StudentT.twoSided(0.95, 4) * Math.sqrt(2.5 / 5);
        assertThat(mean.mean()).isEqualTo(3);
        assertThat(mean.standardDeviation()).isEqualTo(Math.sqrt(2.5), withPrecision(1e-12));
        assertThat(mean.bounds().lo()).isEqualTo(3 - half, withPrecision(1e-9));
        assertThat(mean.bounds().hi()).isEqualTo(3 + half, withPrecision(1e-9));
    }

    @Test
    void longUpperTailMovesBothEndsUp() {
        MeanInterval mean =
                MeanInterval.of(new double[] {1, 1, 1, 2, 2, 3, 3, 12}).orElseThrow();
        assertThat(mean.bounds().hi() - mean.mean())
                .isGreaterThan(mean.mean() - mean.bounds().lo());
    }

    @Test
    void equalValuesHaveAnIntervalOfNoWidth() {
        MeanInterval mean = MeanInterval.of(new double[] {2, 2, 2}).orElseThrow();
        assertThat(mean.bounds()).isEqualTo(new Bounds(2, 2));
    }

    @Test
    void fieldsThatDifferWidenTheMean() {
        double[][] apart = new double[6][20];
        double[] together = new double[120];
        for (int i = 0; i < together.length; i++) {
            double value = i / 20 + (i % 20) / 20.0;
            apart[i / 20][i % 20] = value;
            together[i] = value;
        }
        MeanInterval clustered = MeanInterval.ofFields(apart).orElseThrow();
        MeanInterval plain = MeanInterval.of(together).orElseThrow();
        assertThat(clustered.designEffect()).isGreaterThan(15);
        assertThat(clustered.bounds().width()).isGreaterThan(4 * plain.bounds().width());
        assertThat(clustered.mean()).isEqualTo(plain.mean());
    }

    @Test
    void impossibleFieldsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> ClusteredProportion.of(new int[] {1}, new int[] {1, 2}));
        assertThatIllegalArgumentException().isThrownBy(() -> ClusteredProportion.of(new int[] {2}, new int[] {1}));
        assertThatIllegalArgumentException().isThrownBy(() -> ClusteredProportion.of(new int[] {-1}, new int[] {1}));
        assertThatIllegalArgumentException().isThrownBy(() -> ClusteredCount.of(new int[] {-1}));
        assertThatIllegalArgumentException().isThrownBy(() -> ClusteredCount.of(new int[] {1}, new double[] {0}));
        assertThatIllegalArgumentException().isThrownBy(() -> MeanInterval.of(new double[] {1, Double.NaN}));
    }

    @Property
    void proportionStaysInsideItsBoundsAndTheBoundsInsideZeroAndOne(
            @ForAll @Size(min = 1, max = 12) int[] any, @ForAll @Size(12) int[] failed) {
        int[] successes = upTo(40, any);
        int[] failures = upTo(60, failed);
        int[] trials = new int[successes.length];
        Arrays.setAll(trials, i -> successes[i] + failures[i]);
        ClusteredProportion.of(successes, trials).ifPresent(p -> {
            assertThat(p.bounds().contains(p.estimate())).isTrue();
            assertThat(p.bounds().lo()).isBetween(0.0, 1.0);
            assertThat(p.bounds().hi()).isBetween(0.0, 1.0);
            assertThat(p.designEffect()).isGreaterThanOrEqualTo(0);
        });
    }

    @Property
    void countStaysInsideItsBoundsAndOrderOfFieldsDoesNotMatter(@ForAll @Size(min = 1, max = 12) int[] any) {
        int[] counts = upTo(300, any);
        int[] reversed = new int[counts.length];
        Arrays.setAll(reversed, i -> counts[counts.length - 1 - i]);
        ClusteredCount one = ClusteredCount.of(counts).orElseThrow();
        ClusteredCount other = ClusteredCount.of(reversed).orElseThrow();
        assertThat(one.bounds().contains(one.total())).isTrue();
        assertThat(one.bounds().lo())
                .isGreaterThanOrEqualTo(0)
                .isEqualTo(other.bounds().lo(), withPrecision(1e-9));
        assertThat(one.bounds().hi()).isEqualTo(other.bounds().hi(), withPrecision(1e-8));
    }

    @Property
    void meanStaysInsideItsBoundsAndScalesWithTheUnit(
            @ForAll @Size(min = 2, max = 40) int[] any,
            @ForAll @IntRange(min = 1, max = 8) int fields,
            @ForAll @DoubleRange(min = 0.1, max = 50) double unit) {
        int[] raw = upTo(100, any);
        MeanInterval one = MeanInterval.ofFields(deal(raw, fields, 1)).orElseThrow();
        MeanInterval other = MeanInterval.ofFields(deal(raw, fields, unit)).orElseThrow();
        assertThat(one.bounds().lo()).isLessThanOrEqualTo(one.mean() + 1e-12);
        assertThat(one.bounds().hi()).isGreaterThanOrEqualTo(one.mean() - 1e-12);
        double rounding = 1e-9
                * Math.max(
                        1,
                        unit
                                * Math.max(
                                        Math.abs(one.bounds().lo()),
                                        one.bounds().hi()));
        assertThat(other.bounds().lo()).isEqualTo(unit * one.bounds().lo(), withPrecision(rounding));
        assertThat(other.bounds().hi()).isEqualTo(unit * one.bounds().hi(), withPrecision(rounding));
    }

    private static int[] upTo(int greatest, int[] any) {
        return Arrays.stream(any).map(v -> Math.floorMod(v, greatest + 1)).toArray();
    }

    private static double[][] deal(int[] raw, int fields, double unit) {
        double[][] dealt = new double[fields][0];
        for (int i = 0; i < raw.length; i++) {
            double[] field = dealt[i % fields];
            dealt[i % fields] = Arrays.copyOf(field, field.length + 1);
            dealt[i % fields][field.length] = raw[i] * unit;
        }
        return dealt;
    }
}
