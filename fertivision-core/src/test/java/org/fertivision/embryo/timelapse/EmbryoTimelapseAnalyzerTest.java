package org.fertivision.embryo.timelapse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Item;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Reading;
import org.fertivision.finding.RejectionCode;
import org.fertivision.finding.Series;
import org.fertivision.finding.Summary;
import org.fertivision.finding.measures.EmbryoMeasures;
import org.fertivision.finding.measures.TimelapseMeasures;
import org.fertivision.image.Calibration;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;
import org.fertivision.image.Timing;
import org.fertivision.phantom.Film;
import org.fertivision.phantom.Films;
import org.fertivision.phantom.Phantom;
import org.fertivision.spi.RejectedException;
import org.fertivision.spi.Settings;
import org.fertivision.spi.Work;
import org.junit.jupiter.api.Test;

class EmbryoTimelapseAnalyzerTest {
    private static final EmbryoTimelapseAnalyzer ANALYZER = new EmbryoTimelapseAnalyzer();

    /** A blastocyst from its first frame on, so that its outlines hold. */
    static Phantom<Film> expanding() {
        return Films.of("embryo-timelapse")
                .with("width", 220)
                .with("height", 220)
                .with("divisions", 0)
                .with("startUm", 140)
                .with("minutesPerFrame", 60)
                .with("expansionFrame", 8)
                .with("frames", 24)
                .with("collapseFrame", 0);
    }

    /** The frames as they come from a file that tells neither scale nor time. */
    private static Frames untold(Film film) {
        Frames frames = film.frames();
        List<Frame> all = new ArrayList<>();
        for (Optional<Frame> next = frames.next(); next.isPresent(); next = frames.next()) {
            all.add(next.get());
        }
        return new ListedFrames(all);
    }

