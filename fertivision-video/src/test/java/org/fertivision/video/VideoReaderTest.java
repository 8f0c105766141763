package org.fertivision.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fertivision.finding.Notice;
import org.fertivision.finding.RejectionCode;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;
import org.fertivision.image.Plane;
import org.fertivision.image.Timing;
import org.fertivision.spi.RejectedException;
import org.fertivision.spi.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Films as they are and as nobody should have made them. */
class VideoReaderTest {
    /** Mean squares of what encoding at this quality loses, gray levels: 34 dB. */
    private static final double LOST = 26;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void framesComeInTheOrderInWhichTheyWereDrawn(boolean isMp4) throws IOException {
        List<Frame> read = Clip.frames(isMp4 ? Clip.mp4() : Clip.mov());
        List<Frame> drawn = new ArrayList<>();
        Frames film = Clip.drawn().frames();
        for (Optional<Frame> next = film.next(); next.isPresent(); next = film.next()) {
            drawn.add(next.get());
        }

        assertThat(read).hasSize(Clip.FRAMES);
        for (int i = 0; i < Clip.FRAMES; i++) {
            Plane gray = read.get(i).gray();
            int nearest = 0;
            for (int j = 1; j < Clip.FRAMES; j++) {
                if (difference(gray, drawn.get(j).gray())
                        < difference(gray, drawn.get(nearest).gray())) {
                    nearest = j;
                }
            }
            assertThat(nearest).as("frame " + i).isEqualTo(i);
            assertThat(read.get(i).index()).isEqualTo(i);
            assertThat(read.get(i).timeS()).isCloseTo(i / 50.0, within(1e-9));
        }
    }

    @Test
    void rateAndSizeComeFromTheFile() throws IOException {
        try (Frames frames = Clip.open(Clip.mp4())) {
            assertThat(frames.timing()).contains(new Timing(50, Timing.Origin.FILE));
            assertThat(frames.width()).isEqualTo(Clip.WIDTH);
            assertThat(frames.height()).isEqualTo(Clip.HEIGHT);
            assertThat(frames.calibration()).isEmpty();
            assertThat(frames.notices()).isEmpty();
        }
    }

    @Test
    void aStreamThatCannotBeWoundBackIsReadAllTheSame() throws IOException {
        FilterInputStream once = new FilterInputStream(new ByteArrayInputStream(Clip.mp4())) {
            @Override
            public boolean markSupported() {
                return false;
            }
        };
        try (Frames frames = new VideoReader().open(once, 1 << 24, 1000, Work.unlimited())) {
            assertThat(frames.next().orElseThrow().gray().at(5, 5))
                    .isEqualTo(Clip.frames(Clip.mp4()).get(0).gray().at(5, 5));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "hvc1, H.265 (HEVC)",
        "hev1, H.265 (HEVC)",
        "av01, AV1",
        "vp09, VP9",
        "mp4v, MPEG-4 part 2",
        "encv, an encrypted codec",
        "QQQQ, an unknown codec"
    })
    void anotherCodecIsNamedWithTheLineThatConvertsIt(String letters, String name) {
        byte[] film = Clip.mp4();
        byte[] changed = film.clone();
        byte[] other = letters.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(other, 0, changed, Clip.at(film, "avc1" + "\0\0\0\0"), 4);

        RejectedException refused = refused(changed);

        assertThat(refused.rejection().code()).isEqualTo(RejectionCode.UNSUPPORTED_MEDIA_TYPE);
        assertThat(refused)
                .hasMessageContainingAll(name, letters, "H.264", "ffmpeg -i film.mp4 -map 0:v:0 -c:v rawvideo");
    }

    @Test
    void lyingSizesEndInOneRefusal() {
        byte[] film = Clip.mp4();
        int count = Clip.FRAMES;

        assertThat(refused(Clip.with(film, "stsz", 8, Clip.u32(0xFFFFFFFFL)))
                        .rejection()
                        .code())
                .isEqualTo(RejectionCode.TOO_MANY_FRAMES);
        assertThat(refused(Clip.with(film, "stsz", 8, Clip.u32(0)))).hasMessageContaining("no frames");
        assertThat(refused(Clip.with(film, "stsz", 8, Clip.u32(count + 400)))).hasMessageContaining("claims");
        assertThat(refused(Clip.with(film, "stsz", 12, Clip.u32(0x7FFFFFFFL)))
                        .rejection()
                        .code())
                .isEqualTo(RejectionCode.STRUCTURE_LIMIT);
        assertThat(refused(Clip.with(film, "stsz", 12, Clip.u32(0xFFFFFFFFL)))).hasMessageContaining("bytes");
        assertThat(refused(Clip.with(film, "stco", 4, Clip.u32(0xFFFFFFL)))).hasMessageContaining("claims");
        assertThat(refused(Clip.with(film, "stco", 8, Clip.u32(0xFFFFFFF0L)))).hasMessageContaining("cut short");
        assertThat(refused(Clip.with(film, "stts", 8, Clip.u32(3)))).hasMessageContaining("time of 3");
        assertThat(refused(Clip.with(film, "mdhd", 12, Clip.u32(0)))).hasMessageContaining("stands still");
        assertThat(refused(Clip.with(film, "moov", -8, Clip.u32(0xFFFFFFFL)))
                        .rejection()
                        .code())
                .isEqualTo(RejectionCode.STRUCTURE_LIMIT);
        assertThat(refused(Clip.with(film, "moov", -8, Clip.u32(3)))).hasMessageContaining("shorter or longer");
        assertThat(refused(Clip.with(film, "trak", -8, Clip.u32(0xFFFFFFL)))).hasMessageContaining("trak");
        assertThat(refused(Clip.with(film, "mdat", -8, Clip.u32(2)))).hasMessageContaining("shorter or longer");
        assertThat(refused(Clip.with(film, "vide", -4, 's', 'o', 'u', 'n'))).hasMessageContaining("no pictures");
    }

