package org.fertivision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.fertivision.decode.PixelHash;
import org.fertivision.image.Frame;
import org.fertivision.image.Plane;
import org.fertivision.phantom.Films;
import org.fertivision.phantom.Phantoms;
import org.fertivision.report.ParsedReport;
import org.fertivision.report.Pictures;
import org.fertivision.report.Report;
import org.fertivision.report.ReportJson;
import org.fertivision.request.Request;
import org.fertivision.request.Source;
import org.fertivision.spi.RejectedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pictures behind a result document are those that were measured. */
class PicturesTest {
    @TempDir
    private Path dir;

    @Test
    void fieldsOfStillsAndPagesAreFoundAgain() throws IOException {
        byte[] still = still(1);
        byte[] pages = Paged.file(page(10), page(90), page(200));
        try (FertiVision fv = FertiVision.create()) {
            Request request = Request.of("sperm-morphology")
                    .field(pages)
                    .field(still)
                    .field(pages)
                    .build();
            ParsedReport document = document(fv.analyze(request).orElseThrow());
            Pictures again = again(fv, document, pages, still, pages);
            Pictures atOnce = fv.analyze(request).orElseThrow().pictures();

            assertThat(document.inputs()).hasSize(7);
            List<Integer> files = new ArrayList<>();
            for (int field = 0; field < 7; field++) {
                files.add(document.file(field));
                assertThat(hash(again.frame(field, 0))).as("field " + field).isEqualTo(hash(atOnce.frame(field, 0)));
            }
            assertThat(files).containsExactly(0, 0, 0, 1, 2, 2, 2);
            assertThatThrownBy(() -> again.frame(7, 0)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> again.frame(3, 1)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void framesOfAFilmAreReachedByTheirNumbers() throws IOException {
        Path film = dir.resolve("film.avi");
        Films.of("sperm-motility")
                .seed(7)
                .with("width", "160")
                .with("height", "120")
                .with("cells", "3")
                .with("frames", "30")
                .draw()
                .write(film);
        byte[] bytes = Files.readAllBytes(film);
        try (FertiVision fv = FertiVision.create()) {
            Report report = fv.analyze(Request.of("sperm-motility").field(bytes).build())
                    .orElseThrow();
            Pictures again = again(fv, document(report), bytes);

            for (int number : new int[] {0, 1, 17, 29}) {
                Frame frame = again.frame(0, number);
                assertThat(frame.index()).isEqualTo(number);
                assertThat(hash(frame)).isEqualTo(hash(report.pictures().frame(0, number)));
            }
            assertThat(hash(again.frame(0, 1))).isNotEqualTo(hash(again.frame(0, 29)));
            assertThatThrownBy(() -> again.frame(0, 30)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void aFrameThatTakesTooLongIsGivenUp() throws IOException {
        byte[] still = still(2);
        try (FertiVision fv = FertiVision.create()) {
            ParsedReport document = document(
                    fv.analyze(Request.of("sperm-morphology").field(still).build())
                            .orElseThrow());
            Pictures hasty = fv.pictures(document, List.of(Source.of(still)), Duration.ofNanos(1));

            assertThatThrownBy(() -> hasty.frame(0, 0)).isInstanceOf(RejectedException.class);
        }
    }

    private static Pictures again(FertiVision fv, ParsedReport document, byte[]... files) {
        return fv.pictures(document, Arrays.stream(files).map(Source::of).toList(), Duration.ofMinutes(1));
    }

    private static ParsedReport document(Report report) {
        return ReportJson.parse(ReportJson.write(report));
    }

    private static String hash(Frame frame) {
        return PixelHash.of(List.of(frame));
    }

    private byte[] still(int seed) throws IOException {
        Path file = dir.resolve("still-" + seed + ".png");
        Phantoms.draw("sperm-morphology", seed, Map.of("width", "240", "height", "180", "cells", "3"))
                .writePng(file);
        return Files.readAllBytes(file);
    }

    private static Frame page(int gray) {
        byte[] samples = new byte[64 * 48];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) (gray + i % 7);
        }
        return Frame.gray(Plane.takeBytes(64, 48, samples));
    }
}
