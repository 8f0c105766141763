package org.fertivision.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.fertivision.image.Point;
import org.junit.jupiter.api.Test;

class CoverageTest {
    @Property(tries = 200)
    void coveredAreaIsTheAreaOfTheEllipse(
            @ForAll @DoubleRange(min = 1, max = 60) double lengthPx,
            @ForAll @DoubleRange(min = 0.2, max = 1) double aspect,
            @ForAll @DoubleRange(min = -50, max = 50) double x,
            @ForAll @DoubleRange(min = -50, max = 50) double y,
            @ForAll @DoubleRange(min = 0, max = 6.3) double angle) {
        Ellipse ellipse = new Ellipse(lengthPx, lengthPx * aspect);

        Coverage covered = Coverage.of(Outline.of(ellipse, new Point(x, y), angle, 1));

        assertThat(sum(covered)).isCloseTo(ellipse.areaUm2(), within(1e-9 * ellipse.areaUm2()));
    }

    @Property(tries = 50)
    void coveredCentroidIsTheCenter(
            @ForAll @DoubleRange(min = 10, max = 12) double x,
            @ForAll @DoubleRange(min = 10, max = 12) double y,
            @ForAll @DoubleRange(min = 0, max = 6.3) double angle) {
        Coverage covered = Coverage.of(Outline.of(new Ellipse(40, 25), new Point(x, y), angle, 1));

        double sumX = 0;
        double sumY = 0;
        for (int row = covered.top(); row < covered.bottom(); row++) {
            for (int column = covered.left(); column < covered.right(); column++) {
                sumX += (column + 0.5) * covered.at(column, row);
                sumY += (row + 0.5) * covered.at(column, row);
            }
        }

        assertThat(sumX / sum(covered)).isCloseTo(x, within(2e-3));
        assertThat(sumY / sum(covered)).isCloseTo(y, within(2e-3));
    }

    @Test
    void everyPixelAgreesWithFineSupersampling() {
        Ellipse ellipse = new Ellipse(9.3, 5.1);
        Point center = new Point(7.37, 8.81);
        double angle = 0.7;
        Coverage covered = Coverage.of(Outline.of(ellipse, center, angle, 1));

        for (int y = covered.top(); y < covered.bottom(); y++) {
            for (int x = covered.left(); x < covered.right(); x++) {
                assertThat(covered.at(x, y)).isCloseTo(supersampled(ellipse, center, angle, x, y), within(0.005));
            }
        }
    }

    @Test
    void halfCoveredPixelsOfASquareAreHalf() {
        Outline square = new Outline(new double[] {1.5, 3.5, 3.5, 1.5}, new double[] {1, 1, 2.5, 2.5});

        Coverage covered = Coverage.of(square);

        assertThat(covered.at(1, 1)).isEqualTo(0.5);
        assertThat(covered.at(2, 1)).isEqualTo(1);
        assertThat(covered.at(3, 1)).isEqualTo(0.5);
        assertThat(covered.at(1, 2)).isEqualTo(0.25);
        assertThat(covered.at(2, 2)).isEqualTo(0.5);
    }

    private static double sum(Coverage covered) {
        double sum = 0;
        for (int y = covered.top(); y < covered.bottom(); y++) {
            for (int x = covered.left(); x < covered.right(); x++) {
                sum += covered.at(x, y);
            }
        }
        return sum;
    }

    private static double supersampled(Ellipse ellipse, Point center, double angle, int x, int y) {
        int fine = 64;
        int hits = 0;
        for (int i = 0; i < fine * fine; i++) {
            double dx = x + (i % fine + 0.5) / fine - center.x();
            double dy = y + (i / fine + 0.5) / fine - center.y();
            double along = (dx * Math.cos(angle) + dy * Math.sin(angle)) / (ellipse.lengthUm() / 2);
            double across = (dy * Math.cos(angle) - dx * Math.sin(angle)) / (ellipse.widthUm() / 2);
            if (along * along + across * across <= 1) {
                hits++;
            }
        }
        return hits / (double) (fine * fine);
    }
}
