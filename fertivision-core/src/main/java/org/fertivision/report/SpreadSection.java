package org.fertivision.report;

import java.util.List;

/** How each measure of the counted objects is spread. */
final class SpreadSection {
    private SpreadSection() {}

    static void write(Report report, Language language, Html page) {
        List<Spread> spreads = Spread.of(report, language);
        if (spreads.isEmpty()) {
            return;
        }
        page.open("section", "id", "spread").element("h2", language.say("How the objects are spread"));
        page.element(
                "p",
                language.say(
                        "Counted objects only. The solid line is the mean, the dashed one the median; point at a bar"
                                + " to read its count."),
                "class",
                "small");
        legend(report, language, page);
        page.open("div", "class", "charts");
        for (Spread spread : spreads) {
            page.open("figure")
                    .add(ChartSvg.of(spread.chart()))
                    .element("figcaption", spread.caption())
                    .close("figure")
                    .line();
        }
        page.close("div").close("section").line();
    }

    private static void legend(Report report, Language language, Html page) {
        Legend.of(report, language)
                .ifPresent(legend -> page.open("div", "class", "wide-chart")
                        .add(ChartSvg.of(legend))
                        .close("div")
                        .line());
    }
}
