package org.fertivision.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The command in a process of its own, stopped by Ctrl-C or killed. */
@EnabledOnOs(OS.LINUX)
class InterruptionTest {
    private static final int SPECIMENS = 20;
    private static final long PATIENCE_S = 120;

    @TempDir
    private Path home;

    private Path in = Path.of("");
    private Path out = Path.of("");
    private Path plugins = Path.of("");

    @BeforeEach
    void prepare() throws IOException {
        in = Files.createDirectories(home.resolve("in"));
        out = home.resolve("out");
        plugins = Files.createDirectories(home.resolve("plugins"));
        for (int i = 0; i < SPECIMENS; i++) {
            Pictures.png(in.resolve("f" + i + ".png"), 200 + i, 120);
        }
        try (OutputStream file = Files.newOutputStream(plugins.resolve("pretender.jar"));
                ZipOutputStream jar = new ZipOutputStream(file)) {
            jar.putNextEntry(new ZipEntry("META-INF/services/org.fertivision.spi.Analyzer"));
            jar.write(Pretender.class.getName().getBytes(StandardCharsets.UTF_8));
            jar.closeEntry();
        }
    }

    @Test
    void anAnalysisEndsWith130WhileItLooks() throws Exception {
        Files.writeString(in.resolve("notes.txt"), "x");
        Process process = start("analyze", "-v", "--set", "act=slow");
        until(() -> told().contains("left aside"), process);

        assertThat(interrupted(process)).as(told()).isEqualTo(130);
        assertThat(names(home)).containsExactlyInAnyOrder("in", "plugins", "told");
    }

    @Test
    void anAnalysisLeavesNoHalfReport() throws Exception {
        Process process = start("analyze");
        until(() -> Files.exists(home.resolve(".out.partial/.overlay-1.png.partial")), process);

        assertThat(interrupted(process)).as(told()).isEqualTo(130);
        assertThat(told()).contains("interrupted").doesNotContain("Exception");
        assertThat(names(home)).containsExactlyInAnyOrder("in", "plugins", "told");
    }

    @Test
    void anInterruptedBatchIsWholeAndGoesOn() throws Exception {
        Process process = start("batch");
        until(() -> reports() >= 3, process);

        assertThat(interrupted(process)).as(told()).isEqualTo(130);
        assertThat(names(out)).noneMatch(name -> name.endsWith(".partial") || name.endsWith(".csv"));
        goesOnAsIfNothingHadHappened();
    }

    @Test
    void aKilledBatchIsWholeAndGoesOn() throws Exception {
        for (int killed = 1; killed <= 2; killed++) {
            int enough = 3 * killed;
            Process process = start("batch", "--resume");
            until(() -> reports() >= enough, process);
            process.destroyForcibly().waitFor();
        }
        goesOnAsIfNothingHadHappened();
    }

    private void goesOnAsIfNothingHadHappened() throws IOException {
        for (String name : names(out)) {
            if (!name.startsWith(".")) {
                assertThat(names(out.resolve(name)))
                        .containsExactlyInAnyOrder(
                                "items.csv",
                                "overlay-0.png",
                                "report.html",
                                "report.json",
                                "report.pdf",
                                "request.sha256",
                                "summary.csv");
            }
        }
        assertThat(reports()).isBetween(1, SPECIMENS - 1);

        Ran resumed = Ran.command(line("batch", "--resume"));
        SortedMap<String, String> after = Tree.of(out);
        out = home.resolve("undisturbed");
        Ran undisturbed = Ran.command(line("batch"));

        assertThat(resumed.exit()).as(resumed.err()).isZero();
        assertThat(resumed.out()).contains(SPECIMENS + " specimens measured (", "of them before");
        assertThat(undisturbed.exit()).isZero();
        assertThat(after).isEqualTo(Tree.of(out));
    }

    private int reports() {
        try {
            return (int) names(out).stream()
                    .filter(name -> Files.exists(out.resolve(name).resolve("report.json")))
                    .filter(name -> !name.startsWith("."))
                    .count();
        } catch (IOException e) {
            return 0;
        }
    }

    private String[] line(String command, String... more) {
        List<String> line = new ArrayList<>(List.of(command, Pretender.KIND, in.toString()));
        line.addAll(List.of("--out", out.toString(), "--plugins", plugins.toString(), "--threads", "2"));
        line.addAll(List.of(more));
        return line.toArray(String[]::new);
    }

    /** Starts the command; a shell may have told its children to ignore Ctrl-C, which {@code env} undoes. */
    private Process start(String command, String... more) throws IOException {
        List<String> line = new ArrayList<>(List.of("env", "--default-signal=INT"));
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of("-Djava.awt.headless=true", "-cp", System.getProperty("java.class.path")));
        line.add(Main.class.getName());
        line.addAll(List.of(line(command, more)));
        return new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("told").toFile())
                .start();
    }

    private static int interrupted(Process process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
        assertThat(process.waitFor(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private void until(BooleanSupplier come, Process process) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (!come.getAsBoolean()) {
            assertThat(process.isAlive())
                    .as("ended before it could be stopped: " + told())
                    .isTrue();
            assertThat(System.nanoTime()).as("waited too long: " + told()).isLessThan(end);
            Thread.sleep(2);
        }
    }

    private String told() {
        try {
            return Files.readString(home.resolve("told"));
        } catch (IOException e) {
            return "";
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> String.valueOf(entry.getFileName())).toList();
        }
    }
}
