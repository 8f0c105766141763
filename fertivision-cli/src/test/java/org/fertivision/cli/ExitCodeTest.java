package org.fertivision.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.fertivision.finding.RejectionCode;
import org.fertivision.spi.Plugin;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExitCodeTest {
    private static final List<Plugin> PRESENT = List.of(new Pretender());

    @TempDir
    private Path folder;

    private String image = "";

    @BeforeEach
    void draw() {
        image = Pictures.png(folder.resolve("b.png"), 12, 8).toString();
    }

    @ParameterizedTest
    @EnumSource
    void everyRejectionHasACodeFrom3To8(RejectionCode code) {
        assertThat(ExitCode.of(code).number()).isBetween(3, 8);
    }

    @Test
    void numbersAreThoseThatAreWrittenDown() {
        assertThat(ExitCode.table().keySet())
                .containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "12", "130");
    }

    @ParameterizedTest
    @CsvSource({"unusable, 7", "unscaled, 5", "limit, 4", "buggy, 10", "greedy, 4", "well, 0", "wrong, 6"})
    void anAnalysisEndsAsItsTroubleSays(String act, int exit) {
        Ran ran = Ran.with(PRESENT, "analyze", Pretender.KIND, image, "--set", "act=" + act);

        assertThat(ran.exit()).isEqualTo(exit);
        assertThat(ran.err().lines()).hasSize(exit == 0 ? 0 : 1);
        assertThat(ran.out().isEmpty()).isEqualTo(exit != 0);
    }

    @Test
    void ourOwnKindsEndAsTheirTroubleSays() throws IOException {
        String white = Pictures.white(folder.resolve("white.png"), 64, 64).toString();
        String huge = Files.write(
                        folder.resolve("huge.png"),
                        HexFormat.of()
                                .parseHex("89504e470d0a1a0a0000000d4948445200009c4000009c400800000000"
                                        + "746751d90000000049454e44ae426082"))
                .toString();

        assertThat(count(white, "--um-per-pixel=0.5").exit()).isEqualTo(7);
        assertThat(count(huge, "--um-per-pixel=0.5"))
                .satisfies(ran -> assertThat(ran.exit()).as(ran.err()).isEqualTo(4))
                .satisfies(ran -> assertThat(ran.err()).contains("16384 allowed, 40000 found", "huge.png"));
        assertThat(count(image))
                .satisfies(ran -> assertThat(ran.exit()).isEqualTo(5))
                .satisfies(ran -> assertThat(ran.err()).contains("--um-per-pixel"));
        assertThat(count(image, "--um-per-pixel=0.5", "--set=dilutoin=2"))
                .satisfies(ran -> assertThat(ran.exit()).isEqualTo(6))
                .satisfies(ran -> assertThat(ran.err()).contains("dilution"));
        assertThat(count(image, "--um-per-pixel=0.5").exit()).isZero();
    }

    private static Ran count(String... args) {
        List<String> all = new ArrayList<>(List.of("analyze", "sperm-count"));
        all.addAll(List.of(args));
        return Ran.command(all.toArray(String[]::new));
    }

    @Test
    void aLimitIsToldWithWhatWasFound() {
        Ran ran = Ran.with(PRESENT, "analyze", Pretender.KIND, image, "--set", "act=limit");

        assertThat(ran.err())
                .isEqualTo("fertivision: structure-limit: " + image + ": Too deep. (depth: 10 allowed, 20000 found)\n");
    }

    @Test
    void whatIsNoImageEndsWith3() throws IOException {
        Path text = Files.writeString(folder.resolve("x.jpg"), "no image");
        Path cut = Files.write(folder.resolve("cut.png"), Files.readAllBytes(Path.of(image)));
        Files.write(cut, Arrays.copyOf(Files.readAllBytes(cut), 60));
        Path empty = Files.createDirectory(folder.resolve("empty"));

        assertThat(List.of(text, cut, empty)).allSatisfy(path -> {
            Ran ran = Ran.with(PRESENT, "analyze", Pretender.KIND, path.toString());
            assertThat(ran.exit()).isEqualTo(3);
            assertThat(ran.err()).contains(path.toString());
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--um-per-pixel=0",
                "--um-per-pixel=0,481",
                "--um-per-pixel=1,293",
                "--um-per-pixel=1e999",
                "--fps=-1",
                "--set=nonsense=1",
                "--set=share=101",
                "--set=act@1=well",
                "--score=nobody",
                "--reader=nobody",
                "--threads=0",
                "--deadline=0",
                "--deadline=1e999999999"
            })
    void aBadValueEndsWith6(String option) {
        Ran ran = Ran.with(PRESENT, "analyze", Pretender.KIND, image, option);

        assertThat(ran.exit()).as(ran.err()).isEqualTo(6);
        assertThat(ran.err().lines()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--um-per-pixel=1,2,3",
                "--um-per-pixel=one",
                "--um-per-pixel=NaN",
                "--fps=fast",
                "--set=share",
                "--set==5",
                "--set=act@x=well",
                "--format=xml",
                "--threads=two",
                "--pages=times",
                "--score=none --score=who6",
                "--set=share=1 --set=share=2",
                "--format=json --format=csv"
            })
    void wrongUseEndsWith2(String options) {
        Ran ran = Ran.with(PRESENT, ("analyze acme.pretender " + image + " " + options).split(" "));

        assertThat(ran.exit()).as(ran.err()).isEqualTo(2);
        assertThat(ran.err()).startsWith("fertivision: ");
    }

    @Test
    void unknownKindsEndWith6AndNameTheKnown() {
        Ran ran = Ran.with(PRESENT, "analyze", "acme.pretendre", image);

        assertThat(ran.exit()).isEqualTo(6);
        assertThat(ran.err()).contains("Did you mean acme.pretender?", "Known: ");
        assertThat(Ran.with(PRESENT, "parameters", "nothing").exit()).isEqualTo(6);
        assertThat(Ran.command("explain", "headAera").exit()).isEqualTo(6);
        assertThat(Ran.command("phantom", "nothing").exit()).isEqualTo(6);
    }

    @Test
    void aMissingParameterIsNamedWithItsRange() {
        Ran ran = Ran.with(List.of(new Pretender(true)), "analyze", Pretender.KIND, image);

        assertThat(ran.exit()).isEqualTo(6);
        assertThat(ran.err()).contains("parameter-missing", "needed", "1 to 2 um");
    }

    @Test
    void aDeadlineEndsWith8() {
        Ran ran = Ran.with(
                PRESENT, "analyze", Pretender.KIND, image, "--set", "act=slow", "--deadline", "0.05", "--threads", "1");

        assertThat(ran.exit()).isEqualTo(8);
        assertThat(ran.err()).contains("analysis-timeout", "seconds");
    }

    @Test
    void whatIsNotThereEndsWith12() {
        assertThat(Ran.with(
                        PRESENT,
                        "analyze",
                        Pretender.KIND,
                        folder.resolve("none.png").toString()))
                .satisfies(ran -> assertThat(ran.exit()).isEqualTo(12))
                .satisfies(ran -> assertThat(ran.err()).contains("none.png"));
        assertThat(Ran.command("kinds", "--plugins", folder.resolve("none").toString())
                        .exit())
                .isEqualTo(12);
        assertThat(Ran.command("plugins", "--plugins", image).exit()).isEqualTo(12);
    }

    @Test
    void addressesAndStandardInputAreNotUnderstood() {
        assertThat(Ran.with(PRESENT, "analyze", Pretender.KIND, "https://example.org/a.png")
                        .exit())
                .isEqualTo(2);
        assertThat(Ran.with(PRESENT, "analyze", Pretender.KIND, "-").exit()).isEqualTo(2);
        assertThat(Ran.with(PRESENT, "analyze", Pretender.KIND, image, image).exit())
                .isEqualTo(2);
    }

    @Test
    void aFullDiskUnderTheOutputEndsWith12() {
        StringWriter err = new StringWriter();
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("no space left");
            }
        };

        int exit = Main.run(
                new Surroundings(null, Surroundings.Watched.NOTHING, PRESENT),
                new PrintWriter(full),
                new PrintWriter(err),
                "kinds");

        assertThat(exit).isEqualTo(12);
        assertThat(err.toString()).contains("standard output");
    }
}
