package org.fertivision.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.fertivision.image.Plane;
import org.fertivision.phantom.Drawn;
import org.fertivision.phantom.Phantom;
import org.fertivision.phantom.Phantoms;
import org.fertivision.spi.RejectedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Drawn rulings of known spacing are read to a thousandth; what is no ruling is refused. */
class GraticuleReaderTest {
    private static final Phantom<Drawn> SMALL =
            Phantoms.of("graticule").with("width", 480).with("height", 360);

    @ParameterizedTest
    @CsvSource({
        // pattern, um/px, spacing, angle, snr, defocus, gradient, polarity, strokes, seed
        "micrometer, 1.3, 10, 0, 20, 0, 5, dark, 0, 101",
        "micrometer, 1.293, 10, -2.9, 10, 1, 20, dark, 12, 102",
        "micrometer, 0.65, 10, 31.7, 20, 1, 10, dark, 12, 103",
        "micrometer, 0.33, 10, 88.2, 8, 0.5, 5, bright, 0, 104",
        "micrometer, 1.9, 10, 12.4, 20, 0, 5, dark, 0, 105",
        "squares, 1.1, 50, 4.3, 10, 1, 20, bright, 20, 106",
        "squares, 0.9, 50, 41, 20, 1, 5, dark, 0, 107",
        "lines, 0.7, 20, -63, 5, 0, 30, dark, 0, 108"
    })
    void drawnRulingsAreReadToAThousandth(
            String pattern,
            double umPerPixel,
            double spacing,
            double angle,
            double snr,
            double defocus,
            double gradient,
            String polarity,
            int strokes,
            long seed) {
        Phantom<Drawn> phantom = SMALL.with("pattern", pattern)
                .with("umPerPixel", umPerPixel)
                .with("spacingUm", spacing)
                .with("lineUm", spacing / 5)
                .with("angleDeg", angle)
                .with("snr", snr)
                .with("defocusUm", defocus)
                .with("gradient", gradient)
                .with("polarity", polarity)
                .with("strokes", strokes);

        Graticule found = GraticuleReader.read(plane(phantom, seed), spacing, WhichLines.UNTOLD);

        assertThat(found.calibration().umPerPixelX()).isCloseTo(umPerPixel, within(0.001 * umPerPixel));
        assertThat(found.calibration().isSquare()).isTrue();
        assertThat(found.rulings()).hasSize(pattern.equals("squares") ? 2 : 1);
    }

