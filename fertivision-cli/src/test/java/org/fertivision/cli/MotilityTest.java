package org.fertivision.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.fertivision.image.Frames;
import org.fertivision.image.Plane;
import org.fertivision.phantom.Films;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Motility from a drawn film on disk to the tables of its report. */
class MotilityTest {
    @TempDir
    private Path folder;

    @Test
    void measuresOfAFilmAreNearItsTruth() throws IOException {
        Path film = draw("film.tif", "cells=20");
        String truth = Files.readString(folder.resolve("film.tif.truth.json"));
        Path report = folder.resolve("report");

        Ran ran = Ran.command(
                "analyze", "sperm-motility", film.toString(), "--um-per-pixel", "0.481", "--out", report.toString());

        assertThat(ran.exit()).as(ran.err()).isZero();
        String document = Files.readString(report.resolve("report.json"));
        double cells = value(truth, "cells");
        assertThat(value(document, "cells")).isCloseTo(cells, within(0.05 * cells));
        for (String share : List.of("rapidProgressive", "slowProgressive", "nonProgressive", "immotile", "motile")) {
            assertThat(value(document, share)).as(share).isCloseTo(value(truth, share), within(6.0));
        }
        assertThat(document)
                .contains("\"code\":\"hyperactivated\",\"notMeasured\":\"limits hold for washed, capacitated sperm");
    }

    @Test
    void aTrackHasTheNumberOfItsItem() throws IOException {
        Path film = draw("film.tif", "cells=12");
        Path report = folder.resolve("report");

        Ran.command("analyze", "sperm-motility", film.toString(), "--out", report.toString());

        List<String> tracks = Files.readAllLines(report.resolve("tracks.csv"));
        assertThat(tracks.get(0)).isEqualTo("field,track,frame,timeS,xPx,yPx");
        assertThat(tracks).anyMatch(line -> line.matches("0,\\d+,1,0\\.02,.*"));
        assertThat(numbers(tracks)).isEqualTo(numbers(Files.readAllLines(report.resolve("items.csv"))));
        assertThat(report).isDirectoryContaining("glob:**/overlay-0.png");
    }

    @Test
    void aFilmOfTheOverlayIsWrittenBesideTheReport() throws IOException {
        Path report = folder.resolve("report");
        String film = draw("film.avi", "cells=5").toString();

        Ran ran = Ran.command("analyze", "sperm-motility", film, "--overlay-film", "--out", report.toString());

        assertThat(ran.exit()).as(ran.err()).isZero();
        byte[] bytes = Files.readAllBytes(report.resolve("overlay-0.avi"));
        assertThat(new String(bytes, 0, 12, StandardCharsets.ISO_8859_1))
                .startsWith("RIFF")
                .endsWith("AVI ");
    }

