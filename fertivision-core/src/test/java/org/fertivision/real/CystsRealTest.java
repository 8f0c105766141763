package org.fertivision.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.fertivision.FertiVision;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Item;
import org.fertivision.finding.measures.FollicleMeasures;
import org.fertivision.image.Calibration;
import org.fertivision.image.Region;
import org.fertivision.pixel.Contour;
import org.fertivision.pixel.Mask;
import org.fertivision.request.Request;
import org.fertivision.request.Source;
import org.fertivision.scale.WhichLines;
import org.fertivision.spi.RejectedException;
import org.fertivision.stats.BinomialInterval;
import org.fertivision.stats.Bounds;
import org.junit.jupiter.api.Test;

/**
 * Simple cysts that physicians outlined, against the object of the report that overlaps each best, counted or excluded:
 * overlap of all, long diameter where a caliper lies along the cyst.
 */
class CystsRealTest {
    private static final double FOUND = 0.7;
    /** A cyst and its outline are one structure for a caliper where they overlap so far. */
    private static final double SAME = 0.85;

    /** Where only ticks tell the scale: nearer ones are taken for 5 mm. It moves gates and smoothing, not the overlap. */
    private static final double FIVE_MM_BELOW_PX = 33;

    @Test
    void cystsAreOutlinedAsPhysiciansDo() throws IOException {
        Path folder = RealData.folder("mmotu");
        TreeMap<String, String[]> calipers = longestCalipers(folder);
        List<Double> overlaps = new ArrayList<>();
        List<Double> lengths = new ArrayList<>();
        int refused = 0;
        try (FertiVision engine = FertiVision.create()) {
            for (Path file : RealData.files(folder.resolve("simple_cyst"))) {
                if (file.toString().endsWith(".jpg")) {
                    String[] caliper = calipers.get("simple_cyst/" + file.getFileName());
                    Optional<Overlap> best = best(engine, file, caliper);
                    refused += best.isEmpty() ? 1 : 0;
                    best.ifPresent(overlap -> overlaps.add(overlap.dice()));
                    best.flatMap(overlap -> longer(overlap, caliper)).ifPresent(lengths::add);
                }
            }
        }
        int found = (int) overlaps.stream().filter(dice -> dice >= FOUND).count();
        Bounds share = BinomialInterval.of(found, overlaps.size()).orElseThrow();
        double[] inFound = overlaps.stream()
                .filter(dice -> dice >= FOUND)
                .mapToDouble(d -> d)
                .sorted()
                .toArray();
        System.out.printf(
                "simple cysts: %d measured, %d refused or without ticks; %d found (Dice %.1f and more), %.0f %% (%.0f to"
                        + " %.0f); Dice of these %.2f to %.2f, median %.2f; long diameter over caliper %s (n %d)%n",
                overlaps.size(),
                refused,
                found,
                FOUND,
                100.0 * found / overlaps.size(),
                100 * share.lo(),
                100 * share.hi(),
                inFound[0],
                inFound[found - 1],
                inFound[found / 2],
                lengths,
                lengths.size());
        assertThat(found).isGreaterThanOrEqualTo(18);
        assertThat(inFound[found / 2]).isGreaterThan(0.85);
        assertThat(lengths).isNotEmpty().allSatisfy(ratio -> assertThat(ratio).isCloseTo(1, within(0.2)));
    }

    /** The object that overlaps the mask best; nothing where the picture is refused or has no ticks. */
    private static Optional<Overlap> best(FertiVision engine, Path file, String[] caliper) throws IOException {
        try {
            double umPerPixel = caliper == null ? byTicks(engine, file) : 10_000 / Double.parseDouble(caliper[7]);
            FieldOfView field = engine.analyze(Request.of("follicle")
                            .field(file)
                            .calibration(Calibration.umPerPixel(umPerPixel))
                            .set("largest", "100")
                            .build())
                    .orElseThrow()
                    .findings()
                    .fields()
                    .get(0);
            Mask mask = mask(Path.of(file.toString().replace(".jpg", "_mask.png")));
            return Optional.of(field.items().stream()
                    .filter(item -> item.outline().size() > 0)
                    .map(item -> Overlap.of(item, mask))
                    .max(Comparator.comparingDouble(Overlap::dice))
                    .orElse(new Overlap(0, 0)));
        } catch (RejectedException e) {
            System.out.printf("%s: %s%n", file.getFileName(), e.getMessage());
            return Optional.empty();
        }
    }

    private static double byTicks(FertiVision engine, Path file) {
        double spacing = engine.calibrate(Source.of(file), 10_000, WhichLines.DEPTH_TICKS)
                .graticule()
                .rulings()
                .get(0)
                .spacingPx();
        return (spacing < FIVE_MM_BELOW_PX ? 5_000 : 10_000) / spacing;
    }

    /** The long diameter over the length of the longest caliper, where both are of one structure. */
    private static Optional<Double> longer(Overlap overlap, String[] caliper) {
        if (caliper == null || overlap.dice() < SAME) {
            return Optional.empty();
        }
        return Optional.of(Math.rint(100 * overlap.longMm() / (10 * Double.parseDouble(caliper[2]))) / 100);
    }

    private static TreeMap<String, String[]> longestCalipers(Path folder) throws IOException {
        TreeMap<String, String[]> longest = new TreeMap<>();
        Files.readAllLines(folder.resolve("calipers.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .forEach(row -> longest.merge(
                        row[0],
                        row,
                        (one, other) -> Double.parseDouble(one[2]) >= Double.parseDouble(other[2]) ? one : other));
        return longest;
    }

    private static Mask mask(Path file) throws IOException {
        BufferedImage image = ImageIO.read(file.toFile());
        boolean[] bits = new boolean[image.getWidth() * image.getHeight()];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = (image.getRGB(i % image.getWidth(), i / image.getWidth()) & 255) > 127;
        }
        return Mask.of(new Region(0, 0, image.getWidth(), image.getHeight()), bits);
    }

    private record Overlap(double dice, double longMm) {
        static Overlap of(Item item, Mask mask) {
            Mask own = Mask.inside(Contour.of(item.outline().corners()));
            double dice = 2.0 * mask.and(own).area() / (mask.area() + own.area());
            return new Overlap(
                    dice, item.reading(FollicleMeasures.LONG_DIAMETER).figure().orElseThrow());
        }
    }
}
