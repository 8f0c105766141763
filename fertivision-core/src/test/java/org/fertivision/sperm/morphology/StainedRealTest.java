package org.fertivision.sperm.morphology;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.fertivision.decode.Decoder;
import org.fertivision.decode.Input;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Item;
import org.fertivision.finding.Measure;
import org.fertivision.finding.measures.SpermMeasures;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;
import org.fertivision.image.Region;
import org.fertivision.pixel.Contour;
import org.fertivision.pixel.Mask;
import org.fertivision.real.RealData;
import org.fertivision.request.Limits;
import org.fertivision.request.Source;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.Settings;
import org.fertivision.spi.Work;
import org.junit.jupiter.api.Test;

/**
 * Stained smears whose heads were drawn by three annotators: found, overlap and size of the heads of the imaging dates that
 * nothing was chosen on, a quarter of their fields; the figures of all of them are in ADR 29.
 */
class StainedRealTest {
    private static final Set<String> TUNED_ON =
            Set.of("2022-10-29", "2022-12-02", "2023-03-28", "2023-04-06", "2023-04-26", "2023-04-27");
    private static final SpermMorphologyAnalyzer ANALYZER = new SpermMorphologyAnalyzer();
    private static final Settings SETTINGS =
            Settings.defaults(ANALYZER.descriptor().parameters());
    private static final double SAME = 0.5;

    /** The first annotator's head: number in the field, area, length, width, area of the acrosome, pixels. */
    private record Drawn(int cell, double area, double length, double width, double acrosome) {}

    private final List<Double> overlaps = new ArrayList<>();
    private final List<Double> lengths = new ArrayList<>();
    private final List<Double> widths = new ArrayList<>();
    private final List<Double> areas = new ArrayList<>();
    private final List<Double> acrosomes = new ArrayList<>();
    private int cells;

    @Test
    void headsOfOtherDatesAreFoundAndMeasured() throws IOException {
        Path folder = RealData.folder("cpnet-sperm-parsing");
        int step = Integer.getInteger("fertivision.real.every", 4);
        int n = 0;
        for (Map.Entry<String, List<Drawn>> field : drawn(folder).entrySet()) {
            if (!TUNED_ON.contains(field.getKey().substring(0, 10)) && n++ % step == 0) {
                hold(folder, field.getKey(), field.getValue());
            }
        }
        System.out.printf(
                Locale.ROOT,
                "stained heads: %d of %d found, overlap %.3f, difference of length %.3f, width %.3f, area %.3f,"
                        + " acrosome %.3f (n=%d)%n",
                overlaps.size(),
                cells,
                median(overlaps),
                median(lengths),
                median(widths),
                median(areas),
                median(acrosomes),
                acrosomes.size());
        assertThat(overlaps.size()).isGreaterThanOrEqualTo((int) Math.ceil(0.97 * cells));
        assertThat(median(overlaps)).isGreaterThanOrEqualTo(0.90);
        assertThat(median(lengths)).isLessThanOrEqualTo(0.03);
        assertThat(median(widths)).isLessThanOrEqualTo(0.04);
        assertThat(median(areas)).isLessThanOrEqualTo(0.06);
    }

    private void hold(Path folder, String image, List<Drawn> truth) throws IOException {
        Raster parts = raster(folder.resolve("parts").resolve(image + ".png"));
        Raster numbers = raster(folder.resolve("cells").resolve(image + ".png"));
        Frame frame = decode(folder.resolve("images").resolve(image + ".jpg"));
        FieldOfView field = ANALYZER.look(Frames.of(frame), SETTINGS, Work.unlimited());
        for (Drawn cell : truth) {
            cells++;
            double best = SAME;
            Item found = null;
            for (Item item : field.items()) {
                double overlap = overlap(item, cell, parts, numbers);
                if (overlap > best) {
                    best = overlap;
                    found = item;
                }
            }
            if (found != null) {
                overlaps.add(best);
                lengths.add(difference(found, SpermMeasures.HEAD_LENGTH_PX, cell.length()));
                widths.add(difference(found, SpermMeasures.HEAD_WIDTH_PX, cell.width()));
                areas.add(difference(found, SpermMeasures.HEAD_AREA_PX, cell.area()));
                if (cell.acrosome() > 0
                        && found.reading(SpermMeasures.ACROSOME_AREA_PX)
                                .figure()
                                .isPresent()) {
                    acrosomes.add(difference(found, SpermMeasures.ACROSOME_AREA_PX, cell.acrosome()));
                }
            }
        }
    }

    private static double overlap(Item item, Drawn cell, Raster parts, Raster numbers) {
        Mask mask = Mask.inside(Contour.of(item.outline().corners()));
        Region box = mask.box();
        int common = 0;
        for (int y = Math.max(0, box.y()); y < Math.min(parts.getHeight(), box.bottom()); y++) {
            for (int x = Math.max(0, box.x()); x < Math.min(parts.getWidth(), box.right()); x++) {
                int part = parts.getSample(x, y, 0);
                boolean head = part >= 1 && part <= 3 && numbers.getSample(x, y, 0) == cell.cell();
                common += head && mask.contains(x, y) ? 1 : 0;
            }
        }
        return common / (mask.area() + cell.area() - common);
    }

    private static double difference(Item item, Measure measure, double truth) {
        return Math.abs(item.reading(measure).figure().orElseThrow() / truth - 1);
    }

    private static Map<String, List<Drawn>> drawn(Path folder) throws IOException {
        Map<String, List<Drawn>> fields = new TreeMap<>();
        List<String> lines = Files.readAllLines(folder.resolve("cells.csv"));
        for (String line : lines.subList(1, lines.size())) {
            String[] column = line.split(",", -1);
            Drawn cell = new Drawn(
                    Integer.parseInt(column[1]),
                    number(column[4]),
                    number(column[5]),
                    number(column[6]),
                    number(column[7]));
            if (cell.area() > 0) {
                fields.computeIfAbsent(column[0], image -> new ArrayList<>()).add(cell);
            }
        }
        return fields;
    }

    private static double number(String text) {
        return text.isEmpty() ? 0 : Double.parseDouble(text);
    }

    private static Raster raster(Path file) throws IOException {
        return ImageIO.read(file.toFile()).getRaster();
    }

    private static Frame decode(Path file) {
        Limits limits = Limits.standard();
        Input input = Input.read((Source.OfBytes) Source.of(file), limits);
        return Decoder.decode(input, limits, Descriptor.Channels.COLOR, Work.unlimited())
                .frames()
                .only();
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
