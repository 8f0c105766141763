package org.fertivision.embryo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.fertivision.finding.measures.EmbryoMeasures.OOPLASM_DIAMETER;
import static org.fertivision.finding.measures.EmbryoMeasures.OOPLASM_SHARE;
import static org.fertivision.finding.measures.EmbryoMeasures.PERIVITELLINE_AREA;
import static org.fertivision.finding.measures.EmbryoMeasures.ZONA_INNER_DIAMETER;
import static org.fertivision.finding.measures.EmbryoMeasures.ZONA_OUTER_DIAMETER;
import static org.fertivision.finding.measures.EmbryoMeasures.ZONA_SHARE;
import static org.fertivision.finding.measures.EmbryoMeasures.ZONA_THICKNESS;

import java.util.List;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Item;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Summary;
import org.fertivision.image.Frames;
import org.fertivision.phantom.Drawn;
import org.fertivision.phantom.Phantoms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Seeds from 7,000 on were never looked at while the finder was made. */
class OocyteOfPhantomsTest {
    private static final List<Measure> MICROMETERS =
            List.of(ZONA_OUTER_DIAMETER, ZONA_INNER_DIAMETER, ZONA_THICKNESS, OOPLASM_DIAMETER, PERIVITELLINE_AREA);

    @ParameterizedTest
    @CsvSource({"relief, 0.6, 3, 7001", "relief, 1.5, 6, 7011", "brightField, 0.6, 3, 7021", "brightField, 1.5, 6, 7031"
    })
    void bordersLieWhereTheyWereDrawn(String contrast, double blurUm, double noiseLevels, long seed) {
        for (long s = seed; s < seed + 3; s++) {
            Drawn drawn = DrawnOocyte.of(s, contrast, blurUm, noiseLevels).draw();

            Summary summary = DrawnOocyte.summary(DrawnOocyte.look(drawn));

            for (Measure diameter : List.of(ZONA_OUTER_DIAMETER, ZONA_INNER_DIAMETER, OOPLASM_DIAMETER)) {
                double known = drawn.truth().value(diameter.code());
                assertThat(summary.reading(diameter).figure().orElseThrow())
                        .as(diameter.code() + " of seed " + s)
                        .isCloseTo(known, within(0.03 * known));
            }
            assertThat(summary.reading(ZONA_THICKNESS).figure().orElseThrow())
                    .as("zona of seed " + s)
                    .isCloseTo(drawn.truth().value("zonaThickness"), within(1.5));
        }
    }

    @ParameterizedTest
    @CsvSource({"relief", "brightField"})
    void withoutCalibrationThereAreRatiosAndNoMicrometers(String contrast) {
        int zonas = 0;
        for (long seed = 7101; seed < 7105; seed++) {
            Drawn drawn = DrawnOocyte.of(seed, contrast, 0.8, 3).draw();

            Summary summary = DrawnOocyte.summary(DrawnOocyte.look(Frames.of(drawn.frame())));

            for (Measure measure : MICROMETERS) {
                assertThat(DrawnOocyte.reason(summary, measure)).isIn("uncalibrated", "ambiguous");
            }
            if (summary.reading(ZONA_SHARE).figure().isPresent()) {
                zonas++;
                assertRatios(drawn, summary);
            }
        }
        assertThat(zonas).isGreaterThanOrEqualTo(3);
    }

    /** The space about the cell is too thin to be a border's; with a scale the cell alone is measured. */
    @Test
    void withoutCalibrationASpaceThatIsTooThinHardlyEverPassesForAWiderOne() {
        int refused = 0;
        for (long seed = 7221; seed < 7231; seed++) {
            Drawn drawn = DrawnOocyte.of(seed, "brightField", 0.6, 3)
                    .with("pvsUm", 0.5)
                    .with("polarBodies", 0)
                    .draw();

            Summary summary = DrawnOocyte.summary(DrawnOocyte.look(Frames.of(drawn.frame())));

            if (DrawnOocyte.reason(summary, ZONA_SHARE).equals("ambiguous")) {
                refused++;
                assertThat(DrawnOocyte.reason(summary, OOPLASM_SHARE)).isEqualTo("ambiguous");
            } else {
                double zona = drawn.truth().value("zonaThickness");
                double outer = drawn.truth().value("zonaOuterDiameter");
                assertThat(summary.reading(ZONA_SHARE).figure().orElseThrow())
                        .as("seed " + seed)
                        .isCloseTo(200 * zona / outer, within(2.0));
            }
        }
        assertThat(refused).isGreaterThanOrEqualTo(8);
    }

