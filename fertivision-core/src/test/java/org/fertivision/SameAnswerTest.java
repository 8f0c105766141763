package org.fertivision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.fertivision.phantom.Drawn;
import org.fertivision.phantom.Phantoms;
import org.fertivision.report.ReportJson;
import org.fertivision.request.Request;
import org.fertivision.spi.Plugin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same fields give byte-equal documents whatever the locale, the time zone, the number of threads and the JDK. The
 * tests run on two JDKs; whichever comes second compares its documents with those of the first.
 */
class SameAnswerTest {
    private static final Map<String, String> SMALL = Map.of("width", "640", "height", "480");
    private static final Map<String, Map<String, String>> SMALL_OTHERS = Map.of(
            "sperm-dna-fragmentation", Map.of("width", "640", "height", "480", "cells", "8"),
            "follicle", Map.of("mmPerPixel", "0.2", "depthMm", "46", "follicles", "4"),
            "endometrium", Map.of("mmPerPixel", "0.2", "depthMm", "46"),
            "hysteroscopy", Map.of("size", "256"));

    @TempDir
    private Path dir;

    static List<String> kinds() {
        return Phantoms.kinds();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void localeZoneAndThreadsDoNotMatter(String kind) throws Exception {
        Request request = request(kind);
        byte[] here = document(request, 1);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            for (String language : List.of("tr-TR", "de-DE", "ar-EG-u-nu-arab")) {
                Locale.setDefault(Locale.forLanguageTag(language));
                TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
                assertThat(document(request, 8)).as(language).isEqualTo(here);
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
        assertThat(document(request, 8)).isEqualTo(here);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatADocumentHoldsSumsUpToItsOwnSummary(String kind) throws IOException {
        Request request = request(kind);
        try (FertiVision fv = FertiVision.create()) {
            byte[] document = ReportJson.write(fv.analyze(request).orElseThrow());
            org.fertivision.report.ParsedReport parsed = ReportJson.parse(document);

            assertThat(fv.summarize(request, parsed.fields()).summary()).isEqualTo(parsed.summary());
            assertThat(parsed.hashIsRight()).isTrue();
        }
    }

    @Test
    void theJdkDoesNotMatter() throws Exception {
        Path kept = Path.of("target", "same-answer", fingerprintOfTheBuild());
        Files.createDirectories(kept);
        for (String kind : kinds()) {
            byte[] mine = document(request(kind), 2);
            try (Stream<Path> others = Files.list(kept)) {
                for (Path other : others.filter(p -> p.getFileName().toString().startsWith(kind + "-on-"))
                        .toList()) {
                    assertThat(mine).as(other.getFileName().toString()).isEqualTo(Files.readAllBytes(other));
                }
            }
            Files.write(kept.resolve(kind + "-on-" + Runtime.version().feature() + ".json"), mine);
        }
    }

    private Request request(String kind) throws IOException {
        Request.Builder request = Request.of(kind);
        for (int seed = 1; seed <= 3; seed++) {
            Drawn drawn = Phantoms.draw(kind, seed, SMALL_OTHERS.getOrDefault(kind, SMALL));
            Path file = dir.resolve(kind + "-" + seed + ".png");
            drawn.writePng(file);
            request.field(file).calibration(drawn.calibration());
        }
        return request.build();
    }

    private static byte[] document(Request request, int threads) {
        ExecutorService runner = Executors.newFixedThreadPool(threads);
        try (FertiVision fv =
                FertiVision.create(EngineConfig.builder().executor(runner).build())) {
            return ReportJson.write(fv.analyze(request).orElseThrow());
        } finally {
            runner.shutdownNow();
        }
    }

    private static String fingerprintOfTheBuild() throws IOException, URISyntaxException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        List<Path> homes = new ArrayList<>();
        for (Class<?> type : List.of(FertiVision.class, Plugin.class, Phantoms.class, SameAnswerTest.class)) {
            homes.add(Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI()));
        }
        for (Path home : homes) {
            try (Stream<Path> files = Files.walk(home)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    digest.update(Files.readAllBytes(file));
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
    }
}
