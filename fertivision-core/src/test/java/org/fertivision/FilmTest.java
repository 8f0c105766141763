package org.fertivision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.fertivision.finding.Notice;
import org.fertivision.finding.Rejection;
import org.fertivision.finding.RejectionCode;
import org.fertivision.image.Timing;
import org.fertivision.phantom.Film;
import org.fertivision.phantom.Films;
import org.fertivision.report.Overlay;
import org.fertivision.report.Report;
import org.fertivision.report.ReportJson;
import org.fertivision.request.InputFacts;
import org.fertivision.request.Request;
import org.fertivision.request.Source;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Videos from file to report. */
class FilmTest {
    private static final Film FILM = Films.of("sperm-motility")
            .seed(94_100)
            .with("width", "160")
            .with("height", "120")
            .with("cells", "5")
            .with("frames", "30")
            .draw();

    @TempDir
    static Path folder;

    private static Path file;

    @BeforeAll
    static void draw() throws IOException {
        file = folder.resolve("film.avi");
        FILM.write(file);
    }

    @Test
    void theFileTellsItsFramesRateAndHash() throws Exception {
        try (FertiVision fv = FertiVision.create()) {
            Report report = fv.analyze(film().build()).orElseThrow();

            InputFacts facts = report.inputs().get(0).input();
            assertThat(facts.frames()).isEqualTo(30);
            assertThat(facts.mediaType()).isEqualTo("video/x-msvideo");
            assertThat(facts.bytes()).isEqualTo(Files.size(file));
            assertThat(facts.pixelSha256()).isNull();
            assertThat(facts.sha256())
                    .isEqualTo(HexFormat.of()
                            .formatHex(java.security.MessageDigest.getInstance("SHA-256")
                                    .digest(Files.readAllBytes(file))));
            assertThat(report.inputs().get(0).timing()).isEqualTo(new Timing(50, Timing.Origin.FILE));
            assertThat(Overlay.png(report, 0)).isNotEmpty();
        }
    }

    @Test
    void pathBytesAndStreamsGiveTheSameDocument() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        try (FertiVision fv =
                FertiVision.create(EngineConfig.builder().cacheBytes(0).build())) {
            byte[] byPath = ReportJson.write(fv.analyze(film().build()).orElseThrow());
            for (Source source : List.of(Source.of(bytes), Source.of(() -> new ByteArrayInputStream(bytes)))) {
                Request request = Request.of("sperm-motility")
                        .field(source)
                        .calibration(FILM.calibration())
                        .build();
                assertThat(ReportJson.write(fv.analyze(request).orElseThrow())).isEqualTo(byPath);
            }
        }
    }

    @Test
    void videoIsLookedAtOnceWhereTheEngineRemembers() throws IOException {
        AtomicInteger opened = new AtomicInteger();
        byte[] bytes = Files.readAllBytes(file);
        Source counted = Source.of(() -> {
            opened.incrementAndGet();
            return new ByteArrayInputStream(bytes);
        });
        Request request = Request.of("sperm-motility")
                .field(counted)
                .calibration(FILM.calibration())
                .build();
        try (FertiVision fv = FertiVision.create()) {
            byte[] first = ReportJson.write(fv.analyze(request).orElseThrow());
            int before = opened.get();

            assertThat(ReportJson.write(fv.analyze(request).orElseThrow())).isEqualTo(first);

            assertThat(opened.get() - before).as("told apart, and hashed").isEqualTo(2);
        }
    }

    @Test
    void theCallersFrameRateWinsAndADifferenceIsTold() {
        try (FertiVision fv = FertiVision.create()) {
            Report same = fv.analyze(film().timing(Timing.framesPerSecond(50)).build())
                    .orElseThrow();
            Report other = fv.analyze(film().timing(Timing.framesPerSecond(25)).build())
                    .orElseThrow();

            assertThat(codes(same)).doesNotContain("frame-rate-overruled");
            assertThat(codes(other)).contains("frame-rate-overruled");
            assertThat(other.inputs().get(0).timing()).isEqualTo(Timing.framesPerSecond(25));
        }
    }

    @Test
    void rateThatNobodyBelievesIsRefusedUnlessTheCallerTellsOne() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int header = new String(bytes, 0, 400, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("strh") + 8;
        java.util.Arrays.fill(bytes, header + 24, header + 28, (byte) 0);
        Request.Builder request = Request.of("sperm-motility").field(bytes).calibration(FILM.calibration());
        try (FertiVision fv = FertiVision.create()) {
            Rejection rejection = ((Outcome.Rejected) fv.analyze(request.build())).rejection();
            assertThat(rejection.code()).isEqualTo(RejectionCode.TIMING_MISSING);
            assertThat(rejection.detail())
                    .contains("0 frames were taken a second")
                    .contains("--fps");

            Report told = fv.analyze(request.timing(Timing.framesPerSecond(50)).build())
                    .orElseThrow();
            assertThat(codes(told)).contains("frame-rate-unbelievable");
        }
    }

    @Test
    void filmOfManyPagesIsReadWhereAStillOfAsManyIsRefused() throws IOException {
        Path tiff = folder.resolve("pages.tif");
        Films.of("sperm-motility")
                .seed(94_101)
                .with("width", "80")
                .with("height", "64")
                .with("cells", "1")
                .with("frames", "80")
                .draw()
                .write(tiff);
        try (FertiVision fv = FertiVision.create()) {
            Report report =
                    fv.analyze(Request.of("sperm-motility").field(tiff).build()).orElseThrow();
            assertThat(report.inputs().get(0).input().frames()).isEqualTo(80);
            Outcome still = fv.analyze(Request.of("sperm-vitality").field(tiff).build());
            assertThat(((Outcome.Rejected) still).rejection().code()).isEqualTo(RejectionCode.TOO_MANY_FRAMES);
        }
    }

    @Test
    void kindForStillsRefusesAVideo() {
        try (FertiVision fv = FertiVision.create()) {
            Outcome outcome =
                    fv.analyze(Request.of("sperm-vitality").field(file).build());

            assertThat(((Outcome.Rejected) outcome).rejection().code()).isEqualTo(RejectionCode.TOO_MANY_FRAMES);
        }
    }

    private static Request.Builder film() {
        return Request.of("sperm-motility").field(file).calibration(FILM.calibration());
    }

    private static List<String> codes(Report report) {
        return report.findings().fields().get(0).notices().stream()
                .map(Notice::code)
                .toList();
    }
}
