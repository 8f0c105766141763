package org.fertivision.beam;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The command: the words of {@code fertivision batch}, and behind {@code --} those of Apache Beam. */
public final class Main {
    private static final String NAME = "fertivision-beam";
    private static final String BEAM_FOLLOWS = "--";
    private static final int WRONG_USE = 2;

    private Main() {}

    /** Runs one batch and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(run(stream(FileDescriptor.out), stream(FileDescriptor.err), args));
    }

    static int run(PrintWriter out, PrintWriter err, String... args) {
        List<String> all = List.of(args);
        int end = all.contains(BEAM_FOLLOWS) ? all.indexOf(BEAM_FOLLOWS) : all.size();
        List<String> words = all.subList(0, end);
        PipelineOptions options;
        try {
            options = PipelineOptionsFactory.fromArgs(
                            Arrays.copyOfRange(args, Math.min(end + 1, args.length), args.length))
                    .withValidation()
                    .create();
        } catch (IllegalArgumentException e) {
            err.print(NAME + ": Apache Beam: " + e.getMessage() + "\n");
            err.flush();
            return WRONG_USE;
        }
        CommandLine command = org.fertivision.cli.Main.batch(new BeamCrew(words, options))
                .setCommandName(NAME)
                .setOut(out)
                .setErr(err);
        describe(command.getCommandSpec().usageMessage());
        int code = command.execute(words.toArray(String[]::new));
        out.flush();
        err.flush();
        return code;
    }

    private static void describe(UsageMessageSpec usage) {
        usage.header("Measure every specimen of a folder as 'fertivision batch' does, on Apache Beam.")
                .description(
                        "",
                        "In OUT you find byte for byte what 'fertivision batch' writes: a folder for each specimen, and"
                                + " results.csv, results.ndjson and problems.csv, which come last.",
                        "",
                        "Stopped at any moment, nothing half is left, and --resume goes on, also with a batch that"
                                + " 'fertivision batch' began.",
                        "",
                        "Behind -- stand the options of Beam. Without any its direct runner measures in this process, on"
                                + " --threads threads. Another runner needs its jar on the class path; all its machines"
                                + " must see DIR and OUT under these names.")
                .footer(
                        "",
                        "Examples:",
                        "  java -cp 'lib/*' org.fertivision.beam.Main sperm-vitality day-12/ --um-per-pixel 0.481 \\",
                        "    --out results/",
                        "  java -cp 'lib/*' org.fertivision.beam.Main sperm-vitality day-12/ --um-per-pixel 0.481 \\",
                        "    --out results/ --resume -- --runner=DirectRunner --jobName=day-12");
    }

    private static PrintWriter stream(FileDescriptor descriptor) {
        return new PrintWriter(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }
}
