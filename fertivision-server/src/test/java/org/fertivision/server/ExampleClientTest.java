package org.fertivision.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import javax.tools.ToolProvider;
import org.fertivision.phantom.Phantoms;
import org.fertivision.server.postgres.SharedPostgres;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of a client compiles on Java 11 and does what it says against a server. */
class ExampleClientTest {
    private static final Path SOURCE = Path.of("..", "examples", "java-client", "MeasureImage.java");

    @TempDir
    private static Path dir;

    private static Path image;

    @BeforeAll
    static void compile() throws IOException {
        int status = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "--release", "11", "-d", dir.toString(), SOURCE.toString());
        assertThat(status).isZero();
        image = dir.resolve("picture.png");
        Phantoms.draw("sperm-vitality", 1, Map.of("width", "480", "height", "360", "cells", "9"))
                .writePng(image);
    }

    private static String report(RunningServer server, String token, String kind, Path of) throws Throwable {
        try (URLClassLoader classes =
                new URLClassLoader(new URL[] {dir.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            Class<?> client = classes.loadClass("MeasureImage");
            Object made = client.getConstructor(URI.class, String.class).newInstance(server.uri(""), token);
            return (String) client.getMethod("report", String.class, Path.class).invoke(made, kind, of);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Test
    void anImageIsMeasuredAndWhatCannotBeSaysWhy() throws Throwable {
        try (RunningServer server =
                new RunningServer(SharedPostgres.freshDatabase(), dir.resolve("data"), Clock.systemUTC())) {
            String token = server.administrator();
            assertThat(report(server, token, "sperm-vitality", image)).contains("\"code\":\"live\"");
            Path broken = Files.write(dir.resolve("broken.png"), new byte[] {1, 2, 3});
            assertThatThrownBy(() -> report(server, token, "sperm-vitality", broken))
                    .hasMessageContaining("409 analysis-failed");
            assertThatThrownBy(() -> report(server, "fvt_wrong", "sperm-vitality", image))
                    .hasMessageContaining("401 invalid-credential");
        }
    }

    @Test
    void aFullQueueIsTriedAgainAndThenTold() throws Throwable {
        try (RunningServer server = new RunningServer(
                SharedPostgres.freshDatabase(),
                dir.resolve("full"),
                Clock.systemUTC(),
                "--analyses-at-once",
                "0",
                "--queue",
                "1")) {
            String token = server.administrator();
            RunningServer.send(HttpRequest.newBuilder(server.uri("/v1/analyses?kind=sperm-vitality"))
                    .header("Authorization", "Bearer " + token)
                    .header("Prefer", "wait=0")
                    .POST(BodyPublishers.ofByteArray(Files.readAllBytes(image))));
            long started = System.nanoTime();
            assertThatThrownBy(() -> report(server, token, "sperm-vitality", image))
                    .hasMessageContaining("429 queue-full");
            assertThat(System.nanoTime() - started).isGreaterThan(4_000_000_000L);
        }
    }
}
