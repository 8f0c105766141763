package org.fertivision.embryo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fertivision.finding.measures.EmbryoMeasures.POLAR_BODIES;
import static org.fertivision.finding.measures.EmbryoMeasures.POLAR_BODY_LIKENESS;

import java.util.ArrayList;
import java.util.List;
import org.fertivision.embryo.score.MaturityScorer;
import org.fertivision.finding.Exclusion;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Findings;
import org.fertivision.finding.Item;
import org.fertivision.finding.Score;
import org.fertivision.phantom.Drawn;
import org.fertivision.phantom.ObjectClass;
import org.fertivision.phantom.TrueObject;
import org.fertivision.spi.Settings;
import org.fertivision.spi.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Seeds from 7,600 on were never looked at while the finder was made. */
class PolarBodiesOfPhantomsTest {
    private static final double NEAR_UM = 5;

    @ParameterizedTest
    @CsvSource({"relief, 0.6, 3, 7601", "relief, 1.5, 6, 7611", "brightField, 0.6, 3, 7621", "brightField, 1.5, 6, 7631"
    })
    void aBodyIsSeenWhereItWasDrawnAndMakesTheOocyteMature(
            String contrast, double blurUm, double noiseLevels, long seed) {
        int counted = 0;
        for (long s = seed; s < seed + 4; s++) {
            Drawn drawn = DrawnOocyte.of(s, contrast, blurUm, noiseLevels)
                    .with("pvsUm", 6.5)
                    .with("polarBodyUm", 13)
                    .draw();

            FieldOfView field = DrawnOocyte.look(drawn);

            List<Item> bodies =
                    field.counted().filter(CellStructure.POLAR_BODY::is).toList();
            assertThat(bodies).as("seed " + s).hasSizeLessThanOrEqualTo(1);
            for (Item body : bodies) {
                counted++;
                assertThat(body.center().distanceTo(drawnBody(drawn).centerPx())
                                * drawn.calibration().umPerPixelX())
                        .as("seed " + s)
                        .isLessThan(NEAR_UM);
                assertThat(body.reading(POLAR_BODY_LIKENESS).figure().orElseThrow())
                        .isBetween(0.5, 1.0);
                assertThat(grade(field)).isEqualTo("MII");
            }
        }
        assertThat(counted).isGreaterThanOrEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"relief", "brightField"})
    void whereNoneIsSeenNothingIsSaid(String contrast) {
        for (long seed = 7641; seed < 7647; seed++) {
            Drawn drawn = DrawnOocyte.of(seed, contrast, 0.8, 4)
                    .with("pvsUm", 6.5)
                    .with("polarBodies", 0)
                    .with("debris", 6)
                    .with("germinalVesicle", seed % 2 == 0)
                    .draw();

            FieldOfView field = DrawnOocyte.look(drawn);

            assertThat(DrawnOocyte.reason(DrawnOocyte.summary(field), POLAR_BODIES))
                    .as("seed " + seed)
                    .isIn("needs-stack", "ambiguous", "too-thin");
            assertThat(field.counted().filter(CellStructure.POLAR_BODY::is)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"relief", "brightField"})
    void aSpaceThatIsTooThinShowsNone(String contrast) {
        for (long seed = 7651; seed < 7655; seed++) {
            Drawn drawn =
                    DrawnOocyte.of(seed, contrast, 0.6, 3).with("pvsUm", 2.5).draw();

            assertThat(DrawnOocyte.reason(DrawnOocyte.summary(DrawnOocyte.look(drawn)), POLAR_BODIES))
                    .as("seed " + seed)
                    .isIn("too-thin", "ambiguous");
        }
    }

    @Test
    void theCountFollowsWhatPersonsTakeAwayAndTakeBack() {
        Drawn drawn = DrawnOocyte.of(7661, "brightField", 0.6, 3)
                .with("pvsUm", 7)
                .with("polarBodyUm", 13)
                .draw();
        FieldOfView field = DrawnOocyte.look(drawn);
        assertThat(DrawnOocyte.summary(field).reading(POLAR_BODIES).figure()).contains(1.0);

        FieldOfView without = field.holding(field.items().stream()
                .map(item ->
                        CellStructure.POLAR_BODY.is(item) ? item.excluded(new Exclusion("by-hand", "a crumb")) : item)
                .toList());
        FieldOfView refused = DrawnOocyte.look(DrawnOocyte.of(7641, "brightField", 0.8, 4)
                .with("pvsUm", 6.5)
                .with("polarBodies", 0)
                .draw());
        List<Item> drawnByHand = new ArrayList<>(refused.items());
        field.counted().filter(CellStructure.POLAR_BODY::is).forEach(drawnByHand::add);

        assertThat(DrawnOocyte.reason(DrawnOocyte.summary(without), POLAR_BODIES))
                .isEqualTo("needs-stack");
        assertThat(DrawnOocyte.summary(without, field).reading(POLAR_BODIES).figure())
                .contains(1.0);
        assertThat(DrawnOocyte.summary(refused.holding(drawnByHand))
                        .reading(POLAR_BODIES)
                        .figure())
                .contains(1.0);
    }

    @Test
    void twoBodiesAreTwo() {
        int both = 0;
        for (long seed = 7671; seed < 7675; seed++) {
            FieldOfView field = DrawnOocyte.look(DrawnOocyte.of(seed, "brightField", 0.6, 3)
                    .with("pvsUm", 7)
                    .with("polarBodies", 2)
                    .with("polarBodyUm", 11)
                    .draw());
            double count =
                    DrawnOocyte.summary(field).reading(POLAR_BODIES).figure().orElse(0.0);
            assertThat(count).as("seed " + seed).isLessThanOrEqualTo(2);
            both += count == 2 ? 1 : 0;
        }
        assertThat(both).isGreaterThanOrEqualTo(3);
    }

    @Test
    void whatIsLongerThanAPolarBodyIsNone() {
        FieldOfView field = DrawnOocyte.look(DrawnOocyte.of(7681, "brightField", 0.6, 3)
                .with("pvsUm", 7)
                .with("polarBodyUm", 24)
                .draw());

        assertThat(field.counted().filter(CellStructure.POLAR_BODY::is)).isEmpty();
        assertThat(field.items().stream().filter(CellStructure.POLAR_BODY::is))
                .anySatisfy(item ->
                        assertThat(item.whyExcluded().orElseThrow().reason()).isEqualTo("out-of-range"));
    }

    private static TrueObject drawnBody(Drawn drawn) {
        return drawn.truth().objects().stream()
                .filter(object -> object.objectClass() == ObjectClass.POLAR_BODY)
                .findFirst()
                .orElseThrow();
    }

    private static String grade(FieldOfView field) {
        Findings findings = Findings.of("fertivision.oocyte", List.of(field), DrawnOocyte.summary(field));
        MaturityScorer scorer = new MaturityScorer();
        Score score =
                scorer.score(findings, Settings.defaults(scorer.descriptor().parameters()), Work.unlimited());
        return score instanceof Score.Scored scored ? scored.grade() : "not scored";
    }
}
