package org.fertivision.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.fertivision.agreement.Agreement;
import org.fertivision.agreement.Pair;
import org.fertivision.report.AgreementReport;

/** What two tables say of one measure, joined by what was read: specimens by name, objects by field and item. */
final class ReadBoth {
    private static final String UNIT = "Unit";

    private final String code;
    private final CsvFile a;
    private final CsvFile b;

    ReadBoth(String code, CsvFile a, CsvFile b) {
        this.code = code;
        this.a = a;
        this.b = b;
    }

    /** The comparison of what both read, in the order of names. */
    AgreementReport compared() {
        Map<String, Cell> first = cells(a, "A");
        Map<String, Cell> second = cells(b, "B");
        String unit = commonUnit(first, second);
        List<Pair> pairs = new ArrayList<>();
        List<AgreementReport.Unpaired> unpaired = new ArrayList<>();
        Set<String> names = new TreeSet<>(first.keySet());
        names.addAll(second.keySet());
        for (String name : names) {
            Cell one = first.getOrDefault(name, Cell.missing("A"));
            Cell other = second.getOrDefault(name, Cell.missing("B"));
            if (one.problem.isEmpty() && other.problem.isEmpty()) {
                pairs.add(new Pair(name, one.value, other.value));
            } else {
                String both = one.problem.isEmpty() || other.problem.isEmpty() ? "" : "; ";
                unpaired.add(new AgreementReport.Unpaired(name, one.problem + both + other.problem));
            }
        }
        try {
            return new AgreementReport(code, unit, Agreement.of(pairs), unpaired);
        } catch (IllegalArgumentException e) {
            throw new Failure(ExitCode.REQUEST, e.getMessage() + unpairedHint(unpaired));
        }
    }

    static String unpairedHint(List<AgreementReport.Unpaired> unpaired) {
        return unpaired.isEmpty()
                ? ""
                : " (" + Plain.count(unpaired.size(), "row") + " without a partner, such as "
                        + unpaired.get(0).name() + ": " + unpaired.get(0).reason() + ")";
    }

    /** What a row says: a value, or why there is none. */
    private record Cell(double value, String unit, String problem) {
        static Cell missing(String table) {
            return new Cell(0, "", "no row in " + table);
        }
    }

    private Map<String, Cell> cells(CsvFile table, String which) {
        if (!table.has(code)) {
            throw new Failure(
                    ExitCode.REQUEST, which + " has no column '" + code + "'." + Near.question(code, table.columns()));
        }
        boolean objects = !table.has("specimen");
        if (objects && !(table.has("field") && table.has("item"))) {
            throw new Failure(
                    ExitCode.REQUEST, which + " has neither a column 'specimen' nor the columns 'field' and 'item'");
        }
        Map<String, Cell> cells = new LinkedHashMap<>();
        for (List<String> row : table.rows()) {
            String name = objects
                    ? "field " + table.cell(row, "field") + " item " + table.cell(row, "item")
                    : table.cell(row, "specimen");
            if (cells.put(name, cell(table, row, which)) != null) {
                throw new Failure(
                        ExitCode.REQUEST,
                        which + " has two rows for '" + name + "'"
                                + (name.isEmpty() ? ": name the specimens (analyze --specimen NAME)" : ""));
            }
        }
        return cells;
    }

    private Cell cell(CsvFile table, List<String> row, String which) {
        String unit = table.cell(row, code + UNIT);
        String excluded = table.cell(row, "excluded");
        if (!excluded.isEmpty() && table.has("item")) {
            return new Cell(0, unit, "excluded in " + which + " (" + excluded + ")");
        }
        String text = table.cell(row, code).strip();
        if (text.isEmpty()) {
            String reason = table.cell(row, code + "Reason");
            return new Cell(0, unit, "not measured in " + which + (reason.isEmpty() ? "" : " (" + reason + ")"));
        }
        try {
            double value = Double.parseDouble(text);
            boolean finite = Math.abs(value) < Double.POSITIVE_INFINITY;
            return new Cell(value, unit, finite ? "" : "no number in " + which + ": " + text);
        } catch (NumberFormatException e) {
            return new Cell(0, unit, "no number in " + which + ": " + text);
        }
    }

    private String commonUnit(Map<String, Cell> first, Map<String, Cell> second) {
        Set<String> units = new TreeSet<>();
        for (Map<String, Cell> cells : List.of(first, second)) {
            cells.values().stream().map(Cell::unit).filter(u -> !u.isEmpty()).forEach(units::add);
        }
        if (units.size() > 1) {
            throw new Failure(
                    ExitCode.REQUEST,
                    "'" + code + "' is in different units and cannot be compared: " + String.join(", ", units));
        }
        return units.isEmpty() ? "" : units.iterator().next();
    }
}
