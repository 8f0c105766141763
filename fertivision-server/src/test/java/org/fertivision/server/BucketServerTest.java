package org.fertivision.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fertivision.phantom.Phantoms;
import org.fertivision.server.blob.CloudStorageFake;
import org.fertivision.server.postgres.SharedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole server whose images are in a bucket. */
class BucketServerTest {
    private static final String KIND = "/v1/analyses?kind=sperm-vitality&umPerPixel=0.481";

    @TempDir
    private Path dir;

    @Test
    void anImageIsKeptInTheBucketAndMeasuredFromThere() throws Exception {
        try (CloudStorageFake cloud = new CloudStorageFake();
                RunningServer server = new RunningServer(
                        SharedPostgres.freshDatabase(),
                        dir.resolve("data"),
                        Clock.systemUTC(),
                        "--cloud-storage-bucket",
                        "images",
                        "--storage-emulator-host",
                        cloud.address().toString())) {
            Path drawn = dir.resolve("drawn.png");
            Phantoms.draw("sperm-vitality", 1, Map.of("width", "200", "height", "150", "cells", "2"))
                    .writePng(drawn);
            HttpRequest.Builder request = HttpRequest.newBuilder(server.uri(KIND))
                    .header("Authorization", "Bearer " + server.administrator())
                    .header("Content-Type", "image/png")
                    .header("Prefer", "wait=25")
                    .POST(BodyPublishers.ofFile(drawn));

            assertThat(RunningServer.send(request).statusCode()).isEqualTo(201);
            assertThat(cloud.names())
                    .filteredOn(name -> name.startsWith("kept/"))
                    .hasSize(1);
            assertThat(filesOfTheFolder()).noneMatch(file -> file.contains("blobs"));
        }
    }

    private List<String> filesOfTheFolder() throws Exception {
        try (Stream<Path> files = Files.walk(dir.resolve("data"))) {
            return files.map(Path::toString).toList();
        }
    }

    @Test
    void aBucketThatDoesNotAnswerMakesTheServerUnready() throws Exception {
        try (CloudStorageFake cloud = new CloudStorageFake()) {
            cloud.refuse(true);
            try (RunningServer server = new RunningServer(
                    SharedPostgres.freshDatabase(),
                    dir.resolve("data"),
                    Clock.systemUTC(),
                    "--cloud-storage-bucket",
                    "images",
                    "--storage-emulator-host",
                    cloud.address().toString())) {
                HttpResponse<String> ready = server.send("GET", "/health/ready", null, null);

                assertThat(ready.statusCode()).isEqualTo(503);
                assertThat(ready.body()).contains("dependency-unavailable");
                assertThat(server.send("GET", "/health/live", null, null).statusCode())
                        .isEqualTo(200);
            }
        }
    }
}
