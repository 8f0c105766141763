package org.fertivision.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.fertivision.image.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PerimeterTest {
    private static Blob only(int width, int height, String rows) {
        boolean[] bits = new boolean[width * height];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = rows.charAt(i) == '#';
        }
        return Components.of(Mask.of(new Region(2, 3, width, height), bits), Connectivity.EIGHT)
                .get(0);
    }

    /** Pixels whose center lies inside. */
    private static Blob ellipse(double length, double width, double angle, double dx, double dy) {
        int side = (int) length + 6;
        boolean[] bits = new boolean[side * side];
        for (int i = 0; i < bits.length; i++) {
            double x = i % side + 0.5 - side / 2.0 - dx;
            double y = i / side + 0.5 - side / 2.0 - dy;
            double u = (x * Math.cos(angle) + y * Math.sin(angle)) / (length / 2);
            double v = (y * Math.cos(angle) - x * Math.sin(angle)) / (width / 2);
            bits[i] = u * u + v * v <= 1;
        }
        return Components.of(Mask.of(new Region(0, 0, side, side), bits), Connectivity.EIGHT)
                .get(0);
    }

    @ParameterizedTest
    @CsvSource({"0.24, 0.6, 1.1", "0.12, 0.4, 0.6", "0.081, 0.3, 0.4"})
    void ellipsesComeOutAThirdOfAPixelTooLongAtMost(double umPerPixel, double biasPercent, double spreadPercent) {
        double length = 4.1 / umPerPixel;
        double width = 2.8 / umPerPixel;
        double truth = Drawing.eggPerimeter(length, width, 0);
        double sum = 0;
        double squares = 0;
        int n = 300;
        Random random = new Random(6);
        for (int i = 0; i < n; i++) {
            Blob blob = ellipse(length, width, Math.PI * i / n, random.nextDouble(), random.nextDouble());
            double error = 100 * (Perimeter.estimated(blob) / truth - 1);
            sum += error;
            squares += error * error;
        }
        assertThat(sum / n / 100 * truth).isBetween(0.0, 1.0 / 3);
        assertThat(sum / n).isCloseTo(0, within(biasPercent));
        assertThat(Math.sqrt(squares / n)).isLessThan(spreadPercent);
    }

    @Test
    void chainsOfSmallShapesAreThoseCountedByHand() {
        assertThat(Perimeter.estimated(only(1, 1, "#"))).isCloseTo(Math.PI, within(1e-12));
        // eight straight steps, four corners
        assertThat(Perimeter.estimated(only(3, 3, "#########")))
                .isCloseTo(8 * 0.980 - 4 * 0.091 + Math.PI, within(1e-12));
        // four diagonal steps, four corners
        assertThat(Perimeter.estimated(only(3, 3, ".#.###.#.")))
                .isCloseTo(4 * 1.406 - 4 * 0.091 + Math.PI, within(1e-12));
        // there and back again
        assertThat(Perimeter.estimated(only(4, 1, "####"))).isCloseTo(6 * 0.980 - 2 * 0.091 + Math.PI, within(1e-12));
    }

    @Test
    void pixelEdgesGoAroundTheOutsideOnly() {
        assertThat(Perimeter.ofPixelEdges(only(1, 1, "#"))).isEqualTo(4);
        assertThat(Perimeter.ofPixelEdges(only(3, 3, "####.####"))).isEqualTo(12);
        assertThat(Perimeter.ofPixelEdges(only(2, 2, "#..#"))).isEqualTo(8);
    }

    @Property(tries = 200)
    void whateverTheShapeTheWalkEnds(
            @ForAll @IntRange(min = 1, max = 14) int width,
            @ForAll @IntRange(min = 1, max = 14) int height,
            @ForAll @IntRange(min = 2, max = 5) int rare,
            @ForAll long seed) {
        Random random = new Random(seed);
        boolean[] bits = new boolean[width * height];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = random.nextInt(rare) > 0;
        }
        for (Blob blob : Components.of(Mask.of(new Region(0, 0, width, height), bits), Connectivity.EIGHT)) {
            assertThat(Perimeter.estimated(blob)).isGreaterThanOrEqualTo(Math.PI);
            assertThat(Perimeter.ofPixelEdges(blob))
                    .isGreaterThanOrEqualTo(2 * (blob.box().width() + blob.box().height()));
        }
    }
}
