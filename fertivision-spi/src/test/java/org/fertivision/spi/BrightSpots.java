package org.fertivision.spi;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Findings;
import org.fertivision.finding.Interval;
import org.fertivision.finding.Item;
import org.fertivision.finding.Label;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Outline;
import org.fertivision.finding.Quality;
import org.fertivision.finding.Reading;
import org.fertivision.finding.Summary;
import org.fertivision.finding.Unit;
import org.fertivision.finding.measures.FieldMeasures;
import org.fertivision.finding.measures.SpermMeasures;
import org.fertivision.image.Frames;
import org.fertivision.image.Plane;
import org.fertivision.image.Point;
import org.fertivision.image.Region;

/** A small analyzer that counts connected bright spots: the subject of the contract's own test. */
public class BrightSpots implements Analyzer {
    static final Parameter<Double> LEVEL = Parameter.number(
                    "level", Unit.ONE, 0, 1, "Share of the gray range above which a pixel is bright.")
            .defaultsTo(0.75);
    static final Measure MEAN_AREA =
            new Measure("spotArea", Unit.SQUARE_MICROMETER, "Spot area", "Mean area of the spots.", "test");
    private static final Descriptor ABOUT = Descriptor.analyzer("acme.bright-spots", "1.0.0")
            .title("Bright spots")
            .source("doi:10.0/test")
            .parameters(LEVEL)
            .measures(SpermMeasures.CELLS, MEAN_AREA)
            .itemMeasures(FieldMeasures.AREA_PX, FieldMeasures.AREA)
            .labels("size")
            .build();
    private static final double ZERO_UPPER = 3.688879;

    @Override
    public Descriptor descriptor() {
        return ABOUT;
    }

    @Override
    public FieldOfView look(Frames frames, Settings settings, Work work) {
        Plane gray = frames.only().gray();
        double level = settings.get(LEVEL) * gray.maximum();
        boolean[] seen = new boolean[gray.width() * gray.height()];
        List<Item> items = new ArrayList<>();
        for (int y = 0; y < gray.height(); y++) {
            work.checkpoint();
            for (int x = 0; x < gray.width(); x++) {
                if (gray.at(x, y) > level && !seen[y * gray.width() + x]) {
                    items.add(item(items.size(), spot(gray, level, seen, x, y), frames));
                }
            }
        }
        return FieldOfView.still(
                gray.width(), gray.height(), items, List.of(), new Quality(null, 1, true, List.of()), List.of(), null);
    }

    @Override
    public Findings summarize(List<FieldOfView> fields, Settings settings) {
        List<Item> counted = fields.stream().flatMap(FieldOfView::counted).toList();
        int n = counted.size();
        List<Reading> readings = new ArrayList<>();
        readings.add(Reading.measured(SpermMeasures.CELLS, n, around(n), n, "counted"));
        double[] areas = counted.stream()
                .flatMap(i -> i.reading(FieldMeasures.AREA).figure().stream())
                .mapToDouble(Double::doubleValue)
                .toArray();
        if (areas.length == 0) {
            String why = n == 0 ? Reading.NotMeasured.NO_OBJECTS : Reading.NotMeasured.UNCALIBRATED;
            readings.add(Reading.notMeasured(MEAN_AREA, why));
        } else {
            double sum = 0;
            for (double area : areas) {
                sum += area;
            }
            readings.add(Reading.measured(MEAN_AREA, sum / areas.length, areas.length, "mean"));
        }
        return Findings.of(ABOUT.id().toString(), fields, new Summary(readings));
    }

    private static Interval around(int n) {
        double spread = n == 0 ? ZERO_UPPER : 1.96 * Math.sqrt(n);
        return new Interval(Math.max(0, n - spread), n + spread);
    }

    private static Item item(int id, List<int[]> pixels, Frames frames) {
        int left = pixels.stream().mapToInt(p -> p[0]).min().orElseThrow();
        int top = pixels.stream().mapToInt(p -> p[1]).min().orElseThrow();
        int right = pixels.stream().mapToInt(p -> p[0]).max().orElseThrow() + 1;
        int bottom = pixels.stream().mapToInt(p -> p[1]).max().orElseThrow() + 1;
        Reading area = frames.calibration()
                .map(c -> Reading.measured(FieldMeasures.AREA, pixels.size() * c.pixelAreaUm2(), "pixels"))
                .orElse(Reading.notMeasured(FieldMeasures.AREA, Reading.NotMeasured.UNCALIBRATED));
        return Item.of(
                id,
                new Point((left + right) / 2.0, (top + bottom) / 2.0),
                Outline.none(),
                new Region(left, top, right - left, bottom - top),
                List.of(Reading.measured(FieldMeasures.AREA_PX, pixels.size(), "pixels"), area),
                List.of(new Label("size", pixels.size() > 4 ? "large" : "small")));
    }

    private static List<int[]> spot(Plane gray, double level, boolean[] seen, int x, int y) {
        List<int[]> spot = new ArrayList<>();
        Deque<int[]> open = new ArrayDeque<>();
        open.add(new int[] {x, y});
        while (!open.isEmpty()) {
            int[] p = open.remove();
            boolean inside = p[0] >= 0 && p[1] >= 0 && p[0] < gray.width() && p[1] < gray.height();
            if (inside && gray.at(p[0], p[1]) > level && !seen[p[1] * gray.width() + p[0]]) {
                seen[p[1] * gray.width() + p[0]] = true;
                spot.add(p);
                open.add(new int[] {p[0] + 1, p[1]});
                open.add(new int[] {p[0] - 1, p[1]});
                open.add(new int[] {p[0], p[1] + 1});
                open.add(new int[] {p[0], p[1] - 1});
            }
        }
        return spot;
    }
}
