package org.fertivision.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fertivision.FertiVision;
import org.fertivision.image.Calibration;
import org.fertivision.phantom.Phantoms;
import org.fertivision.report.ReportJson;
import org.fertivision.request.Request;
import org.fertivision.server.postgres.SharedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that measures in processes of their own: what an image or a plug-in does there harms nobody else. */
class IsolationTest {
    private static final String VITALITY = "kind=sperm-vitality&umPerPixel=0.481";

    @TempDir
    private Path dir;

    private RunningServer start(String... more) throws Exception {
        List<String> options = new ArrayList<>(List.of(more));
        if (options.stream().noneMatch(option -> option.startsWith("--child-mib"))) {
            options.add("--child-mib=256");
            options.add("--child-most-mib=256");
        }
        return new RunningServer(
                SharedPostgres.freshDatabase(),
                Files.createTempDirectory(dir, "data"),
                Clock.systemUTC(),
                options.toArray(String[]::new));
    }

    private Path picture() throws Exception {
        Path png = dir.resolve("picture.png");
        Phantoms.draw("sperm-vitality", 1, Map.of("width", "400", "height", "300", "cells", "8"))
                .writePng(png);
        return png;
    }

    private static HttpResponse<String> post(RunningServer server, String token, String query, String prefer, Path png)
            throws Exception {
        return RunningServer.send(HttpRequest.newBuilder(server.uri("/v1/analyses?" + query))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "image/png")
                .header("Prefer", prefer)
                .POST(BodyPublishers.ofFile(png)));
    }

    @Test
    void theDocumentIsThatOfTheJar() throws Exception {
        Path png = picture();
        byte[] own;
        try (FertiVision engine = FertiVision.create()) {
            own = ReportJson.write(engine.analyze(Request.of("sperm-vitality")
                            .calibration(Calibration.umPerPixel(0.481))
                            .field(png)
                            .build())
                    .orElseThrow());
        }
        try (RunningServer server = start()) {
            String token = server.administrator();
            for (int i = 0; i < 2; i++) {
                HttpResponse<String> made = post(server, token, VITALITY, "wait=25", png);
                assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
                assertThat(made.body()).contains("\"report\":" + new String(own, StandardCharsets.UTF_8) + "}");
            }
            HttpResponse<String> refused =
                    post(server, token, VITALITY, "wait=25", Files.write(dir.resolve("no.png"), new byte[100]));
            assertThat(refused.statusCode()).isIn(415, 422);
            assertThat(server.send("GET", "/metrics", null, null).body()).contains("fertivision_children 1\n");
        }
    }

    @Test
    void itCostsLittle() throws Exception {
        List<Path> pictures = new ArrayList<>();
        for (int seed = 1; seed <= 16; seed++) {
            Path png = dir.resolve("picture-" + seed + ".png");
            Phantoms.draw("sperm-vitality", seed, Map.of("width", "640", "height", "480", "cells", "20"))
                    .writePng(png);
            pictures.add(png);
        }
        double[] apart;
        double[] here;
        try (RunningServer server = start("--analyses-at-once=1")) {
            apart = millis(server, pictures);
        }
        try (RunningServer server = start("--analyses-at-once=1", "--child-mib=0")) {
            here = millis(server, pictures);
        }
        System.err.printf(
                Locale.ROOT,
                "isolation: an analysis takes %.0f ms apart, %.0f ms here: ratio %.2f (medians of 8, warm); throughput"
                        + " ratio %.2f%n",
                apart[0],
                here[0],
                apart[0] / here[0],
                here[1] / apart[1]);
        assertThat(apart[0]).isLessThan(5 * here[0] + 500);
    }

    /** The median of the second half, and the time of that half, milliseconds. */
    private static double[] millis(RunningServer server, List<Path> pictures) throws Exception {
        String token = server.administrator();
        List<Double> times = new ArrayList<>();
        for (Path png : pictures) {
            long started = System.nanoTime();
            assertThat(post(server, token, VITALITY, "wait=25", png).statusCode())
                    .isEqualTo(201);
            times.add((System.nanoTime() - started) / 1e6);
        }
        List<Double> warm = times.subList(pictures.size() / 2, pictures.size());
        double sum = warm.stream().mapToDouble(Double::doubleValue).sum();
        return new double[] {warm.stream().sorted().toList().get(warm.size() / 2), sum};
    }

    @Test
    void whatEndsAProcessEndsOneAnalysisAndItsNeighborGoesOn() throws Exception {
        Path png = picture();
        Hostile.writeTo(Files.createDirectories(dir.resolve("plugins")).resolve("hostile.jar"));
        try (RunningServer server = start("--plugins", dir.resolve("plugins").toString(), "--analyses-at-once=2")) {
            String token = server.administrator();
            String hanging = RunningServer.member(
                    post(server, token, "kind=acme.hanging", "respond-async", png)
                            .body(),
                    "id");
            assertThat(post(server, token, VITALITY, "wait=25", png).statusCode())
                    .isEqualTo(201);
            HttpResponse<String> exhausted = post(server, token, "kind=acme.exhausting", "wait=25", png);
            assertThat(exhausted.statusCode()).isEqualTo(500);
            assertThat(exhausted.body()).contains("more memory than the 256 MiB");
            HttpResponse<String> ended = post(server, token, "kind=acme.ending", "wait=25", png);
            assertThat(ended.statusCode()).isEqualTo(500);
            assertThat(ended.body()).contains("The process that measured it ended.");
            assertThat(post(server, token, VITALITY, "wait=25", png).statusCode())
                    .isEqualTo(201);

            assertThat(server.send("GET", "/v1/analyses/" + hanging, token, null)
                            .body())
                    .contains("\"status\":\"running\"");
            server.send("POST", "/v1/jobs/" + hanging.replace("ana_", "job_") + "/cancel", token, "{}");
            assertThat(over(server, token, hanging)).contains("\"status\":\"canceled\"");
        }
    }

    @Test
    void whatNeedsMoreMemoryIsMeasuredOnceMoreWithMore() throws Exception {
        Path png = picture();
        Hostile.writeTo(Files.createDirectories(dir.resolve("plugins")).resolve("hostile.jar"));
        String plugins = "--plugins=" + dir.resolve("plugins");
        try (RunningServer server = start(plugins, "--child-mib=128", "--child-most-mib=512")) {
            String token = server.administrator();
            assertThat(post(server, token, "kind=acme.hungry", "wait=25", png).body())
                    .contains("its log tells more");
            assertThat(post(server, token, "kind=acme.exhausting", "wait=25", png)
                            .body())
                    .contains("more memory than the 512 MiB");
        }
        try (RunningServer server = start(plugins, "--child-mib=128", "--child-most-mib=128")) {
            assertThat(post(server, server.administrator(), "kind=acme.hungry", "wait=25", png)
                            .body())
                    .contains("more memory than the 128 MiB");
        }
    }

    @Test
    void whatHangsIsEndedWhenItsTimeIsOver() throws Exception {
        Path png = picture();
        Hostile.writeTo(Files.createDirectories(dir.resolve("plugins")).resolve("hostile.jar"));
        try (RunningServer server = start("--plugins", dir.resolve("plugins").toString(), "--analysis-seconds=1")) {
            String token = server.administrator();
            String hanging = RunningServer.member(
                    post(server, token, "kind=acme.hanging", "respond-async", png)
                            .body(),
                    "id");
            assertThat(over(server, token, hanging)).contains("\"status\":\"failed\"", "\"code\":\"analysis-timeout\"");
        }
    }

    private static String over(RunningServer server, String token, String id) throws Exception {
        for (int i = 0; i < 600; i++) {
            String analysis =
                    server.send("GET", "/v1/analyses/" + id, token, null).body();
            if (!analysis.contains("\"status\":\"running\"") && !analysis.contains("\"status\":\"queued\"")) {
                return analysis;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("the analysis does not end");
    }
}
