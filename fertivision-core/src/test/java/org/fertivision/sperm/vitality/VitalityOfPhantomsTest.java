package org.fertivision.sperm.vitality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.fertivision.FertiVision;
import org.fertivision.finding.Findings;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Reading;
import org.fertivision.finding.measures.FieldMeasures;
import org.fertivision.finding.measures.SpermMeasures;
import org.fertivision.image.Calibration;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;
import org.fertivision.image.Plane;
import org.fertivision.phantom.Drawn;
import org.fertivision.phantom.Phantoms;
import org.fertivision.request.Request;
import org.fertivision.request.Source;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VitalityOfPhantomsTest {
    private static final int THREAD_PX = 50;
    private static final int THREAD_X = 40;
    private static final int THREAD_Y = 30;

    @ParameterizedTest
    @CsvSource({"doubles, 10", "bleed, 20", "snr, 25", "gradient, 0.2", "debris, 0.5", "live, 5"})
    void liveShareIsTheTrueOneUnderTrouble(String setting, double value) {
        double live = 0;
        double trueLive = 0;
        double cells = 0;
        double trueCells = 0;
        for (Drawn drawn : fields(setting, value)) {
            Findings found = analyze(drawn, true);
            double n = value(found, SpermMeasures.CELLS);
            double trueN = drawn.truth().value("cells");
            cells += n;
            trueCells += trueN;
            live += value(found, SpermMeasures.LIVE) * n / 100;
            trueLive += drawn.truth().value("live") * trueN / 100;
        }

        // cells in the phantom keep apart, so only cells cut by the border may go missing
        assertThat(cells).isCloseTo(trueCells, within(0.03 * trueCells));
        assertThat(100 * live / cells).isCloseTo(100 * trueLive / trueCells, within(1.5));
    }

    @ParameterizedTest
    @CsvSource({
        "10, 0, 5, none",
        "10, 10, 20, none",
        "5, 0, 0, none",
        "5, 10, 20, none",
        "5, 2, 5, red",
        "5, 2, 5, green"
    })
    void noisyPicturesShowTheirCells(double snr, double doubles, double bleed, String emptyChannel) {
        for (int seed = 21; seed <= 22; seed++) {
            Drawn drawn = Phantoms.of("sperm-vitality")
                    .with("snr", snr)
                    .with("doubles", doubles)
                    .with("bleed", bleed)
                    .with("emptyChannel", emptyChannel)
                    .seed(seed)
                    .draw();

            Findings found = analyze(drawn, true);

            double cells = drawn.truth().value("cells");
            assertThat(value(found, SpermMeasures.CELLS)).isCloseTo(cells, within(0.01 * cells));
            assertThat(value(found, SpermMeasures.LIVE)).isCloseTo(drawn.truth().value("live"), within(1.0));
        }
    }

    @Test
    void aThreadOfTheSizeOfACellIsNoCell() {
        Drawn drawn = Phantoms.of("sperm-vitality").with("debris", 0).seed(6).draw();
        Frame frame = drawn.frame();
        byte[] green = new byte[frame.width() * frame.height()];
        for (int y = 0; y < frame.height(); y++) {
            frame.green().rowBytes(y, green, y * frame.width());
        }
        for (int i = 0; i < 2 * THREAD_PX; i++) {
            green[(THREAD_Y + i % 2) * frame.width() + THREAD_X + i / 2] = (byte) 200;
        }
        Plane threaded = Plane.takeBytes(frame.width(), frame.height(), green);

        Findings found = analyze(Frame.color(frame.red(), threaded, frame.blue()), drawn.calibration());

        assertThat(value(found, SpermMeasures.CELLS)).isEqualTo(value(analyze(drawn, true), SpermMeasures.CELLS));
        assertThat(found.fields().get(0).items())
                .filteredOn(item -> item.whyExcluded()
                        .filter(why -> why.reason().equals("thread-like"))
                        .isPresent())
                .hasSize(1);
    }

    @Test
    void anEmptyChannelShowsNoCells() {
        Drawn noDead = Phantoms.of("sperm-vitality")
                .with("emptyChannel", "red")
                .seed(5)
                .draw();

        Findings found = analyze(noDead, true);

        assertThat(value(found, SpermMeasures.DEAD)).isZero();
        assertThat(found.summary().reading(SpermMeasures.DEAD))
                .isInstanceOfSatisfying(
                        Reading.Measured.class,
                        m -> assertThat(m.interval().orElseThrow().hi()).isPositive());
    }

    @Test
    void withoutCalibrationTheSameCellsAreFoundAndNoMicrometerIsGiven() {
        Drawn drawn = Phantoms.of("sperm-vitality").with("debris", 0).seed(6).draw();

        Findings known = analyze(drawn, true);
        Findings unknown = analyze(drawn, false);

        assertThat(value(unknown, SpermMeasures.CELLS))
                .isCloseTo(value(known, SpermMeasures.CELLS), within(0.02 * value(known, SpermMeasures.CELLS)));
        assertThat(unknown.fields().get(0).items())
                .allSatisfy(item -> assertThat(item.reading(FieldMeasures.AREA))
                        .isInstanceOfSatisfying(
                                Reading.NotMeasured.class,
                                n -> assertThat(n.reason()).isEqualTo("uncalibrated")));
    }

    private static List<Drawn> fields(String setting, double value) {
        List<Drawn> fields = new ArrayList<>();
        for (int seed = 1; seed <= 4; seed++) {
            fields.add(Phantoms.of("sperm-vitality")
                    .with("background", 40)
                    .with("greenContrast", 110)
                    .with(setting, value)
                    .seed(seed)
                    .draw());
        }
        return fields;
    }

    private static Findings analyze(Drawn drawn, boolean calibrated) {
        return analyze(drawn.frame(), calibrated ? drawn.calibration() : null);
    }

    private static Findings analyze(Frame frame, @Nullable Calibration calibration) {
        try (FertiVision engine = FertiVision.create()) {
            Request.Builder request = Request.of("sperm-vitality").field(Source.frames(() -> Frames.of(frame)));
            if (calibration != null) {
                request.calibration(calibration);
            }
            return engine.analyze(request.build()).orElseThrow().findings();
        }
    }

    private static double value(Findings found, Measure measure) {
        return found.summary().reading(measure).figure().orElseThrow();
    }
}
