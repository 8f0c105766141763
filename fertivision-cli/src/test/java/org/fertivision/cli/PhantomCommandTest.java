package org.fertivision.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.fertivision.phantom.Phantoms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PhantomCommandTest {
    @TempDir
    private Path folder;

    /** The kinds that are seen through a microscope, whose images can be made small by their width and height. */
    static Iterable<String> kinds() {
        return Phantoms.kinds().stream()
                .filter(kind -> kind.startsWith("sperm-"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void drawsAnImageWithItsTruthBesideIt(String kind) throws IOException {
        Path image = folder.resolve("x.png");

        Ran ran = Ran.command(
                "phantom",
                kind,
                "--out",
                image.toString(),
                "--seed",
                "3",
                "--set",
                "width=200",
                "--set",
                "height=150",
                "--set",
                kind.equals("sperm-count") ? "concentration=5" : "cells=2");

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out()).isEmpty();
        assertThat(Files.size(image)).isPositive();
        assertThat(folder.resolve("x.png.truth.json"))
                .content()
                .contains("\"kind\":\"" + kind + "\"", "\"seed\":3", "\"widthPx\":200");
    }

    @Test
    void drawsARulingToo() throws IOException {
        Path image = folder.resolve("ruling.png");

        Ran ran = Ran.command("phantom", "graticule", "--out", image.toString());

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(Files.size(image)).isPositive();
        assertThat(Ran.command("phantom", "graticul").err()).contains("graticule");
    }

    @Test
    void keepsWhatIsThereUnlessForced() throws IOException {
        Path image = Files.writeString(folder.resolve("x.png"), "mine");
        String[] small = {"--set", "width=64", "--set", "height=64", "--set", "cells=0", "--set", "borderCells=0"};

        Ran kept = draw(image, small);
        assertThat(kept.exit()).isEqualTo(12);
        assertThat(kept.err()).contains("--force");
        assertThat(image).content().isEqualTo("mine");

        String[] forced = Arrays.copyOf(small, small.length + 1);
        forced[small.length] = "--force";
        assertThat(draw(image, forced).exit()).isZero();
        assertThat(Files.size(image)).isGreaterThan(4);
    }

    @Test
    void saysWhatCanBeSet() {
        assertThat(Ran.command("phantom", "sperm-vitality").out())
                .contains("background", "gray level of the background");
        assertThat(Ran.command("phantom", "sperm-vitality", "--set", "cell=1"))
                .satisfies(ran -> assertThat(ran.exit()).isEqualTo(6))
                .satisfies(ran -> assertThat(ran.err()).contains("cells"));
    }

    @Test
    void refusesAnEndingItCannotWrite() {
        assertThat(draw(folder.resolve("x.gif")).exit()).isEqualTo(6);
    }

    private static Ran draw(Path image, String... more) {
        String[] args = new String[more.length + 4];
        System.arraycopy(new String[] {"phantom", "sperm-morphology", "--out", image.toString()}, 0, args, 0, 4);
        System.arraycopy(more, 0, args, 4, more.length);
        return Ran.command(args);
    }
}