    private static void assertRatios(Drawn drawn, Summary summary) {
        double zona = drawn.truth().value("zonaThickness");
        double outer = drawn.truth().value("zonaOuterDiameter");
        double ooplasm = drawn.truth().value("ooplasmDiameter");
        double inner = drawn.truth().value("zonaInnerDiameter");
        assertThat(summary.reading(ZONA_SHARE).figure().orElseThrow()).isCloseTo(200 * zona / outer, within(1.5));
        assertThat(summary.reading(OOPLASM_SHARE).figure().orElseThrow())
                .isCloseTo(100 * ooplasm * ooplasm / inner / inner, within(4.0));
    }

    @ParameterizedTest
    @CsvSource({
        "relief, oocytes, 0, weak-edge",
        "brightField, oocytes, 0, weak-edge",
        "relief, offCenterUm, 100, clipped",
        "brightField, offCenterUm, 100, clipped",
        "relief, oocytes, 2, ambiguous",
        "brightField, oocytes, 2, ambiguous",
        "relief, blurUm, 6, unfocused",
        "brightField, blurUm, 6, weak-edge"
    })
    void whatCannotBeMeasuredIsNot(String contrast, String setting, double value, String reason) {
        Drawn drawn = DrawnOocyte.of(7201, contrast, 0.8, 4)
                .with(setting, value)
                .with("width", value == 2 ? 760 : 400)
                .draw();

        Summary summary = DrawnOocyte.summary(DrawnOocyte.look(drawn));

        for (Measure measure : OocyteSummary.MEANS) {
            assertThat(DrawnOocyte.reason(summary, measure)).as(measure.code()).isEqualTo(reason);
        }
    }

    /** Noise makes its edges look 4.9 um wide, which is in focus; how little they stand out tells. */
    @Test
    void aStrongBlurUnderNoiseIsNotMeasured() {
        Drawn drawn = Phantoms.of("oocyte")
                .seed(900_025)
                .with("contrast", "relief")
                .with("blurUm", 6)
                .with("noiseLevels", 4.9033)
                .with("lightDeg", 63.6137)
                .with("gradient", 19.0482)
                .with("debris", 1)
                .draw();

        Summary summary = DrawnOocyte.summary(DrawnOocyte.look(drawn));

        for (Measure measure : OocyteSummary.MEANS) {
            assertThat(DrawnOocyte.reason(summary, measure)).as(measure.code()).isEqualTo("weak-edge");
        }
    }

    @Test
    void theRimOfAnEmptyWellIsNoOocyte() {
        Drawn drawn = DrawnOocyte.of(7211, "relief", 0.8, 4)
                .with("oocytes", 0)
                .with("well", true)
                .with("width", 600)
                .with("height", 600)
                .draw();

        assertThat(DrawnOocyte.reason(DrawnOocyte.summary(DrawnOocyte.look(drawn)), ZONA_OUTER_DIAMETER))
                .isEqualTo("weak-edge");
    }

    @Test
    void aSpaceThinnerThanItsEdgesIsTooThin() {
        Drawn drawn = DrawnOocyte.of(7221, "brightField", 0.6, 3)
                .with("pvsUm", 0.5)
                .with("polarBodies", 0)
                .draw();

        Summary summary = DrawnOocyte.summary(DrawnOocyte.look(drawn));

        assertThat(DrawnOocyte.reason(summary, PERIVITELLINE_AREA)).isEqualTo("too-thin");
        assertThat(DrawnOocyte.reason(summary, ZONA_THICKNESS)).isEqualTo("too-thin");
        assertThat(summary.reading(OOPLASM_DIAMETER).figure().orElseThrow())
                .isCloseTo(drawn.truth().value("ooplasmDiameter"), within(3.0));
    }

    /** Here the outer border's own shore passes for the inner border, 13 um off, but for how little it stands out. */
    @Test
    void theShoreOfTheOuterBorderIsNotTheInnerBorder() {
        Drawn drawn = DrawnOocyte.of(8063, "relief", 1.5, 6).with("debris", 12).draw();

        Summary summary = DrawnOocyte.summary(DrawnOocyte.look(drawn));

        assertThat(DrawnOocyte.reason(summary, ZONA_THICKNESS)).isEqualTo("ambiguous");
        assertThat(summary.reading(ZONA_OUTER_DIAMETER).figure()).isPresent();
    }

    @Test
    void eachBorderIsAnItemWithItsOutlineAndHowSureItIs() {
        FieldOfView field =
                DrawnOocyte.look(DrawnOocyte.of(7301, "relief", 0.8, 3).draw());

        assertThat(field.items())
                .extracting(item -> item.term("structure").orElseThrow())
                .containsExactly("zonaOuter", "zonaInner", "oolemma");
        assertThat(field.items())
                .allMatch(Item::counts)
                .allMatch(item -> item.outline().size() == 128);
    }
}
