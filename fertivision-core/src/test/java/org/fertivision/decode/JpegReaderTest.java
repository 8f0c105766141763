package org.fertivision.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.fertivision.finding.Notice;
import org.fertivision.finding.RejectionCode;
import org.fertivision.image.Calibration;
import org.fertivision.image.Frame;
import org.fertivision.spi.Descriptor.Channels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JpegReaderTest {
    private final BufferedImage drawn = Encoded.drawn(73, 50, BufferedImage.TYPE_INT_RGB);

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void grayOfColorIsTheStoredYToTheBit(boolean progressive) throws IOException {
        byte[] file = Encoded.jpeg(drawn, progressive);

        Frame frame = Encoded.only(Encoded.gray(file));

        assertThat(frame.planes()).hasSize(1);
        assertThat(Encoded.samples(frame.gray())).isEqualTo(storedY(file));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void colorIsWhatTheJdkDecodes(boolean progressive) throws IOException {
        byte[] file = Encoded.jpeg(drawn, progressive);

        Frame frame = Encoded.only(Encoded.color(file));

        BufferedImage expected = ImageIO.read(new ByteArrayInputStream(file));
        for (int band = 0; band < 3; band++) {
            assertThat(Encoded.samples(frame.planes().get(band))).isEqualTo(Encoded.samples(expected, band));
        }
    }

    @Test
    void grayFileHasOnePlaneHoweverItIsLookedAt() throws IOException {
        byte[] file = Encoded.jpeg(Encoded.drawn(40, 30, BufferedImage.TYPE_BYTE_GRAY));
        int[] expected = Encoded.samples(ImageIO.read(new ByteArrayInputStream(file)), 0);

        for (Channels channels : Channels.values()) {
            Frame frame = Encoded.only(Encoded.decode(file, channels, org.fertivision.request.Limits.standard()));
            assertThat(frame.planes()).hasSize(1);
            assertThat(Encoded.samples(frame.gray())).isEqualTo(expected);
        }
    }

    @Test
    void adobeMarkerWithoutTransformMeansRgb() throws IOException {
        byte[] adobe = {'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0};
        byte[] stored = Encoded.jpeg(drawn);
        byte[] file = JpegParts.withSegment(JpegParts.withoutJfif(stored), 0xEE, adobe);

        Frame frame = Encoded.only(Encoded.color(file));

        assertThat(Encoded.samples(frame.red())).isEqualTo(storedY(stored));
        assertThat(Encoded.samples(Encoded.only(Encoded.gray(file)).gray())).isEqualTo(Encoded.samples(frame.gray()));
    }

    @Test
    void jfifMarkerOutweighsAdobes() throws IOException {
        byte[] adobe = {'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0};
        byte[] file = JpegParts.withSegment(Encoded.jpeg(drawn), 0xEE, adobe);

        assertThat(Encoded.samples(Encoded.only(Encoded.gray(file)).gray())).isEqualTo(storedY(Encoded.jpeg(drawn)));
    }

    @Test
    void componentsNamedRgbAreRgbWhereNoMarkerTells() throws IOException {
        byte[] stored = Encoded.jpeg(drawn);
        byte[] file = named(JpegParts.withoutJfif(stored), 'R', 'G', 'B');

        assertThat(Encoded.samples(Encoded.only(Encoded.color(file)).red())).isEqualTo(storedY(stored));
    }

    @Test
    void withoutAnyMarkerThreeComponentsAreYcbcr() throws IOException {
        byte[] stored = Encoded.jpeg(drawn);

        assertThat(Encoded.samples(Encoded.only(Encoded.gray(JpegParts.withoutJfif(stored)))
                        .gray()))
                .isEqualTo(storedY(stored));
        assertThat(Encoded.samples(Encoded.only(Encoded.color(JpegParts.withoutJfif(stored)))
                        .red()))
                .isEqualTo(Encoded.samples(ImageIO.read(new ByteArrayInputStream(stored)), 0));
    }

    @ParameterizedTest
    @CsvSource({"1,73,50", "2,73,50", "3,73,50", "4,73,50", "5,50,73", "6,50,73", "7,50,73", "8,50,73"})
    void exifOrientationIsHonored(int orientation, int width, int height) {
        byte[] stored = Encoded.jpeg(drawn);
        byte[] file = JpegParts.withSegment(stored, 0xE1, JpegParts.exif(orientation % 2 == 0, orientation, 20_000));

        Decoded decoded = Encoded.gray(file);

        assertThat(decoded.facts().width()).isEqualTo(width);
        assertThat(decoded.facts().height()).isEqualTo(height);
        Calibration calibration = decoded.frames().calibration().orElseThrow();
        assertThat(calibration.origin()).isEqualTo(Calibration.Origin.FILE);
        assertThat(calibration.umPerPixelX()).isCloseTo(orientation < 5 ? 0.5 : 0.25, within(1e-12));
        assertThat(calibration.umPerPixelY()).isCloseTo(orientation < 5 ? 0.25 : 0.5, within(1e-12));
        Frame upright = Encoded.only(Encoded.gray(stored));
        assertThat(Encoded.only(decoded).gray().at(0, 0)).isEqualTo(corner(upright, orientation));
    }

    @Test
    void damagedExifIsToldAndOtherwiseIgnored() {
        byte[] exif = JpegParts.exif(true, 6, 20_000);
        byte[] file = JpegParts.withSegment(Encoded.jpeg(drawn), 0xE1, Arrays.copyOf(exif, 40));

        Decoded decoded = Encoded.gray(file);

        assertThat(decoded.notices()).extracting(Notice::code).containsExactly("metadata-unreadable");
        assertThat(decoded.facts().width()).isEqualTo(73);
    }

    @Test
    void screenResolutionIsNoScale() {
        byte[] file = Encoded.jpeg(drawn);
        file[13] = 1;
        file[15] = 72;
        file[17] = 72;

        assertThat(Encoded.gray(file).frames().calibration()).isEmpty();
    }

    @Test
    void densityOfTheJfifMarkerIsAScaleWhenAMicroscopeCanHaveIt() {
        byte[] file = Encoded.jpeg(drawn);
        file[13] = 2;
        file[14] = file[16] = (byte) (40_000 >> 8);
        file[15] = file[17] = (byte) 40_000;

        assertThat(Encoded.gray(file).frames().calibration().orElseThrow().umPerPixelX())
                .isEqualTo(0.25);
    }

    @Test
    void trailingBytesAreTold() {
        Decoded decoded = Encoded.gray(JpegParts.joined(Encoded.jpeg(drawn), new byte[100]));

        assertThat(decoded.notices())
                .containsExactly(new Notice("trailing-bytes", "100 bytes follow the end of the JPEG picture."));
    }

    @Test
    void secondFileAfterTheEndIsRefused() {
        byte[] first = Encoded.jpeg(drawn);
        byte[][] seconds = {
            Encoded.png(drawn),
            Encoded.jpeg(drawn),
            "PK\3\4 zip".getBytes(),
            "%PDF-1.7".getBytes(),
            "<script>".getBytes()
        };
        for (byte[] second : seconds) {
            byte[] file = JpegParts.joined(JpegParts.joined(first, new byte[7]), second);

            var rejection = Encoded.refusal(file).rejection();

            assertThat(rejection.code()).isEqualTo(RejectionCode.POLYGLOT_REJECTED);
            assertThat(rejection.offset()).contains(first.length + 7L);
        }
    }

    @Test
    void metadataMayHideWhatTheyLikeBecauseTheyNeverReachTheDecoder() throws IOException {
        byte[] file = JpegParts.withSegment(Encoded.jpeg(drawn), 0xE2, "ICC_PROFILE\0\1\1 no profile".getBytes());

        assertThat(Encoded.samples(Encoded.only(Encoded.gray(file)).gray())).isEqualTo(storedY(Encoded.jpeg(drawn)));
    }

    @Test
    void scanThatStopsBeforeTheLastBlockIsRefusedThoughTheEndMarkerIsThere() {
        byte[] whole = Encoded.jpeg(drawn);
        byte[] file = Arrays.copyOf(whole, whole.length - 60);
        file[file.length - 2] = (byte) 0xFF;
        file[file.length - 1] = (byte) 0xD9;

        var rejection = Encoded.refusal(file).rejection();

        assertThat(rejection.code()).isEqualTo(RejectionCode.UNDECODABLE_IMAGE);
        assertThat(rejection.detail()).doesNotContain("Exception").doesNotContain("com.sun");
    }

    @Test
    void rareKindsAreNamed() {
        byte[] file = Encoded.jpeg(drawn);
        int frame = JpegParts.find(file, 0xC0);
        byte[] lossless = file.clone();
        lossless[frame + 1] = (byte) 0xC3;
        byte[] deep = file.clone();
        deep[frame + 4] = 12;

        assertThat(Encoded.refusal(lossless).rejection().code()).isEqualTo(RejectionCode.UNSUPPORTED_MEDIA_TYPE);
        assertThat(Encoded.refusal(lossless).rejection().detail()).contains("lossless");
        assertThat(Encoded.refusal(deep).rejection().detail()).contains("12 bits");
    }

    @Test
    void inksAreTurnedIntoColorsAndThatIsTold() {
        Decoded plain = Encoded.color(JpegParts.inks(-1, 16, 16, 255, 51, 0, 0));
        Decoded inverted = Encoded.color(JpegParts.inks(0, 16, 16, 255, 51, 0, 204));

        assertThat(plain.notices()).extracting(Notice::code).containsExactly("inks-converted");
        assertThat(rgb(plain)).containsExactly(0, 204, 255);
        assertThat(rgb(inverted)).containsExactly(204, 41, 0);
    }

    @Test
    void transformedInksAreTurnedBackFirst() {
        Decoded decoded = Encoded.color(JpegParts.inks(2, 16, 16, 76, 85, 255, 255));

        assertThat(rgb(decoded)).containsExactly(1, 255, 255);
    }

    @Test
    void furtherPicturesThatAreAnnouncedArePassedOver() {
        byte[] second = JpegParts.withSegment(Encoded.jpeg(drawn), 0xE1, JpegParts.exif(true, 1, 1));
        byte[] file =
                JpegParts.joined(JpegParts.withSegment(Encoded.jpeg(drawn), 0xE2, "MPF\0II*\0".getBytes()), second);

        assertThat(Encoded.gray(file).notices())
                .containsExactly(new Notice(
                        "trailing-bytes",
                        second.length
                                + " bytes of further pictures follow the JPEG picture; they were not looked at."));
        assertThat(Encoded.refusal(JpegParts.joined(file, "PK\3\4".getBytes()))
                        .rejection()
                        .code())
                .isEqualTo(RejectionCode.POLYGLOT_REJECTED);
    }

    private static int[] rgb(Decoded decoded) {
        return Encoded.only(decoded).planes().stream()
                .mapToInt(plane -> plane.at(7, 7))
                .toArray();
    }

    private static int corner(Frame stored, int orientation) {
        int right = stored.width() - 1;
        int bottom = stored.height() - 1;
        return switch (orientation) {
            case 1, 5 -> stored.gray().at(0, 0);
            case 2, 8 -> stored.gray().at(right, 0);
            case 3, 7 -> stored.gray().at(right, bottom);
            default -> stored.gray().at(0, bottom);
        };
    }

    private static byte[] named(byte[] jpeg, int... names) {
        byte[] file = jpeg.clone();
        int frame = JpegParts.find(file, 0xC0);
        int scan = JpegParts.find(file, 0xDA);
        for (int i = 0; i < 3; i++) {
            file[frame + 10 + 3 * i] = (byte) names[i];
            file[scan + 5 + 2 * i] = (byte) names[i];
        }
        return file;
    }

    private static int[] storedY(byte[] jpeg) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        reader.setInput(new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg)));
        Raster raster = reader.readRaster(0, null);
        reader.dispose();
        return raster.getSamples(0, 0, raster.getWidth(), raster.getHeight(), 0, (int[]) null);
    }
}
