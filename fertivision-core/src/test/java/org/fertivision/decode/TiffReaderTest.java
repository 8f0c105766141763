package org.fertivision.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.fertivision.finding.Notice;
import org.fertivision.finding.RejectionCode;
import org.fertivision.image.Calibration;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;
import org.fertivision.spi.RejectedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TiffReaderTest {
    @ParameterizedTest
    @ValueSource(strings = {"none", "LZW", "Deflate", "ZLib", "PackBits"})
    void samplesAreThoseThatWereWritten(String compression) {
        BufferedImage[] pictures = {
            Encoded.drawn(71, 45, BufferedImage.TYPE_BYTE_GRAY),
            Encoded.drawn(71, 45, BufferedImage.TYPE_INT_RGB),
            Encoded.deep(71, 45, 1),
            Encoded.deep(71, 45, 3)
        };
        for (BufferedImage drawn : pictures) {
            assertSame(Encoded.tiff(compression, drawn), drawn);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"LZW", "Deflate", "PackBits"})
    void tilesThatStickOutAreCutOff(String compression) {
        for (BufferedImage drawn :
                new BufferedImage[] {Encoded.drawn(71, 45, BufferedImage.TYPE_INT_RGB), Encoded.deep(71, 45, 1)}) {
            assertSame(Encoded.tiledTiff(compression, drawn, 32), drawn);
        }
    }

    @Test
    void jpegStreamsAreWhatTheJdkDecodes() throws IOException {
        BufferedImage color = Encoded.drawn(71, 45, BufferedImage.TYPE_INT_RGB);
        BufferedImage gray = Encoded.drawn(71, 45, BufferedImage.TYPE_BYTE_GRAY);
        for (byte[] file : new byte[][] {
            Encoded.tiff("JPEG", color), Encoded.tiff("JPEG", gray), Encoded.tiledTiff("JPEG", color, 32)
        }) {
            assertSame(file, ImageIO.read(new ByteArrayInputStream(file)));
            assertThat(Encoded.only(Encoded.gray(file)).planes()).hasSize(1);
        }
    }

    @Test
    void longLzwStripsUseEveryWidthOfCode() {
        BufferedImage noise = new BufferedImage(200, 200, BufferedImage.TYPE_BYTE_GRAY);
        java.util.Random random = new java.util.Random(7);
        for (int i = 0; i < 40_000; i++) {
            noise.getRaster().setSample(i % 200, i / 200, 0, random.nextInt(i < 20_000 ? 256 : 3));
        }

        assertSame(Encoded.tiff("LZW", noise), noise);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BIG_ENDIAN", "LITTLE_ENDIAN"})
    void bothByteOrdersAreRead(String name) {
        ByteOrder order = name.equals("BIG_ENDIAN") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        byte[] strip = ByteBuffer.allocate(4)
                .order(order)
                .putShort((short) 258)
                .putShort((short) 65_535)
                .array();
        byte[] file =
                new TiffParts(order).page(TiffParts.tags(2, 1, 16, 1, 1), strip).end();

        Frame frame = Encoded.only(Encoded.gray(file));

        assertThat(frame.gray().bits()).isEqualTo(16);
        assertThat(Encoded.samples(frame.gray())).containsExactly(258, 65_535);
    }

    @Test
    void whiteIsZeroIsTurnedRound() {
        byte[] file = tiff(TiffParts.tags(3, 1, 8, 1, 0), new byte[] {0, 100, -1});

        assertThat(Encoded.samples(Encoded.only(Encoded.gray(file)).gray())).containsExactly(255, 155, 0);
    }

    @Test
    void twelveBitsAreSpreadOverSixteen() {
        byte[] file = tiff(TiffParts.tags(3, 1, 12, 1, 1), new byte[] {(byte) 0xFF, (byte) 0xF0, 0, (byte) 0x80, 0});

        assertThat(Encoded.samples(Encoded.only(Encoded.gray(file)).gray())).containsExactly(65_535, 0, 32_776);
    }

    @Test
    void oneAndFourBitsAreSpreadOverEight() {
        byte[] one = tiff(TiffParts.tags(3, 1, 1, 1, 1), new byte[] {(byte) 0b1010_0000});
        byte[] four = tiff(TiffParts.tags(3, 1, 4, 1, 1), new byte[] {(byte) 0xF1, 0x20});

        assertThat(Encoded.samples(Encoded.only(Encoded.gray(one)).gray())).containsExactly(255, 0, 255);
        assertThat(Encoded.samples(Encoded.only(Encoded.gray(four)).gray())).containsExactly(255, 17, 34);
    }

    @Test
    void samplesThatLieApartAreBroughtTogether() {
        Map<Integer, Object> tags = TiffParts.tags(2, 2, 8, 3, 2);
        tags.put(284, new long[] {2});
        tags.put(278, new long[] {1});
        byte[] file = tiff(
                tags,
                new byte[] {1, 2},
                new byte[] {3, 4},
                new byte[] {5, 6},
                new byte[] {7, 8},
                new byte[] {9, 10},
                new byte[] {11, 12});

        Frame frame = Encoded.only(Encoded.color(file));

        assertThat(Encoded.samples(frame.red())).containsExactly(1, 2, 3, 4);
        assertThat(Encoded.samples(frame.green())).containsExactly(5, 6, 7, 8);
        assertThat(Encoded.samples(frame.blue())).containsExactly(9, 10, 11, 12);
    }

    @Test
    void paletteIsLookedUp() {
        Map<Integer, Object> tags = TiffParts.tags(2, 1, 1, 1, 3);
        tags.put(320, new long[] {0x0A00, 0xFFFF, 0x1400, 0x8000, 0x1E00, 0});
        byte[] file = tiff(tags, new byte[] {(byte) 0b0100_0000});

        Frame frame = Encoded.only(Encoded.color(file));

        assertThat(Encoded.samples(frame.red())).containsExactly(10, 255);
        assertThat(Encoded.samples(frame.green())).containsExactly(20, 128);
        assertThat(Encoded.samples(frame.blue())).containsExactly(30, 0);
    }

    @Test
    void floatsAreSpreadOverSixteenBitsAndThatIsTold() {
        byte[] strip = ByteBuffer.allocate(12)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putFloat(-1)
                .putFloat(0)
                .putFloat(1)
                .array();
        Map<Integer, Object> tags = TiffParts.tags(3, 1, 32, 1, 1);
        tags.put(339, new long[] {3});

        Decoded decoded = Encoded.gray(tiff(tags, strip));

        assertThat(Encoded.samples(Encoded.only(decoded).gray())).containsExactly(0, 32_768, 65_535);
        assertThat(decoded.notices())
                .containsExactly(new Notice(
                        "float-scaled",
                        "The samples are floating-point numbers; their range, -1 to 1, was spread over 0 to 65535."));
    }

    @Test
    void alphaIsIgnoredAndTold() {
        Map<Integer, Object> tags = TiffParts.tags(2, 1, 8, 4, 2);
        tags.put(338, new long[] {2});

        Decoded holed = Encoded.color(tiff(tags, new byte[] {1, 2, 3, -1, 4, 5, 6, 0}));
        Decoded opaque = Encoded.color(tiff(tags, new byte[] {1, 2, 3, -1, 4, 5, 6, -1}));

        assertThat(Encoded.samples(Encoded.only(holed).blue())).containsExactly(3, 6);
        assertThat(holed.notices()).extracting(Notice::code).containsExactly("alpha-ignored");
        assertThat(opaque.notices()).isEmpty();
    }

    @Test
    void pagesAreFramesInOrder() {
        byte[] file = Encoded.tiff(
                "none",
                Encoded.drawn(20, 10, BufferedImage.TYPE_BYTE_GRAY),
                new BufferedImage(20, 10, BufferedImage.TYPE_BYTE_GRAY));

        Decoded decoded = Encoded.gray(file);
        Frames frames = decoded.frames();

        assertThat(decoded.facts().frames()).isEqualTo(2);
        assertThat(frames.count()).isEqualTo(2);
        assertThat(frames.next().orElseThrow().index()).isZero();
        Frame second = frames.next().orElseThrow();
        assertThat(second.index()).isEqualTo(1);
        assertThat(Encoded.samples(second.gray())).containsOnly(0);
        assertThat(frames.next()).isEqualTo(Optional.empty());
    }

    @Test
    void previewsAreNoPages() {
        Map<Integer, Object> preview = TiffParts.tags(1, 1, 8, 1, 1);
        preview.put(254, new long[] {1});
        byte[] file = new TiffParts(ByteOrder.BIG_ENDIAN)
                .page(TiffParts.tags(2, 1, 8, 1, 1), new byte[] {1, 2})
                .page(preview, new byte[] {9})
                .end();

        assertThat(Encoded.gray(file).facts().frames()).isEqualTo(1);
    }

    @Test
    void pagesOfUnequalSizeAreRefused() {
        byte[] file = new TiffParts(ByteOrder.BIG_ENDIAN)
                .page(TiffParts.tags(2, 1, 8, 1, 1), new byte[] {1, 2})
                .page(TiffParts.tags(1, 1, 8, 1, 1), new byte[] {1})
                .end();

        assertThat(Encoded.refusal(file).rejection().detail()).contains("differ in size");
    }

    @Test
    void pagesThatRunInACircleAreRefused() {
        byte[] file = tiff(TiffParts.tags(2, 1, 8, 1, 1), new byte[] {1, 2});
        ByteBuffer raw = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        raw.putInt(file.length - 4, raw.getInt(4));

        assertThat(Encoded.refusal(file).rejection().detail()).contains("circle");
    }

    @Test
    void archiveInTheSameFileIsRefused() {
        byte[] file = tiff(TiffParts.tags(2, 1, 8, 1, 1), new byte[] {1, 2});
        byte[] end = new byte[25];
        System.arraycopy(new byte[] {'P', 'K', 5, 6}, 0, end, 0, 4);
        end[20] = 3;

        assertThat(Encoded.refusal(JpegParts.joined(file, end)).rejection().code())
                .isEqualTo(RejectionCode.POLYGLOT_REJECTED);
        end[20] = 2;
        Encoded.gray(JpegParts.joined(file, end));
    }

    @Test
    void stripShorterThanItsRowsIsRefused() {
        Map<Integer, Object> tags = TiffParts.tags(2, 1, 8, 1, 1);
        tags.put(279, new long[] {1});

        assertThat(Encoded.refusal(tiff(tags, new byte[] {1, 2})).rejection().detail())
                .contains("1 bytes in place of the 2");
    }

    @Test
    void orientationAndResolutionAreHonored() {
        Map<Integer, Object> tags = TiffParts.tags(2, 1, 8, 1, 1);
        tags.put(274, new long[] {6});
        tags.put(282, new double[] {20_000});
        tags.put(283, new double[] {40_000});
        tags.put(296, new long[] {3});

        Decoded decoded = Encoded.gray(tiff(tags, new byte[] {1, 2}));

        assertThat(decoded.facts().height()).isEqualTo(2);
        assertThat(decoded.frames().calibration()).contains(new Calibration(0.25, 0.5, Calibration.Origin.FILE));
    }

    @Test
    void whatIsNotReadIsNamed() {
        Map<Integer, Object> packed = TiffParts.tags(2, 1, 8, 1, 1);
        packed.put(259, new long[] {34_712});
        Map<Integer, Object> signed = TiffParts.tags(2, 1, 16, 1, 1);
        signed.put(339, new long[] {2});

        assertThat(Encoded.refusal(tiff(packed, new byte[2])).rejection().code())
                .isEqualTo(RejectionCode.UNSUPPORTED_MEDIA_TYPE);
        assertThat(Encoded.refusal(tiff(packed, new byte[2])).rejection().detail())
                .contains("34712");
        assertThat(Encoded.refusal(tiff(signed, new byte[4])).rejection().detail())
                .contains("format 2");
    }

    @Test
    void bigTiffIsReadLikeAnyOther() {
        Map<Integer, Object> tags = TiffParts.tags(3, 2, 8, 1, 1);
        tags.put(278, new long[] {1});
        for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
            byte[] file = TiffParts.big(order)
                    .page(tags, new byte[] {1, 2, 3}, new byte[] {4, 5, 6})
                    .page(tags, new byte[] {7, 8, 9}, new byte[] {10, 11, 12})
                    .end();

            Frames frames = Encoded.gray(file).frames();

            assertThat(frames.count()).isEqualTo(2);
            assertThat(Encoded.samples(frames.next().orElseThrow().gray())).containsExactly(1, 2, 3, 4, 5, 6);
            assertThat(Encoded.samples(frames.next().orElseThrow().gray())).containsExactly(7, 8, 9, 10, 11, 12);
        }
    }

    @Test
    void bigTiffWithNumbersBeyondAnyFileIsRefused() {
        byte[] file = TiffParts.big(ByteOrder.BIG_ENDIAN)
                .page(TiffParts.tags(3, 1, 8, 1, 1), new byte[] {1, 2, 3})
                .end();
        for (int at = 8; at + 8 <= file.length; at++) {
            byte[] changed = file.clone();
            Arrays.fill(changed, at, at + 8, (byte) 0xFF);
            try {
                Encoded.gray(changed);
            } catch (RejectedException e) {
                assertThat(e.rejection().detail()).endsWith(".");
            }
        }
        assertThat(Encoded.refusal(new byte[] {'I', 'I', 43, 0, 4, 0, 0, 0})
                        .rejection()
                        .detail())
                .contains("BigTIFF");
    }

    @Test
    void floatsStoredAsDifferencesAreReadInBothByteOrders() {
        float[] values = {0, 1, -2.5f, 1e-3f, 65_504, 7};
        for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
            Map<Integer, Object> plain = TiffParts.tags(3, 2, 32, 1, 1);
            plain.put(339, new long[] {3});
            Map<Integer, Object> predicted = new TreeMap<>(plain);
            predicted.put(259, new long[] {8});
            predicted.put(317, new long[] {3});
            ByteBuffer strip = ByteBuffer.allocate(24).order(order);
            for (float value : values) {
                strip.putFloat(value);
            }
            byte[] expected = new TiffParts(order).page(plain, strip.array()).end();
            byte[] file = new TiffParts(order)
                    .page(predicted, PngParts.deflated(TiffDifferences.ofFloats(values, 3, 1)))
                    .end();

            assertThat(Encoded.samples(Encoded.only(Encoded.gray(file)).gray()))
                    .isEqualTo(
                            Encoded.samples(Encoded.only(Encoded.gray(expected)).gray()));
        }
    }

    @Test
    void predictionOfAnUnknownKindIsNamed() {
        Map<Integer, Object> tags = TiffParts.tags(2, 1, 8, 1, 1);
        tags.put(259, new long[] {8});
        tags.put(317, new long[] {3});

        assertThat(Encoded.refusal(tiff(tags, PngParts.deflated(new byte[2])))
                        .rejection()
                        .detail())
                .contains("predicts samples", "3 for 8 bits");
    }

    private static byte[] tiff(Map<Integer, Object> tags, byte[]... strips) {
        return new TiffParts(ByteOrder.LITTLE_ENDIAN).page(tags, strips).end();
    }

    private static void assertSame(byte[] file, BufferedImage drawn) {
        Frame frame = Encoded.only(Encoded.color(file));
        assertThat(frame.planes()).hasSize(drawn.getRaster().getNumBands());
        assertThat(frame.gray().bits()).isEqualTo(drawn.getSampleModel().getSampleSize(0));
        for (int band = 0; band < frame.planes().size(); band++) {
            assertThat(Encoded.samples(frame.planes().get(band))).isEqualTo(Encoded.samples(drawn, band));
        }
    }
}
