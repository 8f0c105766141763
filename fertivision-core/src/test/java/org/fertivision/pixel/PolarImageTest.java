package org.fertivision.pixel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.fertivision.image.Point;
import org.fertivision.image.Region;
import org.junit.jupiter.api.Test;

class PolarImageTest {
    @Test
    void theMiddleSizeIsThatOfTheSortedValues() {
        float[] samples = new float[21 * 21];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (i * 7919) % 101 - 50;
        }
        Raster raster = Raster.of(new Region(0, 0, 21, 21), samples);
        PolarImage polar = PolarImage.around(raster, new Point(10, 10), 16, 14, 1);
        float[] sizes = new float[16 * 14];
        int n = 0;
        for (int d = 0; d < 16; d++) {
            for (int i = 2; i < polar.inside(d); i++) {
                sizes[n++] = Math.abs(polar.at(d, i));
            }
        }
        Arrays.sort(sizes, 0, n);

        assertThat(polar.middleSize(2)).isEqualTo(sizes[n / 2]);
        assertThat(polar.middleSize(14)).isZero();
    }
}
