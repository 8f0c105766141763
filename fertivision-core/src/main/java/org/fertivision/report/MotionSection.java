package org.fertivision.report;

import java.util.List;
import java.util.Optional;

/** How the counted objects move: charts of all, and the path of each. */
final class MotionSection {
    private MotionSection() {}

    static void write(Report report, Html page) {
        List<Motion> charts = Motion.charts(report);
        Optional<Motion> paths = Motion.paths(report);
        if (charts.isEmpty() && paths.isEmpty()) {
            return;
        }
        page.open("section", "id", "motion").element("h2", "How the objects move");
        Legend.of(report)
                .ifPresent(legend -> page.open("div", "class", "wide-chart")
                        .add(ChartSvg.of(legend))
                        .close("div"));
        page.open("div", "class", "charts");
        charts.forEach(chart -> figure(page, chart));
        page.close("div");
        paths.ifPresent(chart -> {
            page.element("h3", "Path by path");
            page.open("div", "class", "wide-chart");
            figure(page, chart);
            page.close("div");
        });
        page.close("section").line();
    }

    private static void figure(Html page, Motion motion) {
        page.open("figure")
                .add(ChartSvg.of(motion.chart()))
                .element("figcaption", motion.caption())
                .close("figure")
                .line();
    }
}
