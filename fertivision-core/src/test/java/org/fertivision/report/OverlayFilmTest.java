package org.fertivision.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fertivision.FertiVision;
import org.fertivision.decode.Decoded;
import org.fertivision.decode.FilmInput;
import org.fertivision.finding.Item;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;
import org.fertivision.image.Timing;
import org.fertivision.phantom.Film;
import org.fertivision.phantom.Films;
import org.fertivision.request.Limits;
import org.fertivision.request.Request;
import org.fertivision.request.Source;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverlayFilmTest {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 240;
    private static final int HEADING = new OverlayFrame(Language.ENGLISH, Lettering.load(), 9, WIDTH).headingHeight();

    /** Gray of the film and of JPEG's errors lies below; the ring's colors far above. */
    private static final int COLORED = 60;

    @TempDir
    private Path folder;

    @Test
    void aRingIsAboutTheObjectInEveryFrameInWhichItWasSeen() throws IOException {
        Report report = analyzed(film("4", "40"));
        Item sperm = report.findings().fields().get(0).counted().findFirst().orElseThrow();
        org.fertivision.finding.Path course = sperm.course().orElseThrow();
        List<Frame> shown = frames(written(report));

        assertThat(shown).hasSize(40);
        for (int i = 0; i < course.size(); i++) {
            Frame frame = shown.get(course.frame(i));
            int x = (int) course.x(i);
            int y = (int) course.y(i) + HEADING;
            assertThat(colored(frame, x - 9, y - 9, x + 10, y + 10))
                    .as("frame " + course.frame(i))
                    .isGreaterThan(15);
        }
        Frame last = shown.get(39);
        assertThat(colored(last, 0, HEADING, WIDTH, HEADING + HEIGHT))
                .as("nothing but rings and ways of less than a second is drawn")
                .isLessThan(3000);
    }

    @Test
    void itPlaysAsFastAsTheFilmWasTaken() throws IOException {
        Path file = written(analyzed(film("4", "40")));
        try (Frames frames = opened(file).frames()) {
            assertThat(frames.timing().orElseThrow()).isEqualTo(new Timing(50, Timing.Origin.FILE));
        }
    }

    @Test
    void ofALongFilmEverySecondFrameIsShownAtHalfTheRate() throws IOException {
        Path file = written(analyzed(film("4", "601")));
        try (Frames frames = opened(file).frames()) {
            assertThat(frames.count()).isEqualTo(301);
            assertThat(frames.timing().orElseThrow().framesPerSecond()).isCloseTo(25, within(1e-9));
        }
    }

    @Test
    void theSameReportGivesTheSameBytes() throws IOException {
        Report report = analyzed(film("4", "30"));

        assertThat(Files.readAllBytes(written(report))).isEqualTo(Files.readAllBytes(written(report)));
    }

    @Test
    void stillsHaveNone() {
        assertThat(OverlayFilm.of(SampleReport.of(1), Language.ENGLISH)).isEmpty();
    }

    private static Film film(String cells, String frames) {
        return Films.of("sperm-motility")
                .seed(11)
                .with("width", "" + WIDTH)
                .with("height", "" + HEIGHT)
                .with("cells", cells)
                .with("frames", frames)
                .draw();
    }

    private Report analyzed(Film film) throws IOException {
        Path file = folder.resolve("film.avi");
        film.write(file);
        try (FertiVision fv = FertiVision.create()) {
            return fv.analyze(Request.of("sperm-motility")
                            .field(file)
                            .calibration(film.calibration())
                            .build())
                    .orElseThrow();
        }
    }

    private Path written(Report report) throws IOException {
        List<ReportFolder.Extra> films = OverlayFilm.of(report, Language.ENGLISH);
        assertThat(films).extracting(ReportFolder.Extra::name).containsExactly("overlay-0.avi");
        Path file = folder.resolve("overlay.avi");
        films.get(0).content().write(file);
        return file;
    }

    private static Decoded opened(Path file) {
        return FilmInput.of((Source.OfBytes) Source.of(file), Work.unlimited())
                .open(Limits.standard(), Descriptor.Channels.COLOR, Work.unlimited());
    }

    private static List<Frame> frames(Path file) {
        List<Frame> all = new ArrayList<>();
        try (Frames frames = opened(file).frames()) {
            for (Optional<Frame> frame = frames.next(); frame.isPresent(); frame = frames.next()) {
                all.add(frame.get());
            }
        }
        return all;
    }

    private static int colored(Frame frame, int left, int top, int right, int bottom) {
        int count = 0;
        for (int y = Math.max(0, top); y < Math.min(frame.height(), bottom); y++) {
            for (int x = Math.max(0, left); x < Math.min(frame.width(), right); x++) {
                if (Math.abs(frame.red().at(x, y) - frame.blue().at(x, y)) > COLORED) {
                    count++;
                }
            }
        }
        return count;
    }
}
