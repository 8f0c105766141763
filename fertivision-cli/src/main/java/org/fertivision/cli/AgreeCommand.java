package org.fertivision.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.fertivision.agreement.Agreement;
import org.fertivision.agreement.BlandAltman;
import org.fertivision.agreement.Estimate;
import org.fertivision.cli.TextTable.Align;
import org.fertivision.report.AgreementReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares two readers or methods. */
@Command(
        name = "agree",
        header = "Compare what two readers or methods say of the same specimens or objects.",
        description = {
            "",
            "A and B are tables of summaries (results.csv of a batch, summary.csv, or your own with the columns specimen"
                    + " and CODE), joined by the specimen's name, or tables of objects (items.csv), joined by field and item;"
                    + " excluded objects do not count. Told are the bias A - B, the limits of agreement, whether the bias"
                    + " grows with the size, ICC(2,1) for absolute agreement and Lin's concordance, with 95 %%"
                    + " intervals; and every row that has no partner."
        },
        footer = {
            "",
            "Examples:",
            "  fertivision agree ours/results.csv theirs.csv --code live",
            "  fertivision agree a/items.csv b/items.csv --code headArea --out compared/",
            "  fertivision agree a.csv b.csv --code concentration --format json"
        })
final class AgreeCommand implements Callable<Integer> {
    private final Surroundings around;

    @Parameters(index = "0", paramLabel = "A.csv", description = "Table of the first reader or method.")
    private Path first = Path.of("");

    @Parameters(index = "1", paramLabel = "B.csv", description = "Table of the second.")
    private Path second = Path.of("");

    @Option(
            names = "--code",
            required = true,
            paramLabel = "CODE",
            description = "The measure to compare: the name of a column.")
    private String code = "";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = ListFormat.Converter.class,
            completionCandidates = ListFormat.Words.class,
            description = "How the result is printed: table (default) or json.")
    private ListFormat format = ListFormat.TABLE;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for agreement.html, agreement.svg (the plot) and agreement.json.")
    private @Nullable Path folder;

    @Option(names = "--force", description = "Write over files that are there.")
    private boolean force;

    @Mixin
    private final Talk talk = new Talk();

    AgreeCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        AgreementReport report = new ReadBoth(code, CsvFile.read(first), CsvFile.read(second)).compared();
        if (folder != null) {
            write(report, folder);
        }
        if (format == ListFormat.JSON) {
            talk.out().print(new String(report.json(), StandardCharsets.UTF_8) + "\n");
        } else {
            print(report, talk.out());
        }
        return ExitCode.DONE.number();
    }

    private void write(AgreementReport report, Path target) throws IOException {
        Files.createDirectories(target);
        Path page = target.resolve("agreement.html");
        if (!force && Files.exists(page)) {
            throw new Failure(ExitCode.FILES, page + " is already there; --force writes over it");
        }
        around.interruption().whole(() -> {
            WholeFile.write(target.resolve("agreement.json"), report.json());
            WholeFile.write(target.resolve("agreement.svg"), report.svg());
            WholeFile.write(page, report.html());
        });
        talk.say("wrote the comparison to " + target);
    }

    private static void print(AgreementReport report, PrintWriter out) {
        Agreement agreement = report.agreement();
        out.print(Plain.line(report.code() + (report.unit().isEmpty() ? "" : " (" + report.unit() + ")") + ": "
                        + Plain.count(agreement.pairs().size(), "pair") + ", "
                        + report.unpaired().size() + " without a partner")
                + "\n\n");
        BlandAltman found = agreement.differences();
        TextTable table = new TextTable(Align.LEFT, Align.RIGHT, Align.LEFT).row("", "value", "95 % interval");
        table.row("mean of A", Plain.figure(agreement.meanA()), "");
        table.row("mean of B", Plain.figure(agreement.meanB()), "");
        row(table, "bias, A - B", found.bias());
        table.row("SD of differences", Plain.figure(found.sd()), "");
        row(table, "lower limit of agreement", found.lower());
        row(table, "upper limit of agreement", found.upper());
        row(table, "slope of difference on mean", found.slope());
        row(table, "ICC(2,1), absolute agreement", agreement.icc());
        row(table, "Lin's concordance", agreement.concordance());
        table.print(out, 2);
        TextTable unpaired = new TextTable(Align.LEFT, Align.LEFT);
        report.unpaired().forEach(one -> unpaired.row(one.name(), one.reason()));
        if (!unpaired.isEmpty()) {
            out.print("\nNot compared\n");
            unpaired.print(out, 2);
        }
    }

    private static void row(TextTable table, String name, Estimate estimate) {
        table.row(name, Plain.figure(estimate.value()), Plain.interval(estimate.ci95()));
    }
}
