package org.fertivision.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ij.ImagePlus;
import ij.measure.Measurements;
import ij.measure.ResultsTable;
import ij.plugin.filter.ParticleAnalyzer;
import ij.process.ByteProcessor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.fertivision.image.Plane;
import org.fertivision.image.Point;
import org.fertivision.image.Region;
import org.junit.jupiter.api.Test;

class ComponentsTest {
    /** A picture of random clumps: from dust to one piece with many holes. */
    private static Plane clumps(int width, int height, long seed) {
        return new Drawing(width, height, 128).noise(40, seed).blur(0.8).toBytes();
    }

    private static int[] floodLabels(boolean[] object, int width, int height, boolean corners) {
        int[] label = new int[object.length];
        int next = 0;
        for (int start = 0; start < object.length; start++) {
            if (object[start] && label[start] == 0) {
                label[start] = ++next;
                Deque<Integer> open = new ArrayDeque<>(List.of(start));
                while (!open.isEmpty()) {
                    int at = open.pop();
                    for (int d = 0; d < 9; d++) {
                        int x = at % width + d % 3 - 1;
                        int y = at / width + d / 3 - 1;
                        boolean near = corners || d % 2 == 1;
                        if (near && x >= 0 && y >= 0 && x < width && y < height) {
                            int to = y * width + x;
                            if (object[to] && label[to] == 0) {
                                label[to] = next;
                                open.push(to);
                            }
                        }
                    }
                }
            }
        }
        return label;
    }

    private static boolean[] object(Plane plane, Threshold threshold) {
        boolean[] object = new boolean[plane.width() * plane.height()];
        for (int i = 0; i < object.length; i++) {
            object[i] = threshold.isObject(plane.at(i % plane.width(), i / plane.width()));
        }
        return object;
    }

    @Property(tries = 300)
    void componentsAreThoseOfAFloodFill(
            @ForAll @IntRange(min = 1, max = 45) int width,
            @ForAll @IntRange(min = 1, max = 30) int height,
            @ForAll @IntRange(min = 90, max = 166) int level,
            @ForAll boolean bright,
            @ForAll boolean corners,
            @ForAll long seed) {
        Plane plane = clumps(width, height, seed);
        Threshold threshold = new Threshold(level, bright ? Polarity.BRIGHT : Polarity.DARK);
        boolean[] object = object(plane, threshold);
        int[] labels = floodLabels(object, width, height, corners);
        List<Blob> blobs = Components.of(plane, threshold, corners ? Connectivity.EIGHT : Connectivity.FOUR, 1);
        assertThat(blobs).hasSize(Arrays.stream(labels).max().orElse(0));
        for (int i = 0; i < blobs.size(); i++) {
            agrees(blobs.get(i), i + 1, labels, width, height, corners);
        }
    }

