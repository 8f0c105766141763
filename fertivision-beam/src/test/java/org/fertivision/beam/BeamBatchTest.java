package org.fertivision.beam;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.fertivision.phantom.Phantoms;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Twenty drawn specimens and a broken file, on the direct runner. */
class BeamBatchTest {
    private static final int SPECIMENS = 20;
    private static final long PATIENCE_S = 120;

    @TempDir
    private static Path home;

    /** What {@code fertivision batch} writes. */
    private static Path wanted = Path.of("");

    private static Path in = Path.of("");

    @TempDir
    private Path dir;

    private record Ran(int exit, String out, String err) {}

    @BeforeAll
    static void drawAndMeasure() throws Exception {
        in = Files.createDirectories(home.resolve("patients"));
        for (int i = 0; i < SPECIMENS; i++) {
            Path image = in.resolve("s" + i + ".png");
            Path truth = Phantoms.of("sperm-vitality")
                    .seed(i + 1)
                    .with("width", "96")
                    .with("height", "64")
                    .with("cells", "2")
                    .draw()
                    .write(image);
            Files.delete(truth);
        }
        Files.writeString(in.resolve("s7.tif"), "no image");
        wanted = home.resolve("wanted");
        Process batch = ForkedBatch.command(home.resolve("said.txt"), words(in, wanted));
        assertThat(batch.waitFor(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
        assertThat(batch.exitValue())
                .as(Files.readString(home.resolve("said.txt")))
                .isEqualTo(9);
    }

    @Test
    void everyByteIsThatOfTheBatch() throws IOException {
        Path out = dir.resolve("out");

        Ran ran = run(words(in, out));

        assertThat(ran.exit).as(ran.err).isEqualTo(9);
        assertThat(ran.out).contains(SPECIMENS + " specimens measured, 1 failed");
        assertThat(Tree.of(out)).isEqualTo(Tree.of(wanted));
        assertThat(Files.readAllLines(out.resolve("results.csv"))).hasSize(SPECIMENS + 1);
        assertThat(Files.readString(out.resolve("problems.csv"))).contains("s7-2,s7.tif,undecodable-image,3,");
    }

    @Test
    void killedAndResumedNothingIsLostAndNothingTwice() throws Exception {
        Path out = dir.resolve("out");
        Process killed = ForkedBatch.beam(dir.resolve("said.txt"), words(in, out));
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (reports(out) < 2 && killed.isAlive() && System.nanoTime() < end) {
            Thread.sleep(5);
        }
        killed.destroyForcibly().waitFor();
        assertThat(out.resolve("results.csv")).doesNotExist();
        long before = reports(out);
        assertThat(before).isBetween(2L, SPECIMENS - 1L);

        Ran ran = run(words(in, out, "--resume"));

        assertThat(ran.exit).as(ran.err).isEqualTo(9);
        assertThat(ran.out).contains("(" + before + " of them before)");
        assertThat(Tree.of(out)).isEqualTo(Tree.of(wanted));
    }

    @Test
    void goesOnWithWhatTheBatchBegan() throws IOException {
        Path out = dir.resolve("out");
        Tree.copy(wanted, out);
        Files.delete(out.resolve("s3/report.json"));

        Ran ran = run(words(in, out, "--resume", "--by", "file", "--threads", "1"));

        assertThat(ran.out).as(ran.err).contains("(" + (SPECIMENS - 1) + " of them before)");
        assertThat(Tree.of(out)).isEqualTo(Tree.of(wanted));
    }

    @Test
    void everyFolderIsASpecimenWhereAsked() throws Exception {
        for (int i = 0; i < 2; i++) {
            Path folder = Files.createDirectories(dir.resolve("in/p" + i));
            Files.copy(in.resolve("s" + i + ".png"), folder.resolve("x.png"));
            Files.copy(in.resolve("s" + (i + 4) + ".png"), folder.resolve("y.png"));
        }
        Files.createDirectories(dir.resolve("in/empty"));
        Process batch = ForkedBatch.command(
                dir.resolve("said.txt"), words(dir.resolve("in"), dir.resolve("batch"), "--by", "folder"));

        Ran ran = run(words(dir.resolve("in"), dir.resolve("beam"), "--by", "folder"));

        assertThat(ran.exit).as(ran.err).isEqualTo(9);
        assertThat(batch.waitFor(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
        assertThat(Tree.of(dir.resolve("beam")))
                .containsKeys("p0/report.json", "p1/report.json")
                .isEqualTo(Tree.of(dir.resolve("batch")));
    }

    @Test
    void aWrongRequestEndsWithOneSentence() throws IOException {
        Path out = dir.resolve("out");

        assertThat(run(words(in, out, "--quiet", "--set", "shear=1")))
                .satisfies(ran -> assertThat(ran.exit).isEqualTo(6))
                .satisfies(ran -> assertThat(ran.err).contains("shear").containsOnlyOnce("\n"));
        assertThat(Tree.of(out)).isEmpty();
        assertThat(run(words(in, out, "--", "--runner=Nobody")))
                .satisfies(ran -> assertThat(ran.exit).isEqualTo(2))
                .satisfies(ran -> assertThat(ran.err).contains("Apache Beam", "Nobody"));
        assertThat(run(List.of("--help")))
                .satisfies(ran -> assertThat(ran.exit).isZero())
                .satisfies(ran -> assertThat(ran.out).contains("Usage: fertivision-beam", "direct runner", "--resume"));
    }

    private static long reports(Path out) throws IOException {
        if (!Files.exists(out)) {
            return 0;
        }
        try (Stream<Path> entries = Files.list(out)) {
            return entries.filter(e -> !e.getFileName().toString().startsWith("."))
                    .filter(e -> Files.exists(e.resolve("report.json")))
                    .count();
        }
    }

    private static List<String> words(Path in, Path out, String... more) {
        List<String> words = new ArrayList<>(
                List.of("sperm-vitality", in.toString(), "--out", out.toString(), "--um-per-pixel", "0.481"));
        words.addAll(List.of(more));
        return words;
    }

    private static Ran run(List<String> words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Main.run(new PrintWriter(out), new PrintWriter(err), words.toArray(String[]::new));
        return new Ran(exit, out.toString(), err.toString());
    }
}
