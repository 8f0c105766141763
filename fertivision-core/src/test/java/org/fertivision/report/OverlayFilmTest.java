package org.fertivision.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.fertivision.FertiVision;
import org.fertivision.decode.Decoded;
import org.fertivision.decode.FilmInput;
import org.fertivision.finding.Item;
import org.fertivision.image.Calibration;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void whereFramesAreMissingTheOneBeforeStays() throws IOException {
        Report report = analyzed(film("4", "40"));
        List<Frame> all = new ArrayList<>();
        try (Frames frames = report.pictures().frames(0)) {
            for (Optional<Frame> frame = frames.next(); frame.isPresent(); frame = frames.next()) {
                if (frame.get().index() < 10 || frame.get().index() >= 20) {
                    all.add(frame.get());
                }
            }
        }
        Path file = written(shownBy(report, all));

        try (Frames frames = opened(file).frames()) {
            assertThat(frames.count()).isEqualTo(40);
        }
        assertThat(frames(file))
                .extracting(Frame::index)
                .hasSize(30)
                .contains(9, 20, 39)
                .doesNotContain(10, 19);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.0033, 29.97, 25})
    void anySpeedIsHeld(double framesPerSecond) throws IOException {
        Path file = folder.resolve("speed.avi");
        try (MotionJpegFile film = new MotionJpegFile(file, 16, 16, framesPerSecond)) {
            for (int i = 0; i < 3; i++) {
                film.add(new BufferedImage(16, 16, BufferedImage.TYPE_3BYTE_BGR));
                film.stay();
            }
        }

        try (Frames frames = opened(file).frames()) {
            assertThat(frames.timing().orElseThrow().framesPerSecond())
                    .isCloseTo(framesPerSecond, within(1e-4 * framesPerSecond));
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

    private static Report shownBy(Report report, List<Frame> frames) {
        return new Report(
                report.specimen(),
                report.analyzer(),
                report.provider(),
                report.settings(),
                report.inputs(),
                report.findings(),
                report.scores(),
                report.notices(),
                report.software(),
                new Pictures() {
                    @Override
                    public Frame frame(int field, int index) {
                        return frames.get(index);
                    }

                    @Override
                    public Frames frames(int field) {
                        return new Listed(frames);
                    }
                });
    }

    private record Listed(List<Frame> frames, Iterator<Frame> left) implements Frames {
        Listed(List<Frame> frames) {
            this(frames, frames.iterator());
        }

        @Override
        public int width() {
            return frames.get(0).width();
        }

        @Override
        public int height() {
            return frames.get(0).height();
        }

        @Override
        public int count() {
            return frames.size();
        }

        @Override
        public Optional<Frame> next() {
            return left.hasNext() ? Optional.of(left.next()) : Optional.empty();
        }

        @Override
        public Optional<Calibration> calibration() {
            return Optional.empty();
        }

        @Override
        public Optional<Timing> timing() {
            return Optional.empty();
        }
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
