package org.fertivision.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fertivision.finding.Notice;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;
import org.fertivision.phantom.Film;
import org.fertivision.phantom.Films;
import org.fertivision.spi.RejectedException;
import org.fertivision.spi.Work;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What ffmpeg encodes and decodes is compared with what is read here: every frame of every film that is accepted, to the
 * last bit. Without ffmpeg these tests do not run, and say so.
 */
class FfmpegTest {
    private static final Film FILM = Films.of("sperm-motility")
            .seed(4711)
            .with("width", "200")
            .with("height", "120")
            .with("frames", "24")
            .with("cells", "12")
            .draw();

    @TempDir
    static Path place;

    @BeforeAll
    static void isThere() {
        Ffmpeg.mustBeThere();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-preset medium",
                "-preset ultrafast",
                "-preset superfast",
                "-preset fast -profile:v baseline",
                "-preset medium -profile:v main",
                "-preset slow -x264-params direct=spatial",
                "-preset veryslow -x264-params direct=spatial:bframes=8:b-pyramid=normal",
                "-preset medium -x264-params slices=4",
                "-preset medium -x264-params slice-max-size=300",
                "-preset medium -x264-params keyint=5:open-gop=1",
                "-preset medium -x264-params intra-refresh=1",
                "-preset medium -x264-params ref=16:bframes=0",
                "-preset medium -x264-params weightp=2:weightb=1",
                "-preset medium -x264-params no-deblock=1",
                "-preset medium -x264-params deblock=-3,3",
                "-preset medium -x264-params cabac=0:8x8dct=0",
                "-preset medium -x264-params sps-id=5",
                "-preset medium -bsf:v dump_extra",
                "-preset medium -qp 1",
                "-preset medium -qp 51",
                "-preset medium -movflags +faststart",
                "-preset medium -crf 10 -g 1"
            })
    void everyFrameIsTheSameToTheLastBit(String options) throws Exception {
        Path film = encode(FILM, "mp4", options);

        List<byte[]> ours = ours(film);
        List<byte[]> theirs = Ffmpeg.brightness(film, 200, 120);

        assertThat(ours).hasSize(24).hasSameSizeAs(theirs);
        for (int i = 0; i < ours.size(); i++) {
            assertThat(ours.get(i)).as("frame " + i).isEqualTo(theirs.get(i));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-preset veryslow -x264-params direct=temporal",
                "-x264-params interlaced=1",
                "-qp 0",
                "-pix_fmt yuv444p",
                "-pix_fmt yuv422p",
                "-pix_fmt yuv420p10le",
                "-x264-params cqm=jvt",
                "-x264-params constrained-intra=1",
                "-movflags +frag_keyframe+empty_moov"
            })
    void whatIsNotDecodedToTheLastBitIsRefused(String options) throws Exception {
        Path film = encode(FILM, "mp4", options);

        assertThatThrownBy(() -> ours(film))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("ffmpeg -i film.mp4");
    }

    @Test
    void pixelsThatAreNotSquareAreToldOf() throws Exception {
        Path film = encode(FILM, "mov", "-preset ultrafast -vf setsar=4/3");

        try (InputStream in = Files.newInputStream(film);
                Frames frames = new VideoReader().open(in, 1 << 24, 1000, Work.unlimited())) {
            assertThat(frames.notices()).extracting(Notice::code).containsExactly("pixels-not-square");
        }
    }

    private Path encode(Film film, String ending, String options) throws Exception {
        List<String> all = new ArrayList<>(List.of("-c:v", "libx264"));
        if (!options.contains("pix_fmt")) {
            all.addAll(List.of("-pix_fmt", "yuv420p"));
        }
        all.addAll(List.of(options.split(" ")));
        return Ffmpeg.encode(film, place, ending, all);
    }

    private static List<byte[]> ours(Path film) throws IOException {
        List<byte[]> all = new ArrayList<>();
        try (InputStream in = Files.newInputStream(film);
                Frames frames = new VideoReader().open(in, 1 << 24, 1000, Work.unlimited())) {
            for (Optional<Frame> next = frames.next(); next.isPresent(); next = frames.next()) {
                byte[] gray = new byte[frames.width() * frames.height()];
                for (int y = 0; y < frames.height(); y++) {
                    next.get().gray().rowBytes(y, gray, y * frames.width());
                }
                all.add(gray);
            }
        }
        return all;
    }
}
