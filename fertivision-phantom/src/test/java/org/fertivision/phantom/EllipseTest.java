package org.fertivision.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class EllipseTest {
    @Property(tries = 50)
    void perimeterEqualsTheNumericIntegralOfTheArcLength(
            @ForAll @DoubleRange(min = 0.5, max = 20) double lengthUm,
            @ForAll @DoubleRange(min = 0.05, max = 1) double aspect) {
        Ellipse ellipse = new Ellipse(lengthUm, lengthUm * aspect);

        assertThat(ellipse.perimeterUm()).isCloseTo(integrated(ellipse), within(1e-10 * lengthUm));
    }

    @Test
    void discAndNeedleHaveTheirElementaryPerimeters() {
        assertThat(new Ellipse(10, 10).perimeterUm()).isCloseTo(10 * Math.PI, within(1e-12));
        assertThat(new Ellipse(10, 1e-9).perimeterUm()).isCloseTo(20, within(1e-6));
    }

    @Test
    void discIsOneInRugosityAndZeroInElongation() {
        Ellipse disc = new Ellipse(7, 7);

        assertThat(disc.rugosity()).isCloseTo(1, within(1e-14));
        assertThat(disc.elongation()).isZero();
        assertThat(disc.aspect()).isEqualTo(1);
    }

    @Test
    void supportReachesTheAxesEnds() {
        Ellipse head = new Ellipse(4.1, 2.8);

        assertThat(head.supportUm(0)).isCloseTo(2.05, within(1e-12));
        assertThat(head.supportUm(Math.PI / 2)).isCloseTo(1.4, within(1e-12));
    }

    @Test
    void whatIsWiderThanLongIsRefused() {
        assertThatThrownBy(() -> new Ellipse(2, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Ellipse(Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Ellipse(1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Trapezoids over a full period converge faster than any power of the step. */
    private static double integrated(Ellipse ellipse) {
        int steps = 4096;
        double sum = 0;
        for (int i = 0; i < steps; i++) {
            double t = 2 * Math.PI * i / steps;
            sum += Math.hypot(ellipse.lengthUm() / 2 * Math.sin(t), ellipse.widthUm() / 2 * Math.cos(t));
        }
        return sum * 2 * Math.PI / steps;
    }
}
