package org.fertivision.sperm.morphology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fertivision.finding.Item;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;
import org.fertivision.image.Plane;
import org.fertivision.image.Region;
import org.fertivision.pixel.Blob;
import org.fertivision.pixel.Components;
import org.fertivision.pixel.Connectivity;
import org.fertivision.pixel.DiscShaping;
import org.fertivision.pixel.Ellipse;
import org.fertivision.pixel.Histogram;
import org.fertivision.pixel.Mask;
import org.fertivision.pixel.Otsu;
import org.fertivision.pixel.OvalMisfit;
import org.fertivision.pixel.Raster;
import org.fertivision.pixel.Smoothing;
import org.fertivision.pixel.SpotContrast;
import org.fertivision.pixel.Threshold;
import org.fertivision.real.RealData;
import org.fertivision.spi.Settings;
import org.fertivision.spi.Work;
import org.fertivision.stats.Percentiles;
import org.junit.jupiter.api.Test;

/**
 * Crops of 64 x 64 pixels of unstained sperm, four labels each: what one measure of the part itself tells of it, and in
 * how many the kind itself counts a head. Measure and level of each label are those that told it best on the 1000 training
 * crops; the table is of the 240 validation crops.
 */
class MhsmaRealTest {
    private static final int SIDE = 64;
    private static final int PIXELS = SIDE * SIDE;
    private static final List<String> MEASURES = List.of(
            "length/width",
            "off an oval",
            "solidity",
            "area",
            "brightest spot inside",
            "darkest tenth inside",
            "brightest tenth inside",
            "one end darker than the other",
            "one side darker than the other",
            "darkest place around the head");

    /** The labels, each with the measures of its own part. */
    private enum Part {
        ACROSOME(5, 6, 7, 8),
        HEAD(0, 1, 2, 3),
        VACUOLE(4, 6),
        TAIL(9);

        private final int[] own;

        Part(int... own) {
            this.own = own;
        }

        private String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private record Crops(double[][] measures, boolean[] abnormal) {}

    /** A measure, its level, and whether what lies above it is abnormal. */
    private record Rule(int measure, double level, boolean above) {
        boolean calls(double[] measures) {
            return measures[measure] > level == above;
        }
    }

    /** Correct and wrong calls. */
    private record Called(int hit, int missed, int falsely, int passed) {
        static Called of(Rule rule, Crops crops) {
            int[] n = new int[4];
            for (int i = 0; i < crops.abnormal().length; i++) {
                boolean called = rule.calls(crops.measures()[i]);
                n[crops.abnormal()[i] ? called ? 0 : 1 : called ? 2 : 3]++;
            }
            return new Called(n[0], n[1], n[2], n[3]);
        }

        double matthews() {
            double root = Math.sqrt((double) (hit + missed) * (falsely + passed) * (hit + falsely))
                    * Math.sqrt(missed + passed);
            return root == 0 ? 0 : ((double) hit * passed - (double) missed * falsely) / root;
        }

        double balanced() {
            return (hit / (double) (hit + missed) + passed / (double) (falsely + passed)) / 2;
        }
    }

    @Test
    void singleMeasuresTellSomeOfTheLabels() throws IOException {
        Path folder = RealData.folder("mhsma");
        double[][] training = measures(folder.resolve("x_64_train.npy"), 1000);
        double[][] validation = measures(folder.resolve("x_64_valid.npy"), 240);
        int counted = counted(folder);
        System.out.printf("mhsma: the kind counts a head in %d of 240 crops%n", counted);
        assertThat(counted).as("crops too small for the kind").isLessThan(60);
        double sum = 0;
        for (Part part : Part.values()) {
            String label = part.label();
            Rule rule = best(part, new Crops(training, labels(folder, label + "_train", 1000)));
            Called called = Called.of(rule, new Crops(validation, labels(folder, label + "_valid", 240)));
            double trained = Called.of(rule, new Crops(training, labels(folder, label + "_train", 1000)))
                    .matthews();
            sum += called.matthews();
            System.out.printf(
                    Locale.ROOT,
                    "  %-9s abnormal %3d of 240, by %s %s %.3f: Matthews %.2f (training %.2f), balanced accuracy %.2f%n",
                    label,
                    called.hit() + called.missed(),
                    MEASURES.get(rule.measure()),
                    rule.above() ? "above" : "up to",
                    rule.level(),
                    called.matthews(),
                    trained,
                    called.balanced());
        }
        assertThat(sum / 4).as("mean Matthews correlation").isGreaterThan(0.1);
    }

    private static Rule best(Part part, Crops crops) {
        Rule best = new Rule(0, 0, true);
        double most = Double.NEGATIVE_INFINITY;
        for (int measure : part.own) {
            int column = measure;
            double[] sorted = Arrays.stream(crops.measures())
                    .mapToDouble(row -> row[column])
                    .sorted()
                    .toArray();
            for (int percent = 2; percent < 99; percent++) {
                for (boolean above : new boolean[] {true, false}) {
                    Rule rule = new Rule(measure, Percentiles.of(sorted).at(percent / 100.0), above);
                    double matthews = Called.of(rule, crops).matthews();
                    if (matthews > most) {
                        most = matthews;
                        best = rule;
                    }
                }
            }
        }
        return best;
    }

