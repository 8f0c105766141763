package org.fertivision.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.fertivision.FertiVision;
import org.fertivision.cli.TextTable.Align;
import org.fertivision.finding.Measure;
import org.fertivision.spi.Descriptor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists what can be measured. */
@Command(
        name = "kinds",
        header = "List what can be measured.",
        description = {
            "",
            "A kind that needs a calibration is refused without --um-per-pixel (exit 5), unless the file itself tells the"
                    + " size of a pixel; every other kind goes on in pixels and lists its micrometers as not measured."
        },
        footer = {"", "Examples:", "  fertivision kinds", "  fertivision kinds --format json"})
final class KindsCommand implements Callable<Integer> {
    private final Surroundings around;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = ListFormat.Converter.class,
            completionCandidates = ListFormat.Words.class,
            description = "table (default) or json.")
    private ListFormat format = ListFormat.TABLE;

    @Mixin
    private final PluginOptions plugins = new PluginOptions();

    @Mixin
    private final Talk talk = new Talk();

    KindsCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        try (FertiVision engine = plugins.open(around)) {
            List<Descriptor> kinds = engine.plugins().analyzers();
            if (format == ListFormat.JSON) {
                printJson(kinds, talk.out());
            } else {
                print(kinds, talk.out());
            }
            if (!engine.plugins().problems().isEmpty()) {
                talk.say("some plug-ins were not taken; 'fertivision plugins' says why");
            }
        }
        return ExitCode.DONE.number();
    }

    private static void print(List<Descriptor> kinds, PrintWriter out) {
        TextTable table = new TextTable(Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT);
        table.row("KIND", "VERSION", "CALIBRATION", "WHAT");
        for (Descriptor kind : kinds) {
            table.row(
                    Kind.word(kind),
                    kind.version(),
                    kind.calibration() == Descriptor.CalibrationNeed.REQUIRED ? "needed" : "optional",
                    kind.title());
        }
        table.print(out, 0);
    }

    private static void printJson(List<Descriptor> kinds, PrintWriter out) throws IOException {
        try (JsonGenerator json = ListFormat.json(out)) {
            json.writeStartArray();
            for (Descriptor kind : kinds) {
                json.writeStartObject();
                json.writeStringField("kind", Kind.word(kind));
                json.writeStringField("id", kind.id().toString());
                json.writeStringField("version", kind.version());
                json.writeStringField("title", kind.title());
                json.writeStringField("intendedUse", kind.intendedUse());
                json.writeBooleanField(
                        "calibrationRequired", kind.calibration() == Descriptor.CalibrationNeed.REQUIRED);
                json.writeBooleanField("video", kind.video() == Descriptor.Video.FRAMES);
                codes(json, "measures", kind.measures());
                codes(json, "itemMeasures", kind.itemMeasures());
                texts(json, "labels", kind.labelSystems());
                texts(json, "sources", kind.sources());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeRaw('\n');
        }
    }

    private static void codes(JsonGenerator json, String name, List<Measure> measures) throws IOException {
        texts(json, name, measures.stream().map(Measure::code).toList());
    }

    private static void texts(JsonGenerator json, String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
