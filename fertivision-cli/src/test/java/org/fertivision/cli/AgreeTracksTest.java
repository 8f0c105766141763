package org.fertivision.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tracks beside the true ones, from files to figures. */
class AgreeTracksTest {
    @TempDir
    private Path folder;

    @Test
    void tracksOfADrawnFilmKeepToItsTruth() throws IOException {
        Path film = folder.resolve("film.tif");
        Ran.command(
                "phantom",
                "sperm-motility",
                "--out",
                film.toString(),
                "--seed",
                "8",
                "--set",
                "width=320",
                "--set",
                "height=240",
                "--set",
                "cells=12");
        Path report = folder.resolve("report");
        Ran.command("analyze", "sperm-motility", film.toString(), "--out", report.toString());

        Ran ran = Ran.command(
                "agree",
                "--tracks",
                film + ".truth.json",
                report.resolve("tracks.csv").toString(),
                "--format",
                "json");

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out())
                .startsWith("{\"within\":5.0,\"withinUnit\":\"um\",")
                .endsWith("}\n");
        assertThat(figure(ran.out(), "idf1")).isGreaterThan(90);
        assertThat(figure(ran.out(), "hota")).isGreaterThan(85);
        assertThat(figure(ran.out(), "recall")).isGreaterThan(95);
        assertThat(figure(ran.out(), "precision")).isGreaterThan(95);
    }

    @Test
    void anExchangeOfTwoTracksIsSeenByIdentityAndHardlyByMota() throws IOException {
        StringBuilder truth = new StringBuilder("field,track,frame,timeS,xPx,yPx\n");
        StringBuilder told = new StringBuilder("track,frame,xPx,yPx\n");
        for (int frame = 0; frame < 40; frame++) {
            int other = frame < 20 ? 0 : 1;
            truth.append("0,0,").append(frame).append(",,").append(frame).append(",10\n");
            truth.append("0,1,").append(frame).append(",,").append(frame).append(",60\n");
            told.append(other)
                    .append(',')
                    .append(frame)
                    .append(',')
                    .append(frame)
                    .append(",10\n");
            told.append(1 - other)
                    .append(',')
                    .append(frame)
                    .append(',')
                    .append(frame)
                    .append(",60\n");
        }

        Ran ran =
                Ran.command("agree", "--tracks", file("truth.csv", truth), file("told.csv", told), "--within", "6 px");

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out())
                .startsWith("2 tracks with 80 places beside 2 true with 80, matched within 6 px\n")
                .containsPattern("IDF1 +50 +% ")
                .containsPattern("MOTA +97\\.5 +% ")
                .containsPattern("detection recall +100 +% ")
                .containsPattern("identity switches +2 ")
                .containsPattern("wrong ends +100 +% +2 of 2 tracks");
    }

    @Test
    void aTrackerThatFindsNothingHasNoPrecision() throws IOException {
        String truth = file("truth.csv", "track,frame,xPx,yPx\n1,0,5,5\n");
        String none = file("none.csv", "track,frame,xPx,yPx\n");

        Ran ran = Ran.command("agree", "--tracks", truth, none, "--within", "6px");
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out()).containsPattern("detection precision +not measured");
        assertThat(Ran.command("agree", "--tracks", truth, none, "--within", "6px", "--format", "json")
                        .out())
                .contains("\"recall\":0.0")
                .doesNotContain("precision", "wrongEndsShare");

        Ran backwards = Ran.command("agree", "--tracks", none, truth, "--within", "6px");
        assertThat(backwards.exit()).isEqualTo(6);
        assertThat(backwards.err()).contains("no true places");
    }

    @Test
    void aDistanceInMicrometersNeedsTheSizeOfAPixel() throws IOException {
        String truth = file("truth.csv", "track,frame,xPx,yPx\n1,0,5,5\n");
        String told = file("told.csv", "track,frame,xPx,yPx\n1,0,9,5\n");

        Ran ran = Ran.command("agree", "--tracks", truth, told);
        assertThat(ran.exit()).isEqualTo(5);
        assertThat(ran.err()).contains("--um-per-pixel X", "--within 10px");
        assertThat(figure(
                        Ran.command("agree", "--tracks", truth, told, "--um-per-pixel", "1", "--format", "json")
                                .out(),
                        "recall"))
                .isEqualTo(100);
        assertThat(figure(
                        Ran.command("agree", "--tracks", truth, told, "--um-per-pixel", "2", "--format", "json")
                                .out(),
                        "recall"))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "track,frame,xPx\\n1,0,5\\n | 3 | has no column 'yPx'",
                "track,frame,xPx,yPx\\n1,first,5,5\\n | 3 | line 2",
                "track,frame,xPx,yPx\\n1,0,5,5\\n1,0,6,6\\n | 6 | two places in frame",
                "track,frame,xPx,yPx\\n1,-1,5,5\\n | 3 | count from 0",
                "track,frame,xPx,yPx\\n1,0,NaN,5\\n | 6 | not finite",
                "{\"schema\":\"x\"} | 3 | no list of tracks",
                "{\"tracks\":[{\"id\":1,\"frames\":[0,1],\"xPx\":[4],\"yPx\":[4]}]} | 3 | one place for each frame",
                "{\"tracks\":[{ | 3 | no truth of a drawn film"
            })
    void aFileThatHoldsNoTracksIsNamed(String content, int exit, String words) throws IOException {
        String bad = file("bad.csv", content.replace("\\n", "\n"));
        String good = file("good.csv", "track,frame,xPx,yPx\n1,0,5,5\n");

        Ran ran = Ran.command("agree", "--tracks", good, bad, "--within", "5px");

        assertThat(ran.exit()).as(ran.err()).isEqualTo(exit);
        assertThat(ran.err()).contains(words);
    }

    @Test
    void whatHasNoMeaningIsRefused() throws IOException {
        String good = file("good.csv", "track,frame,xPx,yPx\n1,0,5,5\n");

        assertThat(Ran.command("agree", good, good).exit()).isEqualTo(2);
        assertThat(Ran.command("agree", good, good).err()).contains("--code CODE", "--tracks");
        assertThat(Ran.command("agree", "--tracks", good, good, "--code", "x").exit())
                .isEqualTo(2);
        assertThat(Ran.command("agree", "--tracks", good, good, "--out", folder.toString())
                        .exit())
                .isEqualTo(2);
        assertThat(Ran.command("agree", good, good, "--code", "xPx", "--within", "5um")
                        .exit())
                .isEqualTo(2);
        for (String distance : new String[] {"5", "0px", "-1um", "5mm", "um"}) {
            Ran ran = Ran.command("agree", "--tracks", good, good, "--within", distance);
            assertThat(ran.exit()).as(distance).isEqualTo(2);
            assertThat(ran.err()).contains("5um or 10px");
        }
    }

    private String file(String name, CharSequence content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private static double figure(String json, String name) {
        String from = json.substring(json.indexOf("\"" + name + "\":") + name.length() + 3);
        return Double.parseDouble(from.substring(0, from.indexOf(',') < 0 ? from.indexOf('}') : from.indexOf(',')));
    }
}
