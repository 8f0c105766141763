package org.fertivision.embryo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.fertivision.finding.measures.CleavageMeasures.BLASTOMERES;
import static org.fertivision.finding.measures.CleavageMeasures.BLASTOMERE_DIAMETER;
import static org.fertivision.finding.measures.CleavageMeasures.BLASTOMERE_EVENNESS;
import static org.fertivision.finding.measures.CleavageMeasures.FRAGMENTATION;
import static org.fertivision.finding.measures.EmbryoMeasures.ZONA_INNER_DIAMETER;
import static org.fertivision.finding.measures.EmbryoMeasures.ZONA_OUTER_DIAMETER;
import static org.fertivision.finding.measures.EmbryoMeasures.ZONA_THICKNESS;

import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Summary;
import org.fertivision.image.Frames;
import org.fertivision.phantom.Drawn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Seeds from 7,000 on were never looked at while the finder was made. */
class EmbryoOfPhantomsTest {
    @ParameterizedTest
    @CsvSource({"relief, 0.6, 3, 7001", "relief, 1.5, 6, 7011", "brightField, 0.6, 3, 7021", "brightField, 1.5, 6, 7031"
    })
    void whatIsMeasuredLiesWhereItWasDrawn(String contrast, double blurUm, double noiseLevels, long seed) {
        int accepted = 0;
        for (long s = seed; s < seed + 3; s++) {
            Drawn drawn = DrawnEmbryo.of(s, contrast, blurUm, noiseLevels).draw();

            Summary summary = DrawnEmbryo.summary(DrawnEmbryo.look(drawn));

            accepted += summary.reading(ZONA_OUTER_DIAMETER).figure().isPresent() ? 1 : 0;
            for (Measure diameter : new Measure[] {ZONA_OUTER_DIAMETER, ZONA_INNER_DIAMETER}) {
                double known = drawn.truth().value(diameter.code());
                summary.reading(diameter)
                        .figure()
                        .ifPresent(
                                value -> assertThat(value).as(diameter.code()).isCloseTo(known, within(0.03 * known)));
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
        for (String setting : new String[] {"embryos=0", "offCenterUm=110", "embryos=2", "blurUm=6"}) {
            Drawn drawn = DrawnEmbryo.of(7201, contrast, 0.8, 4)
                    .with(setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1))
                    .with("width", setting.endsWith("=2") ? 760 : 400)
                    .draw();

            Summary summary = DrawnEmbryo.summary(DrawnEmbryo.look(drawn));

            for (Measure measure : EmbryoAnalyzer.MEANS) {
                assertThat(DrawnEmbryo.reason(summary, measure))
                        .as(setting + " " + measure.code())
                        .isIn("weak-edge", "clipped", "ambiguous", "unfocused");
            }
        }
    }

    @Test
    void withoutCalibrationNothingIsMeasured() {
        Drawn drawn = DrawnEmbryo.of(7221, "relief", 0.6, 3).draw();

        FieldOfView field = DrawnEmbryo.look(Frames.of(drawn.frame()));

        assertThat(DrawnEmbryo.reason(DrawnEmbryo.summary(field), ZONA_THICKNESS))
                .isEqualTo("uncalibrated");
    }

    @ParameterizedTest
    @CsvSource({"relief, 2, 7301", "relief, 3, 7311", "brightField, 2, 7321"})
    void cellsThatStandOutAreCounted(String contrast, int cells, long seed) {
        int accepted = 0;
        for (long s = seed; s < seed + 3; s++) {
            Drawn drawn = DrawnEmbryo.of(s, contrast, 0.6, 3)
                    .with("cells", cells)
                    .with("fragments", 0)
                    .with("unevenness", 10)
                    .draw();

            FieldOfView field = DrawnEmbryo.look(drawn);

            Summary summary = DrawnEmbryo.summary(field);
            if (summary.reading(BLASTOMERES).figure().isPresent()) {
                accepted++;
                assertThat(summary.reading(BLASTOMERES).figure()).hasValue((double) cells);
                assertThat(summary.reading(BLASTOMERE_DIAMETER).figure().orElseThrow())
                        .isCloseTo(
                                drawn.truth().value("blastomereDiameter"),
                                within(0.04 * drawn.truth().value("blastomereDiameter")));
                assertThat(summary.reading(BLASTOMERE_EVENNESS).figure().orElseThrow())
                        .isCloseTo(drawn.truth().value("blastomereEvenness"), within(0.05));
                assertThat(field.items()).hasSize(2 + cells);
            }
        }
        assertThat(accepted).isPositive();
    }

    @Test
    void cellsAboveOneAnotherAreNotCounted() {
        Drawn drawn = DrawnEmbryo.of(7341, "relief", 0.6, 3).with("cells", 8).draw();

        Summary summary = DrawnEmbryo.summary(DrawnEmbryo.look(drawn));

        assertThat(DrawnEmbryo.reason(summary, BLASTOMERES)).isIn("ambiguous", "weak-edge", "out-of-range");
        assertThat(DrawnEmbryo.reason(summary, BLASTOMERE_EVENNESS))
                .isEqualTo(DrawnEmbryo.reason(summary, BLASTOMERES));
    }

    @Test
    void oneCellIsNoCount() {
        Drawn drawn = DrawnEmbryo.of(7351, "relief", 0.6, 3).with("cells", 1).draw();

        FieldOfView field = DrawnEmbryo.look(drawn);

        assertThat(DrawnEmbryo.summary(field).reading(ZONA_OUTER_DIAMETER).figure())
                .isPresent();
        assertThat(DrawnEmbryo.reason(DrawnEmbryo.summary(field), BLASTOMERES)).isEqualTo("weak-edge");
    }

    @Test
    void fragmentsAreNotMeasuredYet() {
        Drawn drawn = DrawnEmbryo.of(7231, "relief", 0.6, 3).draw();

        assertThat(DrawnEmbryo.reason(DrawnEmbryo.summary(DrawnEmbryo.look(drawn)), FRAGMENTATION))
                .isEqualTo("no-validated-method");
    }
}
