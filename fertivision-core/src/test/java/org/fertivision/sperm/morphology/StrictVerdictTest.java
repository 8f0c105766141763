package org.fertivision.sperm.morphology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fertivision.finding.Item;
import org.fertivision.finding.Label;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Outline;
import org.fertivision.finding.Reading;
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
            SpermMeasures.TAIL_TURNING, 90.0);

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
        return Item.of(0, new Point(5, 5), Outline.none(), new Region(0, 0, 9, 9), List.of(), verdict.labels());
    }
}