    private static Settings settings(String... pairs) {
        Map<String, String> given = new TreeMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            given.put(pairs[i], pairs[i + 1]);
        }
        return Settings.of(ANALYZER.descriptor().parameters(), given, Map.of());
    }

    private static FieldOfView look(Frames frames, String... pairs) {
        return ANALYZER.look(frames, settings(pairs), Work.unlimited());
    }

    private static Series series(FieldOfView field, Measure measure) {
        return field.series().stream()
                .filter(series -> series.measure().equals(measure))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void areaAndRateOfABlastocystAreTheTrueOnes() {
        Film film = expanding().seed(31).draw();
        FieldOfView field = look(film.frames());
        Summary summary = ANALYZER.summarize(List.of(field), settings()).summary();

        Series area = series(field, TimelapseMeasures.EMBRYO_AREA);
        assertThat(area.size()).isGreaterThan(12);
        for (int i = 0; i < area.size(); i++) {
            int frame = (int) Math.round(area.timeS(i) / 3600);
            if (frame >= 8) {
                double truth = film.truth().curves().get(0).value(frame);
                assertThat(area.value(i)).isCloseTo(truth, within(0.04 * truth));
            }
        }
        Reading.Measured rate = (Reading.Measured) summary.reading(TimelapseMeasures.EXPANSION_RATE);
        assertThat(rate.value()).isCloseTo(500, within(25.0));
        assertThat(rate.interval().orElseThrow().lo()).isLessThan(rate.value());
        assertThat(summary.reading(TimelapseMeasures.COLLAPSES).figure()).contains(0.0);
        assertThat(summary.reading(TimelapseMeasures.EVENT_CANDIDATES).figure()).contains(0.0);
    }

    @Test
    void theOutlineOfTheChosenFrameIsTheItem() {
        Film film = expanding().with("frames", 12).draw();

        FieldOfView last = look(film.frames());
        FieldOfView chosen = look(film.frames(), "shownFrame", "9");

        assertThat(frame(last.items().get(0))).isEqualTo(11);
        assertThat(frame(chosen.items().get(0))).isEqualTo(9);
        assertThat(chosen.items().get(0).outline().size()).isGreaterThan(20);
    }

    private static double frame(Item item) {
        return item.reading(TimelapseMeasures.SEEN_IN_FRAME).figure().orElseThrow();
    }

    @Test
    void withoutAScaleThereAreSharesAndCandidatesAndNoMicrometers() {
        Film film = expanding()
                .with("frames", 30)
                .with("collapseFrame", 20)
                .with("collapse", 25)
                .draw();
        FieldOfView field = look(untold(film).timed(film.timing()));
        Summary summary = ANALYZER.summarize(List.of(field), settings()).summary();

        assertThat(summary.reading(TimelapseMeasures.EXPANSION_RATE))
                .isEqualTo(Reading.notMeasured(TimelapseMeasures.EXPANSION_RATE, Reading.NotMeasured.UNCALIBRATED));
        assertThat(field.series().stream().map(s -> s.measure().code()))
                .contains("relativeArea", "motionEnergy")
                .doesNotContain("embryoArea", "embryoDiameter", "zonaThickness");
        Series candidates = series(field, TimelapseMeasures.EVENT_HEIGHT);
        assertThat(candidates.timeS(0)).isEqualTo(20 * 3600);
    }

    @Test
    void aStillAndAnEmptySeriesHaveNoCandidates() {
        Film still = expanding()
                .with("expansionFrame", 200)
                .with("wanderUm", 0)
                .with("frames", 40)
                .draw();
        Film empty = expanding().with("embryos", 0).with("frames", 40).draw();

        FieldOfView resting = look(untold(still).timed(still.timing()));
        FieldOfView nobody = look(untold(empty).timed(empty.timing()));

        assertThat(resting.reading(TimelapseMeasures.EVENT_CANDIDATES).figure()).contains(0.0);
        assertThat(nobody.reading(TimelapseMeasures.EVENT_CANDIDATES)).isInstanceOf(Reading.NotMeasured.class);
        assertThat(nobody.series()).isEmpty();
        assertThat(nobody.items()).isEmpty();
        assertThat(nobody.reading(TimelapseMeasures.COLLAPSES)).isInstanceOf(Reading.NotMeasured.class);
    }

    @Test
    void theTimeBetweenFramesIsToldByAPersonOrRefused() {
        Film film = expanding().with("frames", 4).draw();

        FieldOfView told = look(untold(film), "minutesPerFrame", "12");
        assertThat(told.durationS()).isEqualTo(4 * 720.0);
        assertThat(series(told, TimelapseMeasures.MOTION_ENERGY).timeS(0)).isEqualTo(720);
        refused(untold(film), RejectionCode.TIMING_MISSING, "minutesPerFrame");
        refused(
                untold(film).timed(new Timing(10, Timing.Origin.FILE)),
                RejectionCode.TIMING_MISSING,
                "how fast it is to be played");
        assertThat(look(untold(film).timed(Timing.framesPerSecond(1 / 600.0))).durationS())
                .isCloseTo(2400, within(1e-6));
    }

    @Test
    void onePictureIsNoFilm() {
        Film film = expanding().with("frames", 2).draw();

        refused(
                Frames.of(film.frames().next().orElseThrow()).timed(film.timing()),
                RejectionCode.UNUSABLE_IMAGE,
                "single picture");
    }

    private static void refused(Frames frames, RejectionCode code, String words) {
        assertThatThrownBy(() -> look(frames))
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        e -> assertThat(e.rejection().code()).isEqualTo(code))
                .hasMessageContaining(words);
    }

    @Test
    void missingFramesLeaveAGapAndAreTold() {
        Film film = expanding().with("frames", 8).draw();
        List<Frame> some = new ArrayList<>();
        Frames frames = film.frames();
        for (int i = 0; i < 8; i++) {
            Frame frame = frames.next().orElseThrow();
            if (i != 4) {
                some.add(frame);
            }
        }

        FieldOfView field = look(new ListedFrames(some).timed(film.timing()));

        assertThat(field.durationS()).isEqualTo(8 * 3600.0);
        assertThat(series(field, TimelapseMeasures.MOTION_ENERGY).size()).isEqualTo(5);
        assertThat(field.notices()).anyMatch(notice -> notice.code().equals("frames-missing"));
    }

    @Test
    void severalFilmsAreNotSummedUp() {
        FieldOfView field = look(untold(expanding().with("frames", 3).draw()), "minutesPerFrame", "60");

        assertThat(ANALYZER.summarize(List.of(field, field), settings())
                        .summary()
                        .readings())
                .allMatch(Reading.NotMeasured.class::isInstance);
    }

    @Test
    void zonaIsMeasuredWhereBothBordersHoldOrRefusedWithTheReason() {
        Film film = expanding().with("frames", 14).draw();
        FieldOfView field = look(film.frames());

        Series zona = series(field, EmbryoMeasures.ZONA_THICKNESS);
        for (int i = 0; i < zona.size(); i++) {
            int frame = (int) Math.round(zona.timeS(i) / 3600);
            if (frame < 8) {
                continue; // cells fade into the blastocyst, which is larger than they are
            }
            double truth = film.truth().curves().get(1).value(frame);
            assertThat(zona.value(i)).as("frame " + frame).isCloseTo(truth, within(1.5));
        }
        assertThat(zona.size()).isPositive();
    }

    @Test
    void progressIsToldAndACanceledSeriesEnds() {
        Film film = expanding().with("frames", 6).draw();
        List<Double> told = new ArrayList<>();
        Work work = Work.unlimited();
        Work heard = work.reportingTo(share -> {
            told.add(share);
            if (told.size() == 3) {
                work.cancel();
            }
        });

        assertThatThrownBy(() -> ANALYZER.look(untold(film), settings("minutesPerFrame", "30"), heard))
                .isInstanceOf(RejectedException.class);
        assertThat(told).containsExactly(1 / 6.0, 2 / 6.0, 3 / 6.0);
    }

    /** Frames of a list, of which nobody told anything. */
    private record ListedFrames(List<Frame> frames, int[] given) implements Frames {
        ListedFrames(List<Frame> frames) {
            this(frames, new int[1]);
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
            return given[0] < frames.size() ? Optional.of(frames.get(given[0]++)) : Optional.empty();
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
}
