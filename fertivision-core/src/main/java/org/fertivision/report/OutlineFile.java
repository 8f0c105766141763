package org.fertivision.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.fertivision.finding.Exclusion;
import org.fertivision.finding.Item;
import org.fertivision.finding.Label;
import org.fertivision.finding.Outline;

/**
 * The outlines of all objects, kept and excluded, in a form that annotation programs read. Coordinates are those of the
 * result document: pixels from the top left corner of the image, the first pixel's center at (0.5, 0.5). The same report
 * gives the same bytes.
 */
public enum OutlineFile {
    /** One document of COCO instances for all fields: {@code outlines.coco.json}. */
    COCO {
        @Override
        public List<ReportFolder.Extra> of(Report report) {
            return List.of(
                    ReportFolder.Extra.of("outlines.coco.json", () -> CanonicalJson.bytes(CocoOutlines.of(report))));
        }
    },

    /** One collection of GeoJSON features for each field, as QuPath reads them: {@code outlines-<field>.geojson}. */
    GEOJSON {
        @Override
        public List<ReportFolder.Extra> of(Report report) {
            List<ReportFolder.Extra> files = new ArrayList<>();
            for (int field = 0; field < report.inputs().size(); field++) {
                int number = field;
                files.add(ReportFolder.Extra.of(
                        "outlines-" + field + ".geojson", () -> CanonicalJson.bytes(GeoOutlines.of(report, number))));
            }
            return files;
        }
    };

    private static final MathContext NINE = new MathContext(9, RoundingMode.HALF_EVEN);

    /** The files for a report's folder. */
    public abstract List<ReportFolder.Extra> of(Report report);

    /** What an object is said to be: its terms, or why it does not count, or else nothing but an object. */
    static String category(Item item) {
        if (item.whyExcluded().isPresent()) {
            return "excluded: " + item.whyExcluded().map(Exclusion::reason).orElse("");
        }
        String terms = item.labels().stream().map(Label::term).collect(Collectors.joining(", "));
        return terms.isEmpty() ? "object" : terms;
    }

    /** The area that an outline encloses, square pixels, by the shoelace formula. */
    static double area(Outline outline) {
        double twice = 0;
        for (int i = 0; i < outline.size(); i++) {
            int next = (i + 1) % outline.size();
            twice += outline.x(i) * outline.y(next) - outline.x(next) * outline.y(i);
        }
        return twice == 0 ? 0 : new BigDecimal(Math.abs(twice) / 2).round(NINE).doubleValue();
    }
}
