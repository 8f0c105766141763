package org.fertivision.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.fertivision.finding.Annotation;
import org.fertivision.finding.Exclusion;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Findings;
import org.fertivision.finding.Interval;
import org.fertivision.finding.Item;
import org.fertivision.finding.ItemPart;
import org.fertivision.finding.Label;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Notice;
import org.fertivision.finding.Outline;
import org.fertivision.finding.Path;
import org.fertivision.finding.Quality;
import org.fertivision.finding.Reading;
import org.fertivision.finding.Score;
import org.fertivision.finding.Series;
import org.fertivision.finding.Summary;
import org.fertivision.finding.Unit;
import org.fertivision.image.Calibration;
import org.fertivision.image.Point;
import org.fertivision.image.Region;
import org.fertivision.image.Timing;
import org.fertivision.request.InputFacts;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.Parameter;
import org.fertivision.spi.Settings;

/** Reports of every shape: strangers' measures, odd texts, missing scales, paths, curves and persons' words. */
final class ReportArbitraries {
    private ReportArbitraries() {}

    static Arbitrary<Report> reports() {
        return fields().list().ofMinSize(1).ofMaxSize(3).flatMap(ReportArbitraries::reports);
    }

    private static Arbitrary<Report> reports(List<FieldOfView> fields) {
        return Combinators.combine(
                        text().injectNull(0.3),
                        readings(),
                        annotations(),
                        inputs(fields.size()),
                        settings(),
                        scores(),
                        notices())
                .as((specimen, summary, words, inputs, settings, scores, notices) -> new Report(
                        specimen,
                        SampleReport.ANALYZER,
                        "acme.jar",
                        settings,
                        inputs,
                        new Findings("fertivision.sperm-vitality", fields, words, new Summary(summary, notices), null),
                        scores,
                        notices,
                        "test",
                        Pictures.none()));
    }

    private static Arbitrary<FieldOfView> fields() {
        return Combinators.combine(items(), readings(), quality(), notices(), series(), amount(), amount(), amount())
                .as((items, readings, quality, notices, series, area, volume, duration) ->
                        new FieldOfView(640, 480, items, readings, quality, notices, series, area, volume, duration));
    }

    private static Arbitrary<List<Item>> items() {
        Arbitrary<Item> one = Combinators.combine(
                        place(),
                        outline(),
                        readings(),
                        labels(),
                        path().injectNull(0.7),
                        exclusion().injectNull(0.6),
                        parts())
                .as((center, outline, readings, labels, path, exclusion, parts) -> new Item(
                        0, center, outline, new Region(3, 4, 5, 6), readings, labels, path, exclusion, null, parts));
        return one.list().ofMaxSize(4).map(items -> {
            List<Item> numbered = new ArrayList<>();
            for (Item item : items) {
                numbered.add(new Item(
                        numbered.size() * 3,
                        item.center(),
                        item.outline(),
                        item.box(),
                        item.readings(),
                        item.labels(),
                        item.path(),
                        item.exclusion(),
                        null,
                        item.parts()));
            }
            return numbered;
        });
    }

    private static Arbitrary<List<ItemPart>> parts() {
        return Combinators.combine(
                        Arbitraries.of("acrosome", "vacuole", "tail"),
                        place().list().ofMinSize(3).ofMaxSize(6),
                        Arbitraries.of(true, false))
                .as(ItemPart::new)
                .list()
                .ofMaxSize(3);
    }

    private static Arbitrary<Point> place() {
        Arbitrary<Double> coordinate =
                Arbitraries.doubles().between(-10, 20_000).ofScale(4);
        return Combinators.combine(coordinate, coordinate).as(Point::new);
    }

    private static Arbitrary<Outline> outline() {
        return place().list()
                .ofMinSize(3)
                .ofMaxSize(6)
                .map(Outline::of)
                .optional(0.8)
                .map(outline -> outline.orElse(Outline.none()));
    }

    private static Arbitrary<Path> path() {
        return place().list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .map(places -> new Path(
                        java.util.stream.IntStream.range(0, places.size())
                                .map(i -> 2 * i)
                                .toArray(),
                        places.stream().mapToDouble(Point::x).toArray(),
                        places.stream().mapToDouble(Point::y).toArray()));
    }

    private static Arbitrary<Exclusion> exclusion() {
        return Combinators.combine(word(), text().optional().map(t -> t.orElse("")))
                .as(Exclusion::new);
    }

