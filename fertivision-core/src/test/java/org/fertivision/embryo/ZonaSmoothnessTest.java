package org.fertivision.embryo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.fertivision.image.Point;
import org.fertivision.phantom.Drawn;
import org.fertivision.pixel.Binning;
import org.fertivision.pixel.Raster;
import org.junit.jupiter.api.Test;

class ZonaSmoothnessTest {
    /** A border that is put inwards by its width may end past the center, as in the picture of an empty well. */
    @Test
    void aBorderPastTheCenterIsAsOneAtIt() {
        Drawn drawn = DrawnOocyte.of(7601, "relief", 0.8, 3).draw();
        Raster raster = Binning.of(drawn.frame().gray(), 1);

        assertThat(ZonaSmoothness.of(raster, new Point(200, 200), around(60), around(-7), 0.5))
                .isEqualTo(ZonaSmoothness.of(raster, new Point(200, 200), around(60), around(-5.5), 0.5))
                .isPresent();
    }

    private static double[] around(double distance) {
        double[] all = new double[256];
        Arrays.fill(all, distance);
        return all;
    }
}
