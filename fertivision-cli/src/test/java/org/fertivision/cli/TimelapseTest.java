package org.fertivision.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;
import org.fertivision.image.Plane;
import org.fertivision.phantom.Films;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Embryos over time from a drawn film on disk to the tables of its report. */
class TimelapseTest {
    @TempDir
    private Path folder;

    /** A film of 12 frames, 90 minutes apart, of which only a person tells the scale. */
    private Path draw(String name) {
        Path file = folder.resolve(name);
        List<String> command = new ArrayList<>(List.of("phantom", "embryo-timelapse", "--out", file.toString()));
        for (String setting : List.of(
                "width=110",
                "height=110",
                "umPerPixel=2",
                "frames=12",
                "minutesPerFrame=90",
                "divisions=0",
                "expansionFrame=200")) {
            command.addAll(List.of("--set", setting));
        }
        Ran ran = Ran.command(command.toArray(String[]::new));
        assertThat(ran.exit()).as(ran.err()).isZero();
        return file;
    }

    @Test
    void aFilmTellsItsTimeAndItsCurvesAreATable() throws IOException {
        for (String name : List.of("film.tif", "film.avi")) {
            Path report = folder.resolve("report-" + name);

            Ran ran = Ran.command("analyze", "embryo-timelapse", draw(name).toString(), "--out", report.toString());

            assertThat(ran.exit()).as(ran.err()).isZero();
            List<String> curves = Files.readAllLines(report.resolve("series.csv"));
            assertThat(curves.get(0)).isEqualTo("field,code,unit,timeS,value");
            assertThat(curves).anyMatch(line -> line.startsWith("0,motionEnergy,%,5400,"));
            assertThat(Files.readString(report.resolve("report.html"))).contains("Motion energy (%) over time (h)");
            assertThat(Files.readString(report.resolve("report.json")))
                    .contains("\"durationS\":64800", "\"code\":\"eventCandidates\"");
        }
    }

    @Test
    void framesInAFolderNeedTheMinutesBetweenThem() throws IOException {
        Path frames = Files.createDirectory(folder.resolve("frames"));
        Frames film = Films.of("embryo-timelapse")
                .with("width", 110)
                .with("height", 110)
                .with("umPerPixel", 2)
                .with("frames", 3)
                .with("divisions", 0)
                .draw()
                .frames();
        for (Optional<Frame> next = film.next(); next.isPresent(); next = film.next()) {
            write(next.get(), frames.resolve("frame-" + next.get().index() + ".png"));
        }

        Ran untold = Ran.command("analyze", "embryo-timelapse", frames.toString(), "--frames");
        Ran told = Ran.command(
                "analyze",
                "embryo-timelapse",
                frames.toString(),
                "--frames",
                "--set",
                "minutesPerFrame=10",
                "--format",
                "json");
        Ran slow = Ran.command(
                "analyze",
                "embryo-timelapse",
                frames.toString(),
                "--frames",
                "--fps",
                "0.00166666667",
                "--format",
                "json");

        assertThat(untold.exit()).isEqualTo(5);
        assertThat(untold.err()).contains("minutesPerFrame");
        assertThat(told.exit()).as(told.err()).isZero();
        assertThat(told.out()).contains("\"durationS\":1800");
        assertThat(slow.exit()).as(slow.err()).isZero();
        assertThat(slow.out()).contains("Frames were taken to be 10.00 min apart");
    }

    private static void write(Frame frame, Path file) throws IOException {
        Plane plane = frame.gray();
        BufferedImage image = new BufferedImage(plane.width(), plane.height(), BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < plane.height(); y++) {
            for (int x = 0; x < plane.width(); x++) {
                image.getRaster().setSample(x, y, 0, plane.at(x, y));
            }
        }
        ImageIO.write(image, "png", file.toFile());
    }

    @Test
    void timesThatAPersonGivesAreScored() throws IOException {
        Path said = Files.writeString(folder.resolve("said.json"), """
                [{"type":"value","by":"Dr. A","code":"tPNf","unit":"h","value":24},
                 {"type":"value","by":"Dr. A","code":"t2","unit":"h","value":27},
                 {"type":"value","by":"Dr. A","code":"t3","unit":"h","value":38},
                 {"type":"value","by":"Dr. A","code":"t4","unit":"h","value":38.5},
                 {"type":"value","by":"Dr. A","code":"t5","unit":"h","value":50},
                 {"type":"value","by":"Dr. A","code":"cellsAt66h","unit":"1","value":8},
                 {"type":"value","by":"Dr. A","code":"unevenTwoCells","unit":"1","value":0},
                 {"type":"value","by":"Dr. A","code":"abruptDivision","unit":"1","value":0},
                 {"type":"value","by":"Dr. A","code":"multinucleated","unit":"1","value":0}]""");

        Ran ran = Ran.command(
                "analyze",
                "embryo-timelapse",
                draw("film.tif").toString(),
                "--score",
                "petersen2016",
                "--score",
                "meseguer2011",
                "--annotations",
                said.toString(),
                "--format",
                "json");

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out())
                .contains(
                        "\"grade\":\"5\"", "\"grade\":\"A+\"", "given by Dr. A", "\"code\":\"t3\",\"given\":\"Dr. A\"");
    }
}
