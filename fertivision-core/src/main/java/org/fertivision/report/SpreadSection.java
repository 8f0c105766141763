package org.fertivision.report;

import java.util.List;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Measure;

/** How each measure of the counted objects is spread. */
final class SpreadSection {
    private static final String PIXELS = "Px";

    private SpreadSection() {}

    static void write(Report report, Html page) {
        List<FieldOfView> fields = report.findings().fields();
        Html charts = new Html();
        boolean any = false;
        for (Measure measure : report.analyzer().itemMeasures()) {
            double[] values = fields.stream()
                    .flatMap(FieldOfView::counted)
                    .flatMap(item -> item.reading(measure).figure().stream())
                    .mapToDouble(Double::doubleValue)
                    .toArray();
            if (values.length > 1 && !isDoubled(report, measure)) {
                any = true;
                figure(measure, Histogram.of(values), charts);
            }
        }
        if (!any) {
            return;
        }
        page.open("section", "id", "spread").element("h2", "How the objects are spread");
        page.element(
                "p",
                "Counted objects only. The solid line is the mean, the dashed one the median; point at a bar to read its"
                        + " count.",
                "class",
                "small");
        page.open("div", "class", "charts")
                .add(charts)
                .close("div")
                .close("section")
                .line();
    }

    /** Whether a measure in pixels says the same as one in micrometers beside it. */
    private static boolean isDoubled(Report report, Measure measure) {
        String code = measure.code();
        if (!code.endsWith(PIXELS)) {
            return false;
        }
        String base = code.substring(0, code.length() - PIXELS.length());
        return report.findings().fields().stream()
                .flatMap(FieldOfView::counted)
                .flatMap(item -> item.readings().stream())
                .anyMatch(reading ->
                        reading.code().equals(base) && reading.figure().isPresent());
    }

    private static void figure(Measure measure, Histogram histogram, Html charts) {
        charts.open("figure").add(Charts.histogram(measure, histogram));
        charts.element(
                "figcaption",
                "n " + histogram.n() + ", mean " + Figures.plain(histogram.mean()) + ", median "
                        + Figures.plain(histogram.median()) + ", " + Figures.plain(histogram.lowest()) + " to "
                        + Figures.plain(histogram.largest()));
        charts.close("figure").line();
    }
}
