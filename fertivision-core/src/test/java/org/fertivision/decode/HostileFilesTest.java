package org.fertivision.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.fertivision.finding.RejectionCode;
import org.fertivision.request.Limits;
import org.fertivision.spi.Descriptor.Channels;
import org.fertivision.spi.RejectedException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HostileFilesTest {
    private static final int CUTS = 200;

    /** Changed files of each form; {@code src/test/fuzz/run} tries ten times as many. */
    private static final int MUTATIONS = Integer.getInteger("fertivision.mutations", 1_000);

    private static final long SLOWEST_NANOS = 3_000_000_000L;

    static Stream<Arguments> files() {
        BufferedImage color = Encoded.drawn(61, 40, BufferedImage.TYPE_INT_RGB);
        BufferedImage gray = Encoded.drawn(61, 40, BufferedImage.TYPE_BYTE_GRAY);
        Map<String, byte[]> files = new LinkedHashMap<>();
        byte[] exif = JpegParts.exif(true, 6, 20_000);
        files.put("jpeg", JpegParts.withSegment(Encoded.jpeg(color), 0xE1, exif));
        files.put("progressive jpeg", Encoded.jpeg(color, true));
        files.put("png", Encoded.png(color));
        files.put("interlaced deep png", Encoded.interlacedPng(Encoded.deep(31, 20, 3)));
        files.put("tiff", Encoded.tiff("none", color));
        files.put("tiff lzw", Encoded.tiff("LZW", Encoded.deep(31, 20, 1)));
        files.put("tiff deflate tiles", Encoded.tiledTiff("Deflate", color, 32));
        files.put("tiff packbits pages", Encoded.tiff("PackBits", gray, gray));
        files.put("tiff jpeg", Encoded.tiff("JPEG", color));
        files.put("cmyk jpeg", JpegParts.inks(0, 33, 20, 200, 100, 50, 220));
        files.put("bmp", BmpReaderTest.bmp(20, 10, 24, 0, new int[0], new byte[600]));
        byte[] runs = {19, 1, 0, 4, 1, 2, 0, 1, 0, 0, 0, 2, 9, 0, 0, 5, 3, 2, 1, 0, 2, 0, 0, 0, 9, 1, 0, 1};
        files.put("bmp runs", BmpReaderTest.bmp(30, 3, 8, 1, new int[] {0, 0xFF, 0xFF00, 0x808080}, runs));
        files.put("gif", gif());
        StoredForms grays = new StoredForms(Encoded.only(Encoded.gray(Encoded.png(gray))));
        StoredForms colors = new StoredForms(Encoded.only(Encoded.color(Encoded.png(color))));
        for (String form : List.of("BigTIFF", "TIFF with a palette", "PNG with a palette", "BMP, RLE8")) {
            files.put(form, grays.exact().get(form));
        }
        files.put("BMP, RLE4", grays.lossy().get("BMP, RLE4"));
        files.put("TIFF, channels apart", colors.exact().get("TIFF, channels apart"));
        files.put("TIFF of floats", colors.lossy().get("TIFF of floats, differences"));
        files.put("JPEG, YCCK", colors.lossy().get("JPEG, YCCK"));
        return files.entrySet().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    private static byte[] gif() {
        try {
            return GifReaderTest.gif(Encoded.drawn(61, 40, BufferedImage.TYPE_BYTE_GRAY));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void fileThatIsCutShortIsNeverMeasuredInPart(String name, byte[] file) {
        for (int cut = 0; cut < CUTS; cut++) {
            int length = (int) ((long) cut * file.length / CUTS);
            RejectedException refusal = Encoded.refusal(Arrays.copyOf(file, length));

            assertThat(refusal.rejection().code())
                    .as("%s cut to %d", name, length)
                    .isEqualTo(RejectionCode.UNDECODABLE_IMAGE);
            assertThat(refusal.rejection().detail()).doesNotContain("Exception");
        }
        Encoded.color(file);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void changedBytesGiveAPictureOrARefusalAndNothingElse(String name, byte[] file) {
        Random random = new Random(name.hashCode());
        int refused = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] changed = Mutation.of(file, 200, random);
            if (name.toLowerCase(Locale.ROOT).contains("png") && i % 4 != 0) {
                PngParts.mendSums(changed);
            }
            long start = Spent.nanos();
            try {
                Encoded.decode(changed, i % 2 == 0 ? Channels.GRAY : Channels.COLOR, Limits.standard());
            } catch (RejectedException e) {
                refused++;
                assertThat(e.rejection().detail()).doesNotContain("Exception").endsWith(".");
            } catch (RuntimeException | Error e) {
                throw new AssertionError(name + ", mutation " + i, e);
            }
            assertThat(Spent.nanos() - start).as("%s, mutation %d", name, i).isLessThan(SLOWEST_NANOS);
        }
        assertThat(refused).isPositive();
    }
}
