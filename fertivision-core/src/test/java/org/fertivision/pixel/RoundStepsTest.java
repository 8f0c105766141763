package org.fertivision.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.fertivision.image.Point;
import org.fertivision.image.Region;
import org.junit.jupiter.api.Test;

class RoundStepsTest {
    private static final int SIDE = 160;

    /** Noise of deviation 1, and discs on it that lie lower by {@code depth}. */
    private static Raster noisy(double depth, Point... discs) {
        Random random = new Random(7);
        float[] samples = new float[SIDE * SIDE];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) random.nextGaussian();
            for (Point disc : discs) {
                if (disc.distanceTo(new Point(i % SIDE + 0.5, i / SIDE + 0.5)) < 20) {
                    samples[i] -= (float) depth;
                }
            }
        }
        return Smoothing.between(Raster.of(new Region(0, 0, SIDE, SIDE), samples), 1, 8);
    }

    private static RoundSteps search(Raster raster, double sign) {
        double[] far = new double[64];
        Arrays.fill(far, 70);
        double[] factors = new double[40];
        Arrays.fill(factors, sign);
        return RoundSteps.in(raster, new RoundSteps.Within(new Point(80, 80), far, 14, 26, 2), factors, 1.5);
    }

    @Test
    void discsAreFoundWhereTheyLieAndChanceStaysFarBelow() {
        RoundSteps steps = search(noisy(1, new Point(60, 70), new Point(106, 90)), 1);

        List<RoundSteps.Circle> best = steps.best(4);

        assertThat(best.subList(0, 2)).anySatisfy(c -> {
            assertThat(c.center().distanceTo(new Point(60, 70))).isLessThan(1.5);
            assertThat(c.radius()).isCloseTo(20, within(1.0));
            assertThat(steps.support(c)).isGreaterThan(0.9);
        });
        assertThat(best.subList(0, 2))
                .anySatisfy(c ->
                        assertThat(c.center().distanceTo(new Point(106, 90))).isLessThan(1.5));
        assertThat(best.get(2).height()).isLessThan(0.6 * best.get(1).height());
    }

    @Test
    void theOtherSignFindsNoDisc() {
        RoundSteps steps = search(noisy(1, new Point(60, 70)), -1);

        assertThat(steps.best(1).get(0).height())
                .isLessThan(search(noisy(1, new Point(60, 70)), 1)
                                .best(1)
                                .get(0)
                                .height()
                        / 2);
    }

    @Test
    void anEvenPictureHasNoCircles() {
        Raster even = Raster.of(new Region(0, 0, SIDE, SIDE), new float[SIDE * SIDE]);

        assertThat(search(even, 1).best(3)).isEmpty();
    }

    @Test
    void theStepAlongAPathIsItsLargestNearIt() {
        RoundSteps steps = search(noisy(5, new Point(80, 80)), 1);
        double[] path = new double[64];
        Arrays.fill(path, 22);

        double near = steps.along(new Point(80, 80), path, 4);

        assertThat(near)
                .isGreaterThan(1.5 * steps.along(new Point(80, 80), path, 0.4))
                .isBetween(2.0, 5.0);
    }
}
