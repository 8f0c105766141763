package org.fertivision.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.fertivision.agreement.Confusion;
import org.fertivision.agreement.Estimate;
import org.fertivision.cli.TextTable.Align;
import org.fertivision.report.LabelAgreementReport;

/** The words of two readers or methods, told at the terminal. */
record LabelTable(LabelAgreementReport report) {
    private static final int FEW = 30;
    private static final double PERCENT = 100;

    void print(PrintWriter out) {
        Confusion confusion = report.agreement().confusion();
        out.print(Plain.line(report.label() + ": " + Plain.count(confusion.n(), "pair") + " " + report.matched() + ", "
                        + report.unpaired().size() + " without a partner")
                + "\n\n");
        TextTable table = new TextTable(Align.LEFT, Align.RIGHT, Align.LEFT).row("", "value", "95 % interval");
        table.row("same word, %", Plain.figure(PERCENT * confusion.same() / confusion.n()), "");
        row(table, "kappa", report.agreement().kappa());
        report.agreement().weighted().ifPresent(weighted -> row(table, "kappa, quadratic weights", weighted));
        table.print(out, 2);
        if (confusion.n() < FEW) {
            out.print("  With fewer than " + FEW + " pairs the interval is a rough one.\n");
        }
        out.print("\nA in rows, B in columns\n");
        counts(confusion).print(out, 2);
        TextTable unpaired = new TextTable(Align.LEFT, Align.LEFT);
        report.unpaired().forEach(one -> unpaired.row(one.name(), one.reason()));
        if (!unpaired.isEmpty()) {
            out.print("\nNot compared\n");
            unpaired.print(out, 2);
        }
    }

    private static TextTable counts(Confusion confusion) {
        List<Align> columns = new ArrayList<>(List.of(Align.LEFT));
        confusion.terms().forEach(term -> columns.add(Align.RIGHT));
        TextTable table = new TextTable(columns.toArray(Align[]::new));
        table.row(Stream.concat(Stream.of(""), confusion.terms().stream()).toArray(String[]::new));
        for (int i = 0; i < confusion.terms().size(); i++) {
            table.row(Stream.concat(
                            Stream.of(confusion.terms().get(i)),
                            confusion.counts().get(i).stream().map(String::valueOf))
                    .toArray(String[]::new));
        }
        return table;
    }

    private static void row(TextTable table, String name, Estimate estimate) {
        table.row(name, Plain.figure(estimate.value()), Plain.interval(estimate.ci95()));
    }
}
