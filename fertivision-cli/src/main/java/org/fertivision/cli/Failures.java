package org.fertivision.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.fertivision.PluginFailedException;
import org.fertivision.phantom.BadSettingException;
import org.fertivision.spi.RejectedException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Turns whatever went wrong into one line on the error stream and an exit code. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private static final String BUG =
            "This is a bug of FertiVision, not of your file. Please report it with the output of 'fertivision doctor'"
                    + " and of this command with --stacktrace: ";

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        if (args.length == 0 && command.getParent() == null) {
            command.usage(err);
        } else {
            err.print("fertivision: " + Plain.line(sentence(e)) + "\n");
            err.print("fertivision: see '" + command.getCommandSpec().qualifiedName() + " --help'\n");
        }
        err.flush();
        return ExitCode.USAGE.number();
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
        if (e instanceof ParameterException usage) {
            return handleParseException(usage, parsed.originalArgs().toArray(String[]::new));
        }
        Failure failure = of(e);
        PrintWriter err = command.getErr();
        if (failure.code() == ExitCode.INTERRUPTED) {
            return failure.code().number();
        }
        err.print("fertivision: " + Plain.line(message(failure)) + "\n");
        if (Talk.of(command).wantsStackTrace(failure.code())) {
            e.printStackTrace(err);
        }
        err.flush();
        return failure.code().number();
    }

    /** Ends a run for which there was not enough memory. */
    static int outOfMemory(PrintWriter err) {
        err.print("fertivision: there is not enough memory for this. Give more, for example with"
                + " FERTIVISION_JAVA_OPTS=-Xmx4g, or fewer --threads.\n");
        err.flush();
        return ExitCode.LIMIT.number();
    }

    /** Ends a run in which the program itself broke. */
    static int broken(Error e, PrintWriter err) {
        err.print("fertivision: " + Plain.line(BUG + e) + "\n");
        err.flush();
        return ExitCode.BUG.number();
    }

    /** Whatever went wrong as one sentence and an exit code. */
    static Failure of(Throwable e) {
        if (e instanceof Failure failure) {
            return failure;
        }
        if (e instanceof RejectedException rejected) {
            return Failure.of(rejected.rejection(), "");
        }
        if (e instanceof BadSettingException) {
            return new Failure(ExitCode.REQUEST, message(e));
        }
        if (e instanceof PluginFailedException) {
            return new Failure(ExitCode.PLUGIN, message(e));
        }
        if (e instanceof UncheckedIOException unchecked) {
            return new Failure(ExitCode.FILES, sentence(Objects.requireNonNull(unchecked.getCause())));
        }
        if (e instanceof IOException io) {
            return new Failure(ExitCode.FILES, sentence(io));
        }
        return new Failure(ExitCode.BUG, BUG + e);
    }

    private static String sentence(IOException e) {
        if (!(e instanceof FileSystemException file)) {
            return message(e);
        }
        String name = String.valueOf(file.getFile());
        if (e instanceof NoSuchFileException) {
            return "there is no file or folder " + name;
        }
        if (e instanceof AccessDeniedException) {
            return "not allowed to use " + name;
        }
        if (e instanceof FileAlreadyExistsException) {
            return name + " is already there";
        }
        if (e instanceof NotDirectoryException) {
            return name + " is no folder";
        }
        return message(e);
    }

    private static String message(Throwable e) {
        String message = e.getMessage();
        return message == null ? e.toString() : message;
    }

    private static String sentence(ParameterException e) {
        List<String> unmatched = e.getCommandLine().getUnmatchedArguments();
        if (unmatched.isEmpty()) {
            return message(e);
        }
        String typed = unmatched.get(0);
        if (!typed.startsWith("-")) {
            boolean command = !e.getCommandLine().getSubcommands().isEmpty();
            return "there is no " + (command ? "command" : "place for") + " '" + typed + "'."
                    + Near.question(typed, e.getCommandLine().getSubcommands().keySet());
        }
        List<String> known = new ArrayList<>();
        e.getCommandLine().getCommandSpec().options().forEach(o -> known.addAll(List.of(o.names())));
        int sign = typed.indexOf('=');
        return "there is no option '" + typed + "'."
                + Near.question(sign < 0 ? typed : typed.substring(0, sign), known);
    }
}
