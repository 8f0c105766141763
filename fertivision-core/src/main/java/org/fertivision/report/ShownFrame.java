package org.fertivision.report;

import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Item;
import org.fertivision.finding.measures.TimelapseMeasures;

/** Which frame of a field stands for it in pictures: that in which its objects were outlined, else the first. */
final class ShownFrame {
    private ShownFrame() {}

    static int of(FieldOfView field) {
        return field.items().stream()
                .map(ShownFrame::of)
                .filter(frame -> frame >= 0)
                .findFirst()
                .orElse(0);
    }

    private static int of(Item item) {
        return item.reading(TimelapseMeasures.SEEN_IN_FRAME)
                .figure()
                .map(Double::intValue)
                .orElse(-1);
    }

    /** The number of that frame in a field of a report. */
    static int of(Report report, int field) {
        return of(report.findings().fields().get(field));
    }
}