    @Test
    void intervalsHoldTheTruthAboutAsOftenAsTheySay() {
        List<Boolean> held = new ArrayList<>();
        for (long seed = 200; seed < 224; seed++) {
            Phantom<Drawn> phantom = SMALL.with("width", 240)
                    .with("height", 180)
                    .with("angleDeg", seed - 212)
                    .with("snr", 4)
                    .with("umPerPixel", 1);
            Graticule.Ruling ruling = GraticuleReader.read(plane(phantom, seed), 10, WhichLines.UNTOLD)
                    .rulings()
                    .get(0);
            held.add(ruling.ci95().contains(1));
        }
        // 24 intervals of 95 % hold 19 times or more with a probability of 99.9 %
        assertThat(held.stream().filter(h -> h).count()).isGreaterThanOrEqualTo(19);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5, 6, 9})
    void fiveLinesAreTheFewest(int lines) {
        Phantom<Drawn> phantom =
                SMALL.with("pattern", "lines").with("spacingUm", 40).with("lines", lines);
        Plane plane = plane(phantom, 300 + lines);

        if (lines < 5) {
            isRefused(plane, "no five or more straight lines");
        } else {
            Graticule found = GraticuleReader.read(plane, 40, WhichLines.UNTOLD);
            assertThat(found.rulings().get(0).lines()).isEqualTo(lines);
            assertThat(found.calibration().umPerPixelX()).isCloseTo(1.3, within(0.005));
        }
    }

    @Test
    void squaresThatAreNoneAreRefusedUnlessSomebodySaysWhichLinesAreMeant() {
        Plane plaid =
                plane(SMALL.with("pattern", "squares").with("spacingUm", 30).with("acrossUm", 43), 401);

        isRefused(plaid, "--lines fine or coarse");
        assertThat(GraticuleReader.read(plaid, 30, WhichLines.FINE)
                        .calibration()
                        .umPerPixelX())
                .isCloseTo(1.3, within(0.002));
        assertThat(GraticuleReader.read(plaid, 43, WhichLines.COARSE)
                        .calibration()
                        .umPerPixelX())
                .isCloseTo(1.3, within(0.002));
    }

    @Test
    void farLinesAreNotBelievedWhereCloseOnesBesideThemSayAnotherSize() {
        Plane whole = closeBesideFar(50);
        Plane stretched = closeBesideFar(53);

        assertThat(GraticuleReader.read(whole, 50, WhichLines.COARSE)
                        .calibration()
                        .umPerPixelX())
                .isCloseTo(1.3, within(0.005));
        for (WhichLines which : List.of(WhichLines.UNTOLD, WhichLines.FINE, WhichLines.COARSE)) {
            assertThatThrownBy(() -> GraticuleReader.read(stretched, 50, which))
                    .isInstanceOf(RejectedException.class)
                    .hasMessageContaining("disagree by 6");
        }
    }

    /** Lines every 10 um in the left half, and every so many in the right one. */
    private static Plane closeBesideFar(double farUm) {
        Phantom<Drawn> lines = SMALL.with("pattern", "lines").with("width", 500).with("height", 400);
        Plane close = plane(lines.with("spacingUm", 10).with("lineUm", 2), 411);
        Plane far = plane(lines.with("spacingUm", farUm).with("lineUm", 4), 412);
        int width = close.width();
        byte[] both = new byte[2 * width * close.height()];
        for (int y = 0; y < close.height(); y++) {
            close.rowBytes(y, both, 2 * y * width);
            far.rowBytes(y, both, (2 * y + 1) * width);
        }
        return Plane.takeBytes(2 * width, close.height(), both);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sperm-count", "sperm-morphology", "sperm-vitality"})
    void fieldsOfCellsAreRefused(String kind) {
        for (long seed = 500; seed < 503; seed++) {
            Phantom<Drawn> phantom = Phantoms.of(kind).with("width", 640).with("height", 480);
            isRefused(plane(phantom, seed), "cannot be told");
        }
    }

    @Test
    void noiseAloneOneLineAndWritingAreRefused() {
        Phantom<Drawn> lone = SMALL.with("pattern", "lines").with("lines", 1).with("lineUm", 6);
        Phantom<Drawn> written = SMALL.with("pattern", "lines").with("lines", 1).with("strokes", 150);
        for (long seed = 600; seed < 603; seed++) {
            isRefused(plane(lone.with("contrast", 2).with("snr", 1), seed), "cannot be told");
            isRefused(plane(lone, seed), "cannot be told");
            isRefused(plane(written, seed), "cannot be told");
        }
        isRefused(Plane.takeBytes(300, 200, new byte[60_000]), "cannot be told");
        isRefused(Plane.takeBytes(1, 1, new byte[1]), "cannot be told");
    }

    @Test
    void spacingsOutOfRangeAreNoSpacings() {
        Plane plane = plane(SMALL, 1);
        for (double spacing : new double[] {0, -1, 0.009, 1.1e5, Double.NaN}) {
            assertThatThrownBy(() -> GraticuleReader.read(plane, spacing, WhichLines.UNTOLD))
                    .isInstanceOf(RejectedException.class)
                    .hasMessageContaining("spacing of lines");
        }
    }

    private static void isRefused(Plane plane, String because) {
        assertThatThrownBy(() -> GraticuleReader.read(plane, 10, WhichLines.UNTOLD))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining(because);
    }

    private static Plane plane(Phantom<Drawn> phantom, long seed) {
        return phantom.seed(seed).draw().frame().gray();
    }
}
