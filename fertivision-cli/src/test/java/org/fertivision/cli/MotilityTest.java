package org.fertivision.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        assertThat(document).contains("\"code\":\"hyperactivated\",\"notMeasured\":\"no rule");
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
    void saysHowToGiveTheFramesPerSecond() {
        String silent = Pictures.tiff(folder.resolve("silent.tif"), 40, 30, 10).toString();

        Ran ran = Ran.command("analyze", "sperm-motility", silent);

        assertThat(ran.exit()).isEqualTo(5);
        assertThat(ran.err()).contains("--fps F");
        assertThat(Ran.command("analyze", "sperm-motility", silent, "--fps", "50")
                        .exit())
                .isZero();
    }

    @Test
    void refusesAnAviByName() {
        Path film = draw("film.avi", "cells=3");

        Ran ran = Ran.command("analyze", "sperm-motility", film.toString());

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err()).contains("AVI video", "not read");
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
