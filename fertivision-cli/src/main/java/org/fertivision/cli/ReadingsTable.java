package org.fertivision.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fertivision.cli.TextTable.Align;
import org.fertivision.finding.Reading;
import org.fertivision.finding.Summary;

/** A summary as a table: a mean, its standard deviation and its median in one row. */
final class ReadingsTable {
    private static final String DEVIATION = "Sd";
    private static final String MEDIAN = "Median";

    private final List<Reading> all;
    private final List<Reading> alone;

    ReadingsTable(Summary summary) {
        this.all = summary.readings();
        Set<String> companions = new HashSet<>();
        for (Reading reading : all) {
            companions.add(reading.code() + DEVIATION);
            companions.add(reading.code() + MEDIAN);
        }
        this.alone = all.stream().filter(r -> !companions.contains(r.code())).toList();
    }

    /** Everything with a figure; empty, without a heading, where nothing has one. */
    TextTable measured() {
        TextTable table =
                new TextTable(Align.LEFT, Align.RIGHT, Align.LEFT, Align.LEFT, Align.RIGHT, Align.RIGHT, Align.RIGHT);
        if (alone.stream().allMatch(reading -> reading instanceof Reading.NotMeasured)) {
            return table;
        }
        table.row("", "value", "", "95 % interval", "SD", "median", "n");
        for (Reading reading : alone) {
            String unit = reading.measure().unit().symbol();
            reading.fold(
                    m -> table.row(
                            m.code(),
                            Plain.figure(m.value()),
                            unit,
                            m.interval().map(Plain::interval).orElse(""),
                            companion(m, DEVIATION),
                            companion(m, MEDIAN),
                            m.n() == 0 ? "" : Integer.toString(m.n())),
                    g -> table.row(g.code(), Plain.figure(g.value()), unit, "given by " + g.by(), "", "", ""),
                    n -> table);
        }
        return table;
    }

    /** Everything without a figure, by reason. */
    TextTable notMeasured() {
        Map<String, List<String>> codes = new LinkedHashMap<>();
        for (Reading reading : alone) {
            if (reading instanceof Reading.NotMeasured not) {
                codes.computeIfAbsent(not.reason(), r -> new ArrayList<>()).add(not.code());
            }
        }
        TextTable table = new TextTable(Align.LEFT);
        codes.forEach((reason, without) -> table.row(String.join(", ", without) + ": " + reason));
        return table;
    }

    private String companion(Reading of, String ending) {
        return all.stream()
                .filter(r -> r.code().equals(of.code() + ending))
                .findFirst()
                .flatMap(Reading::figure)
                .map(Plain::figure)
                .orElse("");
    }
}
