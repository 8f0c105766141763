package org.fertivision.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.fertivision.agreement.LabelAgreement;
import org.fertivision.agreement.LabelPair;
import org.fertivision.report.AgreementReport;
import org.fertivision.report.LabelAgreementReport;
import org.jspecify.annotations.Nullable;

/** What two tables call the same specimens or objects: joined by name, by field and item, or by place. */
final class NamedByBoth {
    private static final String PLACE_X = "xPx";
    private static final String PLACE_Y = "yPx";
    private static final String FIELD = "field";
    private static final String ITEM = "item";
    private static final String SPECIMEN = "specimen";

    private final String label;
    private final LabelChoice choice;

    NamedByBoth(String label, LabelChoice choice) {
        this.label = label;
        this.choice = choice;
    }

    /** One row: what was named, where, and the word or why there is none. */
    private record Row(String name, String field, double x, double y, String word, String problem) {
        double distanceTo(Row other) {
            return Math.hypot(x - other.x, y - other.y);
        }
    }

    /** A row of A and one of B so near to each other that they may be one. */
    private record Meeting(Row a, Row b, double distance) {}

    LabelAgreementReport compared(CsvFile a, CsvFile b) {
        List<Row> first = rows(a, "A");
        List<Row> second = rows(b, "B");
        Map<Row, Row> partners =
                choice.withinPx().map(within -> byPlace(first, second, within)).orElseGet(() -> byName(first, second));
        List<LabelPair> pairs = new ArrayList<>();
        List<AgreementReport.Unpaired> unpaired = new ArrayList<>();
        for (Row one : first) {
            Row other = partners.get(one);
            String problem = other == null ? problem(one, "no row in B") : both(one, other);
            if (problem.isEmpty() && other != null) {
                pairs.add(new LabelPair(one.name, one.word, other.word));
            } else {
                unpaired.add(new AgreementReport.Unpaired(one.name, problem));
            }
        }
        second.stream()
                .filter(row -> !partners.containsValue(row))
                .forEach(row -> unpaired.add(new AgreementReport.Unpaired(row.name, problem(row, "no row in A"))));
        try {
            LabelAgreement agreement = choice.ordered().isEmpty()
                    ? LabelAgreement.of(pairs)
                    : LabelAgreement.ofOrdered(pairs, choice.ordered());
            return new LabelAgreementReport(label, matched(a), agreement, unpaired);
        } catch (IllegalArgumentException e) {
            throw new Failure(ExitCode.REQUEST, e.getMessage() + ReadBoth.unpairedHint(unpaired));
        }
    }

    private static String problem(Row row, String without) {
        return row.problem.isEmpty() ? without : row.problem;
    }

    private static String both(Row one, Row other) {
        String between = one.problem.isEmpty() || other.problem.isEmpty() ? "" : "; ";
        return one.problem + between + other.problem;
    }

    private String matched(CsvFile a) {
        return choice.withinPx()
                .map(within -> "by place, the nearest first, at most " + Plain.figure(within) + " px apart")
                .orElse(a.has(SPECIMEN) ? "by specimen" : "by field and item");
    }

    private static Map<Row, Row> byName(List<Row> first, List<Row> second) {
        Map<String, Row> named = new LinkedHashMap<>();
        second.forEach(row -> named.put(row.name, row));
        Map<Row, Row> partners = new LinkedHashMap<>();
        first.stream()
                .filter(row -> named.containsKey(row.name))
                .forEach(row -> partners.put(row, named.get(row.name)));
        return partners;
    }

    /** The nearest two of one field first, each row once. */
    private static Map<Row, Row> byPlace(List<Row> first, List<Row> second, double within) {
        List<Meeting> meetings = new ArrayList<>();
        for (Row one : first) {
            for (Row other : second) {
                double distance = one.distanceTo(other);
                if (one.field.equals(other.field) && distance <= within) {
                    meetings.add(new Meeting(one, other, distance));
                }
            }
        }
        meetings.sort(Comparator.comparingDouble(Meeting::distance));
        Map<Row, Row> partners = new LinkedHashMap<>();
        Set<Row> taken = new HashSet<>();
        for (Meeting meeting : meetings) {
            if (!partners.containsKey(meeting.a) && taken.add(meeting.b)) {
                partners.put(meeting.a, meeting.b);
            }
        }
        return partners;
    }

