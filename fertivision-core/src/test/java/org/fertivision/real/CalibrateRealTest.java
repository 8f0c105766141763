package org.fertivision.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
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
