package org.fertivision.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CourseTest {
    @Test
    void aStraightCourseIsAsFastOneWayAsTheOther() {
        Course course = Course.straight(80, 0.7);

        assertThat(course.vslUmPerS(0, 1)).isCloseTo(80, within(1e-9));
        assertThat(course.vclUmPerS(200, 0, 1)).isCloseTo(80, within(1e-9));
        assertThat(course.vapUmPerS()).contains(80.0);
        assertThat(course.alhUm()).contains(0.0);
        assertThat(course.bcfHz(0, 1)).contains(0.0);
    }

    /** Curve lengths by numerical integration of sqrt(v^2 + (2 pi f A cos)^2). */
    @ParameterizedTest
    @CsvSource({"80, 3, 10", "80, 2, 15", "50, 2, 12"})
    void theFinestChordsOfASineAreAsLongAsItsCurve(double speed, double amplitude, double hertz) {
        double length = 0;
        int steps = 100_000;
        for (int i = 0; i < steps; i++) {
            double sideways = 2 * Math.PI * hertz * amplitude * Math.cos(2 * Math.PI * hertz * (i + 0.5) / steps);
            length += Math.sqrt(speed * speed + sideways * sideways) / steps;
        }

        Course course = Course.sine(speed, 1.1, amplitude, hertz, 0);

        assertThat(course.vclUmPerS(10_000, 0, 1)).isCloseTo(length, within(1e-4 * length));
        assertThat(course.alhUm()).contains(2 * amplitude);
        assertThat(course.bcfHz(0, 1).orElseThrow()).isCloseTo(2 * hertz, within(1e-9));
    }

    @Test
    void aCircleComesBackAndIsProgressOnlyWhereItIsLarge() {
        double radius = 25;
        double turnS = 2 * Math.PI * radius / 50;
        Course large = Course.circle(50, 0.3, radius, 0, 0, 0);
        Course small = Course.circle(50, 0.3, 8, 0, 0, 0);

        assertThat(large.vslUmPerS(0, turnS)).isCloseTo(0, within(1e-9));
        assertThat(large.vclUmPerS(10_000, 0, 1)).isCloseTo(50, within(1e-3));
        assertThat(large.who6()).isEqualTo("rapidProgressive");
        assertThat(small.progressUmPerS()).isCloseTo(small.vslUmPerS(0, 1), within(1e-9));
    }

    @Test
    void aStarSpinIsFastAndGetsNowhere() {
        Course course = Course.starSpin(0, 2);

        assertThat(course.vslUmPerS(0, 1)).isCloseTo(0, within(1e-6));
        assertThat(course.vclUmPerS(10_000, 0, 1)).isGreaterThan(150);
        assertThat(course.who6()).isEqualTo("nonProgressive");
    }

    @Test
    void aWanderingBeatHasTheCrossingsOfItsOwnMeanFrequency() {
        Course course = Course.jitter(60, 0, 2, 10, 2, 7);
        int crossings = 0;
        for (int i = 1; i <= 10_000; i++) {
            crossings += course.yUm((i - 1) / 10_000.0) < 0 != course.yUm(i / 10_000.0) < 0 ? 1 : 0;
        }

        assertThat(course.bcfHz(0, 1).orElseThrow()).isCloseTo(crossings, within(1.0));
    }

    @Test
    void aDeadCellDiffusesAsItsCoefficientSays() {
        double sum = 0;
        int cells = 400;
        for (int seed = 0; seed < cells; seed++) {
            Course course = Course.immotile(0, 0.06, 1, seed);
            double distance = course.vslUmPerS(0, 1);
            sum += distance * distance / cells;
        }

        // mean square displacement 4 D t; 400 exponential numbers scatter by 5 %
        assertThat(sum).isCloseTo(4 * 0.06, within(0.2 * 4 * 0.06));
    }

    @Test
    void aHelixFlashesAndATwitchStaysWhereItIs() {
        assertThat(Course.helix(60, 0, 2, 10, 0).brightness(0)).isCloseTo(1.3, within(1e-9));
        assertThat(Course.helix(60, 0, 2, 10, 0).brightness(0.025)).isCloseTo(0.7, within(1e-9));
        Course twitch = Course.twitching(0.4, 1.5, 9, 0);
        assertThat(twitch.vslUmPerS(0, 1)).isCloseTo(0, within(1e-9));
        assertThat(twitch.who6()).isEqualTo("nonProgressive");
    }
}
