package org.fertivision.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fertivision.report.ReportJson;
import org.fertivision.spi.Plugin;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchCommandTest {
    private static final List<Plugin> PRESENT = List.of(new Pretender());
    private static final FileTime LONG_AGO = FileTime.fromMillis(0);

    @TempDir
    private Path home;

    private Path in = Path.of("");
    private Path out = Path.of("");

    @BeforeEach
    void draw() throws IOException {
        in = Files.createDirectories(home.resolve("patients of dr miller"));
        out = home.resolve("out");
        Pictures.png(in.resolve("a.png"), 12, 8);
        Pictures.png(in.resolve("b.png"), 14, 8);
        Pictures.png(in.resolve("c.png"), 16, 8);
    }

    @Test
    void everyFileIsASpecimenWithItsReportAndItsRow() throws IOException {
        Ran ran = batch();

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("3 specimens measured, 0 failed");
        assertThat(Tree.of(out))
                .containsKeys("a/report.json", "b/report.html", "c/report.pdf", "c/items.csv", "b/overlay-0.png")
                .containsEntry("problems.csv", "specimen,file,code,exit,detail\n");
        List<String> rows = Files.readAllLines(out.resolve("results.csv"));
        assertThat(rows).hasSize(4);
        assertThat(rows.get(0)).startsWith("specimen,kind,algorithm,version,fields,cells,");
        assertThat(rows.subList(1, 4))
                .satisfiesExactly(
                        row -> assertThat(row).startsWith("a,acme.pretender,acme.pretender,1.2.3,1,12,"),
                        row -> assertThat(row).startsWith("b,"),
                        row -> assertThat(row).startsWith("c,"));
        assertThat(Files.readAllLines(out.resolve("results.ndjson")))
                .hasSize(3)
                .allSatisfy(line -> assertThat(ReportJson.parse(line.getBytes()).hashIsRight())
                        .isTrue());
    }

    @Test
    void outlinesAreWrittenBesideWhereAsked() {
        assertThat(batch("--export", "coco,geojson").exit()).isZero();
        assertThat(Tree.of(out)).containsKeys("a/outlines.coco.json", "c/outlines-0.geojson");
        assertThat(batch("--resume", "--export", "coco").out()).doesNotContain("before");
        assertThat(Tree.of(out)).containsKey("a/outlines.coco.json").doesNotContainKey("a/outlines-0.geojson");
        assertThat(Ran.with(PRESENT, "analyze", Pretender.KIND, in.toString(), "--export", "coco")
                        .exit())
                .isEqualTo(2);
    }

    @Test
    void reportsAreInTheLanguageAskedFor() throws IOException {
        assertThat(batch("--language", "de").exit()).isZero();
        assertThat(Files.readString(out.resolve("a/report.html"))).contains("<html lang=\"de\">", "Nicht gemessen");
        assertThat(batch("--resume").exit()).isZero();
        assertThat(Files.readString(out.resolve("a/report.html"))).contains("<html lang=\"en\">", "Not measured");

        Ran unknown = batch("--resume", "--language", "fr");
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.err()).contains("'fr' is none of en, de");
        assertThat(Ran.with(PRESENT, "analyze", Pretender.KIND, in.toString(), "--language", "de")
                        .exit())
                .isEqualTo(2);
    }

    @Test
    void oneBadFileStopsNothing() throws IOException {
        Files.writeString(in.resolve("b.png"), "no image");

        Ran ran = batch();

        assertThat(ran.exit()).isEqualTo(9);
        assertThat(ran.out()).contains("2 specimens measured, 1 failed", "b.png");
        assertThat(Files.readAllLines(out.resolve("problems.csv")))
                .hasSize(2)
                .last()
                .asString()
                .startsWith("b,b.png,undecodable-image,3,");
        assertThat(Files.readAllLines(out.resolve("results.csv"))).hasSize(3);
        assertThat(out.resolve("b")).doesNotExist();
    }

    @Test
    void noWayToAFileIsWrittenAnywhere() throws IOException {
        Files.writeString(in.resolve("b.png"), "no image");
        Files.createDirectory(in.resolve("c.png.d"));

        batch("--names");

        assertThat(Tree.of(out))
                .allSatisfy((name, content) ->
                        assertThat(content).as(name).doesNotContain("miller").doesNotContain(home.toString()));
    }

    @Test
    void everyFolderIsASpecimenWhereAsked() throws IOException {
        for (String name : List.of("s1", "s2", ".hidden")) {
            Path folder = Files.createDirectories(in.resolve(name));
            Pictures.png(folder.resolve("x.png"), 10, 8);
            Pictures.png(folder.resolve("y.png"), 11, 8);
        }
        Files.createDirectories(in.resolve("empty"));
        out = in.resolve("results");

        Ran ran = batch("--by", "folder", "--format", "csv");

        assertThat(ran.exit()).isEqualTo(9);
        assertThat(ran.out().lines())
                .satisfiesExactly(
                        header -> assertThat(header).startsWith("specimen,"),
                        row -> assertThat(row).startsWith("s1,acme.pretender,acme.pretender,1.2.3,2,21,"),
                        row -> assertThat(row).startsWith("s2,"));
        assertThat(ran.err()).contains("empty: there is no image in this folder");
        assertThat(batch("--by", "folder", "--resume").out()).contains("(2 of them before)");
    }

    @Test
    void namesThatCollideAreToldApartAlwaysInTheSameWay() throws IOException {
        Pictures.png(in.resolve("A.png"), 20, 8);
        Pictures.png(in.resolve("a.jpg"), 21, 8);
        Pictures.png(in.resolve("a-2.png"), 22, 8);
        Pictures.png(in.resolve("results.csv.png"), 23, 8);

        Ran ran = batch("--format", "csv");

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out().lines().skip(1).map(row -> row.substring(0, row.indexOf(','))))
                .containsExactly("A", "a-2", "a-3", "a-4", "b", "c", "results.csv-2");
        assertThat(batch("--format", "csv", "--resume").out()).isEqualTo(ran.out());
    }

    @Test
    void theSameComesOutForEveryNumberOfThreads() throws IOException {
        for (int i = 0; i < 20; i++) {
            Pictures.png(in.resolve("f" + i + ".png"), 10 + i, 9);
        }
        Files.writeString(in.resolve("f7.png"), "no image");
        batch("--threads", "1");
        var single = Tree.of(out);
        batch("--threads", "8", "--force");

        assertThat(Tree.of(out)).isEqualTo(single);
    }

    @Test
    void goesOnWithWhatIsMissing() throws IOException {
        batch();
        var whole = Tree.of(out);
        Files.delete(out.resolve("results.csv"));
        for (String name : List.of("report.json", "summary.csv")) {
            Files.delete(out.resolve("b").resolve(name));
        }
        age("a");

        Ran ran = batch("--resume");

        assertThat(ran.out()).contains("3 specimens measured (2 of them before)");
        assertThat(Tree.of(out)).isEqualTo(whole);
        assertThat(isOld("a")).isTrue();
    }

    @Test
    void measuresAgainWhatChanged() throws IOException {
        batch();
        Pictures.png(in.resolve("b.png"), 15, 8);
        age("a");
        age("b");

        assertThat(batch("--resume").out()).contains("(2 of them before)");
        assertThat(List.of(isOld("a"), isOld("b"))).containsExactly(true, false);
        assertThat(Files.readString(out.resolve("results.csv")))
                .contains("b,acme.pretender,acme.pretender,1.2.3,1,15,");

        assertThat(batch("--resume", "--set", "share=25").out()).doesNotContain("before");
        assertThat(Files.readString(out.resolve("results.csv")))
                .contains(",25,")
                .doesNotContain(",62.5,");
    }

    @Test
    void measuresAgainWhatWasSpoiled() throws IOException {
        batch();
        var whole = Tree.of(out);
        Path document = out.resolve("b/report.json");
        Files.writeString(document, Files.readString(document).replace("62.5", "82.5"));

        assertThat(batch("--resume").out()).contains("(2 of them before)");
        assertThat(Tree.of(out)).isEqualTo(whole);
    }

    @Test
    void whatFailsNowHasNoReportFromBefore() throws IOException {
        batch();
        Files.writeString(in.resolve("b.png"), "no image any more");

        assertThat(batch("--resume").exit()).isEqualTo(9);
        assertThat(out.resolve("b")).doesNotExist();
        assertThat(Files.readAllLines(out.resolve("results.csv"))).hasSize(3);
    }

    @Test
    void resultsThatAreThereAreKeptUnlessTold() throws IOException {
        batch();
        var before = Tree.of(out);

        Ran again = batch("--set", "share=25");

        assertThat(again.exit()).isEqualTo(12);
        assertThat(again.err()).contains("--resume", "--force");
        assertThat(Tree.of(out)).isEqualTo(before);
        assertThat(batch("--resume", "--force").exit()).isEqualTo(2);
        assertThat(batch("--force", "--set", "share=25").exit()).isZero();
    }

    @Test
    void reportsOfOtherSpecimensAreLeftAlone() throws IOException {
        batch();
        Files.delete(in.resolve("c.png"));

        Ran ran = batch("--resume");

        assertThat(ran.err()).contains("c is of no specimen");
        assertThat(out.resolve("c/report.json")).exists();
        assertThat(Files.readAllLines(out.resolve("results.csv"))).hasSize(3);
    }

    @Test
    void twoBatchesInOnePlaceAreRefused() throws IOException {
        Files.createDirectories(out);
        Path file = out.resolve(".batch.lock");
        try (FileChannel other = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = other.lock()) {
            assertThat(held.isValid()).isTrue();
            assertThat(batch())
                    .satisfies(ran -> assertThat(ran.exit()).isEqualTo(12))
                    .satisfies(ran -> assertThat(ran.err()).contains("another batch"));
        }
        assertThat(file).exists();

        assertThat(batch().exit())
                .as("the file of a process that is gone stops nobody")
                .isZero();
        assertThat(file).doesNotExist();
    }

    @Test
    void aWrongRequestEndsAtOnce() {
        assertThat(batch("--set", "shear=1"))
                .satisfies(ran -> assertThat(ran.exit()).isEqualTo(6))
                .satisfies(ran -> assertThat(ran.err()).contains("shear").containsOnlyOnce("\n"));
        assertThat(Tree.of(out)).isEmpty();
        assertThat(Ran.with(PRESENT, "batch", "nothing", in.toString()).exit()).isEqualTo(6);
        assertThat(batch("--by", "patient").exit()).isEqualTo(2);
    }

    @Test
    void troubleOfOneSpecimenIsItsOwn() {
        assertThat(batch("--set", "act=buggy").exit()).isEqualTo(9);
        assertThat(Tree.of(out).get("problems.csv")).contains("a,a.png,plugin,10,", "c,c.png,plugin,10,");
        assertThat(batch("--resume", "--set", "act=greedy").exit()).isEqualTo(9);
        assertThat(Tree.of(out).get("problems.csv")).contains("a,a.png,limit,4,", "not enough memory");
        assertThat(batch("--resume", "--set", "act=well").exit()).isZero();
    }

    @Test
    void anEmptyFolderIsToldInOneLine() throws IOException {
        Path empty = Files.createDirectories(home.resolve("empty"));
        Path nested = Files.createDirectories(home.resolve("nested/inner")).getParent();

        assertThat(Ran.with(PRESENT, "batch", Pretender.KIND, empty.toString(), "--out", out.toString()))
                .isEqualTo(new Ran(3, "", "fertivision: there is no image in " + empty + "\n"));
        assertThat(Ran.with(PRESENT, "batch", Pretender.KIND, String.valueOf(nested), "--out", out.toString())
                        .err())
                .contains("--by folder");
        assertThat(Ran.with(PRESENT, "batch", Pretender.KIND, in.toString(), "--by", "folder")
                        .err())
                .contains("--by file");
        assertThat(Ran.with(
                                PRESENT,
                                "batch",
                                Pretender.KIND,
                                home.resolve("nowhere").toString())
                        .exit())
                .isEqualTo(12);
    }

    @Test
    void fieldsThatCannotBeReadAreLeftOutOfTheirSpecimenWhereAsked() throws IOException {
        Path folder = Files.createDirectories(in.resolve("s1"));
        Pictures.png(folder.resolve("x.png"), 10, 8);
        Files.writeString(folder.resolve("y.png"), "no image");

        Ran ran = batch("--by", "folder", "--skip-unreadable");

        assertThat(ran.exit()).isZero();
        assertThat(Tree.of(out).get("s1/report.json"))
                .contains("\"code\":\"left-out\"", "undecodable-image")
                .doesNotContain("y.png");
    }

    private void age(String specimen) throws IOException {
        Files.setLastModifiedTime(out.resolve(specimen).resolve("report.json"), LONG_AGO);
    }

    private boolean isOld(String specimen) throws IOException {
        return Files.getLastModifiedTime(out.resolve(specimen).resolve("report.json"))
                .equals(LONG_AGO);
    }

    private Ran batch(String... args) {
        List<String> all = new ArrayList<>(List.of("batch", Pretender.KIND, in.toString(), "--out", out.toString()));
        all.addAll(Arrays.asList(args));
        return Ran.with(PRESENT, all.toArray(String[]::new));
    }
}
