package org.fertivision.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.ArrayList;
import java.util.List;
import org.fertivision.finding.Notice;
import org.fertivision.finding.RejectionCode;
import org.fertivision.image.Calibration;
import org.fertivision.image.Frame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PngReaderTest {
    static List<BufferedImage> pictures() {
        List<BufferedImage> pictures = new ArrayList<>();
        for (int[] size : new int[][] {{1, 1}, {3, 5}, {64, 33}, {61, 70}}) {
            pictures.add(Encoded.drawn(size[0], size[1], BufferedImage.TYPE_INT_RGB));
            pictures.add(Encoded.drawn(size[0], size[1], BufferedImage.TYPE_BYTE_GRAY));
            pictures.add(Encoded.deep(size[0], size[1], 1));
            pictures.add(Encoded.deep(size[0], size[1], 3));
        }
        return pictures;
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void samplesAreThoseThatWereWritten(BufferedImage drawn) {
        for (byte[] file : new byte[][] {Encoded.png(drawn), Encoded.interlacedPng(drawn)}) {
            Decoded decoded = Encoded.color(file);
            Frame frame = Encoded.only(decoded);

            assertThat(frame.planes()).hasSize(drawn.getRaster().getNumBands());
            assertThat(frame.gray().bits()).isEqualTo(drawn.getSampleModel().getSampleSize(0));
            assertThat(decoded.notices()).isEmpty();
            for (int band = 0; band < frame.planes().size(); band++) {
                assertThat(Encoded.samples(frame.planes().get(band))).isEqualTo(Encoded.samples(drawn, band));
            }
        }
    }

    @Test
    void grayOfColorIsItsLuma() {
        byte[] file = Encoded.png(Encoded.drawn(30, 20, BufferedImage.TYPE_INT_RGB));

        assertThat(Encoded.samples(Encoded.only(Encoded.gray(file)).gray()))
                .isEqualTo(Encoded.samples(Encoded.only(Encoded.color(file)).gray()));
        assertThat(Encoded.only(Encoded.gray(file)).planes()).hasSize(1);
    }

    @Test
    void alphaIsIgnoredAndToldOnlyWhereSomethingIsTransparent() {
        BufferedImage opaque = Encoded.drawn(20, 20, BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < 400; i++) {
            opaque.setRGB(i % 20, i / 20, opaque.getRGB(i % 20, i / 20) | 0xFF000000);
        }
        BufferedImage holed = Encoded.drawn(20, 20, BufferedImage.TYPE_INT_ARGB);
        holed.setRGB(3, 3, 0x40123456);

        assertThat(Encoded.color(Encoded.png(opaque)).notices()).isEmpty();
        assertThat(Encoded.color(Encoded.png(holed)).notices())
                .extracting(Notice::code)
                .containsExactly("alpha-ignored");
        assertThat(Encoded.only(Encoded.color(Encoded.png(holed))).red().at(3, 3))
                .isEqualTo(0x12);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8})
    void palettesOfEveryDepthAreLookedUp(int bits) {
        int entries = 1 << bits;
        byte[][] colors = new byte[3][entries];
        for (int i = 0; i < entries; i++) {
            colors[0][i] = (byte) (255 - i);
            colors[1][i] = (byte) (7 * i + 1);
            colors[2][i] = (byte) (i / 2);
        }
        IndexColorModel model = new IndexColorModel(bits, entries, colors[0], colors[1], colors[2]);
        BufferedImage drawn = new BufferedImage(
                21, 10, bits == 8 ? BufferedImage.TYPE_BYTE_INDEXED : BufferedImage.TYPE_BYTE_BINARY, model);
        for (int i = 0; i < 210; i++) {
            drawn.getRaster().setSample(i % 21, i / 21, 0, i * 5 % entries);
        }

        for (byte[] file : new byte[][] {Encoded.png(drawn), Encoded.interlacedPng(drawn)}) {
            Frame frame = Encoded.only(Encoded.color(file));
            assertThat(frame.planes()).hasSize(3);
            for (int i = 0; i < 210; i++) {
                int entry = i * 5 % entries;
                assertThat(frame.red().at(i % 21, i / 21)).isEqualTo(255 - entry);
                assertThat(frame.green().at(i % 21, i / 21)).isEqualTo(7 * entry + 1 & 0xFF);
                assertThat(frame.blue().at(i % 21, i / 21)).isEqualTo(entry / 2);
            }
        }
    }

    @Test
    void paletteOfGraysGivesOnePlane() {
        byte[] file = new PngParts()
                .header(2, 1, 8, 3, 0)
                .chunk("PLTE", (byte) 9, (byte) 9, (byte) 9, (byte) 200, (byte) 200, (byte) 200)
                .data((byte) 0, (byte) 1, (byte) 0)
                .end();

        Frame frame = Encoded.only(Encoded.color(file));

        assertThat(frame.planes()).hasSize(1);
        assertThat(Encoded.samples(frame.gray())).containsExactly(200, 9);
    }

    @Test
    void fewBitsAreSpreadOverEight() {
        byte[] two = new PngParts()
                .header(4, 1, 2, 0, 0)
                .data((byte) 0, (byte) 0b00011011)
                .end();
        byte[] one = new PngParts()
                .header(3, 1, 1, 0, 0)
                .data((byte) 0, (byte) 0b10100000)
                .end();

        assertThat(Encoded.samples(Encoded.only(Encoded.gray(two)).gray())).containsExactly(0, 85, 170, 255);
        assertThat(Encoded.samples(Encoded.only(Encoded.gray(one)).gray())).containsExactly(255, 0, 255);
    }

    @Test
    void oneTransparentColorIsTold() {
        byte[] hit = new PngParts()
                .header(2, 1, 8, 0, 0)
                .chunk("tRNS", (byte) 0, (byte) 7)
                .data((byte) 0, (byte) 7, (byte) 8)
                .end();
        byte[] missed = new PngParts()
                .header(2, 1, 8, 0, 0)
                .chunk("tRNS", (byte) 0, (byte) 6)
                .data((byte) 0, (byte) 7, (byte) 8)
                .end();

        assertThat(Encoded.gray(hit).notices()).extracting(Notice::code).containsExactly("alpha-ignored");
        assertThat(Encoded.gray(missed).notices()).isEmpty();
    }

    @Test
    void pixelSizeInMetersIsTakenWhenCredible() {
        byte[] micron = {0, 0x3D, 9, 0, 0, 0x1E, (byte) 0x84, (byte) 0x80, 1};
        byte[] screen = {0, 0, 0x0B, 0x12, 0, 0, 0x0B, 0x12, 1};
        byte[] ratio = {0, 0x3D, 9, 0, 0, 0x1E, (byte) 0x84, (byte) 0x80, 0};

        assertThat(Encoded.gray(physical(micron)).frames().calibration())
                .contains(new Calibration(0.25, 0.5, Calibration.Origin.FILE));
        assertThat(Encoded.gray(physical(screen)).frames().calibration()).isEmpty();
        assertThat(Encoded.gray(physical(ratio)).frames().calibration()).isEmpty();
    }

    @Test
    void dataThatStopBeforeTheLastRowAreRefused() {
        byte[] file = new PngParts()
                .header(2, 2, 8, 0, 0)
                .data((byte) 0, (byte) 7, (byte) 8)
                .end();

        assertThat(Encoded.refusal(file).rejection().code()).isEqualTo(RejectionCode.UNDECODABLE_IMAGE);
    }

    @Test
    void dataBeyondTheLastRowAreTold() {
        byte[] file = new PngParts()
                .header(2, 1, 8, 0, 0)
                .data((byte) 0, (byte) 7, (byte) 8, (byte) 9)
                .end();

        assertThat(Encoded.gray(file).notices()).extracting(Notice::code).containsExactly("png-extra-data");
    }

    @Test
    void anyFlippedBitIsFound() {
        byte[] file = Encoded.png(Encoded.drawn(20, 20, BufferedImage.TYPE_BYTE_GRAY));
        for (int i = 0; i < file.length; i++) {
            byte[] damaged = file.clone();
            damaged[i] ^= 0x10;

            assertThat(Encoded.refusal(damaged).rejection().code().group())
                    .as("byte %d", i)
                    .isIn(RejectionCode.Group.UNREADABLE, RejectionCode.Group.LIMIT);
        }
    }

    @Test
    void indexBeyondThePaletteIsRefused() {
        byte[] file = new PngParts()
                .header(1, 1, 8, 3, 0)
                .chunk("PLTE", (byte) 9, (byte) 9, (byte) 9)
                .data((byte) 0, (byte) 1)
                .end();

        assertThat(Encoded.refusal(file).rejection().detail()).contains("palette of 1");
    }

    @Test
    void trailingBytesAndSecondFilesAreMet() {
        byte[] file = Encoded.png(Encoded.drawn(20, 20, BufferedImage.TYPE_BYTE_GRAY));

        assertThat(Encoded.gray(JpegParts.joined(file, new byte[3])).notices())
                .extracting(Notice::code)
                .containsExactly("trailing-bytes");
        assertThat(Encoded.refusal(JpegParts.joined(file, file)).rejection().code())
                .isEqualTo(RejectionCode.POLYGLOT_REJECTED);
    }

    private static byte[] physical(byte[] body) {
        return new PngParts()
                .header(2, 1, 8, 0, 0)
                .chunk("pHYs", body)
                .data((byte) 0, (byte) 7, (byte) 8)
                .end();
    }
}
