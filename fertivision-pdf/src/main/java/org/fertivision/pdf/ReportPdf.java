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
    private static final String DISCLAIMER = "Research and decision support: not a diagnosis.";
    private static final int MOST_PICTURES = 4;
    private static final int PICTURE_SIDE = 1400;
    private static final float PICTURE_HEIGHT = 330;
    private static final float TITLE = 18;
    private static final float HEADING = 12;

    private final Report report;
    private final Letterhead letterhead;
    private final Paper paper;

    private ReportPdf(Report report, Letterhead letterhead, Paper paper) {
        this.report = report;
        this.letterhead = letterhead;
        this.paper = paper;
    }

    /**
     * Writes the report.
     *
     * @throws IOException if it cannot be written
     */
    public static void write(Report report, OutputStream out) throws IOException {
        write(report, "", Letterhead.NONE, out);
    }

    /**
     * Writes the report, at the head of its first page who gives it out, and at the head of every page how persons stand
     * to it.
     *
     * @throws IOException if it cannot be written
     */
    public static void write(Report report, Standing standing, Letterhead letterhead, OutputStream out)
            throws IOException {
        write(report, standing.words(), letterhead, out);
    }

    private static void write(Report report, String head, Letterhead letterhead, OutputStream out) throws IOException {
        try (PDDocument document = new PDDocument();
                Paper paper = new Paper(document)) {
            new ReportPdf(report, letterhead, paper).fill();
            paper.finish(
                    head, DISCLAIMER + "  " + report.analyzer().signature() + ", FertiVision " + report.software());
            describe(document, report);
            document.save(out);
        }
    }

    private void fill() throws IOException {
        paper.letterhead(letterhead.lines());
        String specimen = report.specimen() == null ? "" : "Specimen " + report.specimen() + ", ";
        paper.heading(report.analyzer().title(), TITLE);
        paper.paragraph(
                specimen + report.kind() + ", " + report.findings().fields().size() + " field(s). " + DISCLAIMER);
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
            paper.paragraph(
                    "Persons corrected objects; what was measured before they did stands in the HTML report and in the result document.");
        }
        paper.heading("Measured", HEADING);
        paper.row(List.of("Measure", "Value", "95 % interval", "n", "How"), lefts, true);
        for (Reading reading : report.findings().summary().readings()) {
            if (!(reading instanceof Reading.NotMeasured)) {
                ReadingText text = ReadingText.of(reading);
                paper.row(
                        List.of(text.label(), text.amount(), text.interval(), text.count(), text.remark()),
                        lefts,
                        false);
            }
        }
    }

    private void scores() throws IOException {
        for (Report.ScorerResult result : report.scores()) {
            paper.heading(result.scorer().title(), HEADING);
            for (String sentence : sentences(result.score())) {
                paper.paragraph(sentence);
            }
        }
    }

    private static List<String> sentences(Score score) {
        return score.fold(
                scored -> scored.components().isEmpty()
                        ? List.of(scored.grade())
                        : scored.components().stream()
                                .map(c -> c.detail().isBlank() ? c.code() + ": " + c.grade() : c.detail())
                                .toList(),
                not -> List.of("Not scored: " + not.reason() + "."));
    }

    private void fields() throws IOException {
        float[] lefts = {0, 0.1f, 0.25f, 0.4f};
        paper.heading("Fields", HEADING);
        paper.row(List.of("Field", "Counted", "Excluded", "Why excluded"), lefts, true);
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
        List<Chart> fields = ByField.charts(report);
        if (!fields.isEmpty()) {
            paper.heading("Whether the fields agree", HEADING, Paper.CHARTS);
            paper.paragraph(
                    "Each point is one field with its own 95 % interval; line and band are the whole specimen.");
            paper.charts(fields, Collections.nCopies(fields.size(), ""));
        }
        List<Spread> spreads = Spread.of(report);
        if (!spreads.isEmpty()) {
            paper.heading("How the counted objects are spread", HEADING, Paper.CHARTS);
            paper.paragraph("The solid line is the mean, the dashed one the median.");
            legend();
            paper.charts(
                    spreads.stream().map(Spread::chart).toList(),
                    spreads.stream().map(Spread::caption).toList());
        }
    }

    private void legend() throws IOException {
        Optional<Chart> legend = Legend.of(report);
        if (legend.isPresent()) {
            paper.wide(legend.get(), "");
        }
    }

    private void motion() throws IOException {
        List<Motion> charts = Motion.charts(report);
        if (!charts.isEmpty()) {
            paper.heading("How the counted objects move", HEADING, 2 * Paper.CHARTS);
            legend();
            paper.charts(
                    charts.stream().map(Motion::chart).toList(),
                    charts.stream().map(Motion::caption).toList());
        }
        Optional<Motion> paths = Motion.paths(report);
        if (paths.isPresent()) {
            paper.wide(paths.get().chart(), paths.get().caption());
        }
    }

    private void overTime() throws IOException {
        List<TimeCourse> courses = TimeCourse.of(report);
        if (!courses.isEmpty()) {
            paper.heading("Over time", HEADING, Paper.CHARTS);
            paper.paragraph(TimeCourse.WORDS);
            paper.charts(
                    courses.stream().map(TimeCourse::chart).toList(),
                    courses.stream().map(TimeCourse::caption).toList());
        }
    }

    private void alongLines() throws IOException {
        List<LineProfile> profiles = LineProfile.of(report);
        if (!profiles.isEmpty()) {
            paper.heading("Along a line", HEADING, Paper.CHARTS);
            paper.paragraph(LineProfile.words(report));
            paper.charts(
                    profiles.stream().map(LineProfile::chart).toList(),
                    profiles.stream().map(LineProfile::caption).toList());
        }
    }

    private static String reasons(List<Item> items) {
        Map<String, Integer> reasons = new TreeMap<>();
        for (Item item : items) {
            item.whyExcluded().map(Exclusion::reason).ifPresent(reason -> reasons.merge(reason, 1, Integer::sum));
        }
        List<String> words = new ArrayList<>();
        reasons.forEach((reason, n) -> words.add(reason + " " + n));
        return String.join(", ", words);
    }

    private void pictures() throws IOException {
        int all = report.findings().fields().size();
        int shown = Math.min(all, MOST_PICTURES);
        paper.heading("Pictures", HEADING, PICTURE_HEIGHT);
        for (int field = 0; field < shown; field++) {
            paper.picture(
                    Overlay.picture(report, field, PICTURE_SIDE),
                    "Field " + field + ", every object outlined",
                    PICTURE_HEIGHT);
        }
        if (shown < all) {
            paper.paragraph("The other " + (all - shown) + " fields are in the HTML report and the overlay files.");
        }
    }

    private void notMeasured() throws IOException {
        float[] lefts = {0, 0.36f};
        List<Reading> missing = report.findings().summary().readings().stream()
                .filter(Reading.NotMeasured.class::isInstance)
                .toList();
        if (!missing.isEmpty()) {
            paper.heading("Not measured", HEADING);
            for (Reading reading : missing) {
                ReadingText text = ReadingText.of(reading);
                paper.row(List.of(text.label(), text.remark()), lefts, false);
            }
        }
        for (Notice notice : report.notices()) {
            paper.paragraph(notice.detail());
        }
    }

    private void method() throws IOException {
        float[] lefts = {0, 0.36f};
        paper.heading("How it was done", HEADING);
        paper.paragraph(report.analyzer().intendedUse());
        paper.row(List.of("Algorithm", report.analyzer().signature() + ", " + report.provider()), lefts, false);
        paper.row(List.of("Calibration", calibration()), lefts, false);
        for (Map.Entry<String, String> setting : report.settings().texts().entrySet()) {
            paper.row(List.of(setting.getKey(), setting.getValue()), lefts, false);
        }
        for (int field = 0; field < report.inputs().size(); field++) {
            String hash = report.inputs().get(field).input().sha256();
            paper.row(
                    List.of("Input of field " + field + ", SHA-256", hash == null ? "frames given, not a file" : hash),
                    lefts,
                    false);
        }
        for (String source : report.analyzer().sources()) {
            paper.paragraph(source);
        }
    }

    private String calibration() {
        return report.calibration()
                .map(known -> String.format(
                        Locale.ROOT,
                        "%s x %s um per pixel, %s",
                        known.umPerPixelX(),
                        known.umPerPixelY(),
                        known.origin().name().toLowerCase(Locale.ROOT)))
                .orElse("none, or not the same for all fields");
    }

    /** A fixed date, so that the same report gives the same file. */
    private static void describe(PDDocument document, Report report) {
        Calendar epoch = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        epoch.setTimeInMillis(0);
        PDDocumentInformation about = document.getDocumentInformation();
        about.setTitle(report.analyzer().title());
        about.setProducer("FertiVision " + report.software());
        about.setCreationDate(epoch);
        document.setDocumentId(0L);
    }
}