    private static void agrees(Blob blob, int label, int[] labels, int width, int height, boolean corners) {
        boolean[] own = new boolean[labels.length];
        double n = 0;
        double sx = 0;
        double sy = 0;
        for (int i = 0; i < labels.length; i++) {
            own[i] = labels[i] == label;
            assertThat(blob.contains(i % width, i / width)).isEqualTo(own[i]);
            if (own[i]) {
                n++;
                sx += i % width + 0.5;
                sy += i / width + 0.5;
            }
        }
        assertThat((double) blob.area()).isEqualTo(n);
        assertThat(blob.centroid().distanceTo(new Point(sx / n, sy / n))).isLessThan(1e-9);
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int i = 0; i < labels.length; i++) {
            if (own[i]) {
                double dx = i % width + 0.5 - sx / n;
                double dy = i / width + 0.5 - sy / n;
                xx += dx * dx / n;
                xy += dx * dy / n;
                yy += dy * dy / n;
            }
        }
        assertThat(blob.moments().varianceX()).isCloseTo(xx, within(1e-7));
        assertThat(blob.moments().covariance()).isCloseTo(xy, within(1e-7));
        assertThat(blob.moments().varianceY()).isCloseTo(yy, within(1e-7));
        holesAgree(blob, own, width, height, corners);
        Region box = blob.box();
        assertThat(blob.touchesBorder()).isEqualTo(box.touchesBorder(width, height));
        assertThat(blob.mask().area()).isEqualTo(blob.area());
    }

    private static void holesAgree(Blob blob, boolean[] own, int width, int height, boolean corners) {
        int wide = width + 2;
        boolean[] background = new boolean[wide * (height + 2)];
        Arrays.fill(background, true);
        for (int i = 0; i < own.length; i++) {
            background[(i / width + 1) * wide + i % width + 1] = !own[i];
        }
        int[] labels = floodLabels(background, wide, height + 2, !corners);
        assertThat(blob.holes()).isEqualTo(Arrays.stream(labels).max().orElseThrow() - 1);
        int outside = (int) Arrays.stream(labels).filter(label -> label == 1).count();
        assertThat(blob.filledArea()).isEqualTo(background.length - outside);
        assertThat(blob.filled().holes()).isZero();
    }

    @Property(tries = 40)
    void sixteenBitsRastersAndMasksGiveTheSameComponents(@ForAll long seed, @ForAll boolean bright) {
        Plane bytes = clumps(61, 33, seed);
        short[] samples = new short[61 * 33];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) bytes.at(i % 61, i / 61);
        }
        Threshold threshold = new Threshold(131.4, bright ? Polarity.BRIGHT : Polarity.DARK);
        List<String> expected = described(Components.of(bytes, threshold));
        assertThat(described(Components.of(Plane.takeShorts(61, 33, samples), threshold)))
                .isEqualTo(expected);
        assertThat(described(Components.of(Raster.of(bytes), threshold, Connectivity.EIGHT, 1)))
                .isEqualTo(expected);
        assertThat(described(Components.of(Mask.of(bytes, threshold), Connectivity.EIGHT)))
                .isEqualTo(expected);
    }

    private static List<String> described(List<Blob> blobs) {
        List<String> lines = new ArrayList<>();
        for (Blob blob : blobs) {
            StringBuilder line = new StringBuilder().append(blob.holes()).append(':');
            blob.forEachRun((y, from, to) -> line.append(y)
                    .append(',')
                    .append(from)
                    .append(',')
                    .append(to)
                    .append(' '));
            lines.add(line.toString());
        }
        return lines;
    }

    @Property(tries = 60)
    void aMovedBlobHasTheVerySameMoments(
            @ForAll @IntRange(min = 0, max = 5000) int dx, @ForAll @IntRange(min = 0, max = 5000) int dy) {
        boolean[] bits = new boolean[40 * 30];
        Random random = new Random(5);
        for (int i = 0; i < bits.length; i++) {
            bits[i] = random.nextInt(3) > 0;
        }
        Moments here = largest(Components.of(Mask.of(new Region(0, 0, 40, 30), bits), Connectivity.EIGHT))
                .moments();
        Moments there = largest(Components.of(Mask.of(new Region(dx, dy, 40, 30), bits), Connectivity.EIGHT))
                .moments();
        assertThat(there.varianceX()).isEqualTo(here.varianceX());
        assertThat(there.varianceY()).isEqualTo(here.varianceY());
        assertThat(there.covariance()).isEqualTo(here.covariance());
        assertThat(there.centroid().x()).isCloseTo(here.centroid().x() + dx, within(1e-9));
    }

    private static Blob largest(List<Blob> blobs) {
        return blobs.stream().max((a, b) -> Integer.compare(a.area(), b.area())).orElseThrow();
    }

    @Test
    void everythingAndNothing() {
        Plane plane = Drawing.randomBytes(19, 7, 3);
        assertThat(Components.of(plane, Threshold.brighterThan(-1)).get(0).area())
                .isEqualTo(19 * 7);
        assertThat(Components.of(plane, Threshold.upTo(-1))).isEmpty();
        assertThat(Components.of(plane, Threshold.brighterThan(255))).isEmpty();
        assertThat(Components.of(plane, Threshold.upTo(400)).get(0).area()).isEqualTo(19 * 7);
    }

    @Test
    void smallerOnesAreLeftOut() {
        Plane plane = clumps(200, 100, 9);
        List<Blob> all = Components.of(plane, Threshold.brighterThan(140));
        List<Blob> large = Components.of(plane, Threshold.brighterThan(140), Connectivity.EIGHT, 12);
        assertThat(described(large))
                .isEqualTo(described(all.stream().filter(b -> b.area() >= 12).toList()));
        assertThat(large).isNotEmpty().hasSizeLessThan(all.size());
    }

    @Test
    void grayValuesUnderABlobAreThoseOfItsPixels() {
        Plane plane = clumps(50, 40, 4);
        for (Blob blob : Components.of(plane, Threshold.brighterThan(135))) {
            double sum = 0;
            double weightedX = 0;
            for (int y = 0; y < 40; y++) {
                for (int x = 0; x < 50; x++) {
                    if (blob.contains(x, y)) {
                        sum += plane.at(x, y);
                        weightedX += plane.at(x, y) * (x + 0.5);
                    }
                }
            }
            Intensity intensity = blob.intensity(plane);
            assertThat(intensity.sum()).isEqualTo((long) sum);
            assertThat(intensity.mean()).isCloseTo(sum / blob.area(), within(1e-9));
            assertThat(intensity.weightedCentroid().x()).isCloseTo(weightedX / sum, within(1e-9));
            assertThat(intensity.lowest()).isGreaterThan(135);
        }
    }

    @Test
    void countsAreasAndCentersAreThoseOfImageJ() {
        for (int seed = 0; seed < 5; seed++) {
            Plane plane = clumps(512, 384, seed);
            byte[] samples = new byte[512 * 384];
            for (int y = 0; y < 384; y++) {
                plane.rowBytes(y, samples, y * 512);
            }
            int level = 150;
            ByteProcessor processor = new ByteProcessor(512, 384, samples);
            processor.setThreshold(level + 1, 255, ByteProcessor.NO_LUT_UPDATE);
            ResultsTable table = new ResultsTable();
            ParticleAnalyzer analyzer = new ParticleAnalyzer(
                    ParticleAnalyzer.INCLUDE_HOLES,
                    Measurements.AREA | Measurements.CENTROID,
                    table,
                    0,
                    Double.POSITIVE_INFINITY);
            analyzer.analyze(new ImagePlus("", processor), processor);
            List<Blob> outer = withoutThoseInHoles(Components.of(plane, Threshold.brighterThan(level)));
            assertThat(table.size()).isEqualTo(outer.size()).isGreaterThan(1000);
            double[] theirs = table.getColumn("Area");
            double[] ours = outer.stream().mapToDouble(Blob::filledArea).toArray();
            Arrays.sort(theirs);
            Arrays.sort(ours);
            assertThat(ours).isEqualTo(theirs);
        }
    }

    private static List<Blob> withoutThoseInHoles(List<Blob> blobs) {
        List<Blob> filled =
                blobs.stream().filter(b -> b.holes() > 0).map(Blob::filled).toList();
        return blobs.stream()
                .filter(b -> filled.stream().noneMatch(f -> {
                    int x = (int) b.centroid().x();
                    return f.area() > b.filledArea()
                            && f.contains(firstColumn(b), b.box().y())
                            && x >= f.box().x();
                }))
                .toList();
    }

    private static int firstColumn(Blob blob) {
        int y = blob.box().y();
        int x = blob.box().x();
        while (!blob.contains(x, y)) {
            x++;
        }
        return x;
    }
}
