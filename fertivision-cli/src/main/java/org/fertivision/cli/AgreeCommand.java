package org.fertivision.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.fertivision.agreement.Agreement;
import org.fertivision.agreement.BlandAltman;
import org.fertivision.agreement.Estimate;
import org.fertivision.cli.TextTable.Align;
import org.fertivision.report.AgreementReport;
import org.fertivision.report.LabelAgreementReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares two readers or methods, or tracks with the true ones. */
@Command(
        name = "agree",
        header = "Compare what two readers or methods say of the same specimens or objects.",
        description = {
            "",
            "A and B are tables of summaries (results.csv of a batch, summary.csv, or your own with the columns specimen"
                    + " and CODE), joined by the specimen's name, or tables of objects (items.csv), joined by field and item;"
                    + " excluded objects do not count. Told are the bias A - B, the limits of agreement, whether the bias"
                    + " grows with the size, ICC(2,1) for absolute agreement and Lin's concordance, with 95 %%"
                    + " intervals; and every row that has no partner.",
            "",
            "With --label in place of --code, words are compared: a column such as vitality, scd or strict of items.csv"
                    + " and the same column of a reader's table. Told are how often both say the same, Cohen's kappa"
                    + " (agreement beyond chance: 0 chance, 1 perfect) with its 95 %% interval, and which word stands"
                    + " against which. --ordered tells the order of words that have one, and brings kappa with"
                    + " quadratic weights, in which near misses count less. --term sets one word against all others:"
                    + " use it where cells hold several defects. Objects are joined by field and item; a reader who"
                    + " marked the pictures without knowing our numbers gives field,xPx,yPx and is joined by place"
                    + " with --within: nearest first, each object once.",
            "",
            "With --tracks, A holds the true tracks and B those of any tracker: tables field,track,frame,xPx,yPx (the"
                    + " tracks.csv of a report) or the truth.json of a drawn film. Told are IDF1, HOTA and MOTA, recall and"
                    + " precision of the places, identity switches, and the share of tracks that end as another cell than they"
                    + " began. All rows count, excluded tracks too. Trust IDF1 and HOTA: MOTA barely sees identity."
        },
        footer = {
            "",
            "Examples:",
            "  fertivision agree ours/results.csv theirs.csv --code live",
            "  fertivision agree a/items.csv b/items.csv --code headArea --out compared/",
            "  fertivision agree a.csv b.csv --code concentration --format json",
            "  fertivision agree ours/items.csv reader.csv --label vitality --within 10px",
            "  fertivision agree ours/items.csv reader.csv --label strict --term normal",
            "  fertivision agree a.csv b.csv --label scd --ordered degraded,none,small,medium,large",
            "  fertivision agree --tracks film.avi.truth.json report/tracks.csv",
            "  fertivision agree --tracks by-hand.csv tracks.csv --within 5um --um-per-pixel 0.481"
        })
final class AgreeCommand implements Callable<Integer> {
    private final Surroundings around;

    @Parameters(index = "0", paramLabel = "A", description = "Table of the first reader or method, or the true tracks.")
    private Path first = Path.of("");

    @Parameters(index = "1", paramLabel = "B", description = "Table of the second, or the tracks to be judged.")
    private Path second = Path.of("");

    @Option(names = "--code", paramLabel = "CODE", description = "The measure to compare: the name of a column.")
    private @Nullable String code;

    @Option(names = "--label", paramLabel = "LABEL", description = "The words to compare: the name of a column.")
    private @Nullable String label;

    @Option(
            names = "--ordered",
            paramLabel = "WORD",
            split = ",",
            description = "With --label: all words in their order, separated by commas.")
    private List<String> ordered = List.of();

    @Option(
            names = "--term",
            paramLabel = "WORD",
            description = "With --label: compare only whether it is this word or not.")
    private @Nullable String term;

    @Option(names = "--tracks", description = "Compare tracks with the true ones instead of a measure.")
    private boolean tracks;

    @Option(
            names = "--within",
            paramLabel = "DISTANCE",
            converter = Within.Converter.class,
            description =
                    "With --tracks: how far apart a true place and a found one may be to match, with its unit, such"
                            + " as 5um (default) or 10px. With --label: match objects by place, no farther apart than"
                            + " this, in px.")
    private @Nullable Within within;

    @Option(
            names = "--um-per-pixel",
            paramLabel = "X[,Y]",
            converter = UmPerPixel.Converter.class,
            description = "With --tracks: size of a pixel, for a distance in um; a truth.json knows it itself.")
    private @Nullable UmPerPixel pixel;

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
        if (label == null && (term != null || !ordered.isEmpty())) {
            throw new Failure(
                    ExitCode.USAGE, (term != null ? "--term" : "--ordered") + " has a meaning with --label only");
        }
        if (tracks) {
            compareTracks();
        } else if (label != null) {
            compareLabels(label);
        } else {
            compareMeasure();
        }
        return ExitCode.DONE.number();
    }

    private void compareTracks() throws IOException {
        if (code != null || label != null || folder != null) {
            throw new Failure(
                    ExitCode.USAGE,
                    (code != null ? "--code" : label != null ? "--label" : "--out")
                            + " has no meaning with --tracks; --format json writes the figures");
        }
        TrackAgreement found = TrackAgreement.of(
                first, second, within == null ? Within.usual() : within, pixel == null ? null : pixel.calibration());
        if (format == ListFormat.JSON) {
            found.json(talk.out());
        } else {
            found.print(talk.out());
        }
    }

    private void compareLabels(String column) throws IOException {
        if (code != null || folder != null || pixel != null) {
            throw new Failure(
                    ExitCode.USAGE,
                    (code != null ? "--code" : folder != null ? "--out" : "--um-per-pixel")
                            + " has no meaning with --label; --format json writes the figures");
        }
        LabelAgreementReport report = new NamedByBoth(column, new NamedByBoth.LabelChoice(ordered, term, within))
                .compared(CsvFile.read(first), CsvFile.read(second));
        if (format == ListFormat.JSON) {
            talk.out().print(new String(report.json(), StandardCharsets.UTF_8) + "\n");
        } else {
            new LabelTable(report).print(talk.out());
        }
    }

    private void compareMeasure() throws IOException {
        if (code == null) {
            throw new Failure(
                    ExitCode.USAGE,
                    "say what to compare: --code CODE or --label LABEL, a column of both tables, or --tracks");
        }
        if (within != null || pixel != null) {
            throw new Failure(
                    ExitCode.USAGE,
                    (within != null ? "--within" : "--um-per-pixel") + " has a meaning with --tracks"
                            + (within != null ? " or --label only" : " only"));
        }
        AgreementReport report = new ReadBoth(code, CsvFile.read(first), CsvFile.read(second)).compared();
        if (folder != null) {
            write(report, folder);
        }
        if (format == ListFormat.JSON) {
            talk.out().print(new String(report.json(), StandardCharsets.UTF_8) + "\n");
        } else {
            print(report, talk.out());
        }
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
