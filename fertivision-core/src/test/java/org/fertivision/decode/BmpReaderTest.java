package org.fertivision.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.fertivision.finding.Notice;
import org.fertivision.finding.RejectionCode;
import org.fertivision.image.Calibration;
import org.fertivision.image.Frame;
import org.junit.jupiter.api.Test;

class BmpReaderTest {
    private static final int[] GRAYS = {0x000000, 0x404040, 0x808080, 0xFFFFFF};
    private static final int[] COLORS = {0x000000, 0xFF0000, 0x00FF00, 0x0000FF, 0x102030};

    @Test
    void plainPicturesAreThoseThatWereWritten() throws IOException {
        for (int type :
                new int[] {BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_INT_RGB}) {
            BufferedImage drawn = Encoded.drawn(31, 22, type);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            javax.imageio.ImageIO.write(drawn, "bmp", bytes);

            Decoded decoded = Encoded.color(bytes.toByteArray());

            assertThat(decoded.facts().mediaType()).isEqualTo("image/bmp");
            assertThat(decoded.notices()).isEmpty();
            Frame frame = Encoded.only(decoded);
            assertThat(frame.planes()).hasSize(drawn.getRaster().getNumBands());
            for (int band = 0; band < frame.planes().size(); band++) {
                assertThat(Encoded.samples(frame.planes().get(band))).isEqualTo(Encoded.samples(drawn, band));
            }
        }
    }

    @Test
    void rowsFromAboveAreNotTurnedRound() {
        byte[] rows = {1, 0, 0, 0, 2, 0, 0, 0};

        assertThat(gray(bmp(1, 2, 8, 0, GRAYS, rows))).containsExactly(0x80, 0x40);
        assertThat(gray(bmp(1, -2, 8, 0, GRAYS, rows))).containsExactly(0x40, 0x80);
    }

    @Test
    void palettesOfFewBitsAreLookedUp() {
        assertThat(gray(bmp(4, 1, 2, 0, GRAYS, new byte[] {0b00011011, 0, 0, 0})))
                .containsExactly(0, 0x40, 0x80, 0xFF);
        Frame frame = Encoded.only(Encoded.color(bmp(3, 1, 4, 0, COLORS, new byte[] {0x12, 0x40, 0, 0})));

        assertThat(Encoded.samples(frame.red())).containsExactly(255, 0, 0x10);
        assertThat(Encoded.samples(frame.green())).containsExactly(0, 255, 0x20);
        assertThat(Encoded.samples(frame.blue())).containsExactly(0, 0, 0x30);
    }

    @Test
    void runsOfBytesAreUnpacked() {
        byte[] runs = {3, 1, 0, 3, 2, 3, 2, 0, 0, 0, 0, 2, 4, 1, 2, 2, 0, 1};

        assertThat(gray(bmp(6, 3, 8, 1, GRAYS, runs)))
                .containsExactly(0, 0, 0, 0, 0x80, 0x80, 0, 0, 0, 0, 0, 0, 0x40, 0x40, 0x40, 0x80, 0xFF, 0x80);
    }

    @Test
    void runsOfHalfBytesAreUnpacked() {
        byte[] runs = {5, 0x12, 0, 0, 0, 3, 0x30, 0x10, 0, 1};

        assertThat(gray(bmp(5, 2, 4, 2, GRAYS, runs)))
                .containsExactly(0xFF, 0, 0x40, 0, 0, 0x40, 0x80, 0x40, 0x80, 0x40);
    }

    @Test
    void runBeyondItsRowIsRefused() {
        assertThat(Encoded.refusal(bmp(2, 1, 8, 1, GRAYS, new byte[] {3, 1, 0, 1}))
                        .rejection()
                        .detail())
                .contains("beyond the end of its row");
    }

    @Test
    void bitFieldsAreSpreadOverEightBits() {
        byte[] pixel = ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) 0b11111_10000_00001)
                .array();

        Frame frame = Encoded.only(Encoded.color(bmp(1, 1, 16, 0, new int[0], pixel)));

        assertThat(frame.red().at(0, 0)).isEqualTo(255);
        assertThat(frame.green().at(0, 0)).isEqualTo(132);
        assertThat(frame.blue().at(0, 0)).isEqualTo(8);
    }

    @Test
    void namedMasksAreHonored() {
        byte[] pixel = ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0x01020304)
                .array();

        Frame frame = Encoded.only(Encoded.color(bmp(1, 1, 32, 3, new int[] {0xFF, 0xFF00, 0xFF0000}, pixel)));

        assertThat(frame.red().at(0, 0)).isEqualTo(4);
        assertThat(frame.green().at(0, 0)).isEqualTo(3);
        assertThat(frame.blue().at(0, 0)).isEqualTo(2);
    }

    @Test
    void pixelsPerMeterAreAScaleWhenCredible() {
        byte[] file = bmp(1, 1, 8, 0, GRAYS, new byte[4]);
        ByteBuffer.wrap(file)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(38, 4_000_000)
                .putInt(42, 2_000_000);

        assertThat(Encoded.gray(file).frames().calibration())
                .contains(new Calibration(0.25, 0.5, Calibration.Origin.FILE));
    }

    @Test
    void colorBeyondThePaletteIsRefused() {
        assertThat(Encoded.refusal(bmp(1, 1, 8, 0, GRAYS, new byte[] {4, 0, 0, 0}))
                        .rejection()
                        .detail())
                .contains("palette of 4");
    }

    @Test
    void whatIsNotReadIsNamed() {
        assertThat(Encoded.refusal(bmp(1, 1, 24, 4, new int[0], new byte[4]))
                        .rejection()
                        .code())
                .isEqualTo(RejectionCode.UNSUPPORTED_MEDIA_TYPE);
    }

    @Test
    void trailingBytesAreTold() {
        byte[] file = bmp(1, 1, 8, 0, GRAYS, new byte[4]);

        assertThat(Encoded.gray(Arrays.copyOf(file, file.length + 9)).notices())
                .extracting(Notice::code)
                .containsExactly("trailing-bytes");
    }

    /** A BMP with a header of 40 bytes; its palette (or masks) as 0xRRGGBB. */
    static byte[] bmp(int width, int height, int bits, int compression, int[] palette, byte[] pixels) {
        int start = 54 + 4 * palette.length;
        ByteBuffer out = ByteBuffer.allocate(start + pixels.length).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 'B')
                .put((byte) 'M')
                .putInt(start + pixels.length)
                .putInt(0)
                .putInt(start);
        out.putInt(40)
                .putInt(width)
                .putInt(height)
                .putShort((short) 1)
                .putShort((short) bits)
                .putInt(compression);
        out.putInt(pixels.length)
                .putInt(0)
                .putInt(0)
                .putInt(bits <= 8 ? palette.length : 0)
                .putInt(0);
        for (int color : palette) {
            out.putInt(color);
        }
        return out.put(pixels).array();
    }

    private static int[] gray(byte[] file) {
        return Encoded.samples(Encoded.only(Encoded.gray(file)).gray());
    }
}
