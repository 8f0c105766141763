package org.fertivision.report;

import java.util.List;

/** What lies along the lines that persons set, line by line. */
final class ProfileSection {
    private ProfileSection() {}

    static void write(Report report, Language language, Html page) {
        List<LineProfile> profiles = LineProfile.of(report, language);
        if (profiles.isEmpty()) {
            return;
        }
        page.open("section", "id", "profiles").element("h2", language.say("Along a line"));
        page.open("div", "class", "charts");
        for (LineProfile profile : profiles) {
            page.open("figure")
                    .add(ChartSvg.of(profile.chart()))
                    .element("figcaption", profile.caption())
                    .close("figure")
                    .line();
        }
        page.close("div")
                .element("p", LineProfile.words(report, language), "class", "small")
                .close("section")
                .line();
    }
}
