package org.fertivision.report;

import org.fertivision.finding.Series;
import org.fertivision.image.Point;
import org.fertivision.report.Chart.Anchor;
import org.fertivision.report.Chart.Ink;

/** What curves are drawn on: both axes with their numbers, and where a value lies between them. */
final class CurveSheet {
    private static final double LEFT = 52;
    private static final double WIDTH = 280;
    private static final double HEIGHT = 130;
    private static final double TOP = 10;
    private static final double BASE = HEIGHT + TOP;
    private static final int STEPS_UP = 4;

    private final Axis across;
    private final Axis up;
    private final Chart.Sheet sheet = new Chart.Sheet();

    CurveSheet(Axis across, Axis up, Language language) {
        this.across = across;
        this.up = up;
        for (double mark : up.marks()) {
            double y = BASE - HEIGHT * up.share(mark);
            sheet.line(LEFT, y, LEFT + WIDTH, y, Ink.GRID).tick(LEFT - 5, y + 3.5, up.text(mark, language), Anchor.END);
        }
        for (double mark : across.marks()) {
            double x = LEFT + WIDTH * across.share(mark);
            sheet.line(x, BASE, x, BASE + 4, Ink.AXIS).tick(x, BASE + 15, across.text(mark, language), Anchor.MIDDLE);
        }
        sheet.line(LEFT, BASE, LEFT + WIDTH, BASE, Ink.AXIS);
    }

    /** The axis for the values of a series, which has one or more. */
    static Axis upFor(Series series) {
        double lowest = series.value(0);
        double highest = series.value(0);
        for (int i = 1; i < series.size(); i++) {
            lowest = Math.min(lowest, series.value(i));
            highest = Math.max(highest, series.value(i));
        }
        return Axis.over(lowest, highest, STEPS_UP);
    }

    Point at(double place, double value) {
        return new Point(LEFT + WIDTH * across.share(place), BASE - HEIGHT * up.share(value));
    }

    void upright(double place, Ink ink) {
        double x = at(place, up.from()).x();
        sheet.line(x, TOP, x, BASE, ink);
    }

    Chart.Sheet marks() {
        return sheet;
    }

    Chart named(String words) {
        return sheet.name(LEFT + WIDTH / 2, BASE + 32, words).chart(words, 352, 182);
    }
}
