package org.fertivision.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Series;
import org.fertivision.finding.measures.EmbryoMeasures;
import org.fertivision.finding.measures.TimelapseMeasures;
import org.fertivision.image.Point;
import org.fertivision.report.Chart.Anchor;
import org.fertivision.report.Chart.Ink;

/**
 * A curve of a report over time: its points, lines between those that follow each other, nothing where nothing was
 * measured.
 *
 * @param chart what is drawn
 * @param caption what it shows in words
 */
public record TimeCourse(Chart chart, String caption) {
    /** What a reader of the curves should know. */
    public static final String WORDS =
            "Each point is one frame; where none is, nothing was measured, and nothing is filled in. Marks have no name:"
                    + " what happened there a person tells.";

    private static final double LEFT = 52;
    private static final double WIDTH = 292;
    private static final double HEIGHT = 130;
    private static final double BASE = HEIGHT + 10;
    /** Points that lie farther apart than this many of the shortest intervals have something missing between them. */
    private static final double FOLLOWS = 1.5;

    private static final double SECONDS_PER_HOUR = 3600;
    private static final double HOURS_FROM = 2 * SECONDS_PER_HOUR;
    /** More points than this are drawn as lines alone. */
    private static final int MOST_DOTS = 400;

    /** The curves of a report, field by field. Candidates and collapses are marks on the curve that they come from. */
    public static List<TimeCourse> of(Report report) {
        List<TimeCourse> courses = new ArrayList<>();
        List<FieldOfView> fields = report.findings().fields();
        for (int field = 0; field < fields.size(); field++) {
            List<Series> all = fields.get(field).series();
            String where = fields.size() == 1 ? "" : "field " + field + ", ";
            for (Series series : all) {
                if (series.size() > 0 && !isMarks(series.measure())) {
                    courses.add(of(series, marks(series.measure(), all), where));
                }
            }
        }
        return List.copyOf(courses);
    }

    private static boolean isMarks(Measure measure) {
        return measure.equals(TimelapseMeasures.EVENT_HEIGHT) || measure.equals(TimelapseMeasures.COLLAPSE_DEPTH);
    }

    private static Optional<Series> marks(Measure measure, List<Series> all) {
        Optional<Measure> marked = measure.equals(TimelapseMeasures.MOTION_ENERGY)
                ? Optional.of(TimelapseMeasures.EVENT_HEIGHT)
                : measure.equals(TimelapseMeasures.EMBRYO_DIAMETER) || measure.equals(EmbryoMeasures.ZONA_THICKNESS)
                        ? Optional.empty()
                        : Optional.of(TimelapseMeasures.COLLAPSE_DEPTH);
        return marked.flatMap(
                what -> all.stream().filter(s -> s.measure().equals(what)).findFirst());
    }

    private static TimeCourse of(Series series, Optional<Series> marks, String where) {
        double last = series.timeS(series.size() - 1);
        boolean inHours = last >= HOURS_FROM;
        double unit = inHours ? SECONDS_PER_HOUR : 1;
        Axis across = Axis.over(0, last / unit, 6);
        Axis up = range(series);
        Chart.Sheet sheet = axes(across, up);
        for (List<Point> run : runs(series, across, up, unit)) {
            if (run.size() > 1) {
                sheet.shape(run, Ink.MEAN, false, "");
            }
            if (series.size() <= MOST_DOTS || run.size() == 1) {
                run.forEach(point -> sheet.disc(point.x(), point.y(), 1.6, Ink.DOT, ""));
            }
        }
        marks.ifPresent(found -> mark(sheet, series, found, across, up, unit));
        String words = Charts.named(series.measure()) + " over time (" + (inHours ? "h" : "s") + ")";
        return new TimeCourse(
                sheet.name(LEFT + WIDTH / 2, BASE + 32, words).chart(words, 352, 182),
                where + "n " + series.size() + caption(marks));
    }

    private static String caption(Optional<Series> marks) {
        return marks.map(found -> "; " + found.size() + (found.size() == 1 ? " mark: " : " marks: ")
                        + found.measure().label().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    private static Axis range(Series series) {
        double lowest = series.value(0);
        double highest = series.value(0);
        for (int i = 1; i < series.size(); i++) {
            lowest = Math.min(lowest, series.value(i));
            highest = Math.max(highest, series.value(i));
        }
        return Axis.over(lowest, highest, 4);
    }

    private static Chart.Sheet axes(Axis across, Axis up) {
        Chart.Sheet sheet = new Chart.Sheet();
        for (double mark : up.marks()) {
            double y = BASE - HEIGHT * up.share(mark);
            sheet.line(LEFT, y, LEFT + WIDTH, y, Ink.GRID).tick(LEFT - 5, y + 3.5, up.text(mark), Anchor.END);
        }
        for (double mark : across.marks()) {
            double x = LEFT + WIDTH * across.share(mark);
            sheet.line(x, BASE, x, BASE + 4, Ink.AXIS).tick(x, BASE + 15, across.text(mark), Anchor.MIDDLE);
        }
        return sheet.line(LEFT, BASE, LEFT + WIDTH, BASE, Ink.AXIS);
    }

    /** Points that follow each other without a gap, stretch by stretch. */
    private static List<List<Point>> runs(Series series, Axis across, Axis up, double unit) {
        double shortest = Double.MAX_VALUE;
        for (int i = 1; i < series.size(); i++) {
            double apart = series.timeS(i) - series.timeS(i - 1);
            shortest = apart > 0 ? Math.min(shortest, apart) : shortest;
        }
        List<List<Point>> runs = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            if (i == 0 || series.timeS(i) - series.timeS(i - 1) > FOLLOWS * shortest) {
                runs.add(new ArrayList<>());
            }
            runs.get(runs.size() - 1)
                    .add(new Point(
                            LEFT + WIDTH * across.share(series.timeS(i) / unit),
                            BASE - HEIGHT * up.share(series.value(i))));
        }
        return runs;
    }

    /** Marks each place of another series on this one, where this one has a point at that time. */
    private static void mark(Chart.Sheet sheet, Series series, Series marks, Axis across, Axis up, double unit) {
        int at = 0;
        for (int i = 0; i < marks.size(); i++) {
            while (at < series.size() && series.timeS(at) < marks.timeS(i)) {
                at++;
            }
            if (at < series.size() && series.timeS(at) == marks.timeS(i)) {
                sheet.disc(
                        LEFT + WIDTH * across.share(series.timeS(at) / unit),
                        BASE - HEIGHT * up.share(series.value(at)),
                        3.6,
                        Ink.FIFTH,
                        Figures.plain(series.timeS(at) / unit) + ": " + Charts.named(marks.measure()) + " "
                                + Figures.plain(marks.value(i)));
            }
        }
    }
}
