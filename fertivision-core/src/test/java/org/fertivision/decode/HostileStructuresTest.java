package org.fertivision.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.LongStream;
import org.fertivision.finding.Notice;
import org.fertivision.finding.Rejection;
import org.fertivision.finding.RejectionCode;
import org.junit.jupiter.api.Test;

/** Small files made to cost much: each is read or refused at once. */
class HostileStructuresTest {
    private static final Duration AT_ONCE = Duration.ofSeconds(3);
    private static final int STRIPS = 65_536;

    @Test
    void profileThatInflatesToGigabytesStaysPacked() {
        byte[] bomb = PngParts.deflated(new byte[64 << 20]);
        byte[] profile = JpegParts.joined(new byte[] {'x', 0, 0}, bomb);
        byte[] png = new PngParts()
                .header(1, 1, 8, 0, 0)
                .chunk("iCCP", profile)
                .chunk("zTXt", profile)
                .data((byte) 0, (byte) 77)
                .end();

        atOnce(() -> assertThat(Encoded.only(Encoded.gray(png)).gray().at(0, 0)).isEqualTo(77));
    }

    @Test
    void pictureDataBeyondTheLastRowAreNotInflatedToTheirEnd() {
        byte[] png =
                new PngParts().header(1, 1, 8, 0, 0).data(new byte[256 << 20]).end();

        atOnce(() -> assertThat(Encoded.gray(png).frames().width()).isEqualTo(1));
    }

    @Test
    void jpegStreamMuchLargerThanItsStripIsRefused() {
        byte[] large = Encoded.jpeg(new BufferedImage(900, 900, BufferedImage.TYPE_BYTE_GRAY));
        Map<Integer, Object> tags = TiffParts.tags(8, STRIPS / 8, 8, 1, 1);
        tags.put(259, new long[] {7});
        tags.put(278, new long[] {1});
        tags.put(273, LongStream.generate(() -> 8).limit(STRIPS / 8).toArray());
        tags.put(279, LongStream.generate(() -> large.length).limit(STRIPS / 8).toArray());
        byte[] file = new TiffParts(ByteOrder.LITTLE_ENDIAN).page(tags, large).end();

        atOnce(() -> assertThat(refusal(file).detail()).contains("larger than its strip"));
    }

    @Test
    void endlessJpegTablesAreRefused() {
        Map<Integer, Object> tags = TiffParts.tags(8, 8, 8, 1, 1);
        tags.put(259, new long[] {7});
        tags.put(347, "x".repeat(20_000));
        byte[] file = new TiffParts(ByteOrder.LITTLE_ENDIAN)
                .page(tags, Encoded.jpeg(new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY)))
                .end();
        // The text's type becomes "undefined", as tables have it.
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at + 12 < file.length; at++) {
            if (bytes.getShort(at) == 347 && bytes.getShort(at + 2) == 2 && bytes.getInt(at + 4) == 20_001) {
                bytes.putShort(at + 2, (short) 7);
            }
        }

        assertThat(refusal(file).detail()).contains("JPEG tables");
    }

    @Test
    void tilesThatHoldFarMoreThanThePictureAreRefused() {
        byte[] packed = PngParts.deflated(new byte[16 * 16_384]);
        int across = 1_024;
        Map<Integer, Object> tags = TiffParts.tags(16 * across, 1, 8, 1, 1);
        tags.put(259, new long[] {8});
        tags.put(322, new long[] {16});
        tags.put(323, new long[] {16_384});
        tags.put(324, LongStream.generate(() -> 8).limit(across).toArray());
        tags.put(325, LongStream.generate(() -> packed.length).limit(across).toArray());
        byte[] file = new TiffParts(ByteOrder.LITTLE_ENDIAN).page(tags, packed).end();

        atOnce(() -> assertThat(refusal(file).detail()).contains("expand to 268435456"));
    }

    @Test
    void descriptionThatNeverEndsIsSearchedOnce() {
        Map<Integer, Object> tags = TiffParts.tags(1, 1, 8, 1, 1);
        tags.put(270, "<Pixels ".repeat(130_000));
        byte[] strip = new byte[1 << 20];
        byte[] file = new TiffParts(ByteOrder.LITTLE_ENDIAN)
                .page(tags, strip)
                .page(TiffParts.tags(1, 1, 8, 1, 1), strip)
                .end();

        atOnce(() -> assertThat(Encoded.gray(file).frames().count()).isEqualTo(2));
    }

    @Test
    void bytesBehindThePictureThatLookLikePagesAreSearchedOnce() {
        byte[] png = Encoded.png(new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY));
        byte[] angles = new byte[8 << 20];
        Arrays.fill(angles, (byte) '<');
        byte[] page = "<?xml version='1.0'?><SVG onload='x'/>".getBytes(StandardCharsets.US_ASCII);

        atOnce(() -> assertThat(Encoded.gray(JpegParts.joined(png, angles)).notices())
                .extracting(Notice::code)
                .containsExactly("trailing-bytes"));
        assertThat(refusal(JpegParts.joined(png, page)).code()).isEqualTo(RejectionCode.POLYGLOT_REJECTED);
    }

    @Test
    void screenOfAGifIsCheckedBeforeItIsMade() {
        byte[] gif = "GIF89a".getBytes(StandardCharsets.US_ASCII);
        gif = Arrays.copyOf(gif, 35);
        Arrays.fill(gif, 6, 10, (byte) 0xFF);
        byte[] lying = gif;

        atOnce(() -> assertThat(refusal(lying).code()).isEqualTo(RejectionCode.IMAGE_TOO_LARGE));
    }

    @Test
    void sizesOfABmpBelowZeroAreNone() {
        for (int height : new int[] {Integer.MIN_VALUE, 0}) {
            assertThat(refusal(bmp(4, height)).code())
                    .isIn(RejectionCode.UNDECODABLE_IMAGE, RejectionCode.IMAGE_TOO_LARGE);
        }
        for (int width : new int[] {Integer.MIN_VALUE, -4, 0, Integer.MAX_VALUE}) {
            assertThat(refusal(bmp(width, 4)).code())
                    .isIn(RejectionCode.UNDECODABLE_IMAGE, RejectionCode.IMAGE_TOO_LARGE);
        }
    }

    @Test
    void exifThatPointsAtItselfIsPassedOver() {
        byte[] jpeg = Encoded.jpeg(new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY));
        byte[] exif = JpegParts.exif(true, 1, 20_000);
        ByteBuffer body = ByteBuffer.wrap(exif);
        body.putInt(
                exif.length - 20, 8); // the link to the next directory, or a value: wherever it leads, it is read once

        atOnce(() -> assertThatCode(() -> Encoded.gray(JpegParts.withSegment(jpeg, 0xE1, exif)))
                .doesNotThrowAnyException());
    }

    private static byte[] bmp(int width, int height) {
        byte[] file = BmpReaderTest.bmp(4, 4, 24, 0, new int[0], new byte[48]);
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(18, width).putInt(22, height);
        return file;
    }

    private static Rejection refusal(byte[] file) {
        return Encoded.refusal(file).rejection();
    }

    private static void atOnce(Runnable read) {
        long before = Spent.nanos();
        read.run();
        assertThat(Spent.nanos() - before).isLessThan(AT_ONCE.toNanos());
    }
}
