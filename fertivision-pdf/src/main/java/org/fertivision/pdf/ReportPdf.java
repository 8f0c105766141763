package org.fertivision.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Collections;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.fertivision.finding.Exclusion;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Item;
import org.fertivision.finding.Notice;
import org.fertivision.finding.Reading;
import org.fertivision.finding.Score;
import org.fertivision.report.ByField;
import org.fertivision.report.Chart;
import org.fertivision.report.Language;
import org.fertivision.report.Legend;
import org.fertivision.report.Letterhead;
import org.fertivision.report.LineProfile;
import org.fertivision.report.Motion;
import org.fertivision.report.Overlay;
import org.fertivision.report.ReadingText;
import org.fertivision.report.Report;
import org.fertivision.report.Spread;
import org.fertivision.report.Standing;
import org.fertivision.report.TimeCourse;

/**
 * A report on A4: what was measured with its intervals, what guidelines say of it, the first fields with every object
 * outlined, what was not measured and why, and how it was done. The font is embedded; signs that it lacks become question
 * marks.
 */
public final class ReportPdf {
    private static final int MOST_PICTURES = 4;
    private static final int PICTURE_SIDE = 1400;
    private static final float PICTURE_HEIGHT = 330;
    private static final float TITLE = 18;
    private static final float HEADING = 12;

    private final Report report;
    private final Letterhead letterhead;
    private final Language language;
    private final Paper paper;

    private ReportPdf(Report report, Letterhead letterhead, Language language, Paper paper) {
        this.report = report;
        this.letterhead = letterhead;
        this.language = language;
        this.paper = paper;
    }

    /**
     * Writes the report in English.
     *
     * @throws IOException if it cannot be written
     */
    public static void write(Report report, OutputStream out) throws IOException {
        write(report, Language.ENGLISH, out);
    }

    /**
     * Writes the report in a language.
     *
     * @throws IOException if it cannot be written
     */
    public static void write(Report report, Language language, OutputStream out) throws IOException {
        write(report, "", Letterhead.NONE, language, out);
    }

    /**
     * Writes the report in English, at the head of its first page who gives it out, and at the head of every page how persons stand
     * to it.
     *
     * @throws IOException if it cannot be written
     */
    public static void write(Report report, Standing standing, Letterhead letterhead, OutputStream out)
            throws IOException {
        write(report, standing, letterhead, Language.ENGLISH, out);
    }

    /**
     * The same in a language.
     *
     * @param standing how persons stand to it, in that language
     * @throws IOException if it cannot be written
     */
    public static void write(
            Report report, Standing standing, Letterhead letterhead, Language language, OutputStream out)
            throws IOException {
        write(report, standing.words(), letterhead, language, out);
    }

    private static void write(Report report, String head, Letterhead letterhead, Language language, OutputStream out)
            throws IOException {
        try (PDDocument document = new PDDocument();
                Paper paper = new Paper(document)) {
            new ReportPdf(report, letterhead, language, paper).fill();
            paper.finish(
                    head,
                    language.say("Research and decision support: not a diagnosis.") + "  "
                            + report.analyzer().signature() + ", FertiVision " + report.software());
            describe(document, report, language);
            document.save(out);
        }
    }

    private void fill() throws IOException {
        paper.letterhead(letterhead.lines());
        String specimen = report.specimen() == null ? "" : language.say("Specimen") + " " + report.specimen() + ", ";
        paper.heading(language.told(report.analyzer().title()), TITLE);
        paper.paragraph(specimen + report.kind() + ", "
                + language.say("{0} field(s).", report.findings().fields().size()) + " "
                + language.say("Research and decision support: not a diagnosis."));
        summary();
        scores();
        fields();
        spread();
        motion();
        overTime();
        alongLines();
        pictures();
        notMeasured();
        method();
    }

