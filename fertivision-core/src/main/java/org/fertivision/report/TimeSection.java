package org.fertivision.report;

import java.util.List;

/** How a specimen changes over time, curve by curve. */
final class TimeSection {
    private TimeSection() {}

    static void write(Report report, Language language, Html page) {
        List<TimeCourse> courses = TimeCourse.of(report, language);
        if (courses.isEmpty()) {
            return;
        }
        page.open("section", "id", "time").element("h2", language.say("Over time"));
        page.open("div", "class", "charts");
        for (TimeCourse course : courses) {
            page.open("figure")
                    .add(ChartSvg.of(course.chart()))
                    .element("figcaption", course.caption())
                    .close("figure")
                    .line();
        }
        page.close("div")
                .element("p", TimeCourse.words(language), "class", "small")
                .close("section")
                .line();
    }
}
