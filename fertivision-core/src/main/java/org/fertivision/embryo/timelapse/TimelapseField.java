package org.fertivision.embryo.timelapse;

import static org.fertivision.finding.measures.EmbryoMeasures.ZONA_THICKNESS;
import static org.fertivision.finding.measures.TimelapseMeasures.COLLAPSES;
import static org.fertivision.finding.measures.TimelapseMeasures.COLLAPSE_DEPTH;
import static org.fertivision.finding.measures.TimelapseMeasures.EMBRYO_AREA;
import static org.fertivision.finding.measures.TimelapseMeasures.EMBRYO_DIAMETER;
import static org.fertivision.finding.measures.TimelapseMeasures.EVENT_CANDIDATES;
import static org.fertivision.finding.measures.TimelapseMeasures.EVENT_HEIGHT;
import static org.fertivision.finding.measures.TimelapseMeasures.EXPANSION_FROM;
import static org.fertivision.finding.measures.TimelapseMeasures.EXPANSION_RATE;
import static org.fertivision.finding.measures.TimelapseMeasures.EXPANSION_TO;
import static org.fertivision.finding.measures.TimelapseMeasures.FRAMES_OUTLINED;
import static org.fertivision.finding.measures.TimelapseMeasures.MOTION_ENERGY;
import static org.fertivision.finding.measures.TimelapseMeasures.RELATIVE_AREA;
import static org.fertivision.finding.measures.TimelapseMeasures.SEEN_IN_FRAME;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.fertivision.embryo.EmbryoOutline;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Interval;
import org.fertivision.finding.Item;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Notice;
import org.fertivision.finding.Quality;
import org.fertivision.finding.Reading;
import org.fertivision.finding.Series;
import org.fertivision.spi.Settings;

/** Puts what a watched series measures into a field: curves, readings, the outline of one frame, what was left out. */
final class TimelapseField {
    private static final String OUTLINES = "rough-closed-path";
    private static final String PEAKS = "registered-frame-difference";
    private static final String SLOPE = "theil-sen";
    private static final double PERCENT = 100;
    private static final double MM2_PER_UM2 = 1e-6;
    /** Fewer outlines show neither growth nor collapse. */
    private static final int FEWEST_OUTLINES = 6;

    private final SeriesWatch watch;
    private final Settings settings;
    private final double seconds;
    private final OptionalDouble umPerPixel;
    private final Curve area;
    private final Curve energy;
    private final Curve candidates;
    private final List<Collapses.Collapse> collapses;

    /**
     * Of a series.
     *
     * @param seconds from one frame to the next
     */
    TimelapseField(SeriesWatch watch, Settings settings, double seconds, OptionalDouble umPerPixel) {
        this.watch = watch;
        this.settings = settings;
        this.seconds = seconds;
        this.umPerPixel = umPerPixel;
        double um = umPerPixel.orElse(1);
        this.area = watch.area(seconds).times(um * um);
        this.energy = watch.energy(seconds);
        this.candidates = EventCandidates.of(energy);
        this.collapses = Collapses.of(area);
    }

    FieldOfView of(int width, int height) {
        return new FieldOfView(
                width,
                height,
                items(),
                readings(),
                new Quality(null, watch.exposure(), true, List.of()),
                notices(),
                series(),
                umPerPixel.isPresent()
                        ? width * (double) height * umPerPixel.getAsDouble() * umPerPixel.getAsDouble() * MM2_PER_UM2
                        : null,
                null,
                watch.length() * seconds);
    }

    private List<Series> series() {
        List<Series> series = new ArrayList<>();
        if (umPerPixel.isPresent()) {
            double um = umPerPixel.getAsDouble();
            add(series, EMBRYO_AREA, area);
            add(series, EMBRYO_DIAMETER, area.mapped(a -> 2 * Math.sqrt(a / Math.PI)));
            add(series, ZONA_THICKNESS, watch.zona(seconds).times(um));
        } else {
            add(series, RELATIVE_AREA, area.times(PERCENT / Math.max(1, area.largest())));
        }
        add(series, MOTION_ENERGY, energy);
        add(series, EVENT_HEIGHT, candidates);
        Curve.Growing depths = new Curve.Growing();
        collapses.forEach(collapse -> depths.add(area.frame(collapse.lowest()), PERCENT * collapse.depth()));
        add(series, COLLAPSE_DEPTH, depths.curve(seconds));
        return series;
    }

    private static void add(List<Series> series, Measure measure, Curve curve) {
        if (curve.size() > 0) {
            series.add(curve.series(measure));
        }
    }

    private List<Reading> readings() {
        List<Reading> readings = new ArrayList<>(expansion());
        readings.add(
                energy.size() < EventCandidates.FEWEST
                        ? Reading.notMeasured(EVENT_CANDIDATES, "too few frames with an embryo")
                        : Reading.measured(EVENT_CANDIDATES, candidates.size(), energy.size(), PEAKS));
        if (area.size() < FEWEST_OUTLINES) {
            readings.add(Reading.notMeasured(COLLAPSES, tooFew()));
            readings.add(Reading.notMeasured(COLLAPSE_DEPTH, tooFew()));
        } else {
            readings.add(Reading.measured(COLLAPSES, collapses.size(), area.size(), OUTLINES));
            readings.add(deepest());
        }
        readings.add(Reading.measured(FRAMES_OUTLINED, PERCENT * area.size() / watch.seen(), watch.seen(), OUTLINES));
        return readings;
    }

