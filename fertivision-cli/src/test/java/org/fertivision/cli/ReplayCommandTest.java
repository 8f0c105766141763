package org.fertivision.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fertivision.spi.Plugin;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayCommandTest {
    private static final List<Plugin> PRESENT = List.of(new Pretender());

    @TempDir
    private Path folder;

    private String one = "";
    private String two = "";
    private Path document = Path.of("");

    @BeforeEach
    void draw() {
        one = Pictures.png(folder.resolve("one.png"), 12, 8).toString();
        two = Pictures.png(folder.resolve("two.png"), 14, 8).toString();
        document = folder.resolve("report.json");
    }

    @Test
    void theSameBytesComeAgainWithEverythingThatWasAsked() throws IOException {
        Path said = Files.writeString(folder.resolve("said.json"), """
            [{"type":"value","by":"Dr. A","code":"headArea","unit":"um2","value":12.5},
             {"type":"remark","by":"Dr. A","text":"warm"}]\
            """);
        measured(
                one,
                two,
                "--um-per-pixel",
                "0.5,0.25",
                "--fps",
                "25",
                "--set",
                "share=25",
                "--set",
                "act@1=well",
                "--specimen",
                "S 7",
                "--names",
                "--annotations",
                said.toString());
        Path renamed = Files.move(Path.of(one), folder.resolve("zzz.png"));

        Ran ran = replay(two, renamed.toString());

        assertThat(ran).isEqualTo(new Ran(0, "equal: the same bytes again; acme.pretender 1.2.3, 2 fields\n", ""));
    }

    @Test
    void filesThatWereLeftOutAreTold() throws IOException {
        String bad = Files.writeString(folder.resolve("bad.png"), "no image").toString();
        measured(bad, one, "--skip-unreadable", "--quiet");

        assertThat(replay(one).exit()).isZero();
    }

    @Test
    void ourOwnKindsAndScorersComeAgain() throws IOException {
        String image = folder.resolve("drawn.png").toString();
        assertThat(Ran.command("phantom", "sperm-vitality", "--out", image).exit())
                .isZero();
        Ran ran = Ran.command(
                "analyze",
                "sperm-vitality",
                image,
                "--um-per-pixel",
                "0.5",
                "--score",
                "who5",
                "--score",
                "who6",
                "--format",
                "json");
        Files.writeString(document, ran.out());

        assertThat(Ran.command("replay", document.toString(), image).out()).startsWith("equal: ");
    }

    @Test
    void chosenPagesComeAgainAndNoOther() throws IOException {
        String pages = folder.resolve("chosen.tif").toString();
        Pictures.tiff(Path.of(pages), 14, 8, 4);
        measured(pages, "--page", "1,3");

        assertThat(Files.readString(document)).contains("\"page\":1", "\"page\":3", "\"pages\":\"chosen\"");
        assertThat(replay(pages).out()).startsWith("equal: the same bytes again; acme.pretender 1.2.3, 2 fields");
    }

    @Test
    void pagesOfAFileComeAgainFromTheOneFile() throws IOException {
        String pages = folder.resolve("pages.tif").toString();
        Pictures.tiff(Path.of(pages), 14, 8, 2);
        measured(pages, "--pages", "fields");

        assertThat(Files.readString(document)).contains("\"page\":1", "\"pages\":\"fields\"");
        assertThat(replay(pages).out()).startsWith("equal: the same bytes again; acme.pretender 1.2.3, 2 fields");
    }

    @Test
    void tellsWhereAnotherFileMakesADifference() throws IOException {
        measured(one, two);
        Pictures.png(Path.of(two), 15, 8);

        Ran ran = replay(one, two);

        assertThat(ran.exit()).isEqualTo(9);
        assertThat(ran.out())
                .startsWith("differs: acme.pretender 1.2.3, 2 fields\n  file 1 is another one: sha256 ")
                .doesNotContain("file 0 is another one");
        assertThat(ran.out().lines())
                .anySatisfy(line -> assertThat(line).matches(" +/inputs/1/width +14 +15"))
                .anySatisfy(line -> assertThat(line).matches(" +/summary/0/value +26 +27"));
        assertThat(replay(one, two, "--format", "json").out())
                .startsWith("{\"equal\":false,\"causes\":[\"file 1 is another one")
                .contains("{\"pointer\":\"/inputs/1/width\",\"then\":\"14\",\"now\":\"15\"}")
                .endsWith("]}\n");
    }

    @Test
    void tellsOfAnotherVersionAndOfAChangedDocument() throws IOException {
        measured(one);
        String text = Files.readString(document);
        Files.writeString(document, text.replace("\"version\":\"1.2.3\"", "\"version\":\"1.0.0\""));

        Ran ran = replay(one);

        assertThat(ran.exit()).isEqualTo(9);
        assertThat(ran.out())
                .contains("another version of the analyzer: 1.0.0 then, 1.2.3 now", "was changed after it was written")
                .containsPattern("/algorithm/version +\"1.0.0\" +\"1.2.3\"");

        Files.writeString(document, text.replace(",", ", "));
        assertThat(replay(one).exit()).isEqualTo(9);
        assertThat(replay(one).out()).contains("not in canonical form");
    }

    @Test
    void saysWhatIsNoReportAndWhatIsMissing() throws IOException {
        measured(one, two);
        assertThat(replay(one))
                .satisfies(ran -> assertThat(ran.exit()).isEqualTo(2))
                .satisfies(ran -> assertThat(ran.err()).contains("2 files", "1 file "));
        Files.writeString(document, "{}");
        assertThat(replay(one).exit()).isEqualTo(6);
        assertThat(replay(one).err()).contains("report.json", "schemaVersion");
        Files.delete(document);
        assertThat(replay(one).exit()).isEqualTo(12);
    }

    private void measured(String... args) throws IOException {
        List<String> all = new ArrayList<>(List.of("analyze", Pretender.KIND, "--format", "json"));
        all.addAll(Arrays.asList(args));
        Ran ran = Ran.with(PRESENT, all.toArray(String[]::new));
        assertThat(ran.exit()).as(ran.err()).isZero();
        Files.writeString(document, ran.out());
    }

    private Ran replay(String... args) {
        List<String> all = new ArrayList<>(List.of("replay", document.toString()));
        all.addAll(Arrays.asList(args));
        return Ran.with(PRESENT, all.toArray(String[]::new));
    }
}
