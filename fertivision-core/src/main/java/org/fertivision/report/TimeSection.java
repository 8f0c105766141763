package org.fertivision.report;

import java.util.List;

/** How a specimen changes over time, curve by curve. */
final class TimeSection {
    private TimeSection() {}

    static void write(Report report, Html page) {
        List<TimeCourse> courses = TimeCourse.of(report);
        if (courses.isEmpty()) {
            return;
        }
        page.open("section", "id", "time").element("h2", "Over time");
        page.open("div", "class", "charts");
        for (TimeCourse course : courses) {
            page.open("figure")
                    .add(ChartSvg.of(course.chart()))
                    .element("figcaption", course.caption())
                    .close("figure")
                    .line();
        }
        page.close("div")
                .element("p", TimeCourse.WORDS, "class", "small")
                .close("section")
                .line();
    }
}