    private Reading deepest() {
        return collapses.stream()
                .max(Comparator.comparingDouble(Collapses.Collapse::depth))
                .map(deepest -> deepest.whole()
                        ? Reading.measured(COLLAPSE_DEPTH, PERCENT * deepest.depth(), OUTLINES)
                        : Reading.notMeasured(COLLAPSE_DEPTH, "frames without an outline where the area is lowest"))
                .orElseGet(() -> Reading.notMeasured(COLLAPSE_DEPTH, "no collapse"));
    }

    private List<Reading> expansion() {
        Optional<Double> from = settings.find(TimelapseSettings.EXPANSION_FROM);
        Optional<Double> to = settings.find(TimelapseSettings.EXPANSION_TO);
        boolean chosen = from.isPresent() || to.isPresent();
        Optional<Expansion> found = chosen
                ? Expansion.within(area, collapses, from.orElse(0.0), to.orElse(Double.MAX_VALUE))
                : Expansion.of(area, collapses);
        String why = umPerPixel.isEmpty()
                ? Reading.NotMeasured.UNCALIBRATED
                : chosen || area.size() < FEWEST_OUTLINES ? tooFew() : "no stretch of outlines grows by a tenth";
        return umPerPixel.isEmpty() || found.isEmpty()
                ? List.of(
                        Reading.notMeasured(EXPANSION_RATE, why),
                        Reading.notMeasured(EXPANSION_FROM, why),
                        Reading.notMeasured(EXPANSION_TO, why))
                : List.of(
                        Reading.measured(
                                EXPANSION_RATE,
                                found.get().rate().slope(),
                                new Interval(
                                        found.get().rate().low(),
                                        found.get().rate().high()),
                                found.get().rate().n(),
                                SLOPE),
                        Reading.measured(EXPANSION_FROM, found.get().fromHours(), SLOPE),
                        Reading.measured(EXPANSION_TO, found.get().toHours(), SLOPE));
    }

    /** Too few outlines, with the reason that most of the others have. */
    private String tooFew() {
        return watch.refusals().entrySet().stream()
                .max((a, b) -> a.getValue().equals(b.getValue())
                        ? b.getKey().compareTo(a.getKey())
                        : Integer.compare(a.getValue(), b.getValue()))
                .map(most -> "too few outlines: " + most.getKey())
                .orElse("too few outlines");
    }

    private List<Item> items() {
        return watch.shown()
                .map(shown -> shown.outline()
                        .items(
                                EmbryoTimelapseAnalyzer.OF_ITEMS,
                                List.of(
                                        seenIn(shown),
                                        scaled(EMBRYO_AREA, areaOf(shown.outline())),
                                        scaled(EMBRYO_DIAMETER, 2 * Math.sqrt(areaOf(shown.outline()) / Math.PI))),
                                List.of(seenIn(shown), zonaOf(shown.outline()))))
                .orElse(List.of());
    }

    private static Reading seenIn(SeriesWatch.Shown shown) {
        return Reading.measured(SEEN_IN_FRAME, shown.frame(), "counted");
    }

    private double areaOf(EmbryoOutline outline) {
        return outline.areaPx() * umPerPixel.orElse(1) * umPerPixel.orElse(1);
    }

    private Reading zonaOf(EmbryoOutline outline) {
        OptionalDouble thickness = outline.zonaThicknessPx();
        return thickness.isPresent()
                ? scaled(ZONA_THICKNESS, thickness.getAsDouble() * umPerPixel.orElse(1))
                : Reading.notMeasured(
                        ZONA_THICKNESS, outline.zonaRefusal().orElseThrow().reason());
    }

    private Reading scaled(Measure measure, double value) {
        return umPerPixel.isPresent()
                ? Reading.measured(measure, value, OUTLINES)
                : Reading.notMeasured(measure, Reading.NotMeasured.UNCALIBRATED);
    }

    private List<Notice> notices() {
        List<Notice> notices = new ArrayList<>();
        notices.add(new Notice(
                "frame-interval",
                String.format(
                        Locale.ROOT,
                        "Frames were taken to be %.4g min apart; times count from the first one.",
                        seconds / 60)));
        int without = watch.seen() - area.size();
        if (without > 0) {
            notices.add(new Notice(
                    "frames-without-outline",
                    "The outline does not hold in " + without + " of " + watch.seen()
                            + " frames, which the curves leave"
                            + " out: "
                            + watch.refusals().entrySet().stream()
                                    .map(entry -> entry.getKey() + " in " + entry.getValue())
                                    .collect(Collectors.joining(", "))
                            + "."));
        }
        int missing = watch.length() - watch.seen();
        if (missing > 0) {
            notices.add(new Notice(
                    "frames-missing", missing + " frames are missing; an event between their neighbors is not seen."));
        }
        return notices;
    }
}
