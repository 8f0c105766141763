package org.fertivision.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import org.fertivision.finding.Notice;
import org.fertivision.finding.RejectionCode;
import org.fertivision.request.Limits;
import org.fertivision.request.Source;
import org.fertivision.spi.Descriptor.Channels;
import org.fertivision.spi.RejectedException;
import org.fertivision.spi.Work;
import org.junit.jupiter.api.Test;

class DecoderTest {
    private static final BufferedImage DRAWN = Encoded.drawn(211, 160, BufferedImage.TYPE_INT_RGB);

    @Test
    void factsTellBytesAndPixels() {
        byte[] file = Encoded.jpeg(DRAWN);
        Input input = Input.read((Source.OfBytes) Source.of(file), Limits.standard());

        var facts = Decoder.decode(input, Limits.standard(), Channels.COLOR, Work.unlimited())
                .facts();

        assertThat(facts.name()).isNull();
        assertThat(facts.sha256()).isEqualTo(input.sha256());
        assertThat(facts.pixelSha256()).hasSize(64);
        assertThat(facts.mediaType()).isEqualTo("image/jpeg");
        assertThat(facts.bytes()).isEqualTo(file.length);
        assertThat(facts.width()).isEqualTo(211);
        assertThat(facts.height()).isEqualTo(160);
        assertThat(facts.frames()).isEqualTo(1);
    }

    @Test
    void registryOfTheHostIsLeftAsItWas() {
        List<Object> before = readers();
        boolean cache = ImageIO.getUseCache();
        JdkReader.jpeg().dispose();
        Encoded.color(Encoded.jpeg(DRAWN));
        Encoded.color(Encoded.png(DRAWN));

        assertThat(readers()).containsExactlyElementsOf(before);
        assertThat(ImageIO.getUseCache()).isEqualTo(cache);
    }

    @Test
    void readerIsTheJdksOwn() {
        assertThat(JdkReader.jpeg().getClass().getModule().getName()).isEqualTo("java.desktop");
    }

    @Test
    void manyThreadsDecodeAsOne() throws Exception {
        byte[][] files = {Encoded.jpeg(DRAWN), Encoded.jpeg(DRAWN, true), Encoded.png(DRAWN), Encoded.tiff("LZW", DRAWN)
        };
        ExecutorService threads = Executors.newFixedThreadPool(32);
        try {
            List<Callable<String>> tasks = new ArrayList<>();
            for (int i = 0; i < 256; i++) {
                byte[] file = files[i % files.length];
                tasks.add(() -> Encoded.color(file).facts().pixelSha256());
            }
            List<Future<String>> hashes = threads.invokeAll(tasks);
            for (int i = 0; i < hashes.size(); i++) {
                String alone = Encoded.color(files[i % files.length]).facts().pixelSha256();
                assertThat(hashes.get(i).get()).isEqualTo(alone);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void workThatIsCalledOffEndsInEveryFormat() throws Exception {
        byte[][] files = {Encoded.jpeg(DRAWN), Encoded.png(DRAWN), Encoded.tiff("LZW", DRAWN), GifReaderTest.gif(DRAWN)
        };
        for (byte[] file : files) {
            Work canceled = Work.unlimited();
            canceled.cancel();
            Input input = Input.read((Source.OfBytes) Source.of(file), Limits.standard());

            assertThatThrownBy(() -> Decoder.decode(input, Limits.standard(), Channels.GRAY, canceled))
                    .isInstanceOfSatisfying(
                            RejectedException.class,
                            e -> assertThat(e.rejection().code()).isEqualTo(RejectionCode.CANCELED));
        }
    }

    @Test
    void deadlineThatPassesInsideTheJdksReaderIsToldAsSuch() {
        long[] clock = {0};
        Work work = Work.within(java.time.Duration.ofNanos(4), () -> clock[0]++);
        Input input = Input.read((Source.OfBytes) Source.of(Encoded.jpeg(DRAWN)), Limits.standard());

        assertThatThrownBy(() -> Decoder.decode(input, Limits.standard(), Channels.GRAY, work))
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        e -> assertThat(e.rejection().code()).isEqualTo(RejectionCode.ANALYSIS_TIMEOUT));
    }

    @Test
    void colorAtHalfTheRowsIsToldOnlyWhereItIsLookedAt() {
        byte[] file = Encoded.jpeg440(DRAWN);

        assertThat(Encoded.color(file).notices()).extracting(Notice::code).containsExactly("chroma-440");
        assertThat(Encoded.gray(file).notices()).isEmpty();
    }

    @Test
    void anyBytesBehindAMagicNumberGiveAPictureOrARefusal() {
        byte[][] starts = {
            {-1, (byte) 0xD8, -1},
            PngParts.SIGNATURE,
            {'I', 'I', 42, 0, 8, 0, 0, 0},
            {'M', 'M', 0, 42, 0, 0, 0, 8},
            {'B', 'M'},
            {'G', 'I', 'F', '8', '9', 'a'},
            {'R', 'I', 'F', 'F'},
            {}
        };
        Random random = new Random(11);
        for (int i = 0; i < 8_000; i++) {
            byte[] file = new byte[random.nextInt(400)];
            random.nextBytes(file);
            byte[] start = starts[i % starts.length];
            System.arraycopy(start, 0, file, 0, Math.min(start.length, file.length));
            try {
                Encoded.color(file);
            } catch (RejectedException e) {
                assertThat(e.rejection().detail()).endsWith(".");
            }
        }
    }

    private static List<Object> readers() {
        List<Object> readers = new ArrayList<>();
        Iterator<ImageReaderSpi> all = IIORegistry.getDefaultInstance().getServiceProviders(ImageReaderSpi.class, true);
        all.forEachRemaining(readers::add);
        return readers;
    }
}
