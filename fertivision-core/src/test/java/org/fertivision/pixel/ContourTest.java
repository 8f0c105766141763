package org.fertivision.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.fertivision.image.Plane;
import org.fertivision.image.Point;
import org.fertivision.image.Region;
import org.junit.jupiter.api.Test;

class ContourTest {
    private static Blob largest(List<Blob> blobs) {
        return blobs.stream().max((a, b) -> Integer.compare(a.area(), b.area())).orElseThrow();
    }

    @Property(tries = 60)
    void aCleanEllipseIsMeasuredWithinSevenPerThousand(
            @ForAll @DoubleRange(min = 0, max = 3.14) double angle,
            @ForAll @DoubleRange(min = 0, max = 1) double dx,
            @ForAll @DoubleRange(min = 0, max = 1) double dy) {
        Raster raster = new Drawing(60, 60, 40)
                .ellipse(29 + dx, 30 + dy, 34, 23, angle, 100)
                .blur(0.7)
                .toRaster();
        Threshold half = Threshold.brighterThan(90);
        Contour contour = Contour.around(largest(Components.of(raster, half, Connectivity.EIGHT, 1)), raster, half)
                .orElseThrow();
        assertThat(contour.area()).isCloseTo(Math.PI / 4 * 34 * 23 - Math.PI * 0.7 * 0.7, within(0.004 * 614));
        assertThat(contour.perimeter()).isCloseTo(Drawing.eggPerimeter(34, 23, 0), within(0.003 * 90));
        assertThat(contour.feret().length()).isCloseTo(34, within(0.007 * 34));
        assertThat(contour.feret().width()).isCloseTo(23, within(0.007 * 23));
        assertThat(contour.centroid().distanceTo(new Point(29 + dx, 30 + dy))).isLessThan(0.02);
    }

    @Property(tries = 300)
    void everyLineIsClosedOrderedAndWithoutRepeatedPoints(
            @ForAll @IntRange(min = 1, max = 30) int width,
            @ForAll @IntRange(min = 1, max = 30) int height,
            @ForAll @IntRange(min = 100, max = 156) int level,
            @ForAll boolean bright,
            @ForAll long seed) {
        Plane plane = new Drawing(width, height, 128).noise(30, seed).blur(0.7).toBytes();
        Threshold threshold = new Threshold(level, bright ? Polarity.BRIGHT : Polarity.DARK);
        for (Blob blob : Components.of(plane, threshold)) {
            Contour contour = Contour.around(blob, plane, threshold, 2).orElseThrow();
            assertThat(contour.size()).isGreaterThanOrEqualTo(4);
            Set<Point> seen = new HashSet<>(contour.points());
            assertThat(seen).hasSize(contour.size());
            assertThat(Polygon.signedArea(contour.xs(), contour.ys())).isPositive();
            for (int i = 0; i < contour.size(); i++) {
                int next = (i + 1) % contour.size();
                double step = Math.hypot(contour.x(next) - contour.x(i), contour.y(next) - contour.y(i));
                assertThat(step).isLessThanOrEqualTo(Math.sqrt(2));
                assertThat(contour.x(i)).isBetween(0.0, (double) width);
                assertThat(contour.y(i)).isBetween(0.0, (double) height);
            }
        }
    }

    @Test
    void theLineGoesAroundTheBlobAskedForAndNotItsNeighbor() {
        Drawing drawing =
                new Drawing(80, 40, 20).ellipse(20, 20, 14, 14, 0, 100).ellipse(60, 20, 24, 24, 0, 100);
        Plane plane = drawing.blur(1).toBytes();
        Threshold half = Threshold.brighterThan(70);
        List<Blob> blobs = Components.of(plane, half);
        assertThat(blobs).hasSize(2);
        for (Blob blob : blobs) {
            Contour contour = Contour.around(blob, Raster.of(plane), half).orElseThrow();
            assertThat(contour.area()).isCloseTo(blob.area(), within(0.05 * blob.area()));
            assertThat(contour.contains(blob.centroid().x(), blob.centroid().y()))
                    .isTrue();
        }
    }

