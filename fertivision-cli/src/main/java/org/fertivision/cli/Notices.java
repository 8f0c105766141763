package org.fertivision.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fertivision.cli.TextTable.Align;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Notice;
import org.fertivision.report.Report;

/** What a reader of a report should know; a notice that many fields have is told once, with where it was met first. */
final class Notices {
    private Notices() {}

    /** One row a notice: its code and its sentence. */
    static TextTable table(Report report) {
        TextTable table = new TextTable(Align.LEFT, Align.LEFT);
        told(report).forEach(notice -> table.row(notice.code(), notice.detail()));
        return table;
    }

    /** One line a notice. */
    static List<String> of(Report report) {
        return told(report).stream()
                .map(notice -> notice.code() + ": " + notice.detail())
                .toList();
    }

    private static List<Notice> told(Report report) {
        List<Notice> told = new ArrayList<>(report.notices());
        Map<String, List<Integer>> where = new LinkedHashMap<>();
        Map<String, String> details = new LinkedHashMap<>();
        List<FieldOfView> fields = report.findings().fields();
        for (int field = 0; field < fields.size(); field++) {
            for (Notice notice : fields.get(field).notices()) {
                where.computeIfAbsent(notice.code(), code -> new ArrayList<>()).add(field);
                details.putIfAbsent(notice.code(), notice.detail());
            }
        }
        where.forEach((code, of) -> told.add(new Notice(code, place(of) + ": " + details.get(code))));
        return told;
    }

    private static String place(List<Integer> fields) {
        return fields.size() == 1
                ? "field " + fields.get(0)
                : Plain.count(fields.size(), "field") + ", in field " + fields.get(0);
    }
}
