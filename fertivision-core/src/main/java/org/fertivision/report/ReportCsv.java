package org.fertivision.report;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.fertivision.finding.Exclusion;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Item;
import org.fertivision.finding.Label;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Path;
import org.fertivision.finding.Series;
import org.fertivision.image.Timing;

/**
 * A report as tables: UTF-8, decimal points, cells quoted as RFC 4180 says, a line feed after each row. Text that a
 * spreadsheet would take for a formula gets an apostrophe in front.
 */
public final class ReportCsv {
    private static final List<String> TRACK_COLUMNS = List.of("field", "track", "frame", "timeS", "xPx", "yPx");
    private static final List<String> SERIES_COLUMNS = List.of("field", "code", "unit", "timeS", "value");
    private static final List<String> PLACED_SERIES_COLUMNS =
            List.of("field", "code", "unit", "timeS", "value", "along", "alongUnit", "place");

    private static final String STANDING = "standing";

    private ReportCsv() {}

    /**
     * One row for the specimen under its header. For each measure of the kind there are its code, its unit
     * ({@code <code>Unit}), the bounds of its 95 % interval ({@code Lo}, {@code Hi}), the number behind it ({@code N}) and
     * why it was not measured or who gave it ({@code Reason}); standard deviations and medians have the value alone.
     * Scores, scale, settings and the result's hash follow.
     */
    public static byte[] summary(Report report) {
        return (summaryHeader(report) + summaryRow(report)).getBytes(StandardCharsets.UTF_8);
    }

    /** The same, with a last column {@code standing}: how persons stand to it. */
    public static byte[] summary(Report report, Standing standing) {
        String table = SummaryTable.header(report).withLast(STANDING).text()
                + SummaryTable.row(report).withLast(standing.words()).text();
        return table.getBytes(StandardCharsets.UTF_8);
    }

    /** The names of the columns of {@link #summaryRow}, with a line feed: equal for one kind, version and choice of scorers. */
    public static String summaryHeader(Report report) {
        return SummaryTable.header(report).text();
    }

    /** The specimen's row, with a line feed. */
    public static String summaryRow(Report report) {
        return SummaryTable.row(report).text();
    }

    /**
     * One row for every object, kept or excluded: {@code field,item,xPx,yPx}, the item measures of the kind, its label
     * systems, and {@code excluded} with the reason. A cell is empty where a value was not measured; why, says the result
     * document. Several terms of one system are joined by semicolons.
     */
    public static byte[] items(Report report) {
        return items(report, table -> table);
    }

    /** The same, with a last column {@code standing} in every row: how persons stand to it. */
    public static byte[] items(Report report, Standing standing) {
        return items(report, table -> table.withEach(STANDING, standing.words()));
    }

    private static byte[] items(Report report, UnaryOperator<CsvTable> headed) {
        List<Measure> measures = report.analyzer().itemMeasures();
        List<String> systems = report.analyzer().labelSystems();
        List<String> columns = new ArrayList<>(List.of("field", "item", "xPx", "yPx"));
        measures.forEach(measure -> columns.add(measure.code()));
        columns.addAll(systems);
        columns.add("excluded");
        CsvTable table = headed.apply(CsvTable.of(columns));
        List<FieldOfView> fields = report.findings().fields();
        for (int field = 0; field < fields.size(); field++) {
            for (Item item : fields.get(field).items()) {
                table.number(field).number(item.id());
                table.number(item.center().x()).number(item.center().y());
                measures.forEach(measure -> table.figure(item.reading(measure).figure()));
                systems.forEach(system -> table.text(terms(item, system)));
                table.text(item.whyExcluded().map(Exclusion::reason).orElse("")).endLine();
            }
        }
        return table.bytes();
    }

    private static String terms(Item item, String system) {
        return item.labels().stream()
                .filter(label -> label.system().equals(system))
                .map(Label::term)
                .collect(Collectors.joining(";"));
    }

    /** Whether anything in the report moves, so that it has tracks. */
    public static boolean hasTracks(Report report) {
        return report.findings().fields().stream()
                .flatMap(field -> field.items().stream())
                .anyMatch(item -> item.path() != null);
    }

    /** Whether the report has curves, over time or along a line. */
    public static boolean hasSeries(Report report) {
        return report.findings().fields().stream()
                .anyMatch(field -> !field.series().isEmpty());
    }

    /** Every place of every object that moves: {@code field,track,frame,timeS,xPx,yPx}; no time where none is known. */
    public static byte[] tracks(Report report) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        tracks(report, bytes);
        return bytes.toByteArray();
    }

    /** The same, with a last column {@code standing} in every row: how persons stand to it. */
    public static byte[] tracks(Report report, Standing standing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        tracks(report, CsvTable.onto(bytes, TRACK_COLUMNS).withEach(STANDING, standing.words()));
        return bytes.toByteArray();
    }

    /** The same as {@link #tracks(Report)}, written to a stream as it comes: there may be millions of places. */
    public static void tracks(Report report, OutputStream to) {
        tracks(report, CsvTable.onto(to, TRACK_COLUMNS));
    }

    private static void tracks(Report report, CsvTable table) {
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
        table.end();
    }

    /**
     * Every value of every curve: {@code field,code,unit,timeS,value}; where some curve runs along something else than time,
     * then {@code along,alongUnit,place}, and its {@code timeS} is empty.
     */
    public static byte[] series(Report report) {
        boolean alone = report.findings().fields().stream()
                .flatMap(field -> field.series().stream())
                .allMatch(Series::isOverTime);
        CsvTable table = CsvTable.of(alone ? SERIES_COLUMNS : PLACED_SERIES_COLUMNS);
        List<FieldOfView> fields = report.findings().fields();
        for (int field = 0; field < fields.size(); field++) {
            for (Series series : fields.get(field).series()) {
                for (int i = 0; i < series.size(); i++) {
                    table.number(field)
                            .text(series.measure().code())
                            .text(series.measure().unit().ucum());
                    (series.isOverTime() ? table.number(series.timeS(i)) : table.empty()).number(series.value(i));
                    if (!alone) {
                        placed(table, series, i);
                    }
                    table.endLine();
                }
            }
        }
        return table.bytes();
    }

    private static void placed(CsvTable table, Series series, int i) {
        series.axis()
                .ifPresentOrElse(
                        axis -> table.text(axis.code()).text(axis.unit().ucum()).number(series.place(i)),
                        () -> table.empty().empty().empty());
    }
}
