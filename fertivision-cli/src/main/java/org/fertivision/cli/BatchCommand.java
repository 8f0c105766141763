package org.fertivision.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.fertivision.FertiVision;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Measures many specimens. */
@Command(
        name = "batch",
        header = "Measure every specimen of a folder, each with its own report, and all of them in one table.",
        description = {
            "",
            "In OUT you find a folder for each specimen with the report that analyze --out writes, and beside them"
                    + " results.csv (one row a specimen), results.ndjson (one result document a line) and problems.csv (what"
                    + " could not be measured, and why). The three are written last. A specimen is named like its file,"
                    + " without the ending, or like its folder; -2, -3 tell equal names apart.",
            "",
            "Stopped at any moment, nothing half is left, and --resume goes on: it measures again what is missing, what"
                    + " failed, and what was asked or drawn differently (settings, versions and files are compared)."
        },
        footer = {
            "",
            "Examples:",
            "  fertivision batch sperm-vitality day-12/ --um-per-pixel 0.481 --out results/",
            "  fertivision batch sperm-morphology patients/ --by folder --um-per-pixel 0.081 --out results/",
            "  fertivision batch sperm-vitality day-12/ --um-per-pixel 0.481 --out results/ --resume"
        })
final class BatchCommand implements Callable<Integer> {
    /** With less memory for each thread, large images get in one another's way. */
    private static final long BYTES_A_THREAD = 128L << 20;

    private final Surroundings around;
    private final Crew crew;

    @Parameters(
            index = "0",
            paramLabel = "KIND",
            completionCandidates = BuiltInKinds.class,
            description = "What to measure; 'fertivision kinds' lists it.")
    private String kind = "";

    @Parameters(index = "1", paramLabel = "DIR", description = "The folder with the specimens.")
    private Path folder = Path.of("");

    @Option(
            names = "--by",
            paramLabel = "file|folder",
            converter = ByConverter.class,
            completionCandidates = Words.class,
            description =
                    "What one specimen is: every image in DIR (file, the default), or every folder in DIR with the"
                            + " images in it as its fields.")
    private Specimen.By by = Specimen.By.FILE;

    @Option(
            names = "--out",
            paramLabel = "OUT",
            defaultValue = "fertivision-batch",
            description = "Folder for the results (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("fertivision-batch");

    @Option(names = "--resume", description = "Go on with the batch in OUT: what still holds is kept.")
    private boolean resume;

    @Option(names = "--force", description = "Measure everything anew and replace the results in OUT.")
    private boolean force;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = Format.Converter.class,
            completionCandidates = Format.Words.class,
            description =
                    "What is printed in the end: table (default: how many were measured, and what went wrong), csv"
                            + " (results.csv), json (results.ndjson) or none.")
    private Format format = Format.TABLE;

    @Mixin
    private final SpecimenOptions fields = new SpecimenOptions();

    @Mixin
    private final SettingOptions settings = new SettingOptions();

    @Mixin
    private final ExportOptions exports = new ExportOptions();

    @Mixin
    private final PluginOptions plugins = new PluginOptions();

    @Option(
            names = "--threads",
            paramLabel = "N",
            description =
                    "Specimens measured side by side (default: one for each processor, fewer where there is little"
                            + " memory). The result is the same.")
    private @Nullable Integer threads;

    @Mixin
    private final Talk talk = new Talk();

    @Spec
    private CommandSpec command = CommandSpec.create();

    /** Measures on threads of this process. */
    BatchCommand(Surroundings around) {
        this(around, (specimens, batch, threads) -> new BatchRun(specimens, batch).all(threads));
    }

    BatchCommand(Surroundings around, Crew crew) {
        this.around = around;
        this.crew = crew;
    }

    /** The command that the words describe, in surroundings like those that began it. */
    static BatchCommand parsed(List<String> words) {
        BatchCommand command = new BatchCommand(Surroundings.told(System::getProperty));
        new CommandLine(command).setExpandAtFiles(false).parseArgs(words.toArray(String[]::new));
        return command;
    }

    @Override
    public Integer call() throws IOException {
        if (resume && force) {
            throw new Failure(ExitCode.USAGE, "--resume and --force contradict each other");
        }
        try (FertiVision engine = engine()) {
            Kind.named(kind, engine.plugins());
            List<Specimen> specimens = Specimen.of(folder, by(), out);
            int workers = Workers.checked(threads == null ? usualThreads() : threads);
            try (BatchPlace place = BatchPlace.open(out, earlier(), exports, around.interruption())) {
                return run(engine, specimens, place, Math.min(workers, specimens.size()))
                        .number();
            }
        }
    }

