package org.fertivision.embryo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.fertivision.finding.measures.EmbryoMeasures.OOPLASM_DIAMETER;
import static org.fertivision.finding.measures.EmbryoMeasures.PRONUCLEI;
import static org.fertivision.finding.measures.EmbryoMeasures.PRONUCLEUS_DIAMETER;

import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Item;
import org.fertivision.finding.Summary;
import org.fertivision.image.Frames;
import org.fertivision.phantom.Drawn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Seeds from 7,000 on were never looked at while the finder was made. */
class ZygoteOfPhantomsTest {
    @ParameterizedTest
    @CsvSource({"brightField, 0.6, 7001, 2", "brightField, 1.0, 7011, 3", "relief, 0.6, 7021, 2", "relief, 0.8, 7031, 2"
    })
    void pronucleiAreCountedAndMeasuredOrThereIsAReason(String contrast, double blurUm, long seed, int pronuclei) {
        int counted = 0;
        for (long s = seed; s < seed + 3; s++) {
            Drawn drawn = DrawnZygote.of(s, contrast, pronuclei, blurUm, 3).draw();

            Summary summary = DrawnZygote.summary(DrawnZygote.look(drawn));

            if (summary.reading(PRONUCLEI).figure().isPresent()) {
                counted++;
                assertThat(summary.reading(PRONUCLEI).figure()).as("seed " + s).contains((double) pronuclei);
                double known = drawn.truth().value("pronucleusDiameter");
                assertThat(summary.reading(PRONUCLEUS_DIAMETER).figure().orElseThrow())
                        .as("seed " + s)
                        .isCloseTo(known, within(0.08 * known));
            } else {
                assertThat(DrawnOocyte.reason(summary, PRONUCLEI)).isIn("needs-stack", "ambiguous");
            }
        }
        assertThat(counted).isGreaterThanOrEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"brightField, 0", "brightField, 1", "relief, 0", "relief, 1"})
    void oneOrNoneInOnePlaneIsNoCount(String contrast, int pronuclei) {
        for (long seed = 7101; seed < 7104; seed++) {
            FieldOfView field = DrawnZygote.look(
                    DrawnZygote.of(seed, contrast, pronuclei, 0.8, 3).draw());

            assertThat(DrawnOocyte.reason(DrawnZygote.summary(field), PRONUCLEI))
                    .as("seed " + seed)
                    .isIn("needs-stack", "ambiguous");
            assertThat(field.counted().filter(CellStructure.PRONUCLEUS::is).count())
                    .as("seed " + seed)
                    .isLessThanOrEqualTo(pronuclei);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "brightField, zygotes, 0, weak-edge",
        "relief, offCenterUm, 100, clipped",
        "relief, zygotes, 2, ambiguous",
        "relief, blurUm, 6, unfocused"
    })
    void whereTheCellIsNotMeasuredNothingIsCounted(String contrast, String setting, double value, String reason) {
        Drawn drawn = DrawnZygote.of(7201, contrast, 2, 0.8, 4)
                .with(setting, value)
                .with("width", value == 2 ? 760 : 400)
                .draw();

        Summary summary = DrawnZygote.summary(DrawnZygote.look(drawn));

        assertThat(DrawnOocyte.reason(summary, PRONUCLEI)).isEqualTo(reason);
        assertThat(DrawnOocyte.reason(summary, PRONUCLEUS_DIAMETER)).isEqualTo(reason);
        assertThat(DrawnOocyte.reason(summary, OOPLASM_DIAMETER)).isEqualTo(reason);
    }

    @Test
    void pronucleiThatCoverEachOtherAreNotCounted() {
        Drawn drawn = DrawnZygote.of(7301, "brightField", 2, 0.6, 3)
                .with("pronucleiGapUm", -9)
                .draw();

        FieldOfView field = DrawnZygote.look(drawn);

        assertThat(DrawnOocyte.reason(DrawnZygote.summary(field), PRONUCLEI)).isEqualTo("ambiguous");
        assertThat(field.counted().filter(CellStructure.PRONUCLEUS::is)).isEmpty();
    }

    @Test
    void withoutCalibrationTheyAreCountedAndNotMeasured() {
        Drawn drawn = DrawnZygote.of(7311, "brightField", 2, 0.6, 3).draw();

        Summary summary = DrawnZygote.summary(DrawnZygote.look(Frames.of(drawn.frame())));

        assertThat(summary.reading(PRONUCLEI).figure()).contains(2.0);
        assertThat(DrawnOocyte.reason(summary, PRONUCLEUS_DIAMETER)).isEqualTo("uncalibrated");
    }

    @Test
    void aPersonWhoTakesOneAwayIsHeard() {
        FieldOfView field =
                DrawnZygote.look(DrawnZygote.of(7001, "brightField", 3, 0.6, 3).draw());
        FieldOfView corrected = field.holding(field.items().stream()
                .map(item ->
                        item.id() == 3 ? item.excluded(new org.fertivision.finding.Exclusion("reviewed", "no")) : item)
                .toList());

        assertThat(DrawnZygote.summary(field).reading(PRONUCLEI).figure()).contains(3.0);
        assertThat(DrawnZygote.summary(corrected).reading(PRONUCLEI).figure()).contains(2.0);
        assertThat(field.items())
                .filteredOn(CellStructure.PRONUCLEUS::is)
                .hasSize(3)
                .allMatch(Item::counts);
    }
}
