package org.fertivision.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.fertivision.phantom.Phantoms;
import org.fertivision.server.postgres.SharedPostgres;
import org.fertivision.server.redis.RedisProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What clients type, and what is measured of their images, is not found in the Redis that instances share. */
class PlantedInRedisTest {
    private static final String NOTHING = ":0\r\n";

    private final PlantedWords words = new PlantedWords();

    @Test
    void theyAreNotInTheRedis(@TempDir Path dir, @TempDir Path data) throws Exception {
        String database = SharedPostgres.freshDatabase();
        try (RedisProcess redis = RedisProcess.start(dir)) {
            redis.say("CONFIG SET rdbcompression no");
            Map<String, String> secrets = Map.of("DATABASE_URL", database, "REDIS_URL", redis.address());
            try (RunningServer server = new RunningServer(secrets, data, Clock.systemUTC())) {
                String token = server.administrator();
                words.secret(token.substring(token.length() - 50));
                byte[] image = image(data.resolve("picture.png"));
                for (int i = 0; i < 100 && redis.say("DBSIZE").equals(NOTHING); i++) {
                    measure(server, token, image);
                }
            }
            assertThat(redis.say("DBSIZE")).isNotEqualTo(NOTHING);
            assertThat(redis.say("SAVE")).startsWith("+OK");
            assertThat(words.inFiles(dir)).isEmpty();
        }
    }

    private void measure(RunningServer server, String token, byte[] image) throws Exception {
        String remark = "{\"type\":\"remark\",\"by\":\"" + words.person() + "\",\"text\":\"" + words.record() + "\"}";
        String request = "{\"kind\":\"sperm-vitality\",\"umPerPixel\":0.481,\"sampleRef\":\"" + words.person()
                + "\",\"annotations\":[" + remark + "]}";
        HttpResponse<String> made = RunningServer.send(HttpRequest.newBuilder(server.uri("/v1/analyses"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "multipart/form-data; boundary=frontier")
                .header("Prefer", "wait=25")
                .header("Idempotency-Key", words.person() + words.record())
                .POST(BodyPublishers.ofByteArray(words.form(image, request))));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    }

    private static byte[] image(Path file) throws Exception {
        Phantoms.draw("sperm-vitality", 1, Map.of("width", "480", "height", "360", "cells", "9"))
                .writePng(file);
        return Files.readAllBytes(file);
    }
}
