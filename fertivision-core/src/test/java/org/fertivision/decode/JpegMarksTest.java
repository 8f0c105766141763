package org.fertivision.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The bytes that begin markers, held against looking at every byte. */
class JpegMarksTest {
    @Test
    void theFirstMarkFromEveryPlaceToEveryEnd() {
        byte[] bytes = new byte[200];
        new Random(5).nextBytes(bytes);
        for (int at : new int[] {0, 3, 31, 32, 39, 90, 150, 199}) {
            bytes[at] = (byte) 0xFF;
        }
        for (int end = 0; end <= bytes.length; end++) {
            for (int from = 0; from <= end; from++) {
                int expected = from;
                while (expected < end && (bytes[expected] & 0xFF) != 0xFF) {
                    expected++;
                }
                assertThat(JpegMarks.next(bytes, from, end)).isEqualTo(expected);
            }
        }
    }
}
