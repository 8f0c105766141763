package org.fertivision.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.fertivision.image.Plane;
import org.fertivision.image.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplittingTest {
    private static final double LENGTH = 42;
    private static final double WIDTH = 25;
    private static final double AREA = Math.PI / 4 * LENGTH * WIDTH;
    private static final double BLUR = 2.9;

    /** Half the extent of the ellipse along a direction. */
    private static double reach(double angle, double direction) {
        return Math.hypot(LENGTH / 2 * Math.cos(direction - angle), WIDTH / 2 * Math.sin(direction - angle));
    }

    /** Draws two ellipses whose tangents across the line of their centers overlap by so many pixels. */
    private static Plane pair(Random random, double overlap, double signalToNoise) {
        double first = Math.PI * random.nextDouble();
        double second = Math.PI * random.nextDouble();
        double direction = 2 * Math.PI * random.nextDouble();
        double apart = reach(first, direction) + reach(second, direction) - overlap;
        double x = 70 - apart / 2 * Math.cos(direction);
        double y = 70 - apart / 2 * Math.sin(direction);
        Drawing drawing = new Drawing(140, 140, 0)
                .ellipse(x, y, LENGTH, WIDTH, first, 100)
                .ellipse(x + apart * Math.cos(direction), y + apart * Math.sin(direction), LENGTH, WIDTH, second, 100);
        for (int i = 0; i < drawing.gray.length; i++) {
            drawing.gray[i] = 50 + Math.min(100, drawing.gray[i]);
        }
        return drawing.blur(BLUR).noise(100 / signalToNoise, random.nextLong()).toBytes();
    }

    private static int counted(Plane plane) {
        Raster smooth = Smoothing.gaussian(Raster.of(plane), 1);
        int count = 0;
        for (Blob blob : Components.of(smooth, Threshold.brighterThan(100), Connectivity.EIGHT, (int) (0.4 * AREA))) {
            count += Splitting.of(blob, AREA, WIDTH).size();
        }
        return count;
    }

    @ParameterizedTest
    @CsvSource({"-1, 5, 97", "-1, 20, 97", "0, 5, 97", "0, 20, 97", "1, 10, 97", "2, 5, 95", "2, 20, 95", "3, 10, 90"})
    void touchingPairsAreCountedAsTwo(double overlap, double signalToNoise, int percent) {
        Random random = new Random(771);
        int right = 0;
        int n = 100;
        for (int i = 0; i < n; i++) {
            right += counted(pair(random, overlap, signalToNoise)) == 2 ? 1 : 0;
        }
        assertThat(right).isGreaterThanOrEqualTo(percent);
    }

    @ParameterizedTest
    @CsvSource({"42, 25, 5", "42, 25, 20", "50, 25, 10", "46, 28, 10"})
    void singleObjectsStayWhole(double length, double width, double signalToNoise) {
        Random random = new Random(772);
        for (int i = 0; i < 60; i++) {
            Plane plane = new Drawing(80, 80, 50)
                    .ellipse(
                            40 + random.nextDouble(),
                            40 + random.nextDouble(),
                            length,
                            width,
                            Math.PI * random.nextDouble(),
                            100)
                    .blur(BLUR)
                    .noise(100 / signalToNoise, i)
                    .toBytes();
            assertThat(counted(plane)).isEqualTo(1);
        }
    }

    @Test
    void withOneInTenTouchingAtMostThreePercentAreMiscounted() {
        Random random = new Random(773);
        int wrong = 0;
        int objects = 0;
        for (int i = 0; i < 20; i++) {
            wrong += Math.abs(counted(pair(random, 3 * random.nextDouble(), 10)) - 2);
            objects += 2;
        }
        for (int i = 0; i < 360; i++) {
            Plane plane = new Drawing(80, 80, 50)
                    .ellipse(40 + random.nextDouble(), 40, LENGTH, WIDTH, Math.PI * random.nextDouble(), 100)
                    .blur(BLUR)
                    .noise(10, i)
                    .toBytes();
            wrong += Math.abs(counted(plane) - 1);
            objects++;
        }
        assertThat(objects).isEqualTo(400);
        assertThat((double) wrong / objects).isLessThan(0.03);
    }

    @Test
    void partsShareTheirPixelsOutAndKeepTheirPicture() {
        boolean[] bits = new boolean[60 * 30];
        for (int i = 0; i < bits.length; i++) {
            double x = i % 60 + 0.5;
            double y = i / 60 + 0.5;
            bits[i] = Math.hypot(x - 16, y - 15) < 12 || Math.hypot(x - 38, y - 15) < 12;
        }
        Blob both = Components.of(Mask.of(new Region(5, 6, 60, 30), bits), Connectivity.EIGHT)
                .get(0);
        List<Blob> parts = Splitting.of(both, Math.PI * 144, 24);
        assertThat(parts).hasSize(2);
        assertThat(parts.stream().mapToInt(Blob::area).sum()).isEqualTo(both.area());
        assertThat(parts.get(0).overlap(parts.get(1))).isZero();
        assertThat(parts).allSatisfy(part -> assertThat(part.area()).isCloseTo((int) (Math.PI * 144), within(12)));
        assertThat(parts).noneSatisfy(part -> assertThat(part.touchesBorder()).isTrue());
        assertThat(Splitting.of(both, 3 * Math.PI * 144, 24)).containsExactly(both);
    }

    @Property(tries = 150)
    void noPixelIsLostOrInvented(
            @ForAll @IntRange(min = 1, max = 30) int width,
            @ForAll @IntRange(min = 1, max = 30) int height,
            @ForAll @IntRange(min = 0, max = 4) int rise,
            @ForAll long seed) {
        Plane plane = new Drawing(width, height, 128).noise(60, seed).blur(1.5).toBytes();
        for (Blob blob : Components.of(plane, Threshold.brighterThan(124))) {
            List<Blob> parts = Splitting.basins(blob, rise);
            assertThat(parts.stream().mapToInt(Blob::area).sum()).isEqualTo(blob.area());
            assertThat(parts).allSatisfy(part -> assertThat(part.overlap(blob)).isEqualTo(part.area()));
            assertThat(Splitting.of(blob, 20, 5)).isNotEmpty();
        }
    }

    @Test
    void refusesObjectsWithoutSize() {
        Blob blob = Components.of(Mask.of(new Region(0, 0, 1, 1), new boolean[] {true}), Connectivity.EIGHT)
                .get(0);
        assertThatThrownBy(() -> Splitting.of(blob, 0, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Splitting.of(blob, 5, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
