package org.fertivision.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class FailuresTest {
    @Test
    void aBugIsOneLineThatSaysHowToReportIt() {
        Ran ran = failing(new IllegalStateException("lost\ntrack"));

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err().lines())
                .singleElement()
                .asString()
                .contains("bug of FertiVision", "fertivision doctor", "lost track");
    }

    @Test
    void aBugShowsItsPlaceWhereAsked() {
        assertThat(failing(new IllegalStateException("lost"), "-v").err())
                .contains("at org.fertivision.cli.FailuresTest");
        assertThat(failing(new IOException("disk"), "-v").err().lines()).hasSize(1);
        assertThat(failing(new IOException("disk"), "--stacktrace").err())
                .contains("at org.fertivision.cli.FailuresTest");
    }

    @Test
    void aBrokenProgramIsABug() {
        StringWriter err = new StringWriter();
        PrintWriter printer = new PrintWriter(err);

        assertThat(Failures.broken(new NoClassDefFoundError("org/example/Gone"), printer))
                .isEqualTo(1);
        assertThat(err.toString()).contains("bug of FertiVision", "Gone").hasLineCount(1);
    }

    @Test
    void troubleWithFilesIsToldInWords() {
        assertThat(List.of(
                        failing(new NoSuchFileException("a.png")),
                        failing(new AccessDeniedException("b")),
                        failing(new UncheckedIOException(new FileAlreadyExistsException("c"))),
                        failing(new IOException("no space left"))))
                .allSatisfy(ran -> assertThat(ran.exit()).isEqualTo(12))
                .extracting(Ran::err)
                .containsExactly(
                        "fertivision: there is no file or folder a.png\n",
                        "fertivision: not allowed to use b\n",
                        "fertivision: c is already there\n",
                        "fertivision: no space left\n");
    }

    private static Ran failing(Exception trouble, String... options) {
        StringWriter err = new StringWriter();
        CommandLine all = Main.commandLine(new Surroundings(null, Surroundings.Watched.NOTHING, List.of()))
                .setErr(new PrintWriter(err));
        List<String> words = new ArrayList<>(List.of("kinds"));
        words.addAll(List.of(options));
        CommandLine.ParseResult parsed = all.parseArgs(words.toArray(String[]::new));
        int exit = new Failures()
                .handleExecutionException(trouble, all.getSubcommands().get("kinds"), parsed);
        return new Ran(exit, "", err.toString());
    }
}
