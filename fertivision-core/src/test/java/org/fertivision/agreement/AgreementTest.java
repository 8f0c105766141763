package org.fertivision.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AgreementTest {
    /** Peak expiratory flow, l/min, by a large and a mini Wright meter: Bland and Altman 1986, table 1, first readings. */
    private static final double[][] PEAK_FLOW = {
        {494, 512},
        {395, 430},
        {516, 520},
        {434, 428},
        {476, 500},
        {557, 600},
        {413, 364},
        {442, 380},
        {650, 658},
        {433, 445},
        {417, 432},
        {656, 626},
        {267, 260},
        {478, 477},
        {178, 259},
        {423, 350},
        {427, 451}
    };

    /** Six targets rated by four judges: Shrout and Fleiss 1979, table 2. */
    private static final double[][] JUDGES = {
        {9, 2, 5, 8}, {6, 1, 3, 2}, {8, 4, 6, 8}, {7, 1, 2, 6}, {10, 5, 6, 9}, {6, 2, 4, 7}
    };

    @Test
    void biasAndLimitsAreThoseThatBlandAndAltmanPublished() {
        BlandAltman found = Agreement.of(pairs(PEAK_FLOW)).differences();

        assertThat(found.bias().value()).isCloseTo(-2.1, within(0.05));
        assertThat(found.sd()).isCloseTo(38.8, within(0.05));
        assertThat(found.bias().ci95().lo()).isCloseTo(-22.0, within(0.1));
        assertThat(found.bias().ci95().hi()).isCloseTo(17.8, within(0.1));
        // they take 2 for 1.96, and 3/n for the variance of a limit: half a unit on limits, less on their intervals
        assertThat(found.lower().value()).isCloseTo(-79.7 + 0.04 * 38.8, within(0.1));
        assertThat(found.upper().value()).isCloseTo(75.5 - 0.04 * 38.8, within(0.1));
        assertThat(found.lower().value() - found.lower().ci95().lo()).isCloseTo(34.6, within(0.3));
        assertThat(found.upper().ci95().hi() - found.upper().value()).isCloseTo(34.6, within(0.3));
    }

    @Test
    void theCorrelationOfJudgesIsThatOfShroutAndFleiss() {
        Estimate icc = IntraclassCorrelation.of(JUDGES);

        assertThat(icc.value()).isCloseTo(0.29, within(0.005));
        assertThat(icc.ci95().lo()).isCloseTo(0.02, within(0.005));
        assertThat(icc.ci95().hi()).isCloseTo(0.76, within(0.005));
    }

    /** Lin 1989, section 2: the correlation times how far the best line is from that of equality. */
    @Test
    void concordanceIsCorrelationTimesAccuracy() {
        double sa = 0;
        double sb = 0;
        double sab = 0;
        Agreement found = Agreement.of(pairs(PEAK_FLOW));
        for (Pair pair : found.pairs()) {
            sa += Math.pow(pair.a() - found.meanA(), 2) / PEAK_FLOW.length;
            sb += Math.pow(pair.b() - found.meanB(), 2) / PEAK_FLOW.length;
            sab += (pair.a() - found.meanA()) * (pair.b() - found.meanB()) / PEAK_FLOW.length;
        }
        double scale = Math.sqrt(sa / sb);
        double shift = (found.meanA() - found.meanB()) / Math.sqrt(Math.sqrt(sa * sb));
        double accuracy = 2 / (scale + 1 / scale + shift * shift);

        assertThat(found.concordance().value()).isCloseTo(sab / Math.sqrt(sa * sb) * accuracy, within(1e-12));
        assertThat(found.concordance().ci95().contains(found.icc().value())).isTrue();
    }

    @Test
    void equalReadersAgreeWholly() {
        Agreement same = Agreement.of(List.of(new Pair("x", 1, 1), new Pair("y", 2, 2), new Pair("z", 5, 5)));

        assertThat(same.differences().bias().value()).isZero();
        assertThat(same.differences().sd()).isZero();
        assertThat(same.icc().value()).isEqualTo(1);
        assertThat(same.concordance().value()).isEqualTo(1);
    }

    @Test
    void aProportionalBiasShowsInTheSlope() {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            pairs.add(new Pair("p" + i, 1.1 * i, i));
        }
        Estimate slope = Agreement.of(pairs).differences().slope();

        assertThat(slope.value()).isCloseTo(0.1 / 1.05, within(1e-12));
        assertThat(slope.ci95().lo()).isPositive();
    }

    /** 95 % of intervals hold the truth: 2000 draws, so that 93 to 97 % is four standard errors wide. */
    @Test
    void intervalsHoldTheTruthAsOftenAsTheySay() {
        Random random = new Random(7);
        int bias = 0;
        int limit = 0;
        int icc = 0;
        int concordance = 0;
        int draws = 2000;
        for (int draw = 0; draw < draws; draw++) {
            List<Pair> pairs = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                double truth = 50 + 10 * random.nextGaussian();
                pairs.add(new Pair("s" + i, truth + 1 + 4 * random.nextGaussian(), truth + 4 * random.nextGaussian()));
            }
            Agreement found = Agreement.of(pairs);
            double sd = 4 * Math.sqrt(2);
            bias += found.differences().bias().ci95().contains(1) ? 1 : 0;
            limit += found.differences().upper().ci95().contains(1 + 1.959963985 * sd) ? 1 : 0;
            icc += found.icc().ci95().contains(100 / (100 + 0.5 + 16)) ? 1 : 0;
            concordance += found.concordance().ci95().contains(200.0 / 233) ? 1 : 0;
        }
        assertThat(bias / (double) draws).isBetween(0.93, 0.97);
        assertThat(limit / (double) draws).isBetween(0.93, 0.97);
        assertThat(icc / (double) draws).isBetween(0.93, 0.97);
        assertThat(concordance / (double) draws).isBetween(0.93, 0.97);
    }

    @Test
    void tooLittleIsRefused() {
        assertThatThrownBy(() -> Agreement.of(List.of(new Pair("x", 1, 1), new Pair("y", 2, 3))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 pairs");
        assertThatThrownBy(() -> Agreement.of(List.of(new Pair("x", 1, 1), new Pair("y", 1, 1), new Pair("z", 1, 1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("same");
        assertThatThrownBy(() -> new Pair("x", Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Pair> pairs(double[][] readings) {
        List<Pair> pairs = new ArrayList<>();
        for (double[] row : readings) {
            pairs.add(new Pair("s" + pairs.size(), row[0], row[1]));
        }
        return pairs;
    }
}
