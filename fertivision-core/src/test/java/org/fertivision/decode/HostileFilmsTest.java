package org.fertivision.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fertivision.request.Limits;
import org.fertivision.spi.Descriptor.Channels;
import org.fertivision.spi.RejectedException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HostileFilmsTest {
    private static final int CUTS = 200;

    /** Changed files of each form; {@code src/test/fuzz/run} tries ten times as many. */
    private static final int MUTATIONS = Integer.getInteger("fertivision.mutations", 1_000);

    private static final long SLOWEST_NANOS = 3_000_000_000L;
    private static final int WIDTH = 40;
    private static final int HEIGHT = 24;

    static Stream<Arguments> films() {
        Map<String, AviParts> films = new LinkedHashMap<>();
        films.put("grays", film("\0\0\0\0", 8));
        films.put(
                "palette",
                film("\0\0\0\0", 8)
                        .palette(IntStream.range(0, 256).map(i -> i * 0x30201).toArray()));
        films.put("24 bits", film("DIB ", 24));
        films.put("brightness, OpenDML", film("Y800", 8).split(3).index(AviParts.Index.NONE));
        films.put("I420", film("I420", 12));
        films.put("YUY2 with sound", film("YUY2", 16).withSound());
        films.put("MJPEG", pictures("MJPG", i -> JpegParts.without(Encoded.jpeg(picture(i)), 0xC4)));
        films.put("PNG", pictures("MPNG", i -> Encoded.png(picture(i))));
        return films.entrySet().stream()
                .map(film -> Arguments.of(film.getKey(), film.getValue().bytes()));
    }

    private static AviParts film(String letters, int bits) {
        Random random = new Random(bits);
        return pictures(letters, bits, i -> {
            byte[] stored = new byte[WIDTH * HEIGHT * bits / 8];
            random.nextBytes(stored);
            return stored;
        });
    }

    private static AviParts pictures(String letters, IntFunction<byte[]> stored) {
        return pictures(letters, 24, stored);
    }

    private static AviParts pictures(String letters, int bits, IntFunction<byte[]> stored) {
        AviParts avi = new AviParts(letters, bits, WIDTH, HEIGHT);
        for (int i = 0; i < 8; i++) {
            avi.frame(stored.apply(i));
        }
        return avi;
    }

    private static BufferedImage picture(int number) {
        BufferedImage image = Encoded.drawn(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        image.setRGB(number, number, 0xFFFFFF);
        return image;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("films")
    void cutAnywhereItGivesFramesOrARefusal(String name, byte[] file) {
        int measured = 0;
        for (int cut = 0; cut < CUTS; cut++) {
            byte[] part = Arrays.copyOf(file, (int) ((long) cut * file.length / CUTS));
            try {
                FilmRead film = FilmRead.gray(part);
                measured++;
                assertThat(film.notices()).as("%s cut to %d", name, part.length).isNotEmpty();
            } catch (RejectedException e) {
                assertThat(e.rejection().detail()).doesNotContain("Exception").endsWith(".");
            }
        }
        assertThat(measured).as(name).isGreaterThan(CUTS / 4);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("films")
    void changedBytesGiveFramesOrARefusalAndNothingElse(String name, byte[] file) {
        Random random = new Random(name.hashCode());
        int measured = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] changed = Mutation.of(file, 400, random);
            long start = Spent.nanos();
            try {
                FilmRead.of(changed, i % 2 == 0 ? Channels.GRAY : Channels.COLOR, Limits.standard());
                measured++;
            } catch (RejectedException e) {
                assertThat(e.rejection().detail()).doesNotContain("Exception").endsWith(".");
            } catch (RuntimeException | Error e) {
                throw new AssertionError(name + ", mutation " + i, e);
            }
            assertThat(Spent.nanos() - start).as("%s, mutation %d", name, i).isLessThan(SLOWEST_NANOS);
        }
        assertThat(measured).as(name).isBetween(MUTATIONS / 4, MUTATIONS - 1);
    }
}