    private void summary() throws IOException {
        float[] lefts = {0, 0.36f, 0.54f, 0.76f, 0.84f};
        if (report.findings().beforeCorrections().isPresent()) {
            paper.paragraph(language.say(
                    "Persons corrected objects; what was measured before they did stands in the HTML report"
                            + " and in the result document."));
        }
        paper.heading(language.say("Measured"), HEADING);
        paper.row(
                List.of(
                        language.say("Measure"),
                        language.say("Value"),
                        language.say("95 % interval"),
                        "n",
                        language.say("How")),
                lefts,
                true);
        for (Reading reading : report.findings().summary().readings()) {
            if (!(reading instanceof Reading.NotMeasured)) {
                ReadingText text = ReadingText.of(reading, language);
                paper.row(
                        List.of(text.label(), text.amount(), text.interval(), text.count(), text.remark()),
                        lefts,
                        false);
            }
        }
    }

    private void scores() throws IOException {
        for (Report.ScorerResult result : report.scores()) {
            paper.heading(language.told(result.scorer().title()), HEADING);
            for (String sentence : sentences(result.score())) {
                paper.paragraph(sentence);
            }
        }
    }

    private List<String> sentences(Score score) {
        return score.fold(
                scored -> Stream.concat(
                                Stream.of(language.told(scored.grade()) + " (" + language.told(scored.system()) + ")"),
                                scored.components().stream()
                                        .map(c -> c.detail().isBlank()
                                                ? c.code() + ": " + language.told(c.grade())
                                                : language.told(c.detail())))
                        .toList(),
                not -> List.of(language.say("Not scored: {0}", language.told(not.reason())) + "."));
    }

    private void fields() throws IOException {
        float[] lefts = {0, 0.1f, 0.25f, 0.4f};
        paper.heading(language.say("Fields"), HEADING);
        paper.row(
                List.of(
                        language.say("Field"),
                        language.say("Counted"),
                        language.say("Excluded"),
                        language.say("Why excluded")),
                lefts,
                true);
        List<FieldOfView> all = report.findings().fields();
        for (int field = 0; field < all.size(); field++) {
            List<Item> items = all.get(field).items();
            long counted = items.stream().filter(Item::counts).count();
            paper.row(
                    List.of(
                            Integer.toString(field),
                            Long.toString(counted),
                            Long.toString(items.size() - counted),
                            reasons(items)),
                    lefts,
                    false);
        }
    }

    private void spread() throws IOException {
        List<Chart> fields = ByField.charts(report, language);
        if (!fields.isEmpty()) {
            paper.heading(language.say("Whether the fields agree"), HEADING, Paper.CHARTS);
            paper.paragraph(language.say(
                    "Each point is one field with its own 95 % interval; line and band are the whole specimen."));
            paper.charts(fields, Collections.nCopies(fields.size(), ""));
        }
        List<Spread> spreads = Spread.of(report, language);
        if (!spreads.isEmpty()) {
            paper.heading(language.say("How the counted objects are spread"), HEADING, Paper.CHARTS);
            paper.paragraph(language.say("The solid line is the mean, the dashed one the median."));
            legend();
            paper.charts(
                    spreads.stream().map(Spread::chart).toList(),
                    spreads.stream().map(Spread::caption).toList());
        }
    }

    private void legend() throws IOException {
        Optional<Chart> legend = Legend.of(report, language);
        if (legend.isPresent()) {
            paper.wide(legend.get(), "");
        }
    }

    private void motion() throws IOException {
        List<Motion> charts = Motion.charts(report, language);
        if (!charts.isEmpty()) {
            paper.heading(language.say("How the counted objects move"), HEADING, 2 * Paper.CHARTS);
            legend();
            paper.charts(
                    charts.stream().map(Motion::chart).toList(),
                    charts.stream().map(Motion::caption).toList());
        }
        Optional<Motion> paths = Motion.paths(report, language);
        if (paths.isPresent()) {
            paper.wide(paths.get().chart(), paths.get().caption());
        }
    }

    private void overTime() throws IOException {
        List<TimeCourse> courses = TimeCourse.of(report, language);
        if (!courses.isEmpty()) {
            paper.heading(language.say("Over time"), HEADING, Paper.CHARTS);
            paper.paragraph(TimeCourse.words(language));
            paper.charts(
                    courses.stream().map(TimeCourse::chart).toList(),
                    courses.stream().map(TimeCourse::caption).toList());
        }
    }

