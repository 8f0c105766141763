package org.fertivision.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.fertivision.finding.RejectionCode;
import org.fertivision.request.Limits;
import org.fertivision.request.Source;
import org.fertivision.spi.Descriptor.Channels;
import org.fertivision.spi.RejectedException;
import org.fertivision.spi.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The decoder in plain Java against the JDK's, bit for bit. */
class BaselineJpegTest {
    private static final int COLOR = BufferedImage.TYPE_INT_RGB;
    private static final int GRAY = BufferedImage.TYPE_BYTE_GRAY;
    private static final int MUTATIONS = 400;

    @ParameterizedTest
    @CsvSource({"1,1", "2,1", "2,2"})
    void colorOfEachSamplingIsAsTheJdkDecodesIt(int across, int down) throws IOException {
        for (int width : new int[] {5, 8, 15, 16, 17, 31, 33, 256, 257, 300}) {
            for (int height : new int[] {1, 7, 16, 17, 34}) {
                byte[] file = Encoded.jpeg(noisy(width, height, COLOR), 0.9f, across, down, 0);

                assertThat(read(file, 3)).as("%d x %d", width, height).hasValue(byJdk(file, 3));
                assertThat(read(file, 1)).as("%d x %d, gray", width, height).hasValue(brightness(file));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 9, 255, 256, 263, 513})
    void grayIsAsTheJdkDecodesIt(int width) throws IOException {
        byte[] file = Encoded.jpeg(noisy(width, 19, GRAY), false, 0.9f);

        assertThat(read(file, 1)).hasValue(byJdk(file, 1));
    }

    /** The finest steps bring codes of all lengths, the coarsest bring samples beyond black and white. */
    @ParameterizedTest
    @ValueSource(floats = {0.01f, 0.2f, 0.5f, 0.75f, 0.95f, 1})
    void everyQualityIsAsTheJdkDecodesIt(float quality) throws IOException {
        for (BufferedImage image : List.of(noisy(97, 61, COLOR), Encoded.drawn(97, 61, COLOR), extreme(97, 61))) {
            byte[] file = Encoded.jpeg(image, quality, 2, 2, 0);

            assertThat(read(file, 3)).hasValue(byJdk(file, 3));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7, 1000})
    void restartsAreFollowed(int interval) throws IOException {
        byte[] file = Encoded.jpeg(noisy(150, 90, COLOR), 0.9f, 2, 2, interval);
        assertThat(JpegParts.find(file, 0xDD)).isPositive();

        assertThat(read(file, 3)).hasValue(byJdk(file, 3));
    }

    @Test
    void otherKindsAreLeftToTheJdk() {
        BufferedImage drawn = Encoded.drawn(73, 50, COLOR);
        byte[] adobe = {'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0};
        byte[] whole = Encoded.jpeg(drawn);

        assertThat(read(Encoded.jpeg(drawn, true), 3)).isEmpty();
        assertThat(read(Encoded.jpeg440(drawn), 3)).isEmpty();
        assertThat(read(JpegParts.withSegment(JpegParts.withoutJfif(whole), 0xEE, adobe), 3))
                .isEmpty();
        assertThat(read(JpegParts.inks(0, 33, 20, 200, 100, 50, 220), 3)).isEmpty();
        assertThat(read(Encoded.jpeg(Encoded.drawn(4, 20, COLOR)), 3)).isEmpty();
        assertThat(read(whole, 3)).isPresent();
    }

    @Test
    void picturesThatMissDataOrHaveMoreAreLeftToTheJdk() {
        byte[] whole = Encoded.jpeg(noisy(73, 50, COLOR), false, 0.9f);
        int end = whole.length - 2;
        byte[] more = JpegParts.joined(
                JpegParts.joined(java.util.Arrays.copyOf(whole, end), new byte[] {12, 34, 56}),
                java.util.Arrays.copyOfRange(whole, end, whole.length));
        byte[] less = JpegParts.joined(
                java.util.Arrays.copyOf(whole, end - 40), java.util.Arrays.copyOfRange(whole, end, whole.length));

        assertThat(read(whole, 3)).isPresent();
        assertThat(read(more, 3)).isEmpty();
        assertThat(read(less, 3)).isEmpty();
    }

    /** What is damaged so that both still decode it is the same; what the JDK warns of is never decoded here. */
    @Test
    void damagedPicturesAreDecodedAsByTheJdkOrLeftToIt() throws IOException {
        byte[] whole = Encoded.jpeg(noisy(61, 40, COLOR), 0.7f, 2, 2, 4);
        Random random = new Random(20);
        int ours = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] file = whole.clone();
            for (int change = random.nextInt(3); change >= 0; change--) {
                file[20 + random.nextInt(file.length - 22)] = (byte) random.nextInt(256);
            }
            Optional<byte[][]> read = isWalked(file) ? read(file, 3) : Optional.empty();
            if (read.isPresent()) {
                ours++;
                assertThat(read).as("mutation %d", i).hasValue(byJdk(file, 3));
            }
        }
        assertThat(ours).isPositive();
    }

