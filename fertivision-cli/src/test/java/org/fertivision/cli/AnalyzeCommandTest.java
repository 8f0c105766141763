package org.fertivision.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.fertivision.spi.Plugin;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalyzeCommandTest {
    private static final List<Plugin> PRESENT = List.of(new Pretender());

    @TempDir
    private Path folder;

    private String image = "";

    @BeforeEach
    void draw() {
        image = Pictures.png(folder.resolve("b.png"), 12, 8).toString();
    }

    @Test
    void printsMeasuresWithUnitIntervalAndNumber() {
        Ran ran = analyze(image, "--um-per-pixel", "0.5", "--specimen", "S 7");

        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).isEqualTo("""
            S 7: acme.pretender 1.2.3, 1 field, 0.5 um/px (as given)

                     value     95 % interval    SD  median  n
              cells     12
              live    62.5  %  0.3333 to 66.67              12

            Not measured
              headArea: uncalibrated

            Research and decision support; not a diagnosis.
            """);
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void printsTheDocumentInOneLine() {
        Ran ran = analyze(image, "--format", "json");

        assertThat(ran.exit()).isZero();
        assertThat(ran.out().lines()).hasSize(1);
        assertThat(ran.out())
                .endsWith("}\n")
                .contains("\"kind\":\"acme.pretender\"")
                .doesNotContain("b.png");
    }

    @Test
    void printsNothingWhenNothingIsWanted() {
        assertThat(analyze(image, "--format", "none")).isEqualTo(new Ran(0, "", ""));
    }

    @Test
    void namesFilesOnlyWhereAsked() {
        assertThat(analyze(image, "--format", "json", "--names").out()).contains("\"name\":\"b.png\"");
    }

    @Test
    void takesFieldsInTheOrderOfTheirNames() {
        String first = Pictures.png(folder.resolve("a.png"), 30, 8).toString();

        Ran ran = analyze(image, first, "--format", "json", "--names");

        assertThat(ran.out()).containsSubsequence("\"name\":\"a.png\"", "\"name\":\"b.png\"");
    }

    @Test
    void takesTheImagesOfAFolderAndSaysWhatItLeavesAside() throws IOException {
        Pictures.png(folder.resolve("c.PNG"), 5, 5);
        Files.writeString(folder.resolve("notes.txt"), "x");
        Files.createDirectory(folder.resolve("more.png"));

        Ran ran = analyze(folder.toString(), "-v");

        assertThat(ran.out()).contains("2 fields");
        assertThat(ran.err()).contains("left aside", "notes.txt", "more.png");
    }

    @Test
    void takesThePagesOfAFileAsFieldsUnlessToldOtherwise() {
        String pages = Pictures.tiff(folder.resolve("pages.tif"), 12, 8, 3).toString();

        assertThat(analyze(pages).out()).contains("3 fields");
        assertThat(analyze(pages, "--pages", "fields", "--set", "act@2=unusable"))
                .satisfies(ran -> assertThat(ran.exit()).isEqualTo(7))
                .satisfies(ran -> assertThat(ran.err()).contains("pages.tif", "Page 2: "));
        assertThat(analyze(pages, "--set", "act@3=unusable"))
                .satisfies(ran -> assertThat(ran.exit()).isEqualTo(6))
                .satisfies(ran -> assertThat(ran.err()).contains("no field 3", "0 to 2"));
        assertThat(analyze(pages, "--pages", "z"))
                .satisfies(ran -> assertThat(ran.exit()).isEqualTo(4))
                .satisfies(ran -> assertThat(ran.err()).contains("3 frames", "--pages fields"));
        assertThat(analyze(pages, "--pages", "apart"))
                .satisfies(ran -> assertThat(ran.exit()).isEqualTo(2))
                .satisfies(ran -> assertThat(ran.err()).contains("fields, time, z"));
    }

    @Test
    void looksAtChosenPagesAlone() {
        String pages = Pictures.tiff(folder.resolve("pages.tif"), 12, 8, 3).toString();

        assertThat(analyze(pages, "--page", "2,0").out()).contains("2 fields");
        assertThat(analyze(pages, "--page", "2", "--set", "act@0=unusable"))
                .satisfies(ran -> assertThat(ran.exit()).isEqualTo(7))
                .satisfies(ran -> assertThat(ran.err()).contains("pages.tif", "Page 2: "));
        assertThat(analyze(pages, "--page", "3"))
                .satisfies(ran -> assertThat(ran.exit()).isEqualTo(6))
                .satisfies(ran -> assertThat(ran.err()).contains("no page 3", "0 to 2"));
        assertThat(analyze(pages, "--page", "1", "--pages", "z"))
                .satisfies(ran -> assertThat(ran.err()).contains("--pages fields alone"));
        String more = Pictures.tiff(folder.resolve("more.tif"), 80, 8, 70).toString();
        assertThat(analyze(more, "--page", "69").out()).contains("1 field");
        assertThat(analyze(more).err()).contains("more pages than the 64 allowed");
        assertThat(analyze(pages, "--page", "-1"))
                .satisfies(ran -> assertThat(ran.err()).contains("no page -1"));
    }

    @Test
    void setsParametersOfAllFieldsAndOfOne() {
        Pictures.png(folder.resolve("c.png"), 5, 5);

        assertThat(analyze(image, "--set", "share=25").out()).contains(" 25  %");
        assertThat(analyze(folder.toString(), "--set", "act@1=unusable"))
                .satisfies(ran -> assertThat(ran.exit()).isEqualTo(7))
                .satisfies(ran -> assertThat(ran.err()).contains("c.png").contains("too blurred"));
    }

    @Test
    void tellsTheSameToEveryLocaleAndNumberOfThreads() {
        for (int i = 0; i < 20; i++) {
            Pictures.png(folder.resolve("f" + i + ".png"), 10 + i, 9);
        }
        Locale usual = Locale.getDefault();
        List<Ran> told = new ArrayList<>();
        try {
            for (String tag : List.of("en-US", "tr-TR", "de-DE", "ar-EG")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                told.add(analyze(folder.toString(), "--format", "json", "--threads", "1"));
                told.add(analyze(folder.toString(), "--format", "json", "--threads", "8"));
            }
        } finally {
            Locale.setDefault(usual);
        }

        assertThat(told).allSatisfy(ran -> assertThat(ran).isEqualTo(told.get(0)));
        assertThat(told.get(0).exit()).isZero();
    }

    @Test
    void leavesOutWhatCannotBeReadWhereAsked() throws IOException {
        Files.writeString(folder.resolve("a.jpg"), "no image");

        Ran strict = analyze(folder.toString());
        Ran tolerant = analyze(folder.toString(), "--skip-unreadable", "--quiet");
        Ran counting = analyze(folder.toString(), "--skip-unreadable", "--set", "act@1=well");

        assertThat(strict.exit()).isEqualTo(3);
        assertThat(strict.out()).isEmpty();
        assertThat(strict.err()).containsOnlyOnce("\n").contains("a.jpg");
        assertThat(tolerant.exit()).isZero();
        assertThat(tolerant.out()).contains("1 field");
        assertThat(tolerant.err()).contains("left out").contains("a.jpg");
        assertThat(analyze(folder.toString(), "--skip-unreadable", "--format", "json")
                        .out())
                .contains("\"notices\":[{\"code\":\"left-out\",\"detail\":\"A file was left out")
                .doesNotContain("a.jpg");
        assertThat(analyze(folder.toString(), "--skip-unreadable", "--format", "json", "--names")
                        .out())
                .contains("\"detail\":\"a.jpg was left out");
        assertThat(counting.exit()).isEqualTo(3);
        assertThat(counting.err()).contains("not left out");
    }

    @Test
    void writesTheReportToAFolderAndKeepsWhatIsThere() throws IOException {
        Path out = folder.resolve("new/report");

        Ran first = analyze(image, "--out", out.toString(), "--format", "json");
        assertThat(first.exit()).as(first.err()).isZero();
        assertThat(first.err()).contains("wrote the report to");
        assertThat(Files.readString(out.resolve("report.json")).strip())
                .isEqualTo(first.out().strip());
        assertThat(out).isDirectoryContaining("glob:**/overlay-0.png").isDirectoryContaining("glob:**/items.csv");

        Ran kept = analyze(image, "--out", out.toString(), "--set", "act=buggy");
        assertThat(kept.exit()).isEqualTo(12);
        assertThat(kept.err()).contains("--force").contains(out.toString());
        assertThat(analyze(image, "--out", out.toString(), "--force").exit()).isZero();
        assertThat(analyze(image, "--out", image).exit()).isEqualTo(12);
    }

    @Test
    void takesNoPictureOfAnEarlierReportForAField() {
        Ran first = analyze(folder.toString(), "--out", folder.toString(), "--format", "csv");
        Ran second = analyze(folder.toString(), "--out", folder.toString(), "--format", "csv", "--force");

        assertThat(second.exit()).as(second.err()).isZero();
        assertThat(second.out()).isEqualTo(first.out()).startsWith("specimen,kind");
    }

    @Test
    void takesWhatPersonsSayFromAFile() throws IOException {
        Path said = Files.writeString(folder.resolve("said.json"), """
            [{"type":"value","by":"Dr. A","code":"headArea","unit":"um2","value":12.5},
             {"type":"remark","by":"Dr. A","text":"warm"}]\
            """);

        Ran ran = analyze(image, "--annotations", said.toString());

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("12.5  µm²  given by Dr. A");
    }

    @Test
    void refusesWhatNobodyCanHaveSaid() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.json"), "[{\"type\":\"remark\"}]");
        Path beyond = Files.writeString(
                folder.resolve("beyond.json"), "[{\"type\":\"include\",\"by\":\"me\",\"field\":1,\"item\":0}]");

        assertThat(analyze(image, "--annotations", broken.toString()))
                .satisfies(ran -> assertThat(ran.exit()).isEqualTo(6))
                .satisfies(ran -> assertThat(ran.err()).contains("broken.json", "by"));
        assertThat(analyze(image, "--annotations", beyond.toString()).exit()).isEqualTo(6);
        assertThat(analyze(image, "--annotations", "nowhere.json").exit()).isEqualTo(12);
    }

    @Test
    void saysWhichFieldsANoticeIsAbout() {
        Pictures.png(folder.resolve("w.png"), 30, 5);

        assertThat(analyze(folder.toString()).out()).contains("Notices\n  wide  field 1: wider than 20 pixels\n");
    }

    private static Ran analyze(String... args) {
        List<String> all = new ArrayList<>(List.of("analyze", Pretender.KIND));
        all.addAll(Arrays.asList(args));
        return Ran.with(PRESENT, all.toArray(String[]::new));
    }
}
