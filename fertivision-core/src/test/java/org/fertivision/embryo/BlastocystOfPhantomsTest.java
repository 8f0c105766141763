package org.fertivision.embryo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.fertivision.finding.measures.BlastocystMeasures.BLASTOCOEL_FRACTION;
import static org.fertivision.finding.measures.BlastocystMeasures.BLASTOCYST_AREA;
import static org.fertivision.finding.measures.BlastocystMeasures.BLASTOCYST_DIAMETER;
import static org.fertivision.finding.measures.EmbryoMeasures.ZONA_THICKNESS;

import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Item;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Summary;
import org.fertivision.image.Frames;
import org.fertivision.phantom.Drawn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Seeds from 7,000 on were never looked at while the finder was made. */
class BlastocystOfPhantomsTest {
    @ParameterizedTest
    @CsvSource({"relief, 0.6, 3, 7001", "relief, 1.5, 6, 7011", "brightField, 0.6, 3, 7021", "brightField, 1.5, 6, 7031"
    })
    void whatIsMeasuredLiesWhereItWasDrawn(String contrast, double blurUm, double noiseLevels, long seed) {
        int accepted = 0;
        for (long s = seed; s < seed + 3; s++) {
            Drawn drawn = DrawnBlastocyst.of(s, contrast, blurUm, noiseLevels).draw();

            Summary summary = DrawnBlastocyst.summary(DrawnBlastocyst.look(drawn));

            if (summary.reading(BLASTOCYST_DIAMETER).figure().isPresent()) {
                accepted++;
                double known = drawn.truth().value("blastocystDiameter");
                assertThat(summary.reading(BLASTOCYST_DIAMETER).figure().orElseThrow())
                        .as("diameter of seed " + s)
                        .isCloseTo(known, within(0.03 * known));
                double area = drawn.truth().value("blastocystArea");
                assertThat(summary.reading(BLASTOCYST_AREA).figure().orElseThrow())
                        .isCloseTo(area, within(0.06 * area));
            }
            summary.reading(ZONA_THICKNESS)
                    .figure()
                    .ifPresent(thickness ->
                            assertThat(thickness).isCloseTo(drawn.truth().value("zonaThickness"), within(1.5)));
        }
        assertThat(accepted).isGreaterThanOrEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"relief", "brightField"})
    void whatCannotBeMeasuredIsNot(String contrast) {
        for (String setting : new String[] {"blastocysts=0", "offCenterUm=135", "blastocysts=2", "blurUm=6"}) {
            String name = setting.substring(0, setting.indexOf('='));
            String value = setting.substring(setting.indexOf('=') + 1);
            Drawn drawn = DrawnBlastocyst.of(7201, contrast, 0.8, 4)
                    .with(name, value)
                    .with("width", setting.endsWith("=2") ? 1000 : 540)
                    .draw();

            Summary summary = DrawnBlastocyst.summary(DrawnBlastocyst.look(drawn));

            for (Measure measure : BlastocystAnalyzer.MEANS) {
                assertThat(DrawnBlastocyst.reason(summary, measure))
                        .as(setting + " " + measure.code())
                        .isIn("weak-edge", "clipped", "ambiguous", "unfocused");
            }
        }
    }

    @Test
    void theRimOfAnEmptyWellIsNoBlastocyst() {
        Drawn drawn = DrawnBlastocyst.of(7211, "relief", 0.8, 4)
                .with("blastocysts", 0)
                .with("well", true)
                .with("width", 620)
                .with("height", 620)
                .draw();

        assertThat(DrawnBlastocyst.reason(DrawnBlastocyst.summary(DrawnBlastocyst.look(drawn)), BLASTOCYST_DIAMETER))
                .isIn("clipped", "weak-edge");
    }

    @Test
    void withoutCalibrationThereIsAnOutlineAndNoMicrometers() {
        Drawn drawn = DrawnBlastocyst.of(7221, "relief", 0.6, 3).draw();

        FieldOfView field = DrawnBlastocyst.look(Frames.of(drawn.frame()));

        assertThat(DrawnBlastocyst.reason(DrawnBlastocyst.summary(field), BLASTOCYST_DIAMETER))
                .isIn("uncalibrated", "ambiguous");
        assertThat(field.items().get(0).outline().size()).isEqualTo(128);
    }

    @Test
    void whatNoMethodWasShownToMeasureSaysSo() {
        Summary summary = DrawnBlastocyst.summary(
                DrawnBlastocyst.look(DrawnBlastocyst.of(7231, "relief", 0.6, 3).draw()));

        assertThat(DrawnBlastocyst.reason(summary, BLASTOCOEL_FRACTION)).isEqualTo("no-validated-method");
    }

    @Test
    void outlineAndZonaAreItemsWithTheirNames() {
        FieldOfView field =
                DrawnBlastocyst.look(DrawnBlastocyst.of(7301, "relief", 0.6, 3).draw());

        assertThat(field.items())
                .extracting(item -> item.term("structure").orElseThrow())
                .containsExactly("trophectoderm", "zonaOuter");
        assertThat(field.items()).allMatch(Item::counts);
    }
}