    private List<Row> rows(CsvFile table, String which) {
        if (!table.has(label)) {
            throw new Failure(
                    ExitCode.REQUEST,
                    which + " has no column '" + label + "'." + Near.question(label, table.columns()));
        }
        List<String> needed = needed(table);
        for (String column : needed) {
            if (!table.has(column)) {
                throw new Failure(
                        ExitCode.REQUEST,
                        which + " has no column '" + column + "'; rows are joined by the columns "
                                + String.join(", ", needed) + (choice.withinPx().isPresent() ? "" : ", or specimen"));
            }
        }
        Set<String> names = new TreeSet<>();
        List<Row> rows = new ArrayList<>();
        for (List<String> cells : table.rows()) {
            Row row = row(table, cells, which, needed);
            if (!names.add(row.name)) {
                throw new Failure(ExitCode.REQUEST, which + " has two rows for '" + row.name + "'");
            }
            rows.add(row);
        }
        return rows;
    }

    private List<String> needed(CsvFile table) {
        if (choice.withinPx().isPresent()) {
            return List.of(FIELD, PLACE_X, PLACE_Y);
        }
        return table.has(SPECIMEN) ? List.of(SPECIMEN) : List.of(FIELD, ITEM);
    }

    private Row row(CsvFile table, List<String> cells, String which, List<String> needed) {
        String field = table.cell(cells, FIELD).strip();
        boolean placed = choice.withinPx().isPresent();
        double x = placed ? place(table, cells, PLACE_X, which) : 0;
        double y = placed ? place(table, cells, PLACE_Y, which) : 0;
        String name = placed
                ? "field " + field + " at " + table.cell(cells, PLACE_X).strip() + ", "
                        + table.cell(cells, PLACE_Y).strip()
                : needed.contains(SPECIMEN)
                        ? table.cell(cells, SPECIMEN)
                        : "field " + field + " item " + table.cell(cells, ITEM).strip();
        String excluded =
                table.has(SPECIMEN) ? "" : table.cell(cells, "excluded").strip();
        String word = choice.read(table.cell(cells, label));
        String problem = !excluded.isEmpty()
                ? "excluded in " + which + " (" + excluded + ")"
                : word.isEmpty() ? "no word in " + which : "";
        return new Row(name, field, x, y, word, problem);
    }

    private static double place(CsvFile table, List<String> cells, String column, String which) {
        String text = table.cell(cells, column).strip();
        return Optional.of(text)
                .flatMap(NamedByBoth::number)
                .orElseThrow(() -> new Failure(
                        ExitCode.REQUEST, which + ": '" + text + "' in column " + column + " is no place in pixels"));
    }

    private static Optional<Double> number(String text) {
        try {
            double value = Double.parseDouble(text);
            return Math.abs(value) < Double.POSITIVE_INFINITY ? Optional.of(value) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /**
     * How words are read and rows matched.
     *
     * @param ordered the words in their order; empty where they have none
     * @param term the one word that is set against all others, or null for all words
     * @param within how far apart rows may be to match by place, or null to match by name
     */
    record LabelChoice(
            List<String> ordered,
            @Nullable String term,
            @Nullable Within within) {
        LabelChoice {
            ordered = List.copyOf(ordered);
            if (within != null && within.inUm()) {
                throw new Failure(ExitCode.USAGE, "--within takes pixels with --label, such as 10px");
            }
            if (term != null && !ordered.isEmpty()) {
                throw new Failure(ExitCode.USAGE, "--term and --ordered do not go together: two words need no order");
            }
        }

        Optional<Double> withinPx() {
            return Optional.ofNullable(within).map(Within::distance);
        }

        /** The word of a cell; of several, and where one word is set against all others, which of both. */
        String read(String cell) {
            String text = cell.strip();
            if (term == null || text.isEmpty()) {
                return text;
            }
            boolean holds = List.of(text.split("[\\s;,+]+")).contains(term);
            return holds ? term : "not " + term;
        }
    }
}
