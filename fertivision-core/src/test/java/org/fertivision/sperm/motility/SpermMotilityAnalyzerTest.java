package org.fertivision.sperm.motility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Item;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Reading;
import org.fertivision.finding.Summary;
import org.fertivision.finding.measures.MotilityMeasures;
import org.fertivision.finding.measures.SpermMeasures;
import org.fertivision.image.Calibration;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;
import org.fertivision.image.Timing;
import org.fertivision.phantom.Film;
import org.fertivision.phantom.Phantom;
import org.fertivision.spi.Parameter;
import org.fertivision.spi.Settings;
import org.fertivision.spi.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From frames to findings on drawn films; the seeds were not used while developing. */
class SpermMotilityAnalyzerTest {
    private static final SpermMotilityAnalyzer ANALYZER = new SpermMotilityAnalyzer();
    private static final Settings SETTINGS =
            Settings.defaults(ANALYZER.descriptor().parameters());

    @ParameterizedTest
    @ValueSource(
            strings = {"snr=15", "driftX=4 driftY=-3", "ramp=1", "snr=5", "debris=20", "polarity=dark background=170"})
    void sharesAreTheTrueOnesUnderTrouble(String trouble) {
        Phantom<Film> phantom = film(93_001, trouble);
        Film film = phantom.draw();

        Summary summary = Analyzed.summary(List.of(Analyzed.look(film.frames())));

        assertThat(value(summary, MotilityMeasures.MOTILE))
                .isCloseTo(film.truth().value("motile"), within(3.0));
        assertThat(value(summary, MotilityMeasures.PROGRESSIVE))
                .isCloseTo(film.truth().value("progressive"), within(3.0));
        assertThat(value(summary, SpermMeasures.CELLS))
                .isCloseTo(
                        film.truth().value("cells"), within(0.03 * film.truth().value("cells")));
    }

    @Test
    void theDriftOfTheSlideIsMeasured() {
        FieldOfView field =
                Analyzed.look(film(93_002, "driftX=4 driftY=-3").draw().frames());

        assertThat(field.reading(MotilityMeasures.STAGE_DRIFT).figure().orElseThrow())
                .isCloseTo(5, within(0.3));
    }

    @Test
    void anEmptyFilmHasNoCellsWithAnUpperBound() {
        Summary summary = Analyzed.summary(
                List.of(Analyzed.look(film(93_003, "cells=0").draw().frames())));

        Reading.Measured cells = (Reading.Measured) summary.reading(SpermMeasures.CELLS);
        assertThat(cells.value()).isZero();
        assertThat(cells.interval().orElseThrow().hi()).isPositive();
        assertThat(summary.reading(MotilityMeasures.MOTILE)).isInstanceOf(Reading.NotMeasured.class);
    }

    @Test
    void withoutCalibrationRatiosAndDisplacementAreLeft() {
        Film film = film(93_004, "snr=15").draw();

        Summary summary = Analyzed.summary(List.of(Analyzed.look(new Uncalibrated(film.frames()))));

        assertThat(summary.reading(MotilityMeasures.VAP))
                .isEqualTo(Reading.notMeasured(MotilityMeasures.VAP, "uncalibrated"));
        assertThat(summary.reading(MotilityMeasures.MOTILE))
                .isEqualTo(Reading.notMeasured(MotilityMeasures.MOTILE, "uncalibrated"));
        assertThat(value(summary, MotilityMeasures.MOVED_HEAD_LENGTH))
                .isCloseTo(film.truth().value("progressive"), within(5.0));
        assertThat(value(summary, MotilityMeasures.LIN)).isBetween(30.0, 100.0);
    }

    @Test
    void meansSayWhomTheyAreOf() {
        Film film = film(93_007, "fps=60").with("frames", 70).draw();
        FieldOfView field = Analyzed.look(film.frames());
        Summary summary = Analyzed.summary(List.of(field));

        double[] widths = field.counted()
                .flatMap(item -> item.reading(MotilityMeasures.ALH).figure().stream())
                .mapToDouble(Double::doubleValue)
                .toArray();
        double[] beating = Arrays.stream(widths).filter(width -> width > 0).toArray();
        assertThat(beating).hasSizeBetween(5, widths.length - 5);
        assertThat(value(summary, MotilityMeasures.ALH))
                .isCloseTo(Arrays.stream(widths).average().orElseThrow(), within(1e-6));
        assertThat(summary.notices())
                .filteredOn(notice -> notice.code().equals("means-of-all"))
                .singleElement()
                .satisfies(notice -> assertThat(notice.detail())
                        .contains(String.format(
                                Locale.ROOT,
                                "Among the %d that beat: ALH %.1f µm",
                                beating.length,
                                Arrays.stream(beating).average().orElseThrow())));
    }

