package org.fertivision.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.fertivision.image.Frame;
import org.fertivision.image.Plane;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrientationTest {
    /** The stored picture is {@code ab/cd/ef}, two columns and three rows. */
    @ParameterizedTest
    @CsvSource({
        "1,2,abcdef",
        "2,2,badcfe",
        "3,2,fedcba",
        "4,2,efcdab",
        "5,3,acebdf",
        "6,3,ecafdb",
        "7,3,fdbeca",
        "8,3,bdface",
        "0,2,abcdef",
        "9,2,abcdef",
        "-1,2,abcdef"
    })
    void pictureStandsUpright(int number, int width, String expected) {
        byte[] letters = "abcdef".getBytes();
        short[] shorts = new short[6];
        for (int i = 0; i < 6; i++) {
            shorts[i] = (short) (letters[i] * 300);
        }
        Orientation orientation = Orientation.of(number);

        Plane plane =
                orientation.upright(Frame.gray(Plane.takeBytes(2, 3, letters))).gray();
        Plane deep =
                orientation.upright(Frame.gray(Plane.takeShorts(2, 3, shorts))).gray();

        int[] wanted = expected.chars().toArray();
        assertThat(plane.width()).isEqualTo(width);
        assertThat(Encoded.samples(plane)).isEqualTo(wanted);
        assertThat(Encoded.samples(deep))
                .isEqualTo(Arrays.stream(wanted).map(c -> c * 300 & 0xFFFF).toArray());
    }
}
