package org.fertivision.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.fertivision.image.Point;
import org.junit.jupiter.api.Test;

class FeretTest {
    private static List<Point> random(int n, long seed, boolean whole) {
        Random random = new Random(seed);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            points.add(
                    whole
                            ? new Point(random.nextInt(6), random.nextInt(6))
                            : new Point(100 * random.nextGaussian(), 30 * random.nextGaussian()));
        }
        return points;
    }

    private static double bruteLength(List<Point> points) {
        double longest = 0;
        for (Point a : points) {
            for (Point b : points) {
                longest = Math.max(longest, a.distanceTo(b));
            }
        }
        return longest;
    }

    /** The smallest width has a side of the hull on one tangent: try the line through every pair of points. */
    private static double bruteWidth(List<Point> points) {
        double narrowest = Double.POSITIVE_INFINITY;
        for (Point a : points) {
            for (Point b : points) {
                double length = a.distanceTo(b);
                if (length > 0) {
                    double low = Double.POSITIVE_INFINITY;
                    double high = Double.NEGATIVE_INFINITY;
                    for (Point c : points) {
                        double h = ((b.x() - a.x()) * (c.y() - a.y()) - (b.y() - a.y()) * (c.x() - a.x())) / length;
                        low = Math.min(low, h);
                        high = Math.max(high, h);
                    }
                    narrowest = Math.min(narrowest, high - low);
                }
            }
        }
        return narrowest == Double.POSITIVE_INFINITY ? 0 : narrowest;
    }

    @Property(tries = 400)
    void bothDiametersAreThoseOfTryingAllPairs(
            @ForAll @IntRange(min = 1, max = 25) int n, @ForAll long seed, @ForAll boolean whole) {
        List<Point> points = random(n, seed, whole);
        Feret feret = Feret.of(points);
        assertThat(feret.length()).isCloseTo(bruteLength(points), within(1e-9));
        assertThat(feret.width()).isCloseTo(bruteWidth(points), within(1e-9));
    }

    @Property(tries = 200)
    void turningAndMovingChangesNothing(@ForAll long seed, @ForAll @IntRange(min = 0, max = 359) int degrees) {
        List<Point> points = random(15, seed, false);
        double angle = Math.toRadians(degrees);
        List<Point> turned = points.stream()
                .map(p -> new Point(
                        p.x() * Math.cos(angle) - p.y() * Math.sin(angle) + 7,
                        p.x() * Math.sin(angle) + p.y() * Math.cos(angle) - 3))
                .toList();
        assertThat(Feret.of(turned).length()).isCloseTo(Feret.of(points).length(), within(1e-9));
        assertThat(Feret.of(turned).width()).isCloseTo(Feret.of(points).width(), within(1e-9));
        assertThat(ConvexHull.of(turned).area()).isCloseTo(ConvexHull.of(points).area(), within(1e-7));
    }

    @Test
    void aRectangleKnowsItsDirections() {
        Feret feret = Feret.of(List.of(new Point(0, 0), new Point(10, 0), new Point(10, 2), new Point(0, 2)));
        assertThat(feret.length()).isCloseTo(Math.sqrt(104), within(1e-12));
        assertThat(feret.width()).isEqualTo(2);
        assertThat(feret.widthAngle()).isCloseTo(Math.PI / 2, within(1e-12));
    }

    @Property(tries = 200)
    void theHullHoldsEveryPointAndIsConvex(
            @ForAll @IntRange(min = 3, max = 40) int n, @ForAll long seed, @ForAll boolean whole) {
        List<Point> points = random(n, seed, whole);
        List<Point> hull = ConvexHull.of(points).points();
        assertThat(points).containsAll(hull);
        for (int i = 0; i < hull.size() && hull.size() > 2; i++) {
            Point a = hull.get(i);
            Point b = hull.get((i + 1) % hull.size());
            for (Point p : points) {
                double turn = (b.x() - a.x()) * (p.y() - a.y()) - (b.y() - a.y()) * (p.x() - a.x());
                assertThat(turn).isGreaterThanOrEqualTo(-1e-9);
            }
        }
    }
}
