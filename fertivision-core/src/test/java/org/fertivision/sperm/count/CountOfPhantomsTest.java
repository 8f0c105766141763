package org.fertivision.sperm.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.fertivision.finding.FieldOfView;
import org.fertivision.phantom.Drawn;
import org.fertivision.phantom.Phantom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bars of the project on drawn fields. Where the edge of the picture cuts heads, one in thirty may go either way. */
class CountOfPhantomsTest {
    private static final int FIELDS = 30;

    /** Heads whose center lies within a third of a micrometer of the strip's edge may be on either side of it. */
    @Test
    void countIsExactForHeadsThatLieApartAtSnr10AwayFromTheEdge() {
        Phantom<Drawn> apart = CountTrial.field().with("snr", 10);
        for (int seed = 1; seed <= FIELDS; seed++) {
            Drawn drawn = apart.seed(seed).draw();
            FieldOfView field = CountTrial.look(drawn, Map.of("border", "6"));

            assertThat(CountTrial.called(field, "sperm").size())
                    .as("seed %d", seed)
                    .isBetween(headsInside(drawn, 6.3), headsInside(drawn, 5.7));
        }
    }

    private static int headsInside(Drawn drawn, double borderUm) {
        double border = borderUm / drawn.calibration().umPerPixelX();
        double right = drawn.frame().width() - border;
        double bottom = drawn.frame().height() - border;
        return drawn.truth()
                .objects(o -> o.objectClass().isSperm()
                        && o.centerPx().x() >= border
                        && o.centerPx().x() < right
                        && o.centerPx().y() >= border
                        && o.centerPx().y() < bottom)
                .size();
    }

    @Test
    void headsCutByTheEdgeCountWhenTheirCenterIsSeen() {
        CountTrial trial = CountTrial.of(CountTrial.field().with("snr", 10), FIELDS);

        assertThat(trial.recall()).as("%s", trial).isGreaterThan(0.997);
        assertThat(trial.precision()).as("%s", trial).isGreaterThan(0.997);
        assertThat(trial.bias()).as("%s", trial).isBetween(-0.002, 0.002);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "polarity=bright",
                "preset=makler-bright-field concentration=80",
                "gradient=20 vignette=25 halo=0",
                "umPerPixel=0.24 concentration=80",
                "lengthUm=4.1 widthUm=2.8",
                "lengthUm=8 widthUm=4.6 umPerPixel=0.24 concentration=80",
            })
    void recallAndPrecisionAre99PercentAtSnr5(String conditions) {
        CountTrial trial = CountTrial.of(with(CountTrial.field().with("snr", 5), conditions), FIELDS);

        assertThat(trial.recall()).as("%s: %s", conditions, trial).isGreaterThanOrEqualTo(0.99);
        assertThat(trial.precision()).as("%s: %s", conditions, trial).isGreaterThanOrEqualTo(0.99);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "debris=50",
                "debris=50 preset=makler-bright-field concentration=80",
                "debris=50 umPerPixel=0.24 concentration=80"
            })
    void recallAndPrecisionStayAbove95PercentWithDebris(String conditions) {
        CountTrial trial = CountTrial.of(with(CountTrial.field().with("snr", 5), conditions), FIELDS);

        assertThat(trial.recall()).as("%s: %s", conditions, trial).isGreaterThanOrEqualTo(0.95);
        assertThat(trial.precision()).as("%s: %s", conditions, trial).isGreaterThanOrEqualTo(0.95);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "touching=10",
                "touching=10 snr=5",
                "touching=10 halo=0 lengthUm=4.1 widthUm=2.8",
                "touching=50 halo=0 umPerPixel=0.24 concentration=80",
                "touching=30 preset=makler-bright-field lengthUm=8 widthUm=4.6 concentration=40",
            })
    void touchingHeadsAreParted(String conditions) {
        CountTrial trial = CountTrial.of(with(CountTrial.field().with("snr", 10), conditions), FIELDS);

        assertThat(trial.recall()).as("%s: %s", conditions, trial).isGreaterThanOrEqualTo(0.99);
        assertThat(trial.precision()).as("%s: %s", conditions, trial).isGreaterThanOrEqualTo(0.99);
        assertThat(trial.bias()).as("%s: %s", conditions, trial).isBetween(-0.01, 0.01);
    }

    @Test
    void headsOfVeryUnequalSizeAreNotTakenForClusters() {
        Phantom<Drawn> unequal = CountTrial.field().with("lengthCv", 15).with("widthCv", 12);
        CountTrial trial = CountTrial.of(unequal, FIELDS);

        assertThat(trial.recall()).as("%s", trial).isGreaterThanOrEqualTo(0.99);
        assertThat(trial.precision()).as("%s", trial).isGreaterThanOrEqualTo(0.99);
    }

    @Test
    void roundCellsAreFoundAndNoHeadIsTakenForOne() {
        CountTrial trial = CountTrial.of(CountTrial.field().with("roundCells", 10), FIELDS);

        assertThat(trial.roundRecall()).as("%s", trial).isGreaterThan(0.97);
        assertThat(trial.roundPrecision()).as("%s", trial).isGreaterThan(0.97);
        assertThat(trial.precision()).as("%s", trial).isGreaterThan(0.99);
    }

    private static Phantom<Drawn> with(Phantom<Drawn> phantom, String conditions) {
        Phantom<Drawn> changed = phantom;
        for (String condition : conditions.split(" ")) {
            String[] pair = condition.split("=");
            changed = changed.with(pair[0], pair[1]);
        }
        return changed;
    }
}
