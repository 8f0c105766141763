package org.fertivision.report;

import java.util.List;
import java.util.Optional;
import org.fertivision.finding.FieldOfView;
import org.fertivision.image.Timing;

/** How the counted objects move: charts of all, and the path of each. */
final class MotionSection {
    private MotionSection() {}

    static void write(Report report, Language language, Html page) {
        List<Motion> charts = Motion.charts(report, language);
        Optional<Motion> paths = Motion.paths(report, language);
        if (charts.isEmpty() && paths.isEmpty()) {
            return;
        }
        page.open("section", "id", "motion").element("h2", language.say("How the objects move"));
        Legend.of(report, language)
                .ifPresent(legend -> page.open("div", "class", "wide-chart")
                        .add(ChartSvg.of(legend))
                        .close("div"));
        page.open("div", "class", "charts");
        charts.forEach(chart -> figure(page, chart));
        page.close("div");
        paths.ifPresent(chart -> {
            page.element("h3", language.say("Path by path"));
            page.open("div", "class", "wide-chart");
            figure(page, chart);
            page.close("div");
        });
        films(report, language, page);
        page.close("section").line();
    }

    /** Every field that was filmed, as its objects moved. */
    private static void films(Report report, Language language, Html page) {
        List<FieldOfView> fields = report.findings().fields();
        for (int field = 0; field < fields.size(); field++) {
            Timing timing = report.inputs().get(field).timing();
            MovingField film =
                    timing == null ? null : new MovingField(fields.get(field), timing, OverlayKey.of(report), language);
            if (film != null && !film.isEmpty()) {
                page.open("details", "class", "moving", "open", "");
                page.element("summary", language.say("Field {0} as it moved (a click puts it away)", field));
                page.open("figure", "class", "wide-chart");
                film.write(page);
                page.element("figcaption", film.caption())
                        .close("figure")
                        .close("details")
                        .line();
            }
        }
    }

    private static void figure(Html page, Motion motion) {
        page.open("figure")
                .add(ChartSvg.of(motion.chart()))
                .element("figcaption", motion.caption())
                .close("figure")
                .line();
    }
}
