package org.fertivision.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.stream.Stream;
import org.fertivision.finding.Rejection;
import org.fertivision.finding.RejectionCode;
import org.fertivision.request.Limits;
import org.fertivision.spi.Descriptor.Channels;
import org.fertivision.spi.RejectedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HeaderGuardTest {
    private static final BufferedImage GRAY = Encoded.drawn(30, 20, BufferedImage.TYPE_BYTE_GRAY);
    private static final BufferedImage COLOR = Encoded.drawn(30, 20, BufferedImage.TYPE_INT_RGB);

    /** A file, a limit, and the value that the file has of it: accepted at that value and above, refused below. */
    static Stream<Arguments> files() {
        byte[] progressive = Encoded.jpeg(COLOR, true);
        byte[] comment = JpegParts.withSegment(Encoded.jpeg(GRAY), 0xFE, new byte[500]);
        byte[] twice = JpegParts.withSegment(comment, 0xFE, new byte[98]);
        byte[] text = new PngParts()
                .header(1, 1, 8, 0, 0)
                .chunk("zTXt", new byte[77])
                .data((byte) 0, (byte) 1)
                .end();
        Map<Integer, Object> tags = TiffParts.tags(3, 2, 8, 1, 1);
        tags.put(278, new long[] {1});
        byte[] strips = new TiffParts(ByteOrder.BIG_ENDIAN)
                .page(tags, new byte[3], new byte[3])
                .end();
        return Stream.of(
                Arguments.of("side", Encoded.jpeg(COLOR), Narrow.SIDE, 30, RejectionCode.IMAGE_TOO_LARGE),
                Arguments.of("side", Encoded.png(COLOR), Narrow.SIDE, 30, RejectionCode.IMAGE_TOO_LARGE),
                Arguments.of("side", Encoded.tiff("LZW", COLOR), Narrow.SIDE, 30, RejectionCode.IMAGE_TOO_LARGE),
                Arguments.of("pixels", Encoded.jpeg(COLOR), Narrow.PIXELS, 600, RejectionCode.IMAGE_TOO_LARGE),
                Arguments.of("pixels", Encoded.png(COLOR), Narrow.PIXELS, 600, RejectionCode.IMAGE_TOO_LARGE),
                Arguments.of("pixels", Encoded.tiff("LZW", COLOR), Narrow.PIXELS, 600, RejectionCode.IMAGE_TOO_LARGE),
                Arguments.of("bytes", Encoded.jpeg(GRAY), Narrow.DECODED_BYTES, 600, RejectionCode.IMAGE_TOO_LARGE),
                Arguments.of("bytes", Encoded.jpeg(COLOR), Narrow.DECODED_BYTES, 1800, RejectionCode.IMAGE_TOO_LARGE),
                Arguments.of("bytes", Encoded.png(COLOR), Narrow.DECODED_BYTES, 1800, RejectionCode.IMAGE_TOO_LARGE),
                Arguments.of(
                        "bytes of all pages",
                        Encoded.tiff("none", GRAY, GRAY, GRAY),
                        Narrow.DECODED_BYTES,
                        1800,
                        RejectionCode.IMAGE_TOO_LARGE),
                Arguments.of(
                        "pages",
                        Encoded.tiff("none", GRAY, GRAY, GRAY),
                        Narrow.PAGES,
                        3,
                        RejectionCode.TOO_MANY_FRAMES),
                Arguments.of("scans", progressive, Narrow.SCANS, scans(progressive), RejectionCode.STRUCTURE_LIMIT),
                Arguments.of("comment", comment, Narrow.METADATA, 502, RejectionCode.STRUCTURE_LIMIT),
                Arguments.of("comments together", twice, Narrow.METADATA, 602, RejectionCode.STRUCTURE_LIMIT),
                Arguments.of("text", text, Narrow.METADATA, 77, RejectionCode.STRUCTURE_LIMIT),
                Arguments.of("chunks", text, Narrow.CHUNKS, 4, RejectionCode.STRUCTURE_LIMIT),
                Arguments.of("tags", strips, Narrow.TAGS, 9, RejectionCode.STRUCTURE_LIMIT),
                Arguments.of("strips", strips, Narrow.STRIPS, 2, RejectionCode.STRUCTURE_LIMIT));
    }

    @ParameterizedTest(name = "{0}: {2} {3}")
    @MethodSource("files")
    void limitHoldsToTheLastUnit(String name, byte[] file, Narrow limit, int value, RejectionCode code) {
        Encoded.decode(file, Channels.COLOR, limit.to(value + 1));
        Encoded.decode(file, Channels.COLOR, limit.to(value));

        Rejection rejection =
                Encoded.refusal(file, Channels.COLOR, limit.to(value - 1)).rejection();

        assertThat(rejection.code()).isEqualTo(code);
        Rejection.Limit passed = rejection.passedLimit().orElseThrow();
        assertThat(passed.value()).isEqualTo(value - 1);
        assertThat(passed.actual()).isGreaterThanOrEqualTo(value);
        assertThat(rejection.detail()).contains(Integer.toString(value - 1));
    }

    @Test
    void expansionIsLimitedAboveOneMegapixelOnly() {
        HeaderGuard guard = new HeaderGuard(Narrow.EXPANSION.to(100), 20_000);

        guard.picture("PNG", 1_000, 1_000, 3, 2, 1);
        guard.picture("PNG", 1_000, 1_999, 1, 1, 1);
        guard.picture("PNG", 1_000, 2_000, 1, 1, 1);
        assertThatThrownBy(() -> guard.picture("PNG", 1_000, 2_001, 1, 1, 1))
                .isInstanceOfSatisfying(RejectedException.class, e -> {
                    assertThat(e.rejection().code()).isEqualTo(RejectionCode.DECOMPRESSION_RATIO);
                    assertThat(e.rejection().passedLimit().orElseThrow().actual())
                            .isEqualTo(100.05);
                });
    }

    @Test
    void productsThatOverflowAreTooLarge() {
        Limits boundless = new Limits(
                Long.MAX_VALUE,
                Integer.MAX_VALUE,
                Long.MAX_VALUE,
                Integer.MAX_VALUE,
                1,
                1,
                Long.MAX_VALUE - 1,
                Integer.MAX_VALUE,
                1,
                1,
                1,
                1,
                1);
        HeaderGuard guard = new HeaderGuard(boundless, Long.MAX_VALUE);

        for (long[] size : new long[][] {{0xFFFFFFFFL, 0xFFFFFFFFL}, {65_536, 65_536}, {Integer.MAX_VALUE, 2}}) {
            assertThatThrownBy(() -> guard.picture("TIFF", size[0], size[1], 3, 2, 1))
                    .isInstanceOfSatisfying(
                            RejectedException.class,
                            e -> assertThat(e.rejection().code()).isEqualTo(RejectionCode.IMAGE_TOO_LARGE));
        }
        assertThatThrownBy(() -> guard.picture("TIFF", 40_000, 50_000, 16, 4, 1L << 40))
                .isInstanceOf(RejectedException.class);
    }

    @Test
    void headerAloneIsEnoughToRefuse() {
        byte[] bomb =
                new PngParts().header(16_384, 3_900, 16, 2, 0).data((byte) 0).end();

        assertThat(Encoded.refusal(bomb).rejection().code()).isEqualTo(RejectionCode.IMAGE_TOO_LARGE);
    }

    @Test
    void pictureWithoutPixelsIsNone() {
        byte[] empty = new PngParts().header(0, 5, 8, 0, 0).data((byte) 0).end();

        assertThat(Encoded.refusal(empty).rejection().code()).isEqualTo(RejectionCode.UNDECODABLE_IMAGE);
        assertThat(Encoded.refusal(empty).rejection().detail()).contains("0 x 5");
    }

    private static int scans(byte[] jpeg) {
        int scans = 0;
        for (int i = 0; i + 1 < jpeg.length; i++) {
            if (jpeg[i] == (byte) 0xFF && jpeg[i + 1] == (byte) 0xDA) {
                scans++;
            }
        }
        return scans;
    }
}