    private static Arbitrary<List<Label>> labels() {
        Arbitrary<Double> confidence = Arbitraries.doubles().between(0, 1).injectNull(0.4);
        return Combinators.combine(word(), text(), confidence)
                .as(Label::new)
                .list()
                .ofMaxSize(2);
    }

    private static Arbitrary<List<Reading>> readings() {
        return reading().list().ofMaxSize(4).uniqueElements(Reading::code);
    }

    private static Arbitrary<Reading> reading() {
        return Combinators.combine(
                        measure(), figure(), word(), Arbitraries.integers().between(0, 3))
                .as((measure, value, method, form) -> switch (form) {
                    case 0 -> Reading.measured(measure, value, method);
                    case 1 ->
                        Reading.measured(measure, value, new Interval(value - Math.abs(value), value + 1), 7, method);
                    case 2 -> Reading.given(measure, value, method);
                    default -> Reading.notMeasured(measure, method);
                });
    }

    private static Arbitrary<Measure> measure() {
        return Combinators.combine(Arbitraries.integers().between(0, 400), Arbitraries.of(Unit.values()))
                .as((number, unit) ->
                        new Measure("strange" + number + "In" + unit.ordinal(), unit, "Strange", "As told.", "doi:1"));
    }

    private static Arbitrary<Double> figure() {
        return Arbitraries.oneOf(
                Arbitraries.doubles().between(-1e6, 1e6),
                Arbitraries.doubles().between(-1e-9, 1e-9).ofScale(20),
                Arbitraries.doubles().between(0, 1e18).ofScale(1),
                Arbitraries.integers().map(Integer::doubleValue));
    }

    private static Arbitrary<Quality> quality() {
        return Combinators.combine(
                        amount(),
                        Arbitraries.doubles().between(0, 1),
                        word().list().ofMaxSize(2))
                .as((focus, exposure, reasons) -> new Quality(focus, exposure, reasons.isEmpty(), reasons));
    }

    private static Arbitrary<Double> amount() {
        return Arbitraries.doubles().between(1e-6, 1e6).ofScale(7).injectNull(0.4);
    }

    private static Arbitrary<List<Notice>> notices() {
        return Combinators.combine(word(), text()).as(Notice::new).list().ofMaxSize(2);
    }

    private static Arbitrary<List<Series>> series() {
        return Combinators.combine(measure(), measure().injectNull(0.5))
                .as((measure, axis) -> axis == null
                        ? new Series(measure, new double[] {0, 0.5, 1.5}, new double[] {1, 2, 1.25})
                        : Series.along(axis, new double[] {-2, 0.5, 1.5}, measure, new double[] {1, 2, 1.25}))
                .list()
                .ofMaxSize(1);
    }

    private static Arbitrary<List<Annotation>> annotations() {
        Arbitrary<Annotation> one = Combinators.combine(
                        word(), measure(), figure(), Arbitraries.integers().between(0, 7))
                .as((by, measure, value, form) -> switch (form) {
                    case 0 -> new Annotation.Value(by, measure, value);
                    case 1 -> new Annotation.Relabel(by, 0, 3, new Label("vitality", "dead"));
                    case 2 -> new Annotation.Exclude(by, 1, 4, new Exclusion("not-a-cell", "a hair"));
                    case 3 -> new Annotation.Include(by, 0, 9);
                    case 4 -> new Annotation.Draw(by, 0, null, corners(value));
                    case 5 -> new Annotation.Draw(by, 2, 5, corners(value));
                    case 6 -> new Annotation.Place(by, 1, "ovary", corners(value));
                    default -> new Annotation.Remark(by, "seen \"twice\"\n");
                });
        return one.list().ofMaxSize(3);
    }

    private static List<Point> corners(double value) {
        return List.of(new Point(0, 0), new Point(value, 1.23456789), new Point(2, 1 / 3.0));
    }

    private static Arbitrary<List<FieldFacts>> inputs(int count) {
        Arbitrary<Calibration> calibration =
                Arbitraries.of(0.1, 0.481).map(size -> new Calibration(size, 2 * size, Calibration.Origin.FILE));
        Arbitrary<Timing> timing = Arbitraries.of(25.0, 59.94).map(Timing::framesPerSecond);
        Arbitrary<String> hash = Arbitraries.of("ab".repeat(32)).injectNull(0.3);
        return Combinators.combine(text().injectNull(0.5), hash, calibration.injectNull(0.3), timing.injectNull(0.5))
                .as((name, sha, scale, rate) -> new FieldFacts(
                        new InputFacts(name, sha, sha, "image/png", 5_000_000_000L, 640, 480, 1), scale, rate))
                .list()
                .ofSize(count);
    }

