package org.fertivision.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.fertivision.cli.TextTable.Align;
import org.fertivision.phantom.Films;
import org.fertivision.phantom.Phantom;
import org.fertivision.phantom.Phantoms;
import org.fertivision.phantom.Setting;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Draws an image or a film with known truth. */
@Command(
        name = "phantom",
        header = "Draw an image or a film of which everything is known, with its truth beside it.",
        description = {
            "",
            "The truth goes to FILE.truth.json. The same KIND, seed and settings draw the same pixels on every machine."
                    + " Without --out, what can be set is listed."
        },
        footer = {
            "",
            "Examples:",
            "  fertivision phantom sperm-morphology --out heads.png",
            "  fertivision phantom sperm-morphology --out ram.png --seed 7 --set preset=ram --set snr=5",
            "  fertivision phantom sperm-motility --out film.tif --set cells=40",
            "  fertivision phantom sperm-morphology"
        })
final class PhantomCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "KIND",
            description = "The kind of analysis it is drawn for, or graticule, stained-smear, or eosin-nigrosin.")
    private String kind = "";

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description =
                    "Image to write: .png (exact), .jpg or .jpeg (quality 0.95); a film as .tif (a page a frame) or .avi.")
    private @Nullable Path out;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Another seed draws other cells and other noise (default 1).")
    private long seed = 1;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            converter = Assignment.Converter.class,
            description = "Set something of the drawing. Repeatable.")
    private List<Assignment> assignments = new ArrayList<>();

    @Option(names = "--force", description = "Write over files that are there.")
    private boolean force;

    @Mixin
    private final Talk talk = new Talk();

    @Override
    public Integer call() throws IOException {
        Phantom<?> phantom = named();
        for (Assignment assignment : assignments) {
            if (assignment.field() != null) {
                throw new Failure(ExitCode.USAGE, "a phantom has one field; set NAME=VALUE");
            }
            phantom = phantom.with(assignment.name(), assignment.value());
        }
        if (out == null) {
            list(phantom);
        } else {
            write(phantom, out);
        }
        return ExitCode.DONE.number();
    }

    private Phantom<?> named() {
        if (Films.kinds().contains(kind)) {
            return Films.of(kind).seed(seed);
        }
        if (Phantoms.names().contains(kind)) {
            return Phantoms.of(kind).seed(seed);
        }
        List<String> known =
                Stream.concat(Phantoms.names().stream(), Films.kinds().stream()).toList();
        throw new Failure(
                ExitCode.REQUEST,
                "there is no phantom of '" + kind + "'." + Near.question(kind, known) + " Known: "
                        + String.join(", ", known) + ".");
    }

    private void write(Phantom<?> phantom, Path image) throws IOException {
        Path truth = image.resolveSibling(image.getFileName() + ".truth.json");
        if (!force && (Files.exists(image) || Files.exists(truth))) {
            throw new Failure(ExitCode.FILES, image + " or its truth is already there; --force writes over them");
        }
        talk.say("wrote " + image + " and " + phantom.draw().write(image));
    }

    private void list(Phantom<?> phantom) {
        TextTable table = new TextTable(Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT);
        table.row("NAME", "DEFAULT", "ACCEPTED", "WHAT");
        for (Setting setting : phantom.settings()) {
            table.row(setting.name(), setting.standard(), setting.accepts(), setting.meaning());
        }
        table.print(talk.out(), 0);
    }
}
