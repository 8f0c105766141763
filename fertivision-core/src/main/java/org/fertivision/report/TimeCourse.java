package org.fertivision.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Series;
import org.fertivision.finding.measures.EmbryoMeasures;
import org.fertivision.finding.measures.TimelapseMeasures;
import org.fertivision.image.Point;
import org.fertivision.report.Chart.Ink;

/**
 * A curve of a report over time: its points, lines between those that follow each other, nothing where nothing was
 * measured.
 *
 * @param chart what is drawn
 * @param caption what it shows in words
 */
public record TimeCourse(Chart chart, String caption) {
    /** Points that lie farther apart than this many of the shortest intervals have something missing between them. */
    private static final double FOLLOWS = 1.5;

    private static final double SECONDS_PER_HOUR = 3600;
    private static final double HOURS_FROM = 2 * SECONDS_PER_HOUR;
    /** More points than this are drawn as lines alone. */
    private static final int MOST_DOTS = 400;

    /** What a reader of the curves should know. */
    public static String words(Language language) {
        return language.say(
                "Each point is one frame; where none is, nothing was measured, and nothing is filled in. Marks have no"
                        + " name: what happened there a person tells.");
    }

    /** The curves of a report, field by field. Candidates and collapses are marks on the curve that they come from. */
    public static List<TimeCourse> of(Report report, Language language) {
        List<TimeCourse> courses = new ArrayList<>();
        List<FieldOfView> fields = report.findings().fields();
        for (int field = 0; field < fields.size(); field++) {
            List<Series> all = fields.get(field).series();
            String where = fields.size() == 1 ? "" : language.say("field {0}", field) + ", ";
            for (Series series : all) {
                if (series.size() > 0 && series.isOverTime() && !isMarks(series.measure())) {
                    courses.add(of(series, marks(series.measure(), all), where, language));
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

    private static TimeCourse of(Series series, Optional<Series> marks, String where, Language language) {
        double last = series.timeS(series.size() - 1);
        boolean inHours = last >= HOURS_FROM;
        double unit = inHours ? SECONDS_PER_HOUR : 1;
        CurveSheet sheet = new CurveSheet(Axis.over(0, last / unit, 6), CurveSheet.upFor(series), language);
        for (List<Point> run : runs(series, sheet, unit)) {
            if (run.size() > 1) {
                sheet.marks().shape(run, Ink.MEAN, false, "");
            }
            if (series.size() <= MOST_DOTS || run.size() == 1) {
                run.forEach(point -> sheet.marks().disc(point.x(), point.y(), 1.6, Ink.DOT, ""));
            }
        }
        marks.ifPresent(found -> mark(sheet, series, found, unit, language));
        String words =
                language.say("{0} over time ({1})", Charts.named(series.measure(), language), inHours ? "h" : "s");
        return new TimeCourse(sheet.named(words), where + "n " + series.size() + caption(marks, language));
    }

    private static String caption(Optional<Series> marks, Language language) {
        return marks.map(found -> {
                    String what = language.within(language.told(found.measure().label()));
                    return "; "
                            + (found.size() == 1
                                    ? language.say("1 mark: {0}", what)
                                    : language.say("{0} marks: {1}", found.size(), what));
                })
                .orElse("");
    }

    /** Points that follow each other without a gap, stretch by stretch. */
    private static List<List<Point>> runs(Series series, CurveSheet sheet, double unit) {
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
            runs.get(runs.size() - 1).add(sheet.at(series.timeS(i) / unit, series.value(i)));
        }
        return runs;
    }

    /** Marks each place of another series on this one, where this one has a point at that time. */
    private static void mark(CurveSheet sheet, Series series, Series marks, double unit, Language language) {
        int at = 0;
        for (int i = 0; i < marks.size(); i++) {
            while (at < series.size() && series.timeS(at) < marks.timeS(i)) {
                at++;
            }
            if (at < series.size() && series.timeS(at) == marks.timeS(i)) {
                Point place = sheet.at(series.timeS(at) / unit, series.value(at));
                sheet.marks()
                        .disc(
                                place.x(),
                                place.y(),
                                3.6,
                                Ink.FIFTH,
                                language.plain(series.timeS(at) / unit) + ": " + Charts.named(marks.measure(), language)
                                        + " " + language.plain(marks.value(i)));
            }
        }
    }
}
