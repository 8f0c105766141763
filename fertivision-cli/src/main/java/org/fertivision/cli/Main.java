package org.fertivision.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Model.CommandSpec;

/** The fertivision command. */
@Command(
        name = "fertivision",
        header = "Measures fertility images: numbers with units and intervals, and the evidence for them.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Begin with:",
            "  fertivision demo                 draw images with known truth, measure them, write reports",
            "  fertivision kinds                what can be measured",
            "  fertivision analyze KIND PATH... --um-per-pixel X",
            "  fertivision help COMMAND         what a command can do, with examples",
            "",
            "For research and decision support; not a diagnosis."
        })
public final class Main {
    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        Surroundings around = Surroundings.told(System::getProperty);
        PrintWriter err = stream(FileDescriptor.err);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> around.interruption().come(err), "interruption"));
        int code = run(around, stream(FileDescriptor.out), err, args);
        around.interruption().over();
        System.exit(code);
    }

    static int run(Surroundings around, PrintWriter out, PrintWriter err, String... args) {
        int code = commandLine(around).setOut(out).setErr(err).execute(args);
        err.flush();
        if (out.checkError()) {
            err.print("fertivision: the result could not be written to standard output\n");
            err.flush();
            return code == ExitCode.DONE.number() ? ExitCode.FILES.number() : code;
        }
        return code;
    }

    /** The batch command with another crew, for a program that spreads specimens over machines. */
    public static CommandLine batch(Crew crew) {
        Surroundings around = Surroundings.told(System::getProperty);
        return handled(new CommandLine(new BatchCommand(around, crew)), around);
    }

    static CommandLine commandLine(Surroundings around) {
        CommandLine all = new CommandLine(new Main())
                .addSubcommand(new AnalyzeCommand(around))
                .addSubcommand(new BatchCommand(around))
                .addSubcommand(new CalibrateCommand(around))
                .addSubcommand(new AgreeCommand(around))
                .addSubcommand(new ReplayCommand(around))
                .addSubcommand(new DemoCommand(around))
                .addSubcommand(new PhantomCommand())
                .addSubcommand(new KindsCommand(around))
                .addSubcommand(new ParametersCommand(around))
                .addSubcommand(new ExplainCommand(around))
                .addSubcommand(new PluginsCommand(around))
                .addSubcommand(new DoctorCommand(around))
                .addSubcommand(new CompletionCommand())
                .addSubcommand(new CommandLine.HelpCommand());
        return handled(all, around);
    }

    private static CommandLine handled(CommandLine all, Surroundings around) {
        Failures failures = new Failures();
        ColorScheme colors = CommandLine.Help.defaultColorScheme(around.mayColor() ? Ansi.AUTO : Ansi.OFF);
        all.setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures)
                .setExecutionStrategy(Main::executed)
                .setColorScheme(colors)
                .setExpandAtFiles(false)
                .setUsageHelpWidth(TextTable.PAGE);
        document(all, around);
        return all;
    }

    private static int executed(CommandLine.ParseResult parsed) {
        try {
            return new CommandLine.RunLast().execute(parsed);
        } catch (OutOfMemoryError e) {
            return Failures.outOfMemory(parsed.commandSpec().commandLine().getErr());
        } catch (LinkageError | StackOverflowError e) {
            return Failures.broken(e, parsed.commandSpec().commandLine().getErr());
        }
    }

    private static void document(CommandLine command, Surroundings around) {
        CommandSpec spec = command.getCommandSpec();
        spec.mixinStandardHelpOptions(true).versionProvider(new Version(around));
        spec.usageMessage()
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(ExitCode.table())
                .optionListHeading("%nOptions:%n")
                .parameterListHeading("%n")
                .commandListHeading("%nCommands:%n")
                .synopsisHeading("%nUsage: ")
                .sortOptions(false)
                .abbreviateSynopsis(true);
        command.getSubcommands().values().forEach(sub -> document(sub, around));
    }

    private static PrintWriter stream(FileDescriptor descriptor) {
        return new PrintWriter(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }
}
