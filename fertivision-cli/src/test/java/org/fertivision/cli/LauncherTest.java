package org.fertivision.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs a copy of the launcher, installed in a folder with a space in its name, on JDKs made of a release file and a script. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a bash script")
class LauncherTest {

    private record Ran(int exit, String out, String err) {}

    @TempDir
    private Path folder;

    private Path launcher;
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void install() throws IOException {
        Path app = Files.createDirectories(folder.resolve("an app"));
        launcher = Files.copy(Path.of("..", "fertivision"), app.resolve("fertivision"));
        Files.createDirectories(app.resolve("lib"));
        Files.createFile(app.resolve("lib/b.jar"));
        Files.createFile(app.resolve("lib/a.jar"));
        environment.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
    }

    @Test
    void compilesQuicklyForCommandsThatOnlyTell() throws Exception {
        environment.put("JAVA_HOME", jdk("99.0.1").toString());

        assertThat(run(launcher, "kinds").out()).contains("-XX:TieredStopAtLevel=1");
        assertThat(run(launcher, "analyze", "x", "y").out()).doesNotContain("-XX:TieredStopAtLevel=1");
    }

    @Test
    void tellsOfATerminalOnlyWhereThereIsOne() throws Exception {
        environment.put("JAVA_HOME", jdk("99.0.1").toString());

        assertThat(run(launcher, "kinds").out()).doesNotContain("-Dfertivision.terminal");
    }

    @Test
    void runsMainOnAllJarsWithTheArgumentsUntouched() throws Exception {
        environment.put("JAVA_HOME", jdk("99.0.1").toString());

        Ran ran = run(launcher, "analyze", "two words", "*");

        Path app = launcher.getParent();
        assertThat(ran.exit()).isEqualTo(7);
        assertThat(ran.out().lines())
                .containsSubsequence(
                        "java 99.0.1",
                        "-cp",
                        app.resolve("lib/a.jar") + ":" + app.resolve("lib/b.jar"),
                        "org.fertivision.cli.Main",
                        "analyze",
                        "two words",
                        "*");
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void takesTheNewestJdk() throws Exception {
        environment.put("JAVA_HOME", jdk("98").toString());
        environment.put("PATH", jdk("99-ea").resolve("bin") + ":" + System.getenv("PATH"));

        assertThat(run(launcher).out()).startsWith("java 99-ea");
    }

    @Test
    void takesTheJdkItIsTold() throws Exception {
        environment.put("JAVA_HOME", jdk("99").toString());
        environment.put("FERTIVISION_JAVA_HOME", jdk("17.0.1").toString());

        assertThat(run(launcher).out()).startsWith("java 17.0.1");
    }

    @Test
    void keepsFromAnOldJdkWhatItDoesNotKnow() throws Exception {
        environment.put("FERTIVISION_JAVA_HOME", jdk("17.0.1").toString());

        assertThat(run(launcher).out()).doesNotContain("AutoCreateSharedArchive");
        assertThat(folder.resolve("cache")).doesNotExist();
    }

    @Test
    void dropsTheClassArchiveOnceAJarHasChanged() throws Exception {
        environment.put("FERTIVISION_JAVA_HOME", jdk("25").toString());
        String option = "-XX:SharedArchiveFile=";
        Path archive = Path.of(run(launcher)
                .out()
                .lines()
                .filter(line -> line.startsWith(option))
                .findFirst()
                .orElseThrow()
                .substring(option.length()));
        Files.createFile(archive);
        run(launcher);
        assertThat(archive).exists();

        Thread.sleep(50); // beyond the file system's tick
        Files.writeString(launcher.resolveSibling("lib/a.jar"), "changed");
        run(launcher);

        assertThat(archive).doesNotExist();
    }

    @Test
    void refusesAJdkThatIsTooOld() throws Exception {
        environment.put("FERTIVISION_JAVA_HOME", jdk("1.8.0_402").toString());

        Ran ran = run(launcher);

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("FERTIVISION_JAVA_HOME", "17 or later");
    }

    @Test
    void isFoundThroughALink() throws Exception {
        environment.put("FERTIVISION_JAVA_HOME", jdk("21").toString());
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Files.createSymbolicLink(bin.resolve("first"), Path.of("../an app/fertivision"));
        Path second = Files.createSymbolicLink(bin.resolve("second"), Path.of("first"));

        assertThat(run(second).out())
                .contains(launcher.resolveSibling("lib/a.jar").toString());
    }

    @Test
    void passesOptionsOnAsWords() throws Exception {
        environment.put("FERTIVISION_JAVA_HOME", jdk("21").toString());
        environment.put("FERTIVISION_JAVA_OPTS", "-Xmx4g -Dx=*");

        assertThat(run(launcher).out().lines()).contains("-Xmx4g", "-Dx=*");
    }

    @Test
    void saysThatThisBuildHoldsNoServer() throws Exception {
        Ran ran = run(launcher, "serve");

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("no server");
    }

    /** A folder that looks like a JDK; its java prints its version and each argument on a line and exits with 7. */
    private Path jdk(String version) throws IOException {
        Path home = folder.resolve("jdk " + version);
        Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        Files.writeString(java, "#!/bin/sh\necho 'java " + version + "'\nprintf '%s\\n' \"$@\"\nexit 7\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        return home;
    }

    private Ran run(Path command, String... arguments) throws IOException, InterruptedException {
        var line = new ArrayList<String>();
        line.add(command.toString());
        line.addAll(List.of(arguments));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("FERTIVISION_") || name.equals("JAVA_HOME"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ran(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }
}
