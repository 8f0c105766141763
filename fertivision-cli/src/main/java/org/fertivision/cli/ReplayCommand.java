package org.fertivision.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.fertivision.FertiVision;
import org.fertivision.cli.TextTable.Align;
import org.fertivision.report.DocumentDifference;
import org.fertivision.report.ReportJson;
import org.fertivision.request.InputFacts;
import org.fertivision.spi.RejectedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Does the analysis of a report again. */
@Command(
        name = "replay",
        header = "Do the analysis of a report again and tell whether the same bytes come out.",
        description = {
            "",
            "Kind, parameters, scale, timing, scorers, reader and annotations are those of the report; the files are found"
                    + " by their bytes, whatever their names are now. Ends with 0 if the bytes are equal, and with 9 if"
                    + " not: then the places that differ are told as JSON pointers with both values, and whether the"
                    + " files or the version are others."
        },
        footer = {
            "",
            "Examples:",
            "  fertivision replay report/report.json field-01.jpg field-02.jpg",
            "  fertivision replay results/S-12/report.json day-12/ --format json"
        })
final class ReplayCommand implements Callable<Integer> {
    private static final int MOST_PLACES = 20;
    private static final int LONGEST = 60;

    private final Surroundings around;

    @Parameters(index = "0", paramLabel = "REPORT.json", description = "The result document.")
    private Path document = Path.of("");

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "PATH",
            description = "The files that were measured; a folder stands for the images directly in it.")
    private List<String> paths = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = ListFormat.Converter.class,
            completionCandidates = ListFormat.Words.class,
            description = "How the answer is printed: table (default; at most " + MOST_PLACES + " places) or json"
                    + " (every place).")
    private ListFormat format = ListFormat.TABLE;

    @Mixin
    private final PluginOptions plugins = new PluginOptions();

    @Mixin
    private final Talk talk = new Talk();

    ReplayCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        if (Files.size(document) > ReportJson.MAX_BYTES) {
            throw new Failure(ExitCode.LIMIT, document + " is too large for a report");
        }
        byte[] bytes = Files.readAllBytes(document);
        try (FertiVision engine = plugins.open(around)) {
            boolean ofFolders;
            try {
                ofFolders = ReportJson.parse(bytes).files().stream()
                        .anyMatch(input -> input.mediaType().equals(InputFacts.FOLDER));
            } catch (RejectedException e) {
                throw Failure.of(e.rejection(), document.toString());
            }
            Replay replay =
                    Replay.of(bytes, ofFolders ? ImageFiles.orFolders(paths) : ImageFiles.of(paths, talk), engine);
            if (format == ListFormat.JSON) {
                json(replay, talk.out());
            } else {
                print(replay, talk.out());
            }
            return (replay.equal() ? ExitCode.DONE : ExitCode.PARTLY).number();
        }
    }

    private static void print(Replay replay, PrintWriter out) {
        String what = replay.then().kind() + " " + replay.then().algorithm().version() + ", "
                + Plain.count(replay.then().inputs().size(), "field");
        out.print(Plain.line((replay.equal() ? "equal: the same bytes again; " : "differs: ") + what) + "\n");
        if (replay.equal()) {
            return;
        }
        List<DocumentDifference> places = replay.differences();
        replay.causes().forEach(cause -> out.print("  " + Plain.line(cause) + "\n"));
        if (places.isEmpty()) {
            out.print("  the same content in other bytes: the document is not in canonical form\n");
            return;
        }
        out.print("\n" + Plain.count(places.size(), "place") + "\n");
        TextTable table = new TextTable(Align.LEFT, Align.LEFT, Align.LEFT).row("POINTER", "THEN", "NOW");
        places.stream()
                .limit(MOST_PLACES)
                .forEach(place -> table.row(place.pointer(), brief(place.before()), brief(place.after())));
        table.print(out, 2);
        if (places.size() > MOST_PLACES) {
            out.print("  and " + (places.size() - MOST_PLACES) + " more; --format json tells all\n");
        }
    }

    private static String brief(String value) {
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "...";
    }

    private static void json(Replay replay, PrintWriter out) throws IOException {
        try (JsonGenerator json = ListFormat.json(out)) {
            json.writeStartObject();
            json.writeBooleanField("equal", replay.equal());
            json.writeArrayFieldStart("causes");
            for (String cause : replay.causes()) {
                json.writeString(cause);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("differences");
            for (DocumentDifference place : replay.differences()) {
                json.writeStartObject();
                json.writeStringField("pointer", place.pointer());
                json.writeStringField("then", place.before());
                json.writeStringField("now", place.after());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        out.print("\n");
    }
}
