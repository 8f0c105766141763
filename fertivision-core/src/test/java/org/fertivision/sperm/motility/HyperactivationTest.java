package org.fertivision.sperm.motility;

import static org.assertj.core.api.Assertions.assertThat;

import org.fertivision.phantom.Course;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Verdicts on courses whose VCL, LIN and full width at 60 frames a second are known exactly. */
class HyperactivationTest {
    private static final MotionLimits LIMITS = MotionLimits.inUm(0.1);

    @ParameterizedTest
    @ValueSource(doubles = {59.94, 60, 60.5, 120, 150, 180, 200, 250})
    void wideFastTurningBeatsAreHyperactivated(double rate) {
        assertThat(Hyperactivation.of(trail(Course.sine(60, 0.4, 4.5, 10, 0), rate, 1.2), LIMITS))
                .contains(Hyperactivation.HYPERACTIVATED);
    }

    @ParameterizedTest
    @CsvSource({
        "30, 3.2, 14, narrower than 7 um",
        "140, 4.5, 8, too straight",
        "20, 3.9, 5, too slow",
        "80, 1, 10, an ordinary swimmer"
    })
    void eachLimitIsNeeded(double speed, double amplitude, double beatHz, String why) {
        for (double rate : new double[] {60, 120, 200}) {
            assertThat(Hyperactivation.of(trail(Course.sine(speed, 0.4, amplitude, beatHz, 0), rate, 1.2), LIMITS))
                    .as(why)
                    .contains(Hyperactivation.NOT_HYPERACTIVATED);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {25, 50, 59, 61, 100, 118})
    void otherFrameRatesAreNotJudged(double rate) {
        assertThat(Hyperactivation.of(trail(Course.sine(60, 0.4, 4.5, 10, 0), rate, 1.2), LIMITS))
                .isEmpty();
    }

    @Test
    void lessThanASecondIsNotJudged() {
        Course course = Course.sine(60, 0.4, 4.5, 10, 0);

        assertThat(Hyperactivation.of(trail(course, 60, 59 / 60.0), LIMITS)).isEmpty();
        assertThat(Hyperactivation.of(trail(course, 60, 1), LIMITS)).isPresent();
    }

    @Test
    void whatRestsIsNot() {
        assertThat(Hyperactivation.of(trail(Course.immotile(0, 0.06, 2, 5), 60, 1.2), LIMITS))
                .contains(Hyperactivation.NOT_HYPERACTIVATED);
    }

    @Test
    void aSlowerReadingKeepsPlacesAndHoles() {
        boolean[] seen = {true, true, false, true, true, true, true};
        Trail trail = Trail.of(120, new double[] {0, 1, 2, 3, 4, 5, 6}, new double[] {0, 2, 4, 6, 8, 10, 12}, seen);

        Trail slower = trail.resampled(60);

        assertThat(slower.xs()).containsExactly(0, 2, 4, 6);
        assertThat(slower.ys()).containsExactly(0, 4, 8, 12);
        assertThat(slower.isSeen(1)).isFalse();
        assertThat(slower.isSeen(2)).isTrue();
        assertThat(slower.framesPerSecond()).isEqualTo(60);
        assertThat(trail.resampled(80).x(1)).isEqualTo(1.5);
    }

    private static Trail trail(Course course, double rate, double seconds) {
        int n = (int) Math.round(seconds * rate);
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = course.xUm(i / rate);
            y[i] = course.yUm(i / rate);
        }
        return Trail.seen(rate, x, y);
    }
}