    @Test
    void oneOfManyFilesIsDecodedLikeTheFirst() {
        byte[] file = Encoded.jpeg(noisy(120, 75, COLOR), false, 0.9f);
        JpegPace pace = new JpegPace();
        List<String> hashes = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            hashes.add(decoded(file, pace).facts().pixelSha256());
        }

        assertThat(hashes).containsOnly(Encoded.color(file).facts().pixelSha256());
        assertThat(pace.isOneOfMany()).isTrue();
        assertThat(new JpegPace().isOneOfMany()).isFalse();
    }

    @Test
    void oneOfManyDamagedFilesIsRefusedLikeTheFirst() {
        byte[] whole = Encoded.jpeg(noisy(73, 50, COLOR), false, 0.9f);
        byte[] file = java.util.Arrays.copyOf(whole, whole.length - 60);
        file[file.length - 2] = (byte) 0xFF;
        file[file.length - 1] = (byte) 0xD9;
        JpegPace pace = new JpegPace();
        for (int i = 0; i < 20; i++) {
            try {
                decoded(file, pace);
                throw new AssertionError("decoded without complaint");
            } catch (RejectedException e) {
                assertThat(e.rejection().code()).isEqualTo(RejectionCode.UNDECODABLE_IMAGE);
            }
        }
    }

    private static Decoded decoded(byte[] file, JpegPace pace) {
        Input input = Input.read((Source.OfBytes) Source.of(file), Limits.standard());
        return Decoder.decode(input, Limits.standard(), Channels.COLOR, pace, Work.unlimited());
    }

    private static boolean isWalked(byte[] file) {
        try {
            walk(file);
            return true;
        } catch (RejectedException e) {
            return false;
        }
    }

    private static JpegFile walk(byte[] file) {
        return JpegFile.walk(file, new HeaderGuard(Limits.standard(), file.length));
    }

    private static Optional<byte[][]> read(byte[] file, int channels) {
        return BaselineJpeg.planes(walk(file), channels, Work.unlimited());
    }

    private static byte[][] byJdk(byte[] file, int channels) throws IOException {
        return bands(file, channels, true);
    }

    private static byte[][] brightness(byte[] file) throws IOException {
        return bands(file, 1, false);
    }

    private static byte[][] bands(byte[] file, int channels, boolean converted) throws IOException {
        ImageReader reader = JdkReader.jpeg();
        List<String> warnings = new ArrayList<>();
        reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
        reader.setInput(
                new MemoryCacheImageInputStream(
                        new ByteArrayInputStream(walk(file).reduced())),
                true,
                true);
        Raster raster = converted ? reader.read(0).getRaster() : reader.readRaster(0, null);
        reader.dispose();
        assertThat(warnings).isEmpty();
        byte[][] bands = new byte[channels][raster.getWidth() * raster.getHeight()];
        for (int band = 0; band < channels; band++) {
            int[] samples = raster.getSamples(0, 0, raster.getWidth(), raster.getHeight(), band, (int[]) null);
            for (int i = 0; i < samples.length; i++) {
                bands[band][i] = (byte) samples[i];
            }
        }
        return bands;
    }

    private static BufferedImage noisy(int width, int height, int type) {
        BufferedImage image = Encoded.drawn(width, height, type);
        Random random = new Random(width * 1_000L + height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, image.getRGB(x, y) ^ random.nextInt() & 0x1F1F1F);
            }
        }
        return image;
    }

    private static BufferedImage extreme(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, COLOR);
        Random random = new Random(7);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int color = (random.nextBoolean() ? 0xFF0000 : 0) | (random.nextBoolean() ? 0xFF00 : 0);
                image.setRGB(x, y, color | (random.nextBoolean() ? 0xFF : 0));
            }
        }
        return image;
    }
}
