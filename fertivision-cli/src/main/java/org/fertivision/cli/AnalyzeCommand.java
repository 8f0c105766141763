package org.fertivision.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.fertivision.FertiVision;
import org.fertivision.finding.Annotation;
import org.fertivision.report.Report;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures the images of one specimen. */
@Command(
        name = "analyze",
        header = "Measure the images of one specimen and print what was found.",
        description = {
            "",
            "All PATHs are fields of ONE specimen: the summary, its n and its confidence intervals are over all of them."
                    + " What cannot be measured is listed with the reason, never filled in."
        },
        footer = {
            "",
            "Examples:",
            "  fertivision analyze sperm-vitality field-01.jpg field-02.jpg --um-per-pixel 0.481",
            "  fertivision analyze sperm-morphology smear/ --um-per-pixel 0.081 --out report/",
            "  fertivision analyze sperm-morphology smear/ --out report/ --export coco,geojson",
            "  fertivision analyze sperm-motility frames/ --frames --fps 50 --um-per-pixel 0.48",
            "  fertivision analyze sperm-count chamber/ --um-per-pixel 0.48 --set dilution=2 --format json"
        })
final class AnalyzeCommand implements Callable<Integer> {
    private static final double NANOS_PER_SECOND = 1e9;

    private final Surroundings around;

    @Parameters(
            index = "0",
            paramLabel = "KIND",
            completionCandidates = BuiltInKinds.class,
            description = "What to measure; 'fertivision kinds' lists it.")
    private String kind = "";

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "PATH",
            description =
                    "Images or videos of one specimen, one field each, taken in the order of their names. A folder stands"
                            + " for the images directly in it (--frames: for one video).")
    private List<String> paths = new ArrayList<>();

    @Option(names = "--specimen", paramLabel = "NAME", description = "Name of the specimen in the report.")
    private @Nullable String name;

    @Mixin
    private final SpecimenOptions specimen = new SpecimenOptions();

    @Mixin
    private final SettingOptions settings = new SettingOptions();

    @Mixin
    private final WordOptions words = new WordOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    private final PluginOptions plugins = new PluginOptions();

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Fields looked at side by side (default: one for each processor). The result is the same.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Mixin
    private final Talk talk = new Talk();

    AnalyzeCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws Exception {
        try (Workers workers = Workers.of(threads);
                FertiVision engine =
                        FertiVision.create(workers.in(plugins.config(around)).build())) {
            List<Annotation> said = words.read(Kind.named(kind, engine.plugins()));
            List<Path> files = specimen.foldersAreVideos() ? ImageFiles.orFolders(paths) : ImageFiles.of(paths, talk);
            output.check();
            long started = System.nanoTime();
            SpecimenLook look = new SpecimenLook(kind, specimen, settings, said, talk);
            Report report;
            try (Progress progress = Progress.start(talk, around.mayMove(), files.size(), "field")) {
                report = look.at(files, name, engine, progress);
            }
            talk.detail("measured " + Plain.count(report.inputs().size(), "field") + " in "
                    + Plain.figure((System.nanoTime() - started) / NANOS_PER_SECOND) + " s");
            output.give(report, talk, around.interruption());
            return ExitCode.DONE.number();
        }
    }
}
