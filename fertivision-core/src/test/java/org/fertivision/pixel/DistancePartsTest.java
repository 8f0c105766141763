package org.fertivision.pixel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fertivision.image.Region;
import org.junit.jupiter.api.Test;

class DistancePartsTest {
    private static final Region BOX = new Region(0, 0, 120, 60);

    @Test
    void twoDiscsThatTouchAreTwoParts() {
        Blob pair = blob((x, y) -> inDisc(x, y, 30, 30, 15) || inDisc(x, y, 59, 30, 15));

        List<Blob> parts = DistanceParts.of(pair, 0.2, 3);

        assertThat(parts).hasSize(2);
        assertThat(parts.stream().mapToInt(Blob::area).sum()).isEqualTo(pair.area());
        assertThat(parts.get(0).area()).isBetween(680, 730);
    }

    @Test
    void aTubeIsOnePart() {
        assertThat(DistanceParts.of(blob((x, y) -> x > 10 && x < 110 && Math.abs(y - 30) < 8), 0.2, 3))
                .hasSize(1);
        assertThat(DistanceParts.of(
                        blob((x, y) -> (x - 60) * (x - 60) / 2500.0 + (y - 30) * (y - 30) / 144.0 <= 1), 0.2, 3))
                .hasSize(1);
    }

    @Test
    void aSmallBumpIsNoPart() {
        Blob bumped = blob((x, y) -> inDisc(x, y, 50, 30, 20) || inDisc(x, y, 71, 30, 2));

        assertThat(DistanceParts.of(bumped, 0.2, 4)).containsExactly(bumped);
    }

    @Test
    void latticeSolidityIsOneForConvexShapesOfAnySize() {
        for (int radius : new int[] {1, 2, 5, 17}) {
            assertThat(blob((x, y) -> inDisc(x, y, 40, 30, radius)).latticeSolidity())
                    .isEqualTo(1);
        }
        assertThat(blob((x, y) -> y == 30 && x > 4 && x < 20).latticeSolidity()).isEqualTo(1);
        assertThat(blob((x, y) -> inDisc(x, y, 30, 30, 15) || inDisc(x, y, 59, 30, 15))
                        .latticeSolidity())
                .isBetween(0.85, 0.92);
    }

    @Test
    void anEllipseIsMeasuredFromItsContour() {
        Blob ellipse = blob((x, y) -> (x - 60) * (x - 60) / 2500.0 + (y - 30) * (y - 30) / 400.0 <= 1);
        Raster raster = Raster.of(BOX, samples(ellipse));
        Contour contour =
                Contour.around(ellipse, raster, Threshold.brighterThan(0.5)).orElseThrow();

        Ellipse measured = Ellipse.of(contour).orElseThrow();

        assertThat(measured.majorAxis()).isBetween(99.0, 101.5);
        assertThat(measured.minorAxis()).isBetween(39.0, 41.0);
        assertThat(measured.angle()).isBetween(-0.01, 0.01);
        assertThat(Ellipse.of(Contour.of(List.of(
                        new org.fertivision.image.Point(0, 0),
                        new org.fertivision.image.Point(1, 1),
                        new org.fertivision.image.Point(2, 2)))))
                .isEmpty();
    }

    private static float[] samples(Blob blob) {
        float[] samples = new float[BOX.width() * BOX.height()];
        blob.forEachRun(
                (y, from, to) -> java.util.Arrays.fill(samples, y * BOX.width() + from, y * BOX.width() + to, 1));
        return samples;
    }

    private static boolean inDisc(int x, int y, int centerX, int centerY, double radius) {
        return (x - centerX) * (x - centerX) + (y - centerY) * (y - centerY) <= radius * radius;
    }

    private static Blob blob(Shape shape) {
        boolean[] bits = new boolean[BOX.width() * BOX.height()];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = shape.holds(i % BOX.width(), i / BOX.width());
        }
        List<Blob> blobs = Components.of(Mask.of(BOX, bits), Connectivity.EIGHT);
        assertThat(blobs).hasSize(1);
        return blobs.get(0);
    }

    /** Which pixels are object. */
    private interface Shape {
        boolean holds(int x, int y);
    }
}
