package org.fertivision.report;

import java.util.List;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Item;
import org.fertivision.finding.Path;
import org.fertivision.finding.Series;
import org.fertivision.image.Timing;

/** A report as tables: UTF-8, decimal points, a line feed after each row. */
public final class ReportCsv {
    private static final List<String> TRACK_COLUMNS = List.of("field", "track", "frame", "timeS", "xPx", "yPx");
    private static final List<String> SERIES_COLUMNS = List.of("field", "code", "unit", "timeS", "value");

    private ReportCsv() {}

    /** Whether anything in the report moves, so that it has tracks. */
    public static boolean hasTracks(Report report) {
        return report.findings().fields().stream()
                .flatMap(field -> field.items().stream())
                .anyMatch(item -> item.path() != null);
    }

    /** Whether the report has curves over time. */
    public static boolean hasSeries(Report report) {
        return report.findings().fields().stream()
                .anyMatch(field -> !field.series().isEmpty());
    }

    /** Every place of every object that moves: {@code field,track,frame,timeS,xPx,yPx}; no time where none is known. */
    public static byte[] tracks(Report report) {
        CsvTable table = new CsvTable(TRACK_COLUMNS);
        List<FieldOfView> fields = report.findings().fields();
        for (int field = 0; field < fields.size(); field++) {
            Timing timing = report.inputs().get(field).timing();
            for (Item item : fields.get(field).items()) {
                Path path = item.path();
                for (int i = 0; path != null && i < path.size(); i++) {
                    table.number(field).number(item.id()).number(path.frame(i));
                    if (timing == null) {
                        table.empty();
                    } else {
                        table.rounded(path.frame(i) / timing.framesPerSecond());
                    }
                    table.number(path.x(i)).number(path.y(i)).endLine();
                }
            }
        }
        return table.bytes();
    }

    /** Every value of every curve: {@code field,code,unit,timeS,value}. */
    public static byte[] series(Report report) {
        CsvTable table = new CsvTable(SERIES_COLUMNS);
        List<FieldOfView> fields = report.findings().fields();
        for (int field = 0; field < fields.size(); field++) {
            for (Series series : fields.get(field).series()) {
                for (int i = 0; i < series.size(); i++) {
                    table.number(field)
                            .text(series.measure().code())
                            .text(series.measure().unit().ucum())
                            .number(series.timeS(i))
                            .number(series.value(i))
                            .endLine();
                }
            }
        }
        return table.bytes();
    }
}