    private void alongLines() throws IOException {
        List<LineProfile> profiles = LineProfile.of(report, language);
        if (!profiles.isEmpty()) {
            paper.heading(language.say("Along a line"), HEADING, Paper.CHARTS);
            paper.paragraph(LineProfile.words(report, language));
            paper.charts(
                    profiles.stream().map(LineProfile::chart).toList(),
                    profiles.stream().map(LineProfile::caption).toList());
        }
    }

    private String reasons(List<Item> items) {
        Map<String, Integer> reasons = new TreeMap<>();
        for (Item item : items) {
            item.whyExcluded().map(Exclusion::reason).ifPresent(reason -> reasons.merge(reason, 1, Integer::sum));
        }
        List<String> words = new ArrayList<>();
        reasons.forEach((reason, n) -> words.add(language.told(reason) + " " + n));
        return String.join(", ", words);
    }

    private void pictures() throws IOException {
        int all = report.findings().fields().size();
        int shown = Math.min(all, MOST_PICTURES);
        paper.heading(language.say("Pictures"), HEADING, PICTURE_HEIGHT);
        for (int field = 0; field < shown; field++) {
            paper.picture(
                    Overlay.picture(report, field, PICTURE_SIDE, language),
                    language.say("Field {0}, every object outlined", field),
                    PICTURE_HEIGHT);
        }
        if (shown < all) {
            paper.paragraph(
                    language.say("The other {0} fields are in the HTML report and the overlay files.", all - shown));
        }
    }

    private void notMeasured() throws IOException {
        float[] lefts = {0, 0.36f};
        List<Reading> missing = report.findings().summary().readings().stream()
                .filter(Reading.NotMeasured.class::isInstance)
                .toList();
        if (!missing.isEmpty()) {
            paper.heading(language.say("Not measured"), HEADING);
            for (Reading reading : missing) {
                ReadingText text = ReadingText.of(reading, language);
                paper.row(List.of(text.label(), text.remark()), lefts, false);
            }
        }
        for (Notice notice : report.notices()) {
            paper.paragraph(language.told(notice.detail()));
        }
    }

    private void method() throws IOException {
        float[] lefts = {0, 0.36f};
        paper.heading(language.say("How it was done"), HEADING);
        paper.paragraph(language.told(report.analyzer().intendedUse()));
        paper.row(
                List.of(language.say("Algorithm"), report.analyzer().signature() + ", " + report.provider()),
                lefts,
                false);
        paper.row(List.of(language.say("Calibration"), calibration()), lefts, false);
        for (Map.Entry<String, String> setting : report.settings().texts().entrySet()) {
            paper.row(List.of(setting.getKey(), setting.getValue()), lefts, false);
        }
        for (int field = 0; field < report.inputs().size(); field++) {
            String hash = report.inputs().get(field).input().sha256();
            paper.row(
                    List.of(
                            language.say("Input of field {0}, SHA-256", field),
                            hash == null ? language.say("frames given, not a file") : hash),
                    lefts,
                    false);
        }
        for (String source : report.analyzer().sources()) {
            paper.paragraph(source);
        }
    }

    private String calibration() {
        return report.calibration()
                .map(known -> language.say(
                        "{0} x {1} um per pixel, {2}",
                        language.number(Double.toString(known.umPerPixelX())),
                        language.number(Double.toString(known.umPerPixelY())),
                        language.told(known.origin().name().toLowerCase(Locale.ROOT))))
                .orElse(language.say("none, or not the same for all fields"));
    }

    /** A fixed date, so that the same report gives the same file. */
    private static void describe(PDDocument document, Report report, Language language) {
        Calendar epoch = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        epoch.setTimeInMillis(0);
        PDDocumentInformation about = document.getDocumentInformation();
        about.setTitle(language.told(report.analyzer().title()));
        about.setProducer("FertiVision " + report.software());
        about.setCreationDate(epoch);
        document.getDocumentCatalog().setLanguage(language.tag());
        document.setDocumentId(0L);
    }
}
