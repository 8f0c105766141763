package org.fertivision.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.fertivision.FertiVision;
import org.fertivision.finding.Annotation;
import org.fertivision.report.Report;
import org.fertivision.request.Request;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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
            "  fertivision analyze sperm-count chamber/ --um-per-pixel 0.48 --set dilution=2 --format json"
        })
final class AnalyzeCommand implements Callable<Integer> {
    private static final double NANOS_PER_SECOND = 1e9;

    private final Surroundings around;

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
            List<Annotation> said = words.read(Kind.named(specimen.kind(), engine.plugins()));
            List<Path> files = specimen.files(talk);
            output.check();
            long started = System.nanoTime();
            Report report = report(engine, files, said);
            talk.detail("measured " + Plain.count(report.inputs().size(), "field") + " in "
                    + Plain.figure((System.nanoTime() - started) / NANOS_PER_SECOND) + " s");
            output.give(report, talk);
            return ExitCode.DONE.number();
        }
    }

    private Report report(FertiVision engine, List<Path> files, List<Annotation> said) {
        boolean counted = settings.countFields() || !said.isEmpty();
        FieldsLeft left = new FieldsLeft(files, specimen.skipsUnreadable(), counted, talk);
        try (Progress progress = Progress.start(talk, around.mayMove(), Plain.count(files.size(), "field"))) {
            return left.report(engine, remaining -> request(remaining, said, progress));
        }
    }

    private Request request(List<Path> files, List<Annotation> said, Progress progress) {
        Request.Builder request = specimen.begin(files).progress(progress);
        settings.describe(request);
        said.forEach(request::annotation);
        try {
            return request.build();
        } catch (IllegalArgumentException e) {
            throw new Failure(ExitCode.REQUEST, "invalid-request: " + e.getMessage());
        }
    }
}
