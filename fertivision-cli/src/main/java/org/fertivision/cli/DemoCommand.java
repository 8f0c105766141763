package org.fertivision.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.fertivision.FertiVision;
import org.fertivision.report.Report;
import org.fertivision.request.Source;
import org.fertivision.spi.Descriptor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the whole way on images that are drawn. */
@Command(
        name = "demo",
        header = "Draw one image or film of each kind, measure it, write the report, and show measured beside true.",
        description = {
            "",
            "Needs no images: everything in them is drawn and therefore known. In DIR you find a folder for each kind"
                    + " with the image or film, its truth and the report; open report.html."
        },
        footer = {"", "Examples:", "  fertivision demo", "  fertivision demo /tmp/demo --force"})
final class DemoCommand implements Callable<Integer> {
    private final Surroundings around;

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            defaultValue = "fertivision-demo",
            description = "Folder to write to (default: ${DEFAULT-VALUE}).")
    private Path folder = Path.of("fertivision-demo");

    @Option(names = "--force", description = "Replace reports that are there.")
    private boolean force;

    @Mixin
    private final LanguageOption language = new LanguageOption();

    @Mixin
    private final Talk talk = new Talk();

    DemoCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        try (FertiVision engine = new PluginOptions().open(around)) {
            for (Descriptor kind : DrawnSpecimen.kinds(engine)) {
                ReportPlace.check(folder.resolve(Kind.word(kind)), force);
            }
            for (Descriptor kind : DrawnSpecimen.kinds(engine)) {
                show(kind, engine, talk.out());
            }
        }
        talk.out()
                .print("Reports: "
                        + Plain.line(folder.resolve("*").resolve("report.html").toString()) + "\n");
        return ExitCode.DONE.number();
    }

    private void show(Descriptor kind, FertiVision engine, PrintWriter out) throws IOException {
        talk.say("drawing and measuring " + Kind.word(kind));
        Path place = Files.createDirectories(folder.resolve(Kind.word(kind)));
        DrawnSpecimen specimen = DrawnSpecimen.of(kind);
        Path image = place.resolve(specimen.fileName());
        specimen.rendered().write(image);
        Source seen = Source.of(image).named(specimen.fileName());
        Report report = specimen.measured(engine, seen).orElseThrow();
        ReportPlace.write(report, place, List.of(), language.language(), around.interruption());
        out.print(Plain.line(Kind.word(kind) + ": " + kind.title()) + "\n");
        specimen.beside(report).print(out);
        out.print("\n");
        out.flush();
    }
}
