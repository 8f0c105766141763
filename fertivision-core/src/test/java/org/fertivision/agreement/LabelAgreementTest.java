package org.fertivision.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelAgreementTest {
    /** By hand: p_o = 35/50, p_e = 0.5 x 0.6 + 0.5 x 0.4 = 0.5, kappa 0.4; the textbook example of 50 proposals. */
    @Test
    void kappaIsThatOfTheTextbook() {
        LabelAgreement found = LabelAgreement.of(pairs(new int[][] {{20, 5}, {10, 15}}, "yes", "no"));

        assertThat(found.kappa().value()).isCloseTo(0.4, within(1e-12));
        // sqrt(sum of squares / n (1 - p_e)^2) by the formula of 1969: 0.1270
        assertThat(found.kappa().ci95().hi() - found.kappa().value()).isCloseTo(1.959964 * 0.127, within(1e-3));
        assertThat(found.confusion().same()).isEqualTo(35);
        assertThat(found.weighted()).isEmpty();
    }

    @Test
    void perfectAgreementIsOneAndChanceIsZero() {
        assertThat(LabelAgreement.of(pairs(new int[][] {{7, 0}, {0, 5}}, "a", "b"))
                        .kappa())
                .isEqualTo(new Estimate(1, new org.fertivision.finding.Interval(1, 1)));
        assertThat(LabelAgreement.of(pairs(new int[][] {{4, 4}, {4, 4}}, "a", "b"))
                        .kappa()
                        .value())
                .isCloseTo(0, within(1e-12));
    }

    /** With three words a step apart weighs 3/4, two steps 0: p_o = 0.9, p_e = 0.6667 for these margins. */
    @Test
    void nearMissesWeighLessWhereWordsHaveAnOrder() {
        List<LabelPair> near = pairs(new int[][] {{4, 2, 0}, {2, 4, 2}, {0, 2, 4}}, "low", "middle", "high");
        List<LabelPair> far = pairs(new int[][] {{4, 0, 2}, {2, 4, 2}, {2, 2, 4}}, "low", "middle", "high");
        List<String> order = List.of("low", "middle", "high");

        double weighted =
                LabelAgreement.ofOrdered(near, order).weighted().orElseThrow().value();

        assertThat(weighted).isCloseTo(bruteForce(near, order), within(1e-12));
        assertThat(weighted).isGreaterThan(LabelAgreement.of(near).kappa().value());
        assertThat(weighted)
                .isGreaterThan(LabelAgreement.ofOrdered(far, order)
                        .weighted()
                        .orElseThrow()
                        .value());
    }

    @Test
    void saysWhyNothingCanBeSaid() {
        assertThatThrownBy(() -> LabelAgreement.of(pairs(new int[][] {{1, 1}, {0, 0}}, "a", "b")))
                .hasMessageContaining("3 pairs");
        assertThatThrownBy(() -> LabelAgreement.of(pairs(new int[][] {{5, 0}, {0, 0}}, "a", "b")))
                .hasMessageContaining("always say the same word");
        assertThatThrownBy(() ->
                        LabelAgreement.ofOrdered(pairs(new int[][] {{2, 1}, {0, 2}}, "a", "b"), List.of("a", "c")))
                .hasMessageContaining("'b' is not among");
    }

    /** 1 - mean squared step over what all pairings of both lists give. */
    private static double bruteForce(List<LabelPair> pairs, List<String> order) {
        double seen = 0;
        double all = 0;
        for (LabelPair one : pairs) {
            seen += square(order.indexOf(one.a()) - order.indexOf(one.b())) / pairs.size();
            for (LabelPair other : pairs) {
                all += square(order.indexOf(one.a()) - order.indexOf(other.b())) / pairs.size() / pairs.size();
            }
        }
        return 1 - seen / all;
    }

    private static double square(double value) {
        return value * value;
    }

    private static List<LabelPair> pairs(int[][] counts, String... terms) {
        List<LabelPair> pairs = new ArrayList<>();
        for (int i = 0; i < terms.length; i++) {
            for (int j = 0; j < terms.length; j++) {
                for (int k = 0; k < counts[i][j]; k++) {
                    pairs.add(new LabelPair("s" + pairs.size(), terms[i], terms[j]));
                }
            }
        }
        return pairs;
    }
}