    private Specimen.By by() {
        if (!fields.foldersAreVideos()) {
            return by;
        }
        if (by == Specimen.By.FILE) {
            throw new Failure(ExitCode.USAGE, "--frames makes a video of every folder: it goes with --by folder");
        }
        return Specimen.By.VIDEO;
    }

    /** The batch in a process that only measures some of its specimens. */
    Batch joined() {
        FertiVision engine = engine();
        BatchPlace place = BatchPlace.joined(out, exports, around.interruption());
        return batch(engine, place, new Progress(talk.err(), false, 1, "specimen", System::nanoTime));
    }

    private FertiVision engine() {
        return FertiVision.create(plugins.config(around).cacheBytes(0).build());
    }

    private Batch batch(FertiVision engine, BatchPlace place, Progress progress) {
        SpecimenLook look = new SpecimenLook(kind, fields, settings, List.of(), talk);
        Fingerprint fingerprint =
                Fingerprint.of(command.commandLine().getParseResult(), Kind.named(kind, engine.plugins()), engine);
        return new Batch(look, fingerprint, place, resume, engine, progress);
    }

    private ExitCode run(FertiVision engine, List<Specimen> specimens, BatchPlace place, int workers)
            throws IOException {
        int kept;
        try (Progress progress = Progress.start(talk, around.mayMove(), specimens.size(), "specimen")) {
            kept = crew.measure(specimens, batch(engine, place, progress), workers);
        }
        for (String name : place.strange(specimens)) {
            talk.say(out.resolve(name) + " is of no specimen in " + folder + " and was left alone");
        }
        List<BatchProblem> problems = place.problems();
        print(specimens.size() - problems.size(), kept, problems, place);
        return problems.isEmpty() ? ExitCode.DONE : ExitCode.PARTLY;
    }

    private BatchPlace.Earlier earlier() {
        if (resume) {
            return BatchPlace.Earlier.KEEP;
        }
        return force ? BatchPlace.Earlier.REPLACE : BatchPlace.Earlier.REFUSE;
    }

    private static int usualThreads() {
        Runtime machine = Runtime.getRuntime();
        long roomFor = Math.max(1, machine.maxMemory() / BYTES_A_THREAD);
        return (int) Math.min(machine.availableProcessors(), roomFor);
    }

    private void print(int measured, int kept, List<BatchProblem> problems, BatchPlace place) throws IOException {
        PrintWriter to = talk.out();
        switch (format) {
            case TABLE -> print(measured, kept, problems, to);
            case JSON -> copy(place.documents(), to);
            case CSV -> copy(place.rows(), to);
            case NONE -> {}
        }
        if (format != Format.TABLE) {
            problems.forEach(problem -> talk.warn(problem.file() + ": " + problem.detail()));
        }
    }

    private void print(int measured, int kept, List<BatchProblem> problems, PrintWriter to) {
        to.print(Plain.line(Plain.count(measured, "specimen") + " measured"
                        + (kept > 0 ? " (" + kept + " of them before)" : "") + ", "
                        + problems.size() + " failed; results in " + out)
                + "\n");
        TextTable table = new TextTable(TextTable.Align.LEFT, TextTable.Align.LEFT);
        problems.forEach(problem -> table.row(problem.file(), problem.detail()));
        if (!table.isEmpty()) {
            to.print("\nNot measured\n");
            table.print(to, 2);
        }
    }

    private static void copy(Path file, PrintWriter to) throws IOException {
        try (Reader in = Files.newBufferedReader(file)) {
            in.transferTo(to);
        }
    }

    /** Reads the word of {@code --by}. */
    static final class ByConverter implements ITypeConverter<Specimen.By> {
        @Override
        public Specimen.By convert(String text) {
            return switch (text) {
                case "file" -> Specimen.By.FILE;
                case "folder" -> Specimen.By.FOLDER;
                default -> throw new TypeConversionException("'" + text + "' is none of file, folder");
            };
        }
    }

    /** The words that can be typed. */
    static final class Words extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        Words() {
            super(List.of("file", "folder"));
        }
    }
}
