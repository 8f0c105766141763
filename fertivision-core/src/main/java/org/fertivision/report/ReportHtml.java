package org.fertivision.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.fertivision.image.Frame;
import org.jspecify.annotations.Nullable;

/**
 * A report as one page of HTML that needs nothing else: style, charts and pictures are inside, nothing is loaded and no
 * script runs. It shows what was counted, how sure it is, each object with its outline, and how it was done. It is drawn
 * from the descriptor and the findings alone, so every kind looks alike, a stranger's too.
 */
public final class ReportHtml {
    private static final String STYLE = "report.css";
    private static final String LETTERHEAD_STYLE =
            ".letterhead{font-style:normal;text-align:right;line-height:1.35;margin-bottom:18px;color:#57606a}"
                    + ".letterhead strong{display:block;font-size:17px;color:#1b1f24}";
    private static final String STANDING_STYLE = ".standing{padding:6px 14px;font-weight:700;border:2px"
            + " solid;max-width:none;color:#8a2f00}.signed{color:#14532d}@media"
            + " print{.standing{position:fixed;top:0;left:0;right:0;margin:0;background:#fff}body{padding-top:3em}}";

    private final Report report;
    private final ItemChoice choice;
    private final int usualSide;
    private final List<FieldImages> images = new ArrayList<>();
    private final @Nullable Standing standing;
    private final Letterhead letterhead;
    private final Language language;

    private ReportHtml(Report report, @Nullable Standing standing, Letterhead letterhead, Language language) {
        this.report = report;
        this.standing = standing;
        this.letterhead = letterhead;
        this.language = language;
        this.choice = ItemChoice.of(report.findings().fields());
        List<ItemChoice.Seen> shown = new ArrayList<>(choice.counted());
        if (shown.isEmpty()) {
            choice.excluded().values().forEach(shown::addAll);
        }
        this.usualSide = FieldImages.usualSide(shown);
    }

    /**
     * The page, in English and UTF-8. Each field's picture is decoded once.
     *
     * @throws org.fertivision.spi.RejectedException if a picture cannot be read any more
     */
    public static byte[] write(Report report) {
        return written(report, begin(report, Language.ENGLISH));
    }

    /**
     * The page in English, which tells at its head who gives it out, and there and on every sheet that it is printed on how persons
     * stand to it.
     */
    public static byte[] write(Report report, Standing standing, Letterhead letterhead) {
        return write(report, standing, letterhead, Language.ENGLISH);
    }

    /**
     * The same in a language.
     *
     * @param standing how persons stand to it, in that language
     */
    public static byte[] write(Report report, Standing standing, Letterhead letterhead, Language language) {
        return written(report, new ReportHtml(report, standing, letterhead, language));
    }

    private static byte[] written(Report report, ReportHtml page) {
        for (int field = 0; field < report.inputs().size(); field++) {
            if (report.pictures().areKept()) {
                page.see(report.pictures().frame(field, ShownFrame.of(report, field)));
            }
        }
        return page.finish();
    }

    /** Begins a page, which then wants to see the fields' pictures in order. */
    static ReportHtml begin(Report report, Language language) {
        return new ReportHtml(report, null, Letterhead.NONE, language);
    }

    /** Takes from the next field's picture what the page shows of it. */
    void see(Frame frame) {
        int field = images.size();
        images.add(FieldImages.of(frame, choice.ofField(field), usualSide, field < PictureSection.MOST_FIELDS));
    }

    /** The page, in UTF-8. */
    byte[] finish() {
        while (images.size() < report.inputs().size()) {
            images.add(FieldImages.none());
        }
        Html page = new Html();
        page.raw("<!DOCTYPE html>\n").open("html", "lang", language.tag()).open("head");
        page.single("meta", "charset", "utf-8");
        page.single("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        page.single(
                "meta",
                "http-equiv",
                "Content-Security-Policy",
                "content",
                "default-src 'none'; img-src data:; style-src 'unsafe-inline'");
        page.element("title", title())
                .open("style")
                .raw(style()
                        + (standing == null ? "" : STANDING_STYLE)
                        + (letterhead.lines().isEmpty() ? "" : LETTERHEAD_STYLE))
                .close("style")
                .close("head")
                .line();
        page.open("body").open("main");
        header(page);
        SummarySection.write(report, language, page);
        FieldSection.write(report, language, page);
        SpreadSection.write(report, language, page);
        MotionSection.write(report, language, page);
        TimeSection.write(report, language, page);
        ProfileSection.write(report, language, page);
        PictureSection.write(report, language, choice, images, page);
        MethodSection.write(report, language, page);
        page.close("main").close("body").close("html").line();
        return page.toString().getBytes(StandardCharsets.UTF_8);
    }

    private String title() {
        String specimen = report.specimen() == null ? "" : report.specimen() + ": ";
        return specimen + language.told(report.analyzer().title());
    }

    private void letterhead(Html page) {
        if (letterhead.lines().isEmpty()) {
            return;
        }
        page.open("address", "class", "letterhead")
                .element("strong", letterhead.lines().get(0));
        letterhead.lines().stream().skip(1).forEach(line -> page.element("div", line));
        page.close("address");
    }

    private void header(Html page) {
        int fields = report.inputs().size();
        page.open("header");
        letterhead(page);
        page.element("p", language.say("FertiVision report"), "class", "brand");
        if (standing != null) {
            page.element("p", standing.words(), "class", standing.isSigned() ? "standing signed" : "standing");
        }
        page.element("h1", language.told(report.analyzer().title()));
        page.open("p", "class", "lead");
        if (report.specimen() != null) {
            page.text(language.say("Specimen") + " ")
                    .element("strong", report.specimen())
                    .text(", ");
        }
        page.element("code", report.kind())
                .text(", "
                        + (fields == 1
                                ? language.say("1 field, {0} objects counted", choice.countedInAll())
                                : language.say("{0} fields, {1} objects counted", fields, choice.countedInAll())))
                .close("p");
        page.element("p", language.say("Research and decision support: not a diagnosis."), "class", "use");
        page.open("nav");
        if (SummarySection.isAnyMeasured(report.findings().summary())) {
            link(page, "measured", language.say("Measured"));
        } else if (!report.findings().summary().readings().isEmpty()) {
            link(page, "not-measured", language.say("Not measured"));
        }
        if (!report.scores().isEmpty()) {
            link(page, "scores", language.say("Guidelines"));
        }
        link(page, "fields", language.say("Fields"));
        if (!TimeCourse.of(report, language).isEmpty()) {
            link(page, "time", language.say("Over time"));
        }
        if (!LineProfile.of(report, language).isEmpty()) {
            link(page, "profiles", language.say("Along a line"));
        }
        link(page, "pictures", language.say("Pictures"));
        link(page, "objects", language.say("Objects"));
        if (!choice.excluded().isEmpty()) {
            link(page, "excluded", language.say("Excluded"));
        }
        link(page, "settings", language.say("Settings"));
        link(page, "method", language.say("Method and limits"));
        page.close("nav").close("header").line();
    }

    private static void link(Html page, String anchor, String words) {
        page.element("a", words, "href", "#" + anchor).text(" ");
    }

    private static String style() {
        try (InputStream stream = ReportHtml.class.getResourceAsStream(STYLE)) {
            if (stream == null) {
                throw new IllegalStateException("the resource " + STYLE + " is missing");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