    @Test
    void aRingGivesItsOuterLine() {
        Drawing drawing =
                new Drawing(60, 60, 20).ellipse(30, 30, 40, 40, 0, 100).ellipse(30, 30, 20, 20, 0, -100);
        Plane plane = drawing.toBytes();
        Threshold half = Threshold.brighterThan(70);
        Blob ring = Components.of(plane, half).get(0);
        assertThat(ring.holes()).isEqualTo(1);
        Contour contour = Contour.around(ring, plane, half, 3).orElseThrow();
        assertThat(contour.area()).isCloseTo(Math.PI * 400, within(5.0));
    }

    @Test
    void anObjectCutByTheEdgeOfTheImageIsClosedAlongIt() {
        Plane plane = new Drawing(30, 20, 0).toBytes();
        Threshold all = Threshold.brighterThan(-50);
        Blob blob = Components.of(Mask.of(new Region(0, 0, 30, 20), filled(600)), Connectivity.EIGHT)
                .get(0);
        Contour contour = Contour.around(blob, plane, all, 2).orElseThrow();
        assertThat(contour.area()).isCloseTo(30 * 20, within(0.6));
    }

    private static boolean[] filled(int n) {
        boolean[] bits = new boolean[n];
        java.util.Arrays.fill(bits, true);
        return bits;
    }

    @Test
    void noLineWhereTheBlobIsNotObjectAtThatLevel() {
        Plane plane = new Drawing(20, 20, 10).ellipse(10, 10, 8, 8, 0, 50).toBytes();
        Blob blob = Components.of(plane, Threshold.brighterThan(30)).get(0);
        assertThat(Contour.around(blob, plane, Threshold.brighterThan(200), 3)).isEqualTo(Optional.empty());
    }

    @Test
    void onePixelIsADiamond() {
        byte[] samples = new byte[25];
        samples[12] = 100;
        Plane plane = Plane.takeBytes(5, 5, samples);
        Threshold half = Threshold.brighterThan(50);
        Contour contour = Contour.around(Components.of(plane, half).get(0), plane, half, 2)
                .orElseThrow();
        assertThat(contour.area()).isCloseTo(0.5, within(1e-9));
        assertThat(contour.centroid()).isEqualTo(new Point(2.5, 2.5));
    }

    @Property(tries = 100)
    void aSimplerContourStaysWithinItsTolerance(
            @ForAll @IntRange(min = 3, max = 60) int mostPoints,
            @ForAll @IntRange(min = 0, max = 20) int hundredths,
            @ForAll long seed) {
        double tolerance = hundredths / 100.0;
        Raster raster = new Drawing(60, 60, 40)
                .ellipse(30, 30, 34, 23, 0.4, 100)
                .blur(1.5)
                .noise(8, seed)
                .toRaster();
        Threshold half = Threshold.brighterThan(90);
        Contour contour = Contour.around(largest(Components.of(raster, half, Connectivity.EIGHT, 1)), raster, half)
                .orElseThrow();
        Contour simple = contour.simplified(tolerance, 1000);
        assertThat(contour.points()).containsSubsequence(simple.points());
        for (int i = 0; i < contour.size(); i++) {
            assertThat(distance(simple, contour.x(i), contour.y(i))).isLessThanOrEqualTo(tolerance + 1e-9);
        }
        assertThat(contour.simplified(tolerance, mostPoints).size()).isBetween(3, mostPoints);
    }

    private static double distance(Contour line, double x, double y) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < line.size(); i++) {
            int next = (i + 1) % line.size();
            double dx = line.x(next) - line.x(i);
            double dy = line.y(next) - line.y(i);
            double along =
                    Math.max(0, Math.min(1, ((x - line.x(i)) * dx + (y - line.y(i)) * dy) / (dx * dx + dy * dy)));
            nearest = Math.min(nearest, Math.hypot(x - line.x(i) - along * dx, y - line.y(i) - along * dy));
        }
        return nearest;
    }
}