    @Test
    void aFilmOfTheOverlayAsksForAFolderAndForSomethingThatMoves() throws IOException {
        String still = Pictures.png(folder.resolve("still.png"), 40, 30).toString();
        Ran nowhere = Ran.command("analyze", "sperm-morphology", still, "--overlay-film");
        assertThat(nowhere.exit()).isEqualTo(2);
        assertThat(nowhere.err()).contains("--overlay-film", "--out");

        Path report = folder.resolve("report");
        Ran ran = Ran.command("analyze", "sperm-morphology", still, "--overlay-film", "--out", report.toString());
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.err()).contains("no overlay film: no object was followed");
        assertThat(report.resolve("overlay-0.avi")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 6, not 0.0",
        "-5, 6, not -5.0",
        "1e9, 6, 0.0001 to 100000 per second",
        "fast, 2, no number of frames a second",
        "50/s, 2, for example 50 or 59.94"
    })
    void aWrongFrameRateIsOneClearLine(String rate, int exit, String words) {
        Path film = draw("film.avi", "cells=3");

        Ran ran = Ran.command("analyze", "sperm-motility", film.toString(), "--fps=" + rate);

        assertThat(ran.exit()).isEqualTo(exit);
        assertThat(ran.err().lines().filter(line -> !line.contains("--help")))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("--fps", words));
    }

    @Test
    void aSinglePictureIsNoVideo() throws IOException {
        String still = Pictures.tiff(folder.resolve("still.tif"), 40, 30, 1).toString();

        for (String[] told : new String[][] {{}, {"--fps", "50"}}) {
            List<String> words = new ArrayList<>(List.of("analyze", "sperm-motility", still));
            words.addAll(List.of(told));
            Ran ran = Ran.command(words.toArray(String[]::new));

            assertThat(ran.exit()).isEqualTo(7);
            assertThat(ran.err().lines())
                    .singleElement()
                    .satisfies(line -> assertThat(line).contains("single picture", "video of two frames or more"));
        }
    }

    @Test
    void aVideoIsNoStill() {
        Path film = draw("film.avi", "cells=3");

        for (String kind : List.of("sperm-count", "sperm-vitality", "sperm-morphology")) {
            Ran ran = Ran.command("analyze", kind, film.toString(), "--um-per-pixel", "0.481");

            assertThat(ran.exit()).isEqualTo(4);
            assertThat(ran.err().lines())
                    .singleElement()
                    .satisfies(line -> assertThat(line).contains("one still a field", "50 frames"));
        }
    }

    @Test
    void anEmptyVideoHasNoCellsAndIsAResult() {
        Path film = draw("film.avi", "cells=0");

        Ran ran = Ran.command("analyze", "sperm-motility", film.toString(), "--um-per-pixel", "0.481");

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out()).containsPattern("cells +0 +0 to 3\\.689").contains("not scored", "motile (no objects)");
    }

    @Test
    void aVideoTooShortToGradeIsRefusedAndNoEmptySample() {
        Path film = draw("film.avi", "cells=12");

        Ran ran = Ran.command("analyze", "sperm-motility", film.toString(), "--um-per-pixel", "0.481", "--fps", "1000");

        assertThat(ran.exit()).isEqualTo(7);
        assertThat(ran.err()).contains("sperm are graded by 0.5 s or more", "--fps F");
    }

    @Test
    void saysHowToGiveTheFramesPerSecond() {
        String silent = Pictures.tiff(folder.resolve("silent.tif"), 40, 30, 30).toString();

        Ran ran = Ran.command("analyze", "sperm-motility", silent);

        assertThat(ran.exit()).isEqualTo(5);
        assertThat(ran.err()).contains("--fps F");
        assertThat(Ran.command("analyze", "sperm-motility", silent, "--fps", "50")
                        .exit())
                .isZero();
    }

    @Test
    void anAviHasTheFindingsOfTheTiffAndIsReplayed() throws IOException {
        Path tiff = draw("film.tif", "cells=12");
        Path avi = draw("film.avi", "cells=12");
        Path report = folder.resolve("report");
        Ran stack = Ran.command("analyze", "sperm-motility", tiff.toString(), "--um-per-pixel", "0.481");

        Ran ran = Ran.command(
                "analyze", "sperm-motility", avi.toString(), "--um-per-pixel", "0.481", "--out", report.toString());

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("immotile");
        assertThat(figures(ran.out())).isEqualTo(figures(stack.out()));
        assertThat(report).isDirectoryContaining("glob:**/overlay-0.png");
        Path document = report.resolve("report.json");
        assertThat(Ran.command("replay", document.toString(), avi.toString()).exit())
                .isZero();
    }

    @Test
    void aFolderOfFramesIsOneVideoAndIsReplayed() throws IOException {
        Path frames = frames(folder.resolve("day-1"), 30);
        Path report = folder.resolve("report");

        Ran ran = Ran.command(
                "analyze",
                "sperm-motility",
                frames.toString(),
                "--frames",
                "--fps",
                "50",
                "--um-per-pixel",
                "0.481",
                "--out",
                report.toString());

        assertThat(ran.exit()).as(ran.err()).isZero();
        Path document = report.resolve("report.json");
        assertThat(Files.readString(document)).contains("\"frames\":30", "\"mediaType\":\"inode/directory\"");
        assertThat(Ran.command("replay", document.toString(), frames.toString()).exit())
                .isZero();
        Ran untimed = Ran.command("analyze", "sperm-motility", frames.toString(), "--frames");
        assertThat(untimed.exit()).isEqualTo(5);
        assertThat(untimed.err()).contains("--fps F");
    }

    @Test
    void everyFolderOfABatchIsAVideo() throws IOException {
        frames(folder.resolve("all/day-1"), 30);
        frames(folder.resolve("all/day-2"), 29);
        String out = folder.resolve("results").toString();
        String all = folder.resolve("all").toString();

        Ran ran =
                Ran.command("batch", "sperm-motility", all, "--by", "folder", "--frames", "--fps", "50", "--out", out);

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("2 specimens measured");
        Files.delete(folder.resolve("all/day-2/frame-3.png"));
        Ran again = Ran.command(
                "batch", "sperm-motility", all, "--by", "folder", "--frames", "--fps", "50", "--out", out, "--resume");
        assertThat(again.out()).contains("(1 of them before)");
        Ran wrong = Ran.command("batch", "sperm-motility", all, "--frames", "--fps", "50", "--out", out, "--force");
        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(wrong.err()).contains("--by folder");
    }

    private static Path frames(Path into, int count) throws IOException {
        Files.createDirectories(into);
        Frames film = Films.of("sperm-motility")
                .seed(7)
                .with("width", "160")
                .with("height", "120")
                .with("cells", "5")
                .with("frames", String.valueOf(count))
                .draw()
                .frames();
        for (int i = 1; i <= count; i++) {
            Plane plane = film.next().orElseThrow().gray();
            BufferedImage image = new BufferedImage(plane.width(), plane.height(), BufferedImage.TYPE_BYTE_GRAY);
            int[] row = new int[plane.width()];
            for (int y = 0; y < plane.height(); y++) {
                plane.row(y, row);
                image.getRaster().setSamples(0, y, plane.width(), 1, 0, row);
            }
            ImageIO.write(image, "png", into.resolve("frame-" + i + ".png").toFile());
        }
        return into;
    }

    /** The lines of a table that hold figures. */
    private static List<String> figures(String table) {
        return table.lines()
                .filter(line -> line.matches(".*\\d.*"))
                .filter(line -> !line.contains("film"))
                .toList();
    }

    private Path draw(String name, String setting) {
        Path film = folder.resolve(name);
        Ran ran = Ran.command(
                "phantom",
                "sperm-motility",
                "--out",
                film.toString(),
                "--seed",
                "7",
                "--set",
                "width=320",
                "--set",
                "height=240",
                "--set",
                setting);
        assertThat(ran.exit()).as(ran.err()).isZero();
        return film;
    }

    /** The value of a measure in a document or a truth. */
    private static double value(String json, String code) {
        Matcher found = Pattern.compile("\\{[^{}]*\"code\":\"" + code + "\"[^{}]*\"value\":([-+.0-9E]+)[^{}]*\\}")
                .matcher(json);
        assertThat(found.find()).as(code).isTrue();
        return Double.parseDouble(found.group(1));
    }

    private static Set<String> numbers(List<String> table) {
        return table.stream().skip(1).map(line -> line.split(",")[1]).collect(Collectors.toSet());
    }
}
