package org.fertivision.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Series;
import org.fertivision.finding.measures.EndometriumMeasures;
import org.fertivision.image.Point;
import org.fertivision.report.Chart.Ink;

/**
 * A curve of a report along a line in the picture, with what was set and what was found on it.
 *
 * @param chart what is drawn
 * @param caption what it shows in words
 */
public record LineProfile(Chart chart, String caption) {
    private static final int STEPS_ACROSS = 6;
    private static final double DOT = 3.6;

    /** The curves of a report along something else than time, field by field. */
    public static List<LineProfile> of(Report report, Language language) {
        List<LineProfile> profiles = new ArrayList<>();
        List<FieldOfView> fields = report.findings().fields();
        for (int field = 0; field < fields.size(); field++) {
            List<Series> all = fields.get(field).series();
            String where = fields.size() == 1 ? "" : language.say("field {0}", field) + ", ";
            for (Series series : all) {
                if (series.size() > 0 && series.axis().isPresent() && !isMarks(series.measure())) {
                    profiles.add(of(series, series.axis().get(), all, where, language));
                }
            }
        }
        return List.copyOf(profiles);
    }

    /** What a reader of the profiles should know; empty where it is told by their axes. */
    public static String words(Report report, Language language) {
        boolean gray = report.findings().fields().stream()
                .flatMap(field -> field.series().stream())
                .anyMatch(series -> series.measure().equals(EndometriumMeasures.PROFILE_GRAY));
        return gray
                ? language.say(
                        "What lies along a line that a person set. Dashed lines stand at the person's points, solid"
                                + " lines with a dot at the borders that a second reading found; without these it found"
                                + " none that are clear.")
                : "";
    }

    private static boolean isMarks(Measure measure) {
        return measure.equals(EndometriumMeasures.PROFILE_POINT) || measure.equals(EndometriumMeasures.PROFILE_BORDER);
    }

    private static LineProfile of(Series series, Measure axis, List<Series> all, String where, Language language) {
        CurveSheet sheet = new CurveSheet(
                Axis.over(series.place(0), series.place(series.size() - 1), STEPS_ACROSS),
                CurveSheet.upFor(series),
                language);
        List<Point> line = IntStream.range(0, series.size())
                .mapToObj(i -> sheet.at(series.place(i), series.value(i)))
                .toList();
        if (line.size() > 1) {
            sheet.marks().shape(line, Ink.MEAN, false, "");
        }
        boolean gray = series.measure().equals(EndometriumMeasures.PROFILE_GRAY);
        Optional<Series> points = gray ? marks(EndometriumMeasures.PROFILE_POINT, all) : Optional.empty();
        Optional<Series> borders = gray ? marks(EndometriumMeasures.PROFILE_BORDER, all) : Optional.empty();
        points.ifPresent(set -> mark(sheet, set, Ink.MEDIAN, false, language));
        borders.ifPresent(found -> mark(sheet, found, Ink.MEAN, true, language));
        String words = language.say(
                "{0} by {1}", language.told(series.measure().label()), language.within(Charts.named(axis, language)));
        String caption = where + "n " + series.size() + ", " + unit(series.measure(), language)
                + points.map(set -> "; " + language.say("points set at {0}", places(set, axis, language)))
                        .orElse("")
                + borders.map(set -> "; " + language.say("borders found at {0}", places(set, axis, language)))
                        .orElse("");
        return new LineProfile(sheet.named(words), caption);
    }

    private static String unit(Measure measure, Language language) {
        String unit = language.told(measure.unit().symbol());
        return unit.isEmpty() ? language.say("no unit") : unit;
    }

    private static Optional<Series> marks(Measure measure, List<Series> all) {
        return all.stream().filter(s -> s.measure().equals(measure)).findFirst();
    }

    private static void mark(CurveSheet sheet, Series marks, Ink ink, boolean dotted, Language language) {
        for (int i = 0; i < marks.size(); i++) {
            sheet.upright(marks.place(i), ink);
            if (dotted) {
                Point at = sheet.at(marks.place(i), marks.value(i));
                String hint = language.told(marks.measure().label()) + ": " + language.plain(marks.place(i));
                sheet.marks().disc(at.x(), at.y(), DOT, Ink.FIFTH, hint);
            }
        }
    }

    private static String places(Series marks, Measure axis, Language language) {
        return IntStream.range(0, marks.size())
                        .mapToObj(i -> language.decimals(marks.place(i), 2))
                        .collect(Collectors.joining(" " + language.say("and") + " "))
                + " " + axis.unit().symbol();
    }
}
