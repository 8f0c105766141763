package org.fertivision.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.fertivision.finding.Annotation;
import org.fertivision.finding.Exclusion;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Findings;
import org.fertivision.finding.Interval;
import org.fertivision.finding.Item;
import org.fertivision.finding.ItemPart;
import org.fertivision.finding.Label;
import org.fertivision.finding.Notice;
import org.fertivision.finding.Outline;
import org.fertivision.finding.Quality;
import org.fertivision.finding.Reading;
import org.fertivision.finding.Score;
import org.fertivision.finding.Summary;
import org.fertivision.finding.Unit;
import org.fertivision.finding.measures.FieldMeasures;
import org.fertivision.finding.measures.SpermMeasures;
import org.fertivision.image.Calibration;
import org.fertivision.image.Frame;
import org.fertivision.image.Plane;
import org.fertivision.image.Point;
import org.fertivision.image.Region;
import org.fertivision.request.InputFacts;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.Parameter;
import org.fertivision.spi.Settings;

/** A drawn vitality report: bright green and red ellipses on a dark, noisy ground, as the report room sees findings. */
final class SampleReport {
    static final int WIDTH = 960;
    static final int HEIGHT = 640;

    static final Parameter<Double> MIN_AREA = Parameter.number(
                    "minArea", Unit.SQUARE_MICROMETER, 1, 500, "Objects smaller than this are debris.")
            .defaultsTo(8.0)
            .eachField();
    static final Parameter<String> POLARITY = Parameter.choice(
                    "polarity", List.of("auto", "bright", "dark"), "Whether cells are brighter than the ground.")
            .defaultsTo("auto");

    static final Descriptor ANALYZER = Descriptor.analyzer("fertivision.sperm-vitality", "1.0.0")
            .title("Sperm vitality by membrane stain")
            .source("WHO laboratory manual, 6th edition (2021), section 2.5.1")
            .source("doi:10.1371/journal.pcbi.1006691")
            .parameters(MIN_AREA, POLARITY)
            .measures(SpermMeasures.CELLS, SpermMeasures.LIVE, SpermMeasures.DEAD, SpermMeasures.CONCENTRATION)
            .itemMeasures(FieldMeasures.AREA, FieldMeasures.LIVE_SIGNAL, FieldMeasures.DEAD_SIGNAL)
            .labels("vitality")
            .inColor()
            .build();
    static final Descriptor SCORER = Descriptor.scorer("fertivision.who6", "1.0.0")
            .scores("sperm-vitality")
            .title("WHO 2021, 5th centiles")
            .source("WHO laboratory manual, 6th edition (2021), table 8.3")
            .build();

    private static final Notice FEW_FIELDS =
            new Notice("few-fields", "Fewer than 5 fields: the interval knows nothing of their scatter.");

    static final ItemPart ACROSOME =
            new ItemPart("acrosome", List.of(new Point(40, 40), new Point(50, 40), new Point(45, 48)), true);
    static final ItemPart TAIL = new ItemPart("tail", List.of(new Point(60, 60), new Point(90, 70)), false);

    private SampleReport() {}

    /** A report whose first object has an acrosome and a tail. */
    static Report parted() {
        return withParts(ACROSOME, TAIL);
    }

    /** A report of one field whose first object has parts. */
    static Report withParts(ItemPart... parts) {
        Report report = of(1, 5);
        FieldOfView field = report.findings().fields().get(0);
        List<Item> items = new ArrayList<>(field.items());
        items.set(0, items.get(0).parted(List.of(parts)));
        Findings findings = report.findings();
        return new Report(
                report.specimen(),
                report.analyzer(),
                report.provider(),
                report.settings(),
                report.inputs(),
                new Findings(
                        findings.kind(),
                        List.of(field.holding(items)),
                        findings.annotations(),
                        findings.summary(),
                        null),
                report.scores(),
                report.notices(),
                report.software(),
                report.pictures());
    }

    /** A report of the given number of fields with about 60 cells each. */
    static Report of(int fields) {
        return of(fields, 60);
    }