    @Test
    void aFilmWithoutItsIndexWasCutShort() {
        byte[] film = Clip.mp4();

        assertThat(refused(Arrays.copyOf(film, Clip.at(film, "moov") - 4))).hasMessageContaining("no index (moov)");
    }

    @Test
    void pixelsAndFramesAreHeldToTheCallersLimits() throws IOException {
        byte[] film = Clip.mp4();
        int pixels = Clip.WIDTH * Clip.HEIGHT;

        new VideoReader()
                .open(new ByteArrayInputStream(film), pixels, Clip.FRAMES, Work.unlimited())
                .close();
        assertThat(catchThrowableOfType(
                                RejectedException.class,
                                () -> new VideoReader()
                                        .open(new ByteArrayInputStream(film), pixels - 1, 1000, Work.unlimited()))
                        .rejection()
                        .code())
                .isEqualTo(RejectionCode.IMAGE_TOO_LARGE);
    }

    @Test
    void unevenTimesGiveNoRateAndAreTold() throws IOException {
        byte[] film = Clip.mp4();
        byte[] uneven = Clip.with(film, "ctts", 20, Clip.u32(0x500 + 100));

        try (Frames frames = Clip.open(uneven)) {
            assertThat(frames.count()).isEqualTo(Clip.FRAMES);
            assertThat(frames.timing()).isEmpty();
            assertThat(frames.notices()).extracting(Notice::code).containsExactly("frame-rate-unbelievable");
            assertThat(frames.notices().get(0).detail()).contains("unevenly");
        }
    }

    @Test
    void framesOutsideTheStretchThatIsShownArePassedOver() throws IOException {
        byte[] early = Clip.with(Clip.mp4(), "ctts", 12, Clip.u32(0x100));

        try (Frames frames = Clip.open(early)) {
            assertThat(frames.count()).isEqualTo(Clip.FRAMES - 1);
            assertThat(frames.notices()).extracting(Notice::code).containsExactly("frames-hidden");
        }
        assertThat(Clip.frames(early).get(0).gray().at(40, 40))
                .isEqualTo(Clip.frames(Clip.mp4()).get(1).gray().at(40, 40));
    }

    @Test
    void aMissingFrameLeavesItsPlaceEmpty() throws IOException {
        byte[] gap = Clip.with(Clip.with(Clip.mp4(), "ctts", 12, Clip.u32(0x100)), "elst", 12, Clip.u32(0x100));

        List<Frame> read = Clip.frames(gap);

        assertThat(read).hasSize(Clip.FRAMES);
        assertThat(read.get(0).index()).isZero();
        assertThat(read.get(1).index()).isEqualTo(2);
        assertThat(read.get(1).timeS()).isCloseTo(0.04, within(1e-9));
        try (Frames frames = Clip.open(gap)) {
            assertThat(frames.count()).isEqualTo(Clip.FRAMES + 1);
            assertThat(frames.timing()).contains(new Timing(50, Timing.Origin.FILE));
            assertThat(frames.notices()).extracting(Notice::code).containsExactly("frames-missing");
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 0, 1, 3, 5", "0, 1, -1, 0, 64, 3", "-1, 0, 0, -1, 92, 64", "0, -1, 1, 0, 5, 92"})
    void picturesAreTurnedUpright(int a, int b, int c, int d, int x, int y) throws IOException {
        byte[] film = turned(a, b, c, d);

        Plane stored = Clip.frames(Clip.mov()).get(0).gray();
        Plane turned = Clip.frames(film).get(0).gray();

        assertThat(turned.width()).isEqualTo(a == 0 ? Clip.HEIGHT : Clip.WIDTH);
        assertThat(turned.height()).isEqualTo(a == 0 ? Clip.WIDTH : Clip.HEIGHT);
        assertThat(turned.at(x, y)).isEqualTo(stored.at(3, 5));
    }

    @Test
    void aMirroredFilmIsTakenAsStoredAndToldOf() throws IOException {
        try (Frames frames = Clip.open(turned(-1, 0, 0, 1))) {
            assertThat(frames.notices()).extracting(Notice::code).containsExactly("turn-ignored");
            assertThat(frames.next().orElseThrow().gray().at(3, 5))
                    .isEqualTo(Clip.frames(Clip.mov()).get(0).gray().at(3, 5));
        }
    }

    @Test
    void aFilmAtAnotherSpeedIsRefused() {
        assertThat(refused(Clip.with(Clip.mov(), "elst", 16, Clip.u32(1 << 15))))
                .hasMessageContainingAll("another speed", "ffmpeg -i");
    }

    private static byte[] turned(int a, int b, int c, int d) {
        int matrix = 40;
        byte[] film = Clip.with(Clip.mov(), "tkhd", matrix, Clip.u32((long) a << 16));
        film = Clip.with(film, "tkhd", matrix + 4, Clip.u32((long) b << 16));
        film = Clip.with(film, "tkhd", matrix + 12, Clip.u32((long) c << 16));
        return Clip.with(film, "tkhd", matrix + 16, Clip.u32((long) d << 16));
    }

    private static RejectedException refused(byte[] film) {
        return catchThrowableOfType(RejectedException.class, () -> Clip.frames(film));
    }

    private static double difference(Plane one, Plane other) {
        double sum = 0;
        for (int y = 0; y < one.height(); y++) {
            for (int x = 0; x < one.width(); x++) {
                double d = one.at(x, y) - other.at(x, y);
                sum += d * d;
            }
        }
        return sum / one.width() / one.height();
    }
}
