package org.fertivision.pixel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.fertivision.image.Plane;
import org.fertivision.image.Point;
import org.fertivision.image.Region;
import org.junit.jupiter.api.Test;

class UpperLevelTest {
    private static final Region BOX = new Region(0, 0, 200, 120);
    private static final Mask ALL = mask((x, y) -> true);

    @Test
    void darkObjectsDoNotLowerTheLevelAroundThem() {
        Raster gray = raster((x, y) -> inDisc(x, y, 100, 60, 30) ? 10 : 100 + x / 4.0, 4);

        UpperLevel level = UpperLevel.of(gray, ALL, 40, 0.35, 3);

        assertThat(level.at(100, 60)).isBetween(119.0, 131.0);
        assertThat(level.at(20, 60)).isLessThan(level.at(180, 60));
        assertThat(level.floor()).isBetween(0.0, 10.0);
        assertThat(level.scatter()).isBetween(3.0, 14.0);
        Mask dark = level.below(gray, ALL, 0.5, 4);
        assertThat(dark.area()).isBetween(2750, 2900);
    }

    /** Along a row the level is taken in steps; at a place by itself. */
    @Test
    void eachPixelIsHeldAgainstTheLevelAtItsPlace() {
        Raster gray = raster((x, y) -> inDisc(x, y, 100, 60, 30) ? 10 : 100 + x / 4.0 - y / 3.0, 9);

        for (double sigma : new double[] {3, 25, 77, 3000}) {
            UpperLevel level = UpperLevel.of(gray, ALL, sigma, 0.35, 2);
            Mask dark = level.below(gray, ALL, 0.1, 0);
            for (int y = 0; y < gray.height(); y++) {
                for (int x = 0; x < gray.width(); x++) {
                    double local = level.at(x + 0.5, y + 0.5);
                    assertThat(dark.contains(x, y)).isEqualTo(gray.at(x, y) < local - 0.1 * (local - level.floor()));
                }
            }
        }
    }

    @Test
    void noiseAloneHasNothingBelowIt() {
        Raster gray = raster((x, y) -> 120, 12);

        UpperLevel level = UpperLevel.of(gray, ALL, 40, 0.35, 3);

        assertThat(level.below(gray, ALL, 0.5, 4).area()).isLessThan(60);
        assertThat(level.below(gray, ALL, 0.5, 0.5).area()).isGreaterThan(500);
    }

    @Test
    void whatLiesOutsideTheMaskDoesNotCount() {
        Raster gray = raster((x, y) -> x < 100 ? 0 : 80, 0);
        Mask right = mask((x, y) -> x >= 100);

        UpperLevel level = UpperLevel.of(gray, right, 20, 0.35, 2);

        assertThat(level.floor()).isEqualTo(80);
        assertThat(level.at(110, 60)).isBetween(79.9, 80.1);
        assertThat(level.at(10, 60)).isBetween(79.9, 80.1);
        Raster smooth = Smoothing.gaussian(gray, right, 3);
        assertThat(smooth.at(100, 60)).isBetween(79.9f, 80.1f);
        assertThat(smooth.at(99, 60)).isZero();
    }

    @Test
    void aMeanStandsAloneInACommonBorderOnly() {
        assertThat(BorderLevel.of(plane((x, y) -> x > 20 && x < 180 && y > 20 && y < 100 ? 90 : 12, 0)))
                .isEqualTo(12);
        assertThat(BorderLevel.of(plane((x, y) -> 90, 40))).isZero();
    }