    static Report of(int fields, int objects) {
        List<FieldOfView> views = new ArrayList<>();
        List<FieldFacts> inputs = new ArrayList<>();
        for (int field = 0; field < fields; field++) {
            views.add(field(field, objects));
            inputs.add(new FieldFacts(
                    new InputFacts(
                            "field-0" + field + ".jpg",
                            "ab".repeat(32),
                            "cd".repeat(32),
                            "image/jpeg",
                            123_456,
                            WIDTH,
                            HEIGHT,
                            1),
                    Calibration.umPerPixel(0.481),
                    null));
        }
        Settings settings =
                Settings.of(ANALYZER.parameters(), Map.of("minArea", "9.5"), Map.of(0, Map.of("minArea", "7")));
        Findings findings = Findings.of(ANALYZER.id().toString(), views, summary(views))
                .annotated(List.of(new Annotation.Value("Dr. Amin", SpermMeasures.EJACULATE_VOLUME, 3.1)));
        return new Report(
                "S-0042",
                ANALYZER,
                "built-in",
                settings,
                inputs,
                findings,
                List.of(
                        new Report.ScorerResult(SCORER, Settings.defaults(List.of()), score(findings)),
                        new Report.ScorerResult(
                                SCORER, Settings.defaults(List.of()), Score.notScored("volume not given"))),
                List.of(FEW_FIELDS),
                "FertiVision 0.1.0",
                new StillPictures(field -> picture(views.get(field), field)),
                views.stream().map(view -> summary(List.of(view))).toList());
    }

    private static Summary summary(List<FieldOfView> views) {
        long cells = views.stream().flatMap(FieldOfView::counted).count();
        long live = views.stream()
                .flatMap(FieldOfView::counted)
                .filter(i -> i.term("vitality").orElse("").equals("live"))
                .count();
        double share = cells == 0 ? 0 : 100.0 * live / cells;
        double half = cells == 0 ? 50 : 196 * Math.sqrt(0.25 / cells);
        Interval ci = new Interval(Math.max(0, share - half), Math.min(100, share + half));
        Interval other = new Interval(100 - ci.hi(), 100 - ci.lo());
        int n = (int) cells;
        return new Summary(
                List.of(
                        Reading.measured(
                                SpermMeasures.CELLS,
                                n,
                                new Interval(n - 1.96 * Math.sqrt(n), n + 1.96 * Math.sqrt(n)),
                                n,
                                "poisson-exact"),
                        Reading.measured(SpermMeasures.LIVE, share, ci, n, "wilson"),
                        Reading.measured(SpermMeasures.DEAD, 100 - share, other, n, "wilson"),
                        Reading.notMeasured(SpermMeasures.CONCENTRATION, "no chamber depth given")),
                List.of(FEW_FIELDS));
    }

    private static Score score(Findings findings) {
        double live = findings.summary().reading(SpermMeasures.LIVE).figure().orElse(0.0);
        return new Score.Scored(
                "WHO 2021, 5th centiles",
                "above the 5th centile",
                null,
                List.of(new Score.Component(
                        "live",
                        "above",
                        "Live " + Math.round(live) + " %: above the 5th centile (54 %) of men whose partner conceived"
                                + " within 12 months (WHO 2021).",
                        live)),
                List.of());
    }

    static FieldOfView field(int number, int objects) {
        SplittableRandom random = new SplittableRandom(number + 1);
        List<Item> items = new ArrayList<>();
        int columns = 10;
        int rows = (objects + columns - 1) / columns;
        for (int i = 0; i < objects; i++) {
            double x = (i % columns + 0.5) * WIDTH / columns + random.nextDouble(-20, 20);
            double y = (i / columns + 0.5) * HEIGHT / rows + random.nextDouble(-12, 12);
            items.add(item(i, x, Math.min(HEIGHT - 16.0, Math.max(16, y)), random));
        }
        return new FieldOfView(
                WIDTH,
                HEIGHT,
                items,
                List.of(
                        Reading.measured(FieldMeasures.BACKGROUND, 18, "median"),
                        Reading.measured(FieldMeasures.LIVE_THRESHOLD, 61, "otsu"),
                        Reading.notMeasured(FieldMeasures.EDGE_WIDTH, "no edge could be judged")),
                new Quality(3.1, 0.71, true, List.of()),
                List.of(new Notice("bleed-through", "4.1 % of green shows in red.")),
                List.of(),
                0.142,
                null,
                null);
    }

