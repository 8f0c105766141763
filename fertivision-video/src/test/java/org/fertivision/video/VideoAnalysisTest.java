package org.fertivision.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.fertivision.EngineConfig;
import org.fertivision.FertiVision;
import org.fertivision.Outcome;
import org.fertivision.finding.Measure;
import org.fertivision.finding.RejectionCode;
import org.fertivision.finding.measures.MotilityMeasures;
import org.fertivision.image.Calibration;
import org.fertivision.phantom.Film;
import org.fertivision.phantom.Films;
import org.fertivision.request.Request;
import org.fertivision.request.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Films from file to report. */
class VideoAnalysisTest {
    private static final String READER = "fertivision-video.frames";

    /** Points of a hundred sperm. */
    private static final double CLOSE = 3;

    @TempDir
    Path place;

    @Test
    void motilityOfH264IsThatOfTheSameFilmAsAvi() throws Exception {
        Ffmpeg.mustBeThere();
        Film film = Films.of("sperm-motility")
                .seed(20_261)
                .with("width", 320)
                .with("height", 240)
                .with("cells", 24)
                .with("frames", 60)
                .draw();
        Path h264 = Ffmpeg.encode(
                film,
                place,
                "mp4",
                List.of("-c:v", "libx264", "-pix_fmt", "yuv420p", "-preset", "medium", "-crf", "23"));

        Outcome plain = analyze(motility(film).field(place.resolve("drawn.avi")).build());
        Outcome coded = analyze(motility(film).field(h264).reader(READER).build());

        for (Measure share : List.of(
                MotilityMeasures.PROGRESSIVE,
                MotilityMeasures.NON_PROGRESSIVE,
                MotilityMeasures.IMMOTILE,
                MotilityMeasures.MOTILE)) {
            assertThat(value(coded, share)).as(share.code()).isCloseTo(value(plain, share), within(CLOSE));
        }
        assertThat(value(coded, MotilityMeasures.MOTILE)).isBetween(5.0, 100.0);
        assertThat(coded.orElseThrow().timing()).isEqualTo(plain.orElseThrow().timing());
    }

    @Test
    void aFilmOfNoOneRateIsRefusedUntilARateIsGiven() {
        byte[] uneven = Clip.with(Clip.mp4(), "ctts", 20, Clip.u32(0x500 + 100));

        Outcome refused = analyze(Request.of("sperm-motility")
                .field(Source.of(uneven))
                .reader(READER)
                .build());

        assertThat(refused).isInstanceOfSatisfying(Outcome.Rejected.class, rejected -> {
            assertThat(rejected.rejection().code()).isEqualTo(RejectionCode.TIMING_MISSING);
            assertThat(rejected.rejection().detail()).contains("unevenly", "--fps");
        });
    }

    private static Request.Builder motility(Film film) {
        return Request.of("sperm-motility")
                .calibration(Calibration.umPerPixel(film.calibration().umPerPixelX()));
    }

    private static Outcome analyze(Request request) {
        try (FertiVision engine = FertiVision.create(
                EngineConfig.builder().plugin(new VideoReader()).build())) {
            return engine.analyze(request);
        }
    }

    private static double value(Outcome outcome, Measure share) {
        return outcome.orElseThrow()
                .findings()
                .summary()
                .reading(share)
                .figure()
                .orElseThrow();
    }
}
