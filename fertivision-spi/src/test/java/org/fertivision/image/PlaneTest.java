package org.fertivision.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaneTest {
    @Property
    void bytesAreReadAsTheUnsignedValuesTheyAre(@ForAll @Size(12) byte[] samples) {
        Plane plane = Plane.takeBytes(4, 3, samples.clone());
        int[] row = new int[4];
        byte[] bytes = new byte[6];
        for (int y = 0; y < 3; y++) {
            plane.row(y, row);
            plane.rowBytes(y, bytes, 2);
            for (int x = 0; x < 4; x++) {
                int wanted = Byte.toUnsignedInt(samples[y * 4 + x]);
                assertThat(plane.at(x, y)).isEqualTo(wanted);
                assertThat(row[x]).isEqualTo(wanted);
                assertThat(bytes[2 + x]).isEqualTo(samples[y * 4 + x]);
            }
        }
    }

    @Property
    void shortsAreReadAsTheUnsignedValuesTheyAre(@ForAll @Size(12) short[] samples) {
        Plane plane = Plane.takeShorts(4, 3, samples.clone());
        int[] row = new int[4];
        for (int y = 0; y < 3; y++) {
            plane.row(y, row);
            for (int x = 0; x < 4; x++) {
                assertThat(plane.at(x, y)).isEqualTo(Short.toUnsignedInt(samples[y * 4 + x]));
                assertThat(row[x]).isEqualTo(plane.at(x, y));
            }
        }
    }

    @Test
    void knowsItsDepth() {
        Plane eight = Plane.takeBytes(2, 1, new byte[] {0, (byte) 255});
        Plane sixteen = Plane.takeShorts(2, 1, new short[] {0, (short) 65_535});

        assertThat(eight.bits()).isEqualTo(8);
        assertThat(eight.maximum()).isEqualTo(255).isEqualTo(eight.at(1, 0));
        assertThat(sixteen.bits()).isEqualTo(16);
        assertThat(sixteen.maximum()).isEqualTo(65_535).isEqualTo(sixteen.at(1, 0));
        assertThatIllegalStateException().isThrownBy(() -> sixteen.rowBytes(0, new byte[2], 0));
    }

    @ParameterizedTest
    @CsvSource({"-1,0", "2,0", "0,-1", "0,3"})
    void refusesPlacesOutside(int x, int y) {
        Plane plane = Plane.takeBytes(2, 3, new byte[6]);

        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> plane.at(x, y));
    }

    @ParameterizedTest
    @CsvSource({"0,0,0", "0,1,0", "1,0,0", "2,2,3", "2,2,5", "65536,65536,0", "-2,-2,4"})
    void refusesAnArrayThatDoesNotFit(int width, int height, int length) {
        assertThatIllegalArgumentException().isThrownBy(() -> Plane.takeBytes(width, height, new byte[length]));
        assertThatIllegalArgumentException().isThrownBy(() -> Plane.takeShorts(width, height, new short[length]));
    }

    @Property
    void lumaIsTheWeightedMeanRoundedToTheNearest(
            @ForAll @IntRange(max = 255) int r,
            @ForAll @IntRange(max = 255) int g,
            @ForAll @IntRange(max = 255) int b) {
        int luma = Frame.color(one(r), one(g), one(b)).gray().at(0, 0);

        assertThat((double) luma).isBetween(exact(r, g, b) - 0.505, exact(r, g, b) + 0.505);
    }

    @Property
    void lumaOfDeepPixelsIsTheWeightedMean(
            @ForAll @IntRange(max = 65_535) int r,
            @ForAll @IntRange(max = 65_535) int g,
            @ForAll @IntRange(max = 65_535) int b) {
        Plane gray = Frame.color(deep(r), deep(g), deep(b)).gray();

        assertThat(gray.bits()).isEqualTo(16);
        assertThat((double) gray.at(0, 0)).isBetween(exact(r, g, b) - 1.5, exact(r, g, b) + 1.5);
    }

    @Property
    void grayPixelsInThreeChannelsStayAsTheyAre(@ForAll @IntRange(max = 255) int level) {
        assertThat(Frame.color(one(level), one(level), one(level)).gray().at(0, 0))
                .isEqualTo(level);
        int deepLevel = level * 257;
        assertThat(Frame.color(deep(deepLevel), deep(deepLevel), deep(deepLevel))
                        .gray()
                        .at(0, 0))
                .isEqualTo(deepLevel);
    }

    private static double exact(int r, int g, int b) {
        return 0.299 * r + 0.587 * g + 0.114 * b;
    }

    private static Plane one(int level) {
        return Plane.takeBytes(1, 1, new byte[] {(byte) level});
    }

    private static Plane deep(int level) {
        return Plane.takeShorts(1, 1, new short[] {(short) level});
    }
}