    private static Item item(int id, double x, double y, SplittableRandom random) {
        double length = random.nextDouble(9, 15);
        double angle = random.nextDouble(Math.PI);
        double[] xs = new double[40];
        double[] ys = new double[40];
        for (int i = 0; i < xs.length; i++) {
            double a = 2 * Math.PI * i / xs.length;
            double u = length * Math.cos(a);
            double v = 0.55 * length * Math.sin(a);
            xs[i] = x + u * Math.cos(angle) - v * Math.sin(angle);
            ys[i] = y + u * Math.sin(angle) + v * Math.cos(angle);
        }
        boolean live = random.nextInt(100) < 70;
        Region box = new Region((int) (x - length), (int) (y - length), (int) (2 * length) + 1, (int) (2 * length) + 1);
        double area = Math.PI * 0.55 * length * length * 0.481 * 0.481;
        Item item = Item.of(
                id,
                new Point(x, y),
                Outline.of(xs, ys),
                box,
                List.of(
                        Reading.measured(FieldMeasures.AREA, area, "pixels"),
                        Reading.measured(FieldMeasures.LIVE_SIGNAL, live ? 150 : 12, "mean"),
                        live
                                ? Reading.notMeasured(FieldMeasures.DEAD_SIGNAL, "below the noise")
                                : Reading.measured(FieldMeasures.DEAD_SIGNAL, 140, "mean")),
                List.of(new Label("vitality", live ? "live" : "dead", 0.9)));
        int fate = random.nextInt(12);
        if (fate == 0) {
            return item.excluded(new Exclusion("touches-border"));
        }
        return fate == 1 ? item.excluded(new Exclusion("too-large", "area 61.2 um2, at most 45 um2")) : item;
    }

    /** The field drawn: each item filled in its color over noise. */
    static Frame picture(FieldOfView field, int seed) {
        SplittableRandom random = new SplittableRandom(99 + seed);
        byte[] red = new byte[WIDTH * HEIGHT];
        byte[] green = new byte[WIDTH * HEIGHT];
        byte[] blue = new byte[WIDTH * HEIGHT];
        for (int i = 0; i < red.length; i++) {
            red[i] = (byte) (14 + random.nextInt(10));
            green[i] = (byte) (14 + random.nextInt(10));
            blue[i] = (byte) (16 + random.nextInt(8));
        }
        for (Item item : field.items()) {
            fill(item, item.term("vitality").orElse("").equals("live") ? green : red, random);
        }
        return Frame.color(
                Plane.takeBytes(WIDTH, HEIGHT, red),
                Plane.takeBytes(WIDTH, HEIGHT, green),
                Plane.takeBytes(WIDTH, HEIGHT, blue));
    }

    private static void fill(Item item, byte[] channel, SplittableRandom random) {
        Region box = item.box();
        java.awt.geom.Path2D path = new java.awt.geom.Path2D.Double();
        for (int i = 0; i < item.outline().size(); i++) {
            if (i == 0) {
                path.moveTo(item.outline().x(0), item.outline().y(0));
            } else {
                path.lineTo(item.outline().x(i), item.outline().y(i));
            }
        }
        path.closePath();
        for (int y = Math.max(0, box.y()); y < Math.min(HEIGHT, box.bottom()); y++) {
            for (int x = Math.max(0, box.x()); x < Math.min(WIDTH, box.right()); x++) {
                if (path.contains(x + 0.5, y + 0.5)) {
                    channel[y * WIDTH + x] = (byte) (165 + random.nextInt(30));
                }
            }
        }
    }
}
