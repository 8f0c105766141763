package org.fertivision.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.fertivision.image.Point;
import org.junit.jupiter.api.Test;

class TailTest {
    @Property(tries = 50)
    void areaIsWidthTimesLengthAlongTheCurve(
            @ForAll @LongRange(min = 0) long seed,
            @ForAll @DoubleRange(min = 10, max = 60) double lengthUm,
            @ForAll @DoubleRange(min = 0, max = 6.3) double heading) {
        Tail tail = Tail.random(lengthUm, 0.15, Chance.of(seed, "test"));

        Coverage covered = Coverage.of(tail.outline(new Point(0, 0), heading, 0.1));
        double areaUm2 = 0;
        for (int y = covered.top(); y < covered.bottom(); y++) {
            for (int x = covered.left(); x < covered.right(); x++) {
                areaUm2 += covered.at(x, y) * 0.01;
            }
        }

        double expected = 0.8 * 4.5 + 0.6 * (lengthUm - 4.5);
        // the midpiece tapers within one step of 0.25 um
        assertThat(areaUm2).isCloseTo(expected, within(0.1));
    }

    @Test
    void middleLineIsAsLongAsTold() {
        Outline outline = Tail.random(45, 0.15, Chance.of(3, "test")).outline(new Point(5, 7), 1, 0.1);
        int steps = outline.corners() / 2;
        double lengthUm = 0;
        for (int i = 1; i < steps; i++) {
            double dx = middle(outline.x(i), outline.x(2 * steps - 1 - i))
                    - middle(outline.x(i - 1), outline.x(2 * steps - i));
            double dy = middle(outline.y(i), outline.y(2 * steps - 1 - i))
                    - middle(outline.y(i - 1), outline.y(2 * steps - i));
            lengthUm += Math.sqrt(dx * dx + dy * dy) * 0.1;
        }

        assertThat(lengthUm).isCloseTo(45, within(1e-6));
    }

    private static double middle(double left, double right) {
        return (left + right) / 2;
    }
}
