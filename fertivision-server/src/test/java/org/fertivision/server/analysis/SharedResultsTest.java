package org.fertivision.server.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.fertivision.FertiVision;
import org.fertivision.phantom.Phantoms;
import org.fertivision.server.RunningServer;
import org.fertivision.server.blob.BlobStore;
import org.fertivision.server.log.Log;
import org.fertivision.server.metrics.Metrics;
import org.fertivision.server.postgres.SharedPostgres;
import org.fertivision.server.redis.Redis;
import org.fertivision.server.redis.RedisProcess;
import org.fertivision.server.tenant.Secrets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedResultsTest {
    private static final UUID CLINIC = UUID.randomUUID();
    private static final String REQUEST = "{\"kind\":\"sperm-vitality\"}";
    private static final byte[] DOCUMENT = "{\"summary\":[\"Jane Doe\"]}".getBytes(StandardCharsets.UTF_8);
    private static final String HASH = "0123456789abcdef".repeat(4);

    /** More than a busy machine needs. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Log log = new Log(System.err, Clock.systemUTC());
    private final FertiVision engine = FertiVision.create();

    @TempDir
    private Path dir;

    private static List<Submission.Field> fields(String... hashes) {
        return Arrays.stream(hashes)
                .map(hash -> new Submission.Field(new BlobStore.Blob(UUID.randomUUID(), hash, 1), "image/png"))
                .toList();
    }

    private SharedResults results(Optional<Redis> redis, String pepper) {
        return new SharedResults(redis, new Secrets(pepper), engine, new Metrics());
    }

    private static void eventually(BooleanSupplier so) throws InterruptedException {
        for (int i = 0; i < 500 && !so.getAsBoolean(); i++) {
            Thread.sleep(20);
        }
        assertThat(so.getAsBoolean()).isTrue();
    }

    @Test
    void anotherInstanceFindsTheSameBytesAndNobodyElseAnything() throws Exception {
        try (RedisProcess process = RedisProcess.start(dir);
                Redis one = Redis.at(process.address(), PATIENCE, log);
                Redis other = Redis.at(process.address(), PATIENCE, log)) {
            eventually(one::answers);
            eventually(other::answers);
            SharedResults here = results(Optional.of(one), "the pepper of both");
            SharedResults there = results(Optional.of(other), "the pepper of both");
            here.keep(CLINIC, REQUEST, fields("a", "b"), Ending.result(DOCUMENT, HASH));
            eventually(() -> there.find(CLINIC, REQUEST, fields("a", "b")).isPresent());

            Ending found = there.find(CLINIC, REQUEST, fields("a", "b")).orElseThrow();
            assertThat(found.document()).isEqualTo(DOCUMENT);
            assertThat(found.resultSha256()).isEqualTo(HASH);
            assertThat(there.find(UUID.randomUUID(), REQUEST, fields("a", "b"))).isEmpty();
            assertThat(there.find(CLINIC, REQUEST + " ", fields("a", "b"))).isEmpty();
            assertThat(there.find(CLINIC, REQUEST, fields("b", "a"))).isEmpty();
            assertThat(results(Optional.of(other), "the pepper of another").find(CLINIC, REQUEST, fields("a", "b")))
                    .isEmpty();

            String key = process.say("KEYS fertivision:result:*").split("\r\n")[2];
            assertThat(process.say("GET " + key)).hasSizeGreaterThan(100).doesNotContain("Jane", "summary", HASH);
            assertThat(process.say("PTTL " + key)).matches(":3[56]\\d{5}\r\n");
        }
    }

    @Test
    void aSecondServerAnswersWhatTheFirstMeasured() throws Exception {
        Path png = dir.resolve("picture.png");
        Phantoms.draw("sperm-vitality", 1, Map.of("width", "200", "height", "150", "cells", "2"))
                .writePng(png);
        try (RedisProcess process = RedisProcess.start(dir)) {
            Path config = Files.writeString(dir.resolve("settings"), "REDIS_URL=" + process.address());
            String database = SharedPostgres.freshDatabase();
            String[] options = {"--config", config.toString()};
            try (RunningServer one = new RunningServer(database, dir.resolve("data"), Clock.systemUTC(), options)) {
                String token = one.administrator();
                try (RunningServer other =
                        new RunningServer(database, dir.resolve("data"), Clock.systemUTC(), options)) {
                    for (RunningServer each : List.of(one, other)) {
                        eventually(() -> metrics(each).contains("fertivision_redis_up 1\n"));
                    }
                    String measured = report(one, token, png);
                    // A busy machine may answer too late, which costs another measurement and nothing else.
                    for (int i = 0; i < 20 && !metrics(other).contains("{outcome=\"hit\"}"); i++) {
                        assertThat(report(i % 2 == 0 ? other : one, token, png)).isEqualTo(measured);
                    }
                    assertThat(metrics(other)).contains("fertivision_shared_results_total{outcome=\"hit\"} 1\n");

                    process.kill();
                    for (int i = 0; i < 3; i++) {
                        assertThat(report(other, token, png)).isEqualTo(measured);
                    }
                }
            }
        }
    }

    private static String metrics(RunningServer server) {
        try {
            return server.send("GET", "/metrics", null, null).body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String report(RunningServer server, String token, Path png) throws Exception {
        HttpResponse<String> made = RunningServer.send(
                HttpRequest.newBuilder(server.uri("/v1/analyses?kind=sperm-vitality&umPerPixel=0.481"))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "image/png")
                        .header("Prefer", "wait=25")
                        .POST(BodyPublishers.ofFile(png)));
        assertThat(made.statusCode()).isEqualTo(201);
        return made.body().substring(made.body().indexOf("\"report\":"));
    }

    @Test
    void whatIsCutExchangedOrMadeUpIsNotFound() throws Exception {
        try (RedisProcess process = RedisProcess.start(dir);
                Redis redis = Redis.at(process.address(), PATIENCE, log)) {
            eventually(redis::answers);
            SharedResults results = results(Optional.of(redis), "the pepper of both");
            results.keep(CLINIC, REQUEST, fields("a"), Ending.result(DOCUMENT, HASH));
            eventually(() -> results.find(CLINIC, REQUEST, fields("a")).isPresent());
            String a = process.say("KEYS fertivision:result:*").split("\r\n")[2];
            results.keep(CLINIC, REQUEST, fields("b"), Ending.result(DOCUMENT, HASH));
            eventually(() -> results.find(CLINIC, REQUEST, fields("b")).isPresent());

            for (String spoil : new String[] {"SETRANGE " + a + " 40 x", "APPEND " + a + " x", "SET " + a + " x"}) {
                process.say(spoil);
                assertThat(results.find(CLINIC, REQUEST, fields("a"))).as(spoil).isEmpty();
            }
            String keys = process.say("KEYS fertivision:result:*");
            String b = keys.lines()
                    .filter(line -> line.startsWith("fertivision") && !line.equals(a))
                    .findFirst()
                    .orElseThrow();
            process.say("RENAME " + b + " " + a);
            assertThat(results.find(CLINIC, REQUEST, fields("a"))).isEmpty();
            process.say("DEL " + a);
            process.say("HSET " + a + " x y");
            assertThat(results.find(CLINIC, REQUEST, fields("a"))).isEmpty();
        }
    }

    @Test
    void failuresAndWithoutARedisNothingIsKept() throws Exception {
        SharedResults alone = results(Optional.empty(), "the pepper of both");
        alone.keep(CLINIC, REQUEST, fields("a"), Ending.result(DOCUMENT, HASH));
        assertThat(alone.find(CLINIC, REQUEST, fields("a"))).isEmpty();
        try (RedisProcess process = RedisProcess.start(dir);
                Redis redis = Redis.at(process.address(), PATIENCE, log)) {
            eventually(redis::answers);
            SharedResults results = results(Optional.of(redis), "the pepper of both");
            results.keep(CLINIC, REQUEST, fields("a"), Ending.problem("undecodable-image", "No."));
            results.keep(CLINIC, REQUEST, fields("b"), Ending.result(new byte[2 << 20], HASH));
            assertThat(process.say("DBSIZE")).isEqualTo(":0\r\n");
        }
    }
}