    private static Arbitrary<Settings> settings() {
        List<Parameter<?>> declared = List.of(
                SampleReport.MIN_AREA,
                SampleReport.POLARITY,
                Parameter.flag("strict", "Whether."),
                Parameter.polygon("ovary", "Its outline."));
        return Combinators.combine(Arbitraries.doubles().between(1, 500), Arbitraries.of(true, false))
                .as((area, strict) -> Settings.of(
                        declared,
                        Map.of("minArea", java.math.BigDecimal.valueOf(area).toPlainString(), "strict", "" + strict),
                        Map.of(1, Map.of("ovary", "1,2 3.25,4 5,6.125"))));
    }

    private static Arbitrary<List<Report.ScorerResult>> scores() {
        Arbitrary<Score> score = Combinators.combine(text(), amount(), Arbitraries.of(true, false))
                .as((words, value, scored) -> scored
                        ? new Score.Scored(
                                "system",
                                words,
                                value,
                                List.of(new Score.Component("live", words, "", value)),
                                List.of(new Score.ItemGrade(0, 3, words)))
                        : Score.notScored(words));
        Settings none = Settings.defaults(List.of());
        Descriptor scorer = SampleReport.SCORER;
        return score.map(s -> new Report.ScorerResult(scorer, none, s)).list().ofMaxSize(2);
    }

    private static Arbitrary<String> word() {
        return Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(8);
    }

    private static Arbitrary<String> text() {
        return Arbitraries.strings()
                .ofMinLength(1)
                .ofMaxLength(12)
                .filter(t -> !t.isBlank() && t.chars().noneMatch(c -> Character.isSurrogate((char) c)));
    }

    /** Every measure that occurs in a report. */
    static List<Measure> measures(Report report) {
        List<FieldOfView> fields = report.findings().fields();
        Stream<Reading> readings = Stream.of(
                        report.findings().summary().readings().stream(),
                        fields.stream().flatMap(f -> f.readings().stream()),
                        fields.stream().flatMap(f -> f.items().stream()).flatMap(i -> i.readings().stream()))
                .flatMap(s -> s);
        Stream<Measure> given = report.findings().annotations().stream()
                .filter(Annotation.Value.class::isInstance)
                .map(word -> ((Annotation.Value) word).measure());
        Stream<Measure> curves = fields.stream()
                .flatMap(f -> f.series().stream())
                .flatMap(s -> Stream.concat(Stream.of(s.measure()), s.axis().stream()));
        return Stream.of(readings.map(Reading::measure), given, curves)
                .flatMap(s -> s)
                .toList();
    }

    /** What a document can tell of findings. */
    static Findings withoutPaths(Findings findings) {
        List<FieldOfView> fields = findings.fields().stream()
                .map(f -> new FieldOfView(
                        f.width(),
                        f.height(),
                        f.items().stream().map(ReportArbitraries::withoutPath).toList(),
                        f.readings(),
                        f.quality(),
                        f.notices(),
                        f.series(),
                        f.areaMm2(),
                        f.volumeNl(),
                        f.durationS()))
                .toList();
        return new Findings(findings.kind(), fields, findings.annotations(), findings.summary(), null);
    }

    private static Item withoutPath(Item i) {
        return new Item(i.id(), i.center(), i.outline(), i.box(), i.readings(), i.labels(), null, i.exclusion(), null)
                .parted(i.parts());
    }

    /** The same report with another scale for each field. */
    static Report withCalibrations(Report report, List<Double> sizes) {
        List<FieldFacts> inputs = new ArrayList<>();
        for (FieldFacts facts : report.inputs()) {
            inputs.add(new FieldFacts(facts.input(), Calibration.umPerPixel(sizes.get(inputs.size())), facts.timing()));
        }
        return new Report(
                report.specimen(),
                report.analyzer(),
                report.provider(),
                report.settings(),
                inputs,
                report.findings(),
                report.scores(),
                report.notices(),
                report.software(),
                report.pictures());
    }
}