    private static double[][] measures(Path file, int n) throws IOException {
        byte[] all = Files.readAllBytes(file);
        double[][] measures = new double[n][];
        for (int i = 0; i < n; i++) {
            measures[i] = measures(crop(all, n, i));
        }
        return measures;
    }

    /** The measures of what differs most from its ground, lighter or darker, about the middle of a crop. */
    private static double[] measures(Plane plane) {
        Raster gray = Smoothing.gaussian(Raster.of(plane), 1);
        double ground = Histogram.of(plane).percentile(50);
        double spread = spread(plane, ground);
        Blob head = head(gray, ground);
        Ellipse ellipse = head.ellipse();
        double[] sums = new double[4];
        int[] counts = new int[4];
        double[] inside = new double[head.area()];
        int[] n = {0};
        double cos = Math.cos(ellipse.angle());
        double sin = Math.sin(ellipse.angle());
        head.forEachRun((y, from, to) -> {
            for (int x = from; x < to; x++) {
                double value = (gray.at(x, y) - ground) / spread;
                double dx = x + 0.5 - ellipse.center().x();
                double dy = y + 0.5 - ellipse.center().y();
                int end = dx * cos + dy * sin > 0 ? 0 : 1;
                int side = dy * cos - dx * sin > 0 ? 2 : 3;
                sums[end] += value;
                counts[end]++;
                sums[side] += value;
                counts[side]++;
                inside[n[0]++] = value;
            }
        });
        Arrays.sort(inside);
        Mask mask = Mask.union(gray.region(), List.of(head));
        Raster spots = SpotContrast.of(gray, DiscShaping.shrunk(mask, 2), 0.2 * ellipse.minorAxis());
        double spot = 0;
        double around = 0;
        Mask near = DiscShaping.grown(mask, 6).without(DiscShaping.grown(mask, 2));
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                spot = Math.max(spot, spots.at(x, y) / spread);
                around = near.contains(x, y) ? Math.min(around, (gray.at(x, y) - ground) / spread) : around;
            }
        }
        return new double[] {
            ellipse.aspect(),
            OvalMisfit.of(head),
            head.solidity(),
            head.area(),
            spot,
            Percentiles.of(inside).at(0.1),
            Percentiles.of(inside).at(0.9),
            Math.abs(sums[0] / Math.max(1, counts[0]) - sums[1] / Math.max(1, counts[1])),
            Math.abs(sums[2] / Math.max(1, counts[2]) - sums[3] / Math.max(1, counts[3])),
            around
        };
    }

    private static Blob head(Raster gray, double ground) {
        float[] apart = new float[PIXELS];
        for (int at = 0; at < PIXELS; at++) {
            apart[at] = (float) Math.min(255, 4 * Math.abs(gray.at(at % SIDE, at / SIDE) - ground));
        }
        Raster raster = Raster.of(new Region(0, 0, SIDE, SIDE), apart);
        double level = 0.7 * Otsu.threshold(Histogram.of(raster.toPlane(8)));
        Mask mask = DiscShaping.opened(DiscShaping.closed(Mask.of(raster, Threshold.brighterThan(level)), 3), 3);
        return Components.of(mask, Connectivity.EIGHT).stream()
                .max(Comparator.comparingDouble(MhsmaRealTest::weight))
                .map(Blob::filled)
                .orElseGet(() -> Components.of(Mask.of(raster, Threshold.brighterThan(-1)), Connectivity.EIGHT)
                        .get(0));
    }

    /** Large things about the middle come first. */
    private static double weight(Blob blob) {
        double away =
                Math.hypot(blob.centroid().x() - SIDE / 2.0, blob.centroid().y() - SIDE / 2.0);
        return blob.area() / (1 + away);
    }

    /** Standard deviation about the ground, gray levels. */
    private static double spread(Plane plane, double ground) {
        double sum = 0;
        for (int at = 0; at < PIXELS; at++) {
            sum += Math.pow(plane.at(at % SIDE, at / SIDE) - ground, 2);
        }
        return Math.max(1, Math.sqrt(sum / PIXELS));
    }

    private static int counted(Path folder) throws IOException {
        SpermMorphologyAnalyzer analyzer = new SpermMorphologyAnalyzer();
        Settings settings = Settings.defaults(analyzer.descriptor().parameters());
        byte[] all = Files.readAllBytes(folder.resolve("x_64_valid.npy"));
        int counted = 0;
        for (int i = 0; i < 240; i++) {
            Optional<Item> head =
                    analyzer.look(Frames.of(Frame.gray(crop(all, 240, i))), settings, Work.unlimited()).items().stream()
                            .filter(Item::counts)
                            .findFirst();
            counted += head.isPresent() ? 1 : 0;
        }
        return counted;
    }

    /** The values of an array file come last, whatever its header. */
    private static Plane crop(byte[] file, int n, int i) {
        int from = file.length - (n - i) * PIXELS;
        return Plane.takeBytes(SIDE, SIDE, Arrays.copyOfRange(file, from, from + PIXELS));
    }

    private static boolean[] labels(Path folder, String name, int n) throws IOException {
        byte[] file = Files.readAllBytes(folder.resolve("y_" + name + ".npy"));
        boolean[] labels = new boolean[n];
        for (int i = 0; i < n; i++) {
            labels[i] = file[file.length - n + i] != 0;
        }
        return labels;
    }
}
