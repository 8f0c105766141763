package org.fertivision.pixel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.fertivision.image.Region;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowBlurTest {
    @ParameterizedTest
    @CsvSource({"1, 1, 3", "37, 5, 9", "5, 37, 8", "64, 40, 1", "41, 23, 2", "30, 30, 0"})
    void addsTheTapsOfEachPixelFromTheMiddleOutward(int width, int height, int radius) {
        Random random = new Random(radius);
        float[] in = new float[width * height];
        for (int i = 0; i < in.length; i++) {
            in[i] = random.nextFloat();
        }
        float[] kernel = new float[radius + 1];
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] = random.nextFloat();
        }

        float[] out = new RowBlur(kernel, new Raster(new Region(2, 3, width, height), in)).blurred();

        assertThat(out).isEqualTo(plain(plain(in, kernel, width, height, 1, 0), kernel, width, height, 0, 1));
    }

    private static float[] plain(float[] in, float[] kernel, int width, int height, int dx, int dy) {
        float[] out = new float[in.length];
        for (int at = 0; at < out.length; at++) {
            int x = at % width;
            int y = at / width;
            out[at] = kernel[0] * in[at];
            for (int i = 1; i < kernel.length; i++) {
                int before = Math.max(0, y - i * dy) * width + Math.max(0, x - i * dx);
                int after = Math.min(height - 1, y + i * dy) * width + Math.min(width - 1, x + i * dx);
                out[at] += kernel[i] * (in[before] + in[after]);
            }
        }
        return out;
    }
}
