package org.fertivision.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.fertivision.image.Plane;
import org.fertivision.image.Point;
import org.fertivision.image.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EdgeOutlineTest {
    /** Sigma of the optics in micrometers: what all scales here are blurred with. */
    private static final double OPTICS_UM = 0.29;

    private static final int DRAWS = 40;

    /** Errors of many drawings in percent: area, perimeter, length, width. */
    private static final class Errors {
        private static final double[] BARS = {1.0, 0.7, 0.5, 0.5};
        private final double[] sum = new double[BARS.length];
        private final double[] squares = new double[BARS.length];
        private int n;

        void add(Contour contour, double length, double width) {
            Feret feret = contour.feret();
            double[] shares = {
                contour.area() / (Math.PI / 4 * length * width),
                contour.perimeter() / Drawing.eggPerimeter(length, width, 0),
                feret.length() / length,
                feret.width() / width
            };
            for (int i = 0; i < shares.length; i++) {
                double error = 100 * (shares[i] - 1);
                sum[i] += error;
                squares[i] += error * error;
            }
            n++;
        }

        /** The mean may lie beyond the bar by so many of its own standard errors: what so few drawings cannot tell. */
        void meetBars(double standardErrors) {
            for (int i = 0; i < BARS.length; i++) {
                double mean = sum[i] / n;
                double standardError = Math.sqrt((squares[i] / n - mean * mean) / n);
                assertThat(mean).isCloseTo(0, within(BARS[i] + standardErrors * standardError));
            }
        }
    }

    private static Blob found(Raster raster, Threshold threshold) {
        return Components.of(Smoothing.gaussian(raster, 1), threshold, Connectivity.EIGHT, 1).stream()
                .max(Comparator.comparingInt(Blob::area))
                .orElseThrow();
    }

    /** Over angle, shift of less than a pixel, slope of the background and noise. */
    private static void draw(
            Errors errors,
            double lengthUm,
            double widthUm,
            double umPerPixel,
            double signalToNoise,
            Polarity polarity) {
        double length = lengthUm / umPerPixel;
        double width = widthUm / umPerPixel;
        for (int draw = 0; draw < DRAWS; draw++) {
            Random random = new Random(draw);
            int side = (int) (length + 56);
            double right = 0.15 * random.nextGaussian();
            double down = 0.15 * random.nextGaussian();
            Raster raster = new Drawing(side, side, 120 - (right + down) * side / 2)
                    .ellipse(
                            side / 2.0 + random.nextDouble(),
                            side / 2.0 + random.nextDouble(),
                            length,
                            width,
                            Math.PI * draw / DRAWS,
                            polarity.sign() * 80)
                    .blur(OPTICS_UM / umPerPixel)
                    .slope(right, down)
                    .noise(80 / signalToNoise, 1000 + draw)
                    .toRaster();
            Blob blob = found(raster, new Threshold(120 + polarity.sign() * 40, polarity));
            Contour contour =
                    EdgeOutline.of(blob, raster, polarity).orElseThrow().contour();
            errors.add(contour, length, width);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "4.1, 2.8, 0.12, 5", "4.1, 2.8, 0.12, 10", "4.1, 2.8, 0.12, 20", "4.1, 2.8, 0.081, 5", "4.1, 2.8, 0.081, 10",
        "4.1, 2.8, 0.081, 20", "5, 3, 0.12, 5", "5, 3, 0.12, 10", "5, 3, 0.12, 20", "5, 3, 0.081, 5",
        "5, 3, 0.081, 10", "5, 3, 0.081, 20", "8, 4.6, 0.12, 5", "8, 4.6, 0.12, 10", "8, 4.6, 0.12, 20",
        "8, 4.6, 0.081, 5", "8, 4.6, 0.081, 10", "8, 4.6, 0.081, 20"
    })
    void noisyBlurredEllipsesAreMeasuredWithoutBias(
            double length, double width, double umPerPixel, double signalToNoise) {
        Errors errors = new Errors();
        draw(errors, length, width, umPerPixel, signalToNoise, Polarity.BRIGHT);
        errors.meetBars(2);
    }

    @Test
    void overAllSizesAndNoisesTheBarsAreMetOutright() {
        Errors errors = new Errors();
        for (double umPerPixel : new double[] {0.12, 0.081}) {
            for (double signalToNoise : new double[] {5, 10, 20}) {
                draw(errors, 4.1, 2.8, umPerPixel, signalToNoise, Polarity.BRIGHT);
                draw(errors, 5, 3, umPerPixel, signalToNoise, Polarity.BRIGHT);
            }
        }
        errors.meetBars(0);
    }

    @Test
    void darkObjectsAreMeasuredLikeBrightOnes() {
        Errors errors = new Errors();
        draw(errors, 4.1, 2.8, 0.12, 20, Polarity.DARK);
        errors.meetBars(0);
    }

    @ParameterizedTest
    @CsvSource({"5, 2.0, 1.5", "10, 1.0, 0.7", "20, 1.0, 0.7", "100, 1.0, 0.7"})
    void eggsAreNotForcedIntoEllipses(double signalToNoise, double areaPercent, double perimeterPercent) {
        double taper = 0.35;
        double area = 0;
        double perimeter = 0;
        double skew = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            Random random = new Random(draw);
            double angle = 2 * Math.PI * draw / DRAWS;
            double cx = 40 + random.nextDouble();
            double cy = 40 + random.nextDouble();
            Raster raster = new Drawing(80, 80, 50)
                    .egg(cx, cy, 40, 24, angle, 100, taper)
                    .blur(2.4)
                    .noise(100 / signalToNoise, draw)
                    .toRaster();
            Contour contour = EdgeOutline.of(found(raster, Threshold.brighterThan(100)), raster, Polarity.BRIGHT)
                    .orElseThrow()
                    .contour();
            area += 100.0 / DRAWS * (contour.area() / (Math.PI / 4 * 40 * 24) - 1);
            perimeter += 100.0 / DRAWS * (contour.perimeter() / Drawing.eggPerimeter(40, 24, taper) - 1);
            Point center = contour.centroid();
            skew += ((center.x() - cx) * Math.cos(angle) + (center.y() - cy) * Math.sin(angle)) / DRAWS;
        }
        assertThat(area).isCloseTo(0, within(areaPercent));
        assertThat(perimeter).isCloseTo(0, within(perimeterPercent));
        // the center of an egg lies off the middle of its length by taper times a quarter of half the length
        assertThat(skew).isCloseTo(taper * 20 / 4, within(0.1));
    }

    @ParameterizedTest
    @CsvSource({"0.8, 0.15", "1.5, 0.15", "2.4, 0.15", "3.5, 0.2"})
    void theBlurOfTheEdgeIsReadFromItsSteepness(double blur, double tolerance) {
        Raster raster = new Drawing(120, 120, 50)
                .ellipse(60, 60, 60, 50, 0.4, 100)
                .blur(blur)
                .noise(2, 1)
                .toRaster();
        EdgeOutline outline = EdgeOutline.of(found(raster, Threshold.brighterThan(100)), raster, Polarity.BRIGHT)
                .orElseThrow();
        assertThat(outline.blur()).isCloseTo(blur, within(tolerance));
        assertThat(outline.contrast()).isCloseTo(100, within(0.5));
        assertThat(outline.background()).isCloseTo(50, within(0.5));
        assertThat(outline.noise()).isCloseTo(2, within(0.2));
        assertThat(outline.signalToNoise()).isCloseTo(50, within(5.0));
        assertThat(outline.halfLevel().area()).isLessThan(outline.contour().area());
        double drawnIn = outline.contour().area() - outline.halfLevel().area();
        assertThat(drawnIn).isCloseTo(Math.PI * blur * blur, within(0.25 * Math.PI * blur * blur + 0.5));
    }

    @Test
    void aNeighborInTheRingDoesNotMoveTheEdge() {
        Drawing alone = new Drawing(120, 80, 50).ellipse(40, 40, 34, 23, 0.3, 100);
        Drawing pair =
                new Drawing(120, 80, 50).ellipse(40, 40, 34, 23, 0.3, 100).ellipse(70, 40, 20, 34, 0, 100);
        List<Double> areas = new ArrayList<>();
        for (Drawing drawing : List.of(alone, pair)) {
            Raster raster = drawing.blur(1.5).noise(4, 9).toRaster();
            Blob blob = Components.of(raster, Threshold.brighterThan(100), Connectivity.EIGHT, 50).stream()
                    .filter(b -> b.contains(40, 40))
                    .findFirst()
                    .orElseThrow();
            areas.add(EdgeOutline.of(blob, raster, Polarity.BRIGHT)
                    .orElseThrow()
                    .contour()
                    .area());
        }
        assertThat(areas.get(1)).isCloseTo(areas.get(0), within(0.005 * areas.get(0)));
    }

    @Test
    void nothingIsSaidOfWhatDoesNotStandOutThatWay() {
        Plane plane =
                new Drawing(80, 80, 50).ellipse(40, 40, 30, 20, 0, 100).blur(1).toBytes();
        Blob blob = Components.of(plane, Threshold.brighterThan(100)).get(0);
        assertThat(EdgeOutline.of(blob, plane, Polarity.DARK)).isEqualTo(Optional.empty());
        Plane full = new Drawing(20, 20, 200).toBytes();
        Blob all = Components.of(full, Threshold.brighterThan(100)).get(0);
        assertThat(EdgeOutline.of(all, full, Polarity.BRIGHT)).isEqualTo(Optional.empty());
    }

    @Property(tries = 150)
    void whateverTheBlobNothingBreaks(
            @ForAll @IntRange(min = 1, max = 40) int width,
            @ForAll @IntRange(min = 1, max = 40) int height,
            @ForAll @IntRange(min = 90, max = 166) int level,
            @ForAll boolean bright,
            @ForAll long seed) {
        Plane plane = new Drawing(width, height, 128).noise(60, seed).blur(0.9).toBytes();
        Polarity polarity = bright ? Polarity.BRIGHT : Polarity.DARK;
        for (Blob blob : Components.of(plane, new Threshold(level, polarity))) {
            EdgeOutline.of(blob, plane, polarity).ifPresent(outline -> {
                assertThat(outline.contour().area()).isFinite();
                assertThat(outline.contour().perimeter()).isPositive();
                assertThat(outline.contour().feret().width()).isFinite();
                assertThat(outline.blur()).isFinite();
                assertThat(outline.contrast() * polarity.sign()).isPositive();
            });
        }
    }

    @Test
    void aHeadKeepsItsRefinedLineAndWhatHasNoEdgeTheOneThatWasSeen() {
        int refined = 0;
        int seen = 0;
        for (int seed = 0; seed < 20; seed++) {
            Raster head = new Drawing(90, 90, 50)
                    .ellipse(45, 45, 34, 23, 0.3 * seed, 100)
                    .blur(2)
                    .noise(8, seed)
                    .toRaster();
            EdgeOutline outline = EdgeOutline.of(found(head, Threshold.brighterThan(100)), head, Polarity.BRIGHT)
                    .orElseThrow();
            refined += outline.harmonics() > 0 ? 1 : 0;
            Plane blotches = new Drawing(90, 90, 128).noise(60, seed).blur(2).toBytes();
            for (Blob blob : Components.of(blotches, new Threshold(128, Polarity.BRIGHT))) {
                Optional<EdgeOutline> blotch = EdgeOutline.of(blob, blotches, Polarity.BRIGHT);
                seen += blotch.filter(line -> line.harmonics() == 0).isPresent() ? 1 : 0;
            }
        }
        assertThat(refined).isEqualTo(20);
        assertThat(seen).isPositive();
    }

    @Test
    void aPictureMovedByWholePixelsGivesTheSameOutline() {
        Drawing drawing = new Drawing(90, 90, 50)
                .ellipse(40.3, 41.7, 34, 23, 0.7, 100)
                .blur(2)
                .noise(8, 3);
        Raster here = drawing.toRaster();
        Raster there = Raster.of(new Region(1000, 500, 90, 90), drawing.gray);
        Contour first = EdgeOutline.of(found(here, Threshold.brighterThan(100)), here, Polarity.BRIGHT)
                .orElseThrow()
                .contour();
        Contour second = EdgeOutline.of(found(there, Threshold.brighterThan(100)), there, Polarity.BRIGHT)
                .orElseThrow()
                .contour();
        assertThat(second.area()).isCloseTo(first.area(), within(1e-6));
        assertThat(second.perimeter()).isCloseTo(first.perimeter(), within(1e-6));
        assertThat(second.centroid().x()).isCloseTo(first.centroid().x() + 1000, within(1e-6));
    }
}
