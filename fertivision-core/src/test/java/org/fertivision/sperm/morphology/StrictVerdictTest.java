package org.fertivision.sperm.morphology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.fertivision.finding.Item;
import org.fertivision.finding.Label;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Outline;
import org.fertivision.finding.Reading;
import org.fertivision.finding.measures.Measures;
import org.fertivision.finding.measures.SpermMeasures;
import org.fertivision.image.Point;
import org.fertivision.image.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrictVerdictTest {
    private static final Map<Measure, Double> MIDDLE = Map.of(
            SpermMeasures.HEAD_LENGTH, 4.2,
            SpermMeasures.HEAD_WIDTH, 2.8,
            SpermMeasures.HEAD_ASPECT, 1.5,
            SpermMeasures.ACROSOME_FRACTION, 55.0,
            SpermMeasures.VACUOLES, 0.0,
            SpermMeasures.MIDPIECE_WIDTH, 0.7,
            SpermMeasures.MIDPIECE_ANGLE, 5.0,
            SpermMeasures.MIDPIECE_OFFSET, 5.0,
            SpermMeasures.TAIL_TURNING, 90.0,
            SpermMeasures.CYTOPLASMIC_RESIDUE, 0.0);

    /** The least and the most that criteria allow, and how sure the measure is, percent. */
    private record Range(double least, double most, double unsurePercent) {
        boolean isFailedBy(double value) {
            return percentTo(value) < unsurePercent;
        }

        /** Distance to the nearer limit, percent of that limit. */
        double percentTo(double value) {
            double toLeast = least > 0 ? (value - least) / least : Double.MAX_VALUE;
            return 100 * Math.min(toLeast, (most - value) / most);
        }
    }

    private static final Map<Measure, Range> RANGES = Map.of(
            SpermMeasures.HEAD_LENGTH, new Range(3.7, 4.7, 2.9),
            SpermMeasures.HEAD_WIDTH, new Range(2.5, 3.2, 2.4),
            SpermMeasures.HEAD_ASPECT, new Range(1.3, 1.8, 3.8),
            SpermMeasures.ACROSOME_FRACTION, new Range(40, 70, 11),
            SpermMeasures.VACUOLES, new Range(0, 2, 0),
            SpermMeasures.MIDPIECE_WIDTH, new Range(0, 1, 13),
            SpermMeasures.MIDPIECE_ANGLE, new Range(0, 30, 0),
            SpermMeasures.MIDPIECE_OFFSET, new Range(0, 25, 0),
            SpermMeasures.TAIL_TURNING, new Range(0, 360, 0),
            SpermMeasures.CYTOPLASMIC_RESIDUE, new Range(0, 100 / 3.0, 0));

    @Test
    void whatIsFarFromEveryLimitIsNormal() {
        assertThat(verdict(SpermMeasures.HEAD_LENGTH, 4.2).labels()).containsExactly(new Label("strict", "normal"));
    }

    /** 4.7 um is known to 2.9 %: from 4.564 to 4.836 a head is borderline large. */
    @ParameterizedTest
    @CsvSource({"4.55, false, false", "4.58, true, true", "4.7, true, true", "4.82, true, true", "4.85, true, false"})
    void whatIsNearerToALimitThanItIsSureIsAbnormalOnBothSides(double length, boolean abnormal, boolean borderline) {
        StrictVerdict verdict = verdict(SpermMeasures.HEAD_LENGTH, length);

        assertThat(verdict.labels().contains(new Label("strict", "large"))).isEqualTo(abnormal);
        assertThat(verdict.labels().contains(new Label("strictBorderline", "large")))
                .isEqualTo(borderline);
        assertThat(verdict.labels().contains(new Label("strict", "normal"))).isEqualTo(!abnormal);
        assertThat(StrictVerdict.isBorderline(item(verdict))).isEqualTo(borderline);
    }

    @Test
    void aClearDefectBesideABorderlineOneIsNotBorderline() {
        List<Reading> readings = readings(SpermMeasures.HEAD_LENGTH, 4.6);
        readings.removeIf(reading -> reading.measure().equals(SpermMeasures.MIDPIECE_ANGLE));
        readings.add(Reading.measured(SpermMeasures.MIDPIECE_ANGLE, 60, "test"));

        StrictVerdict verdict = StrictVerdict.of(readings);

        assertThat(verdict.labels())
                .contains(new Label("strict", "bentNeck"), new Label("strictBorderline", "large"))
                .doesNotContain(new Label("strictBorderline", "bentNeck"));
        assertThat(StrictVerdict.isBorderline(item(verdict))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "headLength, 5.17, large, -10",
        "headLength, 3.33, small, -10",
        "headLength, 4.653, large, 1",
        "headWidth, 3.52, large, -10",
        "headWidth, 2, small, -20",
        "headWidth, 2.55, small, 2",
        "headAspect, 2.07, tapered, -15",
        "headAspect, 1.17, round, -10",
        "acrosomeFraction, 30, smallAcrosome, -25",
        "acrosomeFraction, 84, largeAcrosome, -20",
        "acrosomeFraction, 42, smallAcrosome, 5",
        "vacuoles, 3, vacuolated, -50",
        "midpieceWidth, 1.25, thickMidpiece, -25",
        "midpieceWidth, 1, thickMidpiece, 0",
        "midpieceAngle, 45, bentNeck, -50",
        "midpieceOffset, 30, asymmetricNeck, -20",
        "tailTurning, 540, coiledTail, -50",
        "cytoplasmicResidue, 50, excessCytoplasm, -50"
    })
    void aFailedCriterionHasItsOwnMarginWhetherTheSpermWasSeenWholeOrNot(
            String code, double value, String term, double percent) {
        Measure measure = SpermMeasures.all().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow();
        StrictVerdict alone = StrictVerdict.of(List.of(Reading.measured(measure, value, "test")));

        for (StrictVerdict verdict : List.of(verdict(measure, value), alone)) {
            assertThat(verdict.labels()).contains(new Label("strict", term));
            assertThat(verdict.margins()).singleElement().satisfies(margin -> {
                assertThat(margin.measure()).isEqualTo(measure.margin());
                assertThat(margin.figure().orElseThrow()).isCloseTo(percent, within(1e-6));
            });
        }
        assertThat(alone.complete()).isFalse();
    }

    @Test
    void whatFailsHasAMarginAndWhatPassesHasNone() {
        Random random = new Random(20261130);
        int failed = 0;
        int passed = 0;
        for (int draw = 0; draw < 2000; draw++) {
            List<Reading> readings = new ArrayList<>();
            Map<Measure, Double> expected = new HashMap<>();
            for (Map.Entry<Measure, Range> one : RANGES.entrySet()) {
                Range range = one.getValue();
                Reading reading = Reading.measured(
                        one.getKey(), (range.least() + range.most()) / 2 * (0.5 + random.nextDouble()), "test");
                double value = reading.figure().orElseThrow();
                if (random.nextInt(10) == 0) {
                    readings.add(Reading.notMeasured(one.getKey(), "cut"));
                } else {
                    readings.add(reading);
                    if (range.isFailedBy(value)) {
                        expected.put(one.getKey().margin(), range.percentTo(value));
                        failed++;
                    } else {
                        passed++;
                    }
                }
            }

            StrictVerdict verdict = StrictVerdict.of(readings);

            assertThat(verdict.margins())
                    .allSatisfy(margin -> assertThat(margin.figure().orElseThrow())
                            .isCloseTo(expected.getOrDefault(margin.measure(), Double.NaN), within(1e-6)))
                    .extracting(Reading::measure)
                    .containsExactlyInAnyOrderElementsOf(expected.keySet());
            assertThat(verdict.labels().stream().anyMatch(label -> !label.term().equals("normal")))
                    .isEqualTo(!expected.isEmpty());
            assertThat(verdict.marginsOfDrawn(true))
                    .extracting(Reading::measure)
                    .containsExactlyElementsOf(StrictVerdict.MARGINS);
            assertThat(verdict.marginsOfDrawn(true).stream()
                            .filter(margin -> margin.figure().isPresent()))
                    .containsExactlyInAnyOrderElementsOf(verdict.margins());
        }
        assertThat(failed).isGreaterThan(1000);
        assertThat(passed).isGreaterThan(1000);
    }

    /** 4.8 um is beyond 4.7 by 2.1 % and 4.6 um within it by as much: no band is known for heads without parts. */
    @Test
    void aHeadWithoutPartsIsHeldAgainstItsLimitsWithoutABand() {
        StrictVerdict beyond = StrictVerdict.ofOutline(outline(4.8));
        StrictVerdict within = StrictVerdict.ofOutline(outline(4.6));

        assertThat(beyond.labels()).containsExactly(new Label("strict", "large"));
        assertThat(beyond.margins()).singleElement().satisfies(margin -> {
            assertThat(margin.measure()).isEqualTo(SpermMeasures.HEAD_LENGTH.margin());
            assertThat(margin.figure().orElseThrow()).isCloseTo(-100 / 47.0, within(1e-6));
        });
        assertThat(within.labels()).containsExactly(new Label("strict", "normal"));
        assertThat(within.margins()).isEmpty();
    }

    @Test
    void aHeadOfUnknownSizeHasNoVerdict() {
        StrictVerdict slim = StrictVerdict.ofOutline(List.of(
                Reading.notMeasured(SpermMeasures.HEAD_LENGTH, Reading.NotMeasured.UNCALIBRATED),
                Reading.notMeasured(SpermMeasures.HEAD_WIDTH, Reading.NotMeasured.UNCALIBRATED),
                Reading.measured(SpermMeasures.HEAD_ASPECT, 3, "test")));

        assertThat(slim.labels()).isEmpty();
        assertThat(slim.margins()).isEmpty();
    }

    @Test
    void aDrawnHeadIsToldWhyItHasNoMargin() {
        List<Reading> unsized =
                List.of(Reading.notMeasured(SpermMeasures.HEAD_LENGTH, Reading.NotMeasured.UNCALIBRATED));

        assertThat(whyNone(StrictVerdict.ofOutline(outline(4.2)), true))
                .containsEntry(SpermMeasures.HEAD_LENGTH.margin(), "within its limits")
                .containsEntry(SpermMeasures.HEAD_ASPECT.margin(), "within its limits")
                .containsEntry(SpermMeasures.VACUOLES.margin(), Reading.NotMeasured.DRAWN)
                .hasSize(10);
        assertThat(whyNone(StrictVerdict.ofOutline(outline(4.8)), true))
                .doesNotContainKey(SpermMeasures.HEAD_LENGTH.margin())
                .containsEntry(SpermMeasures.HEAD_WIDTH.margin(), "within its limits")
                .containsEntry(SpermMeasures.TAIL_TURNING.margin(), Reading.NotMeasured.DRAWN);
        assertThat(whyNone(StrictVerdict.ofOutline(unsized), true))
                .containsEntry(SpermMeasures.HEAD_WIDTH.margin(), Reading.NotMeasured.UNCALIBRATED)
                .containsEntry(SpermMeasures.ACROSOME_FRACTION.margin(), Reading.NotMeasured.DRAWN);
        assertThat(whyNone(StrictVerdict.unjudged(), false).get(SpermMeasures.HEAD_LENGTH.margin()))
                .contains("stain=papanicolaou");
    }

    private static Map<Measure, String> whyNone(StrictVerdict verdict, boolean judged) {
        Map<Measure, String> reasons = new HashMap<>();
        for (Reading reading : verdict.marginsOfDrawn(judged)) {
            if (reading instanceof Reading.NotMeasured missing) {
                reasons.put(missing.measure(), missing.reason());
            }
        }
        return reasons;
    }

    @Test
    void everyMarginIsFoundByItsCode() {
        assertThat(StrictVerdict.MARGINS)
                .hasSize(10)
                .allSatisfy(margin -> assertThat(Measures.of(margin.code())).contains(margin));
        assertThat(SpermMeasures.all().stream()
                        .map(Measure::margin)
                        .filter(margin -> Measures.of(margin.code()).isPresent()))
                .containsExactlyInAnyOrderElementsOf(StrictVerdict.MARGINS);
    }

    /** A head whose parts were looked for in vain is in the share of normal heads neither when it fails nor when it passes. */
    @ParameterizedTest
    @CsvSource({"4.2, false", "5.2, true"})
    void aStainedHeadWithoutItsPartsIsNotAmongTheJudged(double length, boolean fails) {
        List<Reading> stained = new ArrayList<>(outline(length));
        stained.addAll(PartReadings.none("acrosome and nucleus are stained alike"));
        List<Reading> drawn = new ArrayList<>(outline(length));
        drawn.addAll(PartReadings.none(Reading.NotMeasured.DRAWN));
        StrictVerdict partless = StrictVerdict.of(stained);

        assertThat(partless.labels().isEmpty()).isEqualTo(!fails);
        assertThat(StrictHead.isJudged(item(partless, stained))).isFalse();
        assertThat(StrictHead.isJudged(item(StrictVerdict.ofOutline(drawn), drawn)))
                .isTrue();
        assertThat(StrictHead.isJudged(item(StrictVerdict.ofOutline(outline(length)), outline(length))))
                .isTrue();
        List<Reading> whole = readings(SpermMeasures.HEAD_LENGTH, length);
        assertThat(StrictHead.isJudged(item(StrictVerdict.of(whole), whole))).isTrue();
    }

    /** Slender by its aspect alone: without a scale neither it nor those that pass are counted. */
    @Test
    void aHeadOfUnknownSizeIsNotAmongTheJudged() {
        List<Reading> stained = new ArrayList<>(List.of(Reading.measured(SpermMeasures.HEAD_ASPECT, 3, "test")));
        stained.addAll(PartReadings.none("acrosome and nucleus are stained alike"));
        StrictVerdict verdict = StrictVerdict.of(stained);

        assertThat(verdict.labels()).isNotEmpty();
        assertThat(StrictHead.isJudged(item(verdict, stained))).isFalse();
    }

    private static List<Reading> outline(double length) {
        return List.of(
                Reading.measured(SpermMeasures.HEAD_LENGTH, length, "test"),
                Reading.measured(SpermMeasures.HEAD_WIDTH, 2.8, "test"),
                Reading.measured(SpermMeasures.HEAD_ASPECT, length / 2.8, "test"));
    }

    private static StrictVerdict verdict(Measure measure, double value) {
        return StrictVerdict.of(readings(measure, value));
    }

    private static List<Reading> readings(Measure measure, double value) {
        List<Reading> readings = new ArrayList<>();
        MIDDLE.forEach(
                (each, middle) -> readings.add(Reading.measured(each, each.equals(measure) ? value : middle, "test")));
        return readings;
    }

    private static Item item(StrictVerdict verdict) {
        return item(verdict, List.of());
    }

    private static Item item(StrictVerdict verdict, List<Reading> readings) {
        return Item.of(0, new Point(5, 5), Outline.none(), new Region(0, 0, 9, 9), readings, verdict.labels());
    }
}
