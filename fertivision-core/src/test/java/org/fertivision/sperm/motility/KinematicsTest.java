package org.fertivision.sperm.motility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.fertivision.phantom.Course;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Kinematics of exact courses with noise added; the seeds were not used while developing. */
class KinematicsTest {
    private static final double NOISE_UM = 0.1;
    private static final int TRACKS = 120;
    private static final MotionLimits LIMITS = MotionLimits.inUm(NOISE_UM);

    @ParameterizedTest
    @CsvSource({
        "50, 5", "50, 10", "50, 15", "50, 20", "60, 5", "60, 10", "60, 15", "60, 20", "100, 5", "100, 12", "100, 20",
        "200, 5", "200, 12", "200, 20"
    })
    void sinesAreMeasuredWithinTheStatedErrors(double framesPerSecond, double hertz) {
        Random random = new Random(90_211 + Math.round(10 * framesPerSecond + hertz));
        List<Double> vsl = new ArrayList<>();
        List<Double> vap = new ArrayList<>();
        List<Double> alh = new ArrayList<>();
        List<Double> bcf = new ArrayList<>();
        for (int i = 0; i < TRACKS; i++) {
            double speed = Sampled.between(25, 120, random);
            double amplitude = Sampled.between(1, 4, random);
            Course course = Course.sine(speed, Sampled.angle(random), amplitude, hertz, Sampled.angle(random));

            Kinematics seen = Kinematics.of(Sampled.trail(course, framesPerSecond, 1, NOISE_UM, random), LIMITS);

            Beating beating = seen.beating().orElseThrow();
            vsl.add(error(seen.vsl(), course.vslUmPerS(0, 1)));
            vap.add(error(seen.vap(), speed));
            alh.add(error(beating.width(), 2 * amplitude));
            bcf.add(error(beating.crossingsPerS(), 2 * hertz));
            assertThat(beating.widest()).isGreaterThanOrEqualTo(beating.width());
        }
        assertThat(percentile95(vsl)).isLessThan(1);
        assertThat(percentile95(vap)).isLessThan(3);
        assertThat(percentile95(alh)).isLessThan(5);
        assertThat(percentile95(bcf)).isLessThan(2);
    }

