package org.fertivision.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
    void asksEachJdkForWhatItKnows() throws Exception {
        environment.put("FERTIVISION_JAVA_HOME", jdk("17.0.1").toString());
        assertThat(run(launcher).out())
                .contains("-XX:ArchiveClassesAtExit=" + folder.resolve("cache/fertivision/jdk17-"))
                .doesNotContain("AutoCreateSharedArchive");

        environment.put("FERTIVISION_JAVA_HOME", jdk("25").toString());
        assertThat(run(launcher).out()).contains("-XX:+AutoCreateSharedArchive").doesNotContain("ArchiveClassesAtExit");
    }

    @Test
    void keepsWhatAMeasuringCommandLoadsForAll() throws Exception {
        environment.put("FERTIVISION_JAVA_HOME", jdk("17.0.1").toString());
        assertThat(archive("kinds").getFileName().toString()).endsWith("-telling.jsa");
        Path measuring = archive("analyze");

        Files.writeString(measuring, "classes");

        assertThat(archive("kinds")).isEqualTo(measuring);
        assertThat(run(launcher, "kinds").out()).contains("-XX:SharedArchiveFile=" + measuring);
    }

    @Test
    void beginsANewArchiveWithAnotherReleaseOfTheJdk() throws Exception {
        environment.put("FERTIVISION_JAVA_HOME", jdk("25").toString());
        Path before = archive("analyze");
        Files.writeString(folder.resolve("jdk 25/release"), "JAVA_VERSION=\"25.0.3\"\n");

        assertThat(archive("analyze")).isNotEqualTo(before);
    }

    @Test
    void dropsTheClassArchiveOnceAJarHasChangedOrWhereItWasLeftHalfWritten() throws Exception {
        environment.put("FERTIVISION_JAVA_HOME", jdk("25").toString());
        Path archive = archive("analyze");
        Files.writeString(archive, "classes");
        run(launcher, "analyze");
        assertThat(archive).exists();

        Thread.sleep(50); // beyond the file system's tick
        Files.writeString(launcher.resolveSibling("lib/a.jar"), "changed");
        run(launcher, "analyze");
        assertThat(archive).doesNotExist();

        Files.write(archive, new byte[4096]);
        run(launcher, "analyze");
        assertThat(archive).doesNotExist();
    }

    @Test
    void runsWithoutAnArchiveWhereNoneCanBeKept() throws Exception {
        environment.put("FERTIVISION_JAVA_HOME", jdk("25").toString());
        Files.writeString(folder.resolve("cache"), "a file in its place");

        Ran ran = run(launcher, "kinds");

        assertThat(ran.exit()).isEqualTo(7);
        assertThat(ran.out()).doesNotContain("Archive");
        assertThat(ran.err()).isEmpty();
    }

    /** On the JDK of this test, with a jar that says what it was asked: at first use by four at once, later, and after an upgrade. */
    @Test
    void archiveOfARealJdkChangesNoAnswer() throws Exception {
        environment.put("FERTIVISION_JAVA_HOME", System.getProperty("java.home"));
        Speaker.jar(launcher.resolveSibling("lib/a.jar"), "first");
        Files.delete(launcher.resolveSibling("lib/b.jar"));

        List<Process> atOnce = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            atOnce.add(start(launcher, folder.resolve("out" + i), folder.resolve("err" + i), "analyze", "x"));
        }
        for (int i = 0; i < 4; i++) {
            assertThat(atOnce.get(i).waitFor(120, TimeUnit.SECONDS)).isTrue();
            assertThat(folder.resolve("out" + i)).hasContent("first analyze x");
            assertThat(folder.resolve("err" + i)).isEmptyFile();
        }
        try (Stream<Path> archives = Files.list(folder.resolve("cache/fertivision"))) {
            assertThat(archives).isNotEmpty();
        }
        assertThat(run(launcher, "kinds")).isEqualTo(new Ran(0, "first kinds\n", ""));

        Thread.sleep(50); // beyond the file system's tick
        Speaker.jar(launcher.resolveSibling("lib/a.jar"), "second");
        assertThat(run(launcher, "kinds")).isEqualTo(new Ran(0, "second kinds\n", ""));
        assertThat(run(launcher, "analyze")).isEqualTo(new Ran(0, "second analyze\n", ""));
        assertThat(run(launcher, "analyze")).isEqualTo(new Ran(0, "second analyze\n", ""));
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
    void saysThatACopyHoldsNoServer() throws Exception {
        Ran ran = run(launcher, "serve");

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("holds no server");
    }

    @Test
    void startsTheServersOwnFolderOnAJdkThatIsNewEnough() throws Exception {
        Path lib = Files.createDirectories(launcher.resolveSibling("server/lib"));
        Files.createFile(lib.resolve("s.jar"));
        environment.put("FERTIVISION_JAVA_HOME", jdk("21.0.1").toString());
        Ran ran = run(launcher, "serve", "--port", "0");

        assertThat(ran.out().lines())
                .containsSubsequence(
                        "-cp", lib.resolve("s.jar").toString(), "org.fertivision.server.Main", "--port", "0")
                .doesNotContain("serve");

        environment.put("FERTIVISION_JAVA_HOME", jdk("17.0.1").toString());
        Ran old = run(launcher, "serve");
        assertThat(old.exit()).isEqualTo(2);
        assertThat(old.err()).contains("needs Java 21 or later");
    }

    @Test
    void rehearsesTheServerOnceAndStartsItFromWhatWasKept() throws Exception {
        Path lib = Files.createDirectories(launcher.resolveSibling("server/lib"));
        Path jar = Files.createFile(lib.resolve("s.jar"));
        Path jdk = jdk("25.0.1");
        Files.writeString(jdk.resolve("bin/java"), """
                #!/bin/sh
                printf '%s\\n' "$@"
                for word; do
                  case $word in
                    -XX:AOTCacheOutput=*) echo '{"address":"127.0.0.1:1"}' >&2; echo kept >"${word#*=}" ;;
                  esac
                done
                """);
        environment.put("FERTIVISION_JAVA_HOME", jdk.toString());
        environment.put("DATABASE_URL", "postgresql://never:rehearsed@there/x");

        assertThat(run(launcher, "serve", "--port", "0").out())
                .contains("org.fertivision.server.Main")
                .doesNotContain("AOT", ".jsa");
        Path kept = awaited(folder.resolve("cache/fertivision"), ".aot");
        assertThat(run(launcher, "serve").out().lines()).contains("-XX:AOTCache=" + kept);
        assertThat(run(launcher, "kinds").out()).doesNotContain("AOT");

        Files.setAttribute(kept, "lastModifiedTime", FileTime.from(Instant.EPOCH));
        Files.writeString(jar, "another build");
        assertThat(run(launcher, "serve").out()).doesNotContain("AOT");
    }

    /** The only file of that ending in a folder, once it is there and nobody works on it. */
    private static Path awaited(Path folder, String ending) throws IOException, InterruptedException {
        for (int i = 0; i < 300; i++) {
            try (Stream<Path> files = Files.list(folder)) {
                List<Path> there = files.toList();
                if (there.size() == 1 && there.get(0).toString().endsWith(ending)) {
                    return there.get(0);
                }
            }
            Thread.sleep(100);
        }
        throw new AssertionError("nothing was kept");
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

    /** Where a command's classes are kept. */
    private Path archive(String command) throws IOException, InterruptedException {
        return Path.of(run(launcher, command)
                .out()
                .lines()
                .filter(line -> line.endsWith(".jsa"))
                .map(line -> line.substring(line.indexOf('=') + 1))
                .findFirst()
                .orElseThrow());
    }

    private Ran run(Path command, String... arguments) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process process = start(command, out, err, arguments);
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return new Ran(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    private Process start(Path command, Path out, Path err, String... arguments) throws IOException {
        var line = new ArrayList<String>();
        line.add(command.toString());
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("FERTIVISION_") || name.equals("JAVA_HOME"));
        builder.environment().putAll(environment);
        return builder.start();
    }
}