    @Test
    void aDarkDiscIsOutlinedAtTheLevelThatIsAskedFor() {
        Raster gray = Smoothing.gaussian(raster((x, y) -> inDisc(x, y, 100, 60, 25) ? 20 : 120, 0), 2);
        Mask dark = Mask.of(gray, Threshold.upTo(70));
        Blob blob = Components.of(dark, Connectivity.FOUR).get(0);

        RadialOutline half = RadialOutline.of(blob, gray, dark, 70, 12).orElseThrow();
        RadialOutline wide = RadialOutline.of(blob, gray, dark, 110, 12).orElseThrow();

        assertThat(Math.sqrt(half.contour().area() / Math.PI)).isBetween(24.7, 25.6);
        assertThat(wide.contour().area()).isGreaterThan(1.1 * half.contour().area());
        assertThat(Math.sqrt(half.grown(2).area() / Math.PI)).isBetween(26.7, 27.6);
        assertThat(half.scaled(0.5).area() / half.contour().area()).isBetween(0.249, 0.251);
        assertThat(RadialOutline.of(blob, gray, dark, 500, 12)).isEmpty();
        assertThat(half.center().x()).isBetween(100.2, 100.8);
    }

    @Test
    void raysThatRunIntoANeighborAreFilledFromBothSides() {
        Raster gray = raster((x, y) -> inDisc(x, y, 80, 60, 20) || inDisc(x, y, 121, 60, 20) ? 20 : 120, 0);
        Mask dark = Mask.of(gray, Threshold.upTo(70));
        Blob left = Components.of(mask((x, y) -> inDisc(x, y, 80, 60, 20)), Connectivity.FOUR)
                .get(0);

        RadialOutline outline = RadialOutline.of(left, gray, dark, 110, 6).orElseThrow();

        assertThat(Math.sqrt(outline.contour().area() / Math.PI)).isBetween(19.8, 21.0);
    }

    @Test
    void grayValuesAreToldInsideAContourAndBetweenTwo() {
        Raster gray = raster((x, y) -> inDisc(x, y, 100, 60, 25) ? 20 : 120, 0);
        Mask dark = Mask.of(gray, Threshold.upTo(70));
        Blob blob = Components.of(dark, Connectivity.FOUR).get(0);
        RadialOutline outline = RadialOutline.of(blob, gray, dark, 70, 12).orElseThrow();

        assertThat(GrayInside.of(gray, outline.scaled(0.6))).hasValueSatisfying(inside -> {
            assertThat(inside.mean()).isEqualTo(20);
            assertThat(inside.median()).isEqualTo(20);
            assertThat(inside.spread()).isZero();
        });
        assertThat(GrayInside.between(gray, outline.grown(3), outline.grown(8), ALL, dark))
                .hasValueSatisfying(ring -> assertThat(ring.mean()).isEqualTo(120));
        assertThat(GrayInside.of(gray, new Region(500, 500, 5, 5), ALL, dark)).isEmpty();
    }

    @Test
    void aThinLineAcrossAShapeIsNoScatterOfItsOwn() {
        Raster plain = raster((x, y) -> 20, 5);
        Raster crossed = raster((x, y) -> y == 60 ? 200 : 20, 5);
        Contour disc =
                Contour.of(List.of(new Point(80, 40), new Point(120, 40), new Point(120, 80), new Point(80, 80)));

        double own = GrayInside.of(plain, disc).orElseThrow().spread();

        assertThat(own).isBetween(4.5, 5.5);
        assertThat(GrayInside.of(crossed, disc).orElseThrow().spread()).isBetween(own, 1.15 * own);
    }

    private static boolean inDisc(int x, int y, int centerX, int centerY, double radius) {
        return (x - centerX) * (x - centerX) + (y - centerY) * (y - centerY) <= radius * radius;
    }

    private static Raster raster(Level level, double noise) {
        Random random = new Random(5);
        float[] samples = new float[BOX.width() * BOX.height()];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (level.at(i % BOX.width(), i / BOX.width()) + noise * random.nextGaussian());
        }
        return Raster.of(BOX, samples);
    }

    private static Plane plane(Level level, double noise) {
        return raster(level, noise).toPlane(8);
    }

    private static Mask mask(Shape shape) {
        boolean[] bits = new boolean[BOX.width() * BOX.height()];
        Arrays.setAll(new Object[bits.length], i -> bits[i] = shape.holds(i % BOX.width(), i / BOX.width()));
        return Mask.of(BOX, bits);
    }

    /** A picture. */
    private interface Level {
        double at(int x, int y);
    }

    /** Which pixels are object. */
    private interface Shape {
        boolean holds(int x, int y);
    }
}