    @Test
    void meansDoNotDependOnTheFrameRate() {
        double[] rates = {50, 60, 100, 200};
        double[] vap = new double[rates.length];
        double[] alh = new double[rates.length];
        double[] bcf = new double[rates.length];
        for (int r = 0; r < rates.length; r++) {
            Random random = new Random(777_031);
            for (int i = 0; i < TRACKS; i++) {
                Course course = Course.sine(
                        Sampled.between(25, 120, random),
                        Sampled.angle(random),
                        Sampled.between(1, 4, random),
                        Sampled.between(5, 20, random),
                        Sampled.angle(random));
                Kinematics seen = Kinematics.of(Sampled.trail(course, rates[r], 1, NOISE_UM, new Random(i)), LIMITS);
                vap[r] += seen.vap() / TRACKS;
                alh[r] += seen.beating().orElseThrow().width() / TRACKS;
                bcf[r] += seen.beating().orElseThrow().crossingsPerS() / TRACKS;
            }
        }
        for (double[] means : List.of(vap, alh, bcf)) {
            for (double mean : means) {
                assertThat(mean).isCloseTo(means[0], within(0.03 * means[0]));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {25, 50, 60, 100, 200})
    void straightAndStillHeadsDoNotBeat(double framesPerSecond) {
        Random random = new Random(611_953);
        for (int i = 0; i < TRACKS; i++) {
            double speed = i % 2 == 0 ? 0 : Sampled.between(25, 120, random);
            Course course = Course.straight(speed, Sampled.angle(random));

            Kinematics seen = Kinematics.of(Sampled.trail(course, framesPerSecond, 1, NOISE_UM, random), LIMITS);

            assertThat(seen.beating()).contains(new Beating(0, 0, 0));
            assertThat(seen.moves()).isEqualTo(speed > 0);
            if (speed == 0) {
                assertThat(seen.vap()).isLessThan(0.5);
                assertThat(MotilityGrade.of(seen)).isEqualTo(MotilityGrade.IMMOTILE);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {50, 100})
    void gradesAreRightTwoMicrometersASecondFromALimit(double framesPerSecond) {
        Random random = new Random(404_771);
        int right = 0;
        int tracks = 0;
        for (int i = 0; i < 4 * TRACKS; i++) {
            Course course = anySwimmer(i, random);
            double progress = course.progressUmPerS();
            if (Math.abs(progress - 25) > 2 && Math.abs(progress - 5) > 2) {
                Kinematics seen = Kinematics.of(Sampled.trail(course, framesPerSecond, 1, NOISE_UM, random), LIMITS);
                right += MotilityGrade.of(seen).term().equals(course.who6()) ? 1 : 0;
                tracks++;
            }
        }
        assertThat(right).isGreaterThanOrEqualTo((int) Math.ceil(0.98 * tracks));
    }

    private static Course anySwimmer(int i, Random random) {
        double speed = i % 2 == 0 ? Sampled.between(0, 9, random) : Sampled.between(9, 60, random);
        double heading = Sampled.angle(random);
        double amplitude = Sampled.between(1, 3, random);
        double hertz = Sampled.between(6, 14, random);
        return switch (i % 5) {
            case 0 -> Course.sine(speed, heading, amplitude, hertz, Sampled.angle(random));
            case 1 -> Course.jitter(speed, heading, amplitude, hertz, 2, i);
            case 2 -> Course.circle(30 + speed, heading, Sampled.between(25, 60, random), amplitude, hertz, 0);
            case 3 -> Course.immotile(heading, 0.06, 2, i);
            default -> Course.twitching(heading, 1.5, hertz, Sampled.angle(random));
        };
    }

    @Test
    void noPathIsLongerStraightThanBent() {
        Random random = new Random(61_007);
        for (int i = 0; i < 200; i++) {
            Course course = Course.straight(Sampled.between(0, 100, random), Sampled.angle(random));
            Kinematics kinematics =
                    Kinematics.of(Sampled.trail(course, 50, Sampled.between(0.5, 2, random), 0.2, random), LIMITS);

            assertThat(kinematics.straightness()).isBetween(0.0, 1.0);
        }
        Kinematics swimming = Kinematics.of(Sampled.trail(Course.straight(60, 0.3), 50, 1, 0.05, random), LIMITS);
        assertThat(swimming.straightness()).isGreaterThan(0.99);
    }

    @Test
    void aBeatThatTheFrameRateCannotCarryIsRefused() {
        Random random = new Random(5);
        Course course = Course.sine(60, 0.4, 2, 11.5, 0);

        Kinematics slow = Kinematics.of(Sampled.trail(course, 15, 1, NOISE_UM, random), LIMITS);
        Kinematics tight = Kinematics.of(Sampled.trail(course, 25.5, 4, NOISE_UM, random), LIMITS);
        Kinematics brief = Kinematics.of(Sampled.trail(course, 50, 0.8, NOISE_UM, random), LIMITS);

        assertThat(slow.beating()).isEmpty();
        assertThat(slow.whyNoBeating()).isEqualTo("frame rate too low");
        assertThat(tight.whyNoBeating()).isEqualTo("beat too fast for the frame rate");
        assertThat(brief.whyNoBeating()).isEqualTo("followed for less than 1 s without a break");
    }

    @Test
    void aFewPlacesNotSeenChangeLittle() {
        Random random = new Random(31);
        Course course = Course.sine(60, 0.4, 2, 9, 0.2);
        Trail whole = Sampled.trail(course, 50, 2, NOISE_UM, random);
        boolean[] seen = new boolean[whole.size()];
        Arrays.fill(seen, true);
        seen[20] = false;
        seen[55] = false;
        seen[56] = false;

        Kinematics holed = Kinematics.of(Trail.of(50, whole.xs(), whole.ys(), seen), LIMITS);

        assertThat(holed.vap()).isCloseTo(60, within(1.8));
        assertThat(holed.beating().orElseThrow().width()).isCloseTo(4, within(0.3));
        assertThat(holed.beating().orElseThrow().crossingsPerS()).isCloseTo(18, within(0.4));
    }

    @Property(tries = 60)
    void nothingDependsOnTheHeading(
            @ForAll @LongRange(min = 1, max = 1_000_000) long seed,
            @ForAll @DoubleRange(min = 0, max = 6.28) double turn) {
        Trail trail = Sampled.trail(anySwimmer((int) (seed % 5), new Random(seed)), 50, 1, NOISE_UM, new Random(seed));
        double[] x = trail.xs();
        double[] y = trail.ys();
        for (int i = 0; i < x.length; i++) {
            double turned = x[i] * Math.cos(turn) - y[i] * Math.sin(turn);
            y[i] = x[i] * Math.sin(turn) + y[i] * Math.cos(turn) - 17;
            x[i] = turned + 250;
        }

        Kinematics here = Kinematics.of(trail, LIMITS);
        Kinematics there = Kinematics.of(Trail.seen(50, x, y), LIMITS);

        assertThat(there.vcl()).isCloseTo(here.vcl(), within(1e-6));
        assertThat(there.vsl()).isCloseTo(here.vsl(), within(1e-6));
        assertThat(there.vap()).isCloseTo(here.vap(), within(1e-6));
        assertThat(there.mad()).isCloseTo(here.mad(), within(1e-6));
        assertThat(there.whyNoBeating()).isEqualTo(here.whyNoBeating());
        if (here.beating().isPresent()) {
            Beating ours = here.beating().get();
            Beating turned = there.beating().orElseThrow();
            assertThat(turned.width()).isCloseTo(ours.width(), within(1e-6));
            assertThat(turned.widest()).isCloseTo(ours.widest(), within(1e-6));
            assertThat(turned.crossingsPerS()).isCloseTo(ours.crossingsPerS(), within(1e-6));
        }
    }

    private static double error(double seen, double known) {
        return 100 * Math.abs(seen / known - 1);
    }

    private static double percentile95(List<Double> errors) {
        List<Double> sorted = errors.stream().sorted().toList();
        return sorted.get((int) Math.ceil(0.95 * sorted.size()) - 1);
    }
}