    @Test
    void withoutAScaleTheMeansStillSayWhomTheyAreOf() {
        Film film = film(93_007, "fps=60").with("frames", 70).draw();

        Summary summary = Analyzed.summary(List.of(Analyzed.look(new Uncalibrated(film.frames()))));

        assertThat(summary.notices())
                .filteredOn(notice -> notice.code().equals("means-of-all"))
                .singleElement()
                .satisfies(notice -> assertThat(notice.detail())
                        .contains("that beat: BCF ")
                        .doesNotContain("that move")
                        .doesNotContain("ALH 0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"snr=10", "snr=5"})
    void deadHeadsThatDiffuseDoNotBeat(String noise) {
        int heads = 0;
        int moving = 0;
        for (int seed = 93_100; seed < 93_104; seed++) {
            for (Item head : Analyzed.look(
                            film(seed, "isolated=true motile=0 " + noise).draw().frames())
                    .counted()
                    .toList()) {
                assertThat(head.reading(MotilityMeasures.BCF).figure().orElse(0.0))
                        .isZero();
                heads++;
                moving += head.term(MotilityGrade.SYSTEM)
                                .filter(MotilityGrade.IMMOTILE.term()::equals)
                                .isPresent()
                        ? 0
                        : 1;
            }
        }

        assertThat(heads).isBetween(159, 162);
        assertThat(moving).isLessThanOrEqualTo(1);
    }

    @Test
    void aChamberGivesAConcentrationOfCellsInView() {
        Film film = film(93_008, "snr=15").draw();
        Settings settings = Settings.of(
                ANALYZER.descriptor().parameters(), Map.of("chamberDepth", "20", "dilution", "2"), Map.of());
        FieldOfView field = ANALYZER.look(film.frames(), settings.only(Parameter.Use.LOOK), Work.unlimited());

        Summary summary = ANALYZER.summarize(List.of(field), settings).summary();

        double volumeNl = 640 * 0.481 * 480 * 0.481 * 20 * 1e-6;
        double expected = 2 * value(summary, SpermMeasures.CELLS) / volumeNl;
        assertThat(value(summary, SpermMeasures.CONCENTRATION)).isCloseTo(expected, within(1e-6 * expected));
        assertThat(summary.notices()).anyMatch(notice -> notice.code().equals("counting-error-only"));
        assertThat(Analyzed.summary(List.of(field)).notices())
                .noneMatch(notice -> notice.code().equals("counting-error-only"));
    }

    @ParameterizedTest
    @CsvSource({
        "60, semen, capacitated sperm only",
        "60, unknown, capacitated sperm only",
        "50, capacitated, limits hold at 60 frames a second"
    })
    void hyperactivationIsRefusedWithTheReason(String fps, String preparation, String reason) {
        Summary summary = hyperactivation("fps=" + fps, preparation, true);

        assertThat(summary.reading(MotilityMeasures.HYPERACTIVATED))
                .isInstanceOfSatisfying(
                        Reading.NotMeasured.class,
                        none -> assertThat(none.reason()).contains(reason));
    }

    @Test
    void withoutAScaleNobodyIsHyperactivated() {
        assertThat(hyperactivation("fps=60", "capacitated", false).reading(MotilityMeasures.HYPERACTIVATED))
                .isEqualTo(Reading.notMeasured(MotilityMeasures.HYPERACTIVATED, "uncalibrated"));
    }

    @Test
    void ordinarySwimmersAreNotHyperactivated() {
        Summary summary = hyperactivation("fps=60", "capacitated", true);

        assertThat(value(summary, MotilityMeasures.HYPERACTIVATED)).isLessThan(5);
    }

    @Test
    void vigorousTurningSwimmersAre() {
        Summary summary = hyperactivation(
                "fps=60 motile=50 swim=sine isolated=true speedLeast=50 speedMost=70 amplitudeLeast=4.5"
                        + " amplitudeMost=5 beatLeast=9 beatMost=11",
                "capacitated",
                true);

        assertThat(value(summary, MotilityMeasures.HYPERACTIVATED)).isBetween(45.0, 55.0);
    }

    private static Summary hyperactivation(String film, String preparation, boolean calibrated) {
        Settings settings =
                Settings.of(ANALYZER.descriptor().parameters(), Map.of("preparation", preparation), Map.of());
        Frames frames =
                film(93_006, film).with("cells", 20).with("frames", 70).draw().frames();
        FieldOfView field = ANALYZER.look(
                calibrated ? frames : new Uncalibrated(frames), settings.only(Parameter.Use.LOOK), Work.unlimited());
        return ANALYZER.summarize(List.of(field), settings).summary();
    }

    @Test
    void everyMeasureIsAnswered() {
        Summary summary = Analyzed.summary(
                List.of(Analyzed.look(film(93_005, "snr=15").draw().frames())));
        List<Measure> answered = new ArrayList<>();
        summary.readings().forEach(reading -> answered.add(reading.measure()));

        assertThat(answered)
                .containsExactlyInAnyOrderElementsOf(ANALYZER.descriptor().measures());
    }

    private static Phantom<Film> film(long seed, String settings) {
        return Analyzed.film(seed, "cells=40 " + settings);
    }

    private static double value(Summary summary, Measure measure) {
        return summary.reading(measure).figure().orElseThrow();
    }

    /** Frames of which nobody knows how large a pixel is. */
    private record Uncalibrated(Frames frames) implements Frames {
        @Override
        public int width() {
            return frames.width();
        }

        @Override
        public int height() {
            return frames.height();
        }

        @Override
        public int count() {
            return frames.count();
        }

        @Override
        public Optional<Frame> next() {
            return frames.next();
        }

        @Override
        public Optional<Calibration> calibration() {
            return Optional.empty();
        }

        @Override
        public Optional<Timing> timing() {
            return frames.timing();
        }
    }
}
