package org.fertivision.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fertivision.FertiVision;
import org.fertivision.finding.RejectionCode;
import org.fertivision.image.Calibration;
import org.fertivision.request.Source;
import org.fertivision.scale.Graticule;
import org.fertivision.scale.WhichLines;
import org.fertivision.spi.RejectedException;
import org.junit.jupiter.api.Test;

/** A stage micrometer with its published scale, and chambers photographed through an eyepiece that distorts. */
class CalibrateRealTest {
    private static final double MICROMETER_UM_PER_PIXEL = 890 / 688.33;

    /** The corner square of 1 mm, from 339 to 715 of 1200 columns of the picture shrunk from 4032, measured by eye. */
    private static final double CHAMBER_UM_PER_PIXEL = 1000 / (376 * 4032 / 1200.0);

    @Test
    void stageMicrometerIsReadToAHalfPercent() {
        Path file = RealData.folder("stage-micrometer").resolve("cal10.png");
        try (FertiVision engine = FertiVision.create()) {
            Graticule found =
                    engine.calibrate(Source.of(file), 10, WhichLines.UNTOLD).graticule();
            double size = found.calibration().umPerPixelX();
            System.out.printf(
                    "stage micrometer: %.5f um/px (%+.3f %%), %d lines%n",
                    size,
                    100 * (size / MICROMETER_UM_PER_PIXEL - 1),
                    found.rulings().get(0).lines());
            assertThat(size).isCloseTo(MICROMETER_UM_PER_PIXEL, within(0.005 * MICROMETER_UM_PER_PIXEL));
        }
    }

    @Test
    void chambersAreReadToOnePercentOrNotAtAll() throws IOException {
        Path folder = RealData.folder("neubauer");
        try (FertiVision engine = FertiVision.create()) {
            for (Path file : RealData.files(folder)) {
                if (file.toString().endsWith(".jpg")) {
                    check(engine, file, 250);
                    check(engine, file, 50);
                }
            }
        }
    }

    /** Ticks of 5 or 10 mm; calipers of the same pictures say which, and agree within 1.3 % themselves. */
    @Test
    void depthTicksAreReadToOnePercentOrNotAtAll() throws IOException {
        Path folder = RealData.folder("mmotu");
        int right = 0;
        try (FertiVision engine = FertiVision.create()) {
            for (String[] row : calipers(folder)) {
                right += isRead(engine, folder.resolve(row[0]), Double.parseDouble(row[7])) ? 1 : 0;
            }
        }
        assertThat(right).isGreaterThanOrEqualTo(11);
    }

    private static boolean isRead(FertiVision engine, Path file, double pixelsPerCm) {
        try {
            Graticule.Ruling ticks = engine.calibrate(Source.of(file), 10_000, WhichLines.DEPTH_TICKS)
                    .graticule()
                    .rulings()
                    .get(0);
            double perCm = Math.round(pixelsPerCm / ticks.spacingPx());
            System.out.printf("%s: %d ticks, %.2f px%n", file.getFileName(), ticks.lines(), ticks.spacingPx());
            assertThat(perCm).isIn(1.0, 2.0);
            assertThat(ticks.spacingPx() * perCm).isCloseTo(pixelsPerCm, within(0.01 * pixelsPerCm));
            return true;
        } catch (RejectedException e) {
            System.out.printf("%s: %s%n", file.getFileName(), e.getMessage());
            return false;
        }
    }

    /** One row for each picture. */
    private static List<String[]> calipers(Path folder) throws IOException {
        return Files.readAllLines(folder.resolve("calipers.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .filter(row -> row[1].equals("1"))
                .toList();
    }

    private static void check(FertiVision engine, Path file, double spacingUm) {
        try {
            Calibration size = engine.calibrate(Source.of(file), spacingUm, WhichLines.UNTOLD)
                    .graticule()
                    .calibration();
            System.out.printf(
                    "%s, %.0f um: %.5f x %.5f um/px%n",
                    file.getFileName(), spacingUm, size.umPerPixelX(), size.umPerPixelY());
            assertThat(Math.sqrt(size.pixelAreaUm2()))
                    .isCloseTo(CHAMBER_UM_PER_PIXEL, within(0.01 * CHAMBER_UM_PER_PIXEL));
        } catch (RejectedException e) {
            System.out.printf("%s, %.0f um: %s%n", file.getFileName(), spacingUm, e.getMessage());
            assertThat(e.rejection().code()).isEqualTo(RejectionCode.UNUSABLE_IMAGE);
        }
    }
}
