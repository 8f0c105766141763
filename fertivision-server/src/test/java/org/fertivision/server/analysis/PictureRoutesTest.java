package org.fertivision.server.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fertivision.server.RunningServer.member;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.fertivision.phantom.Films;
import org.fertivision.phantom.Phantoms;
import org.fertivision.server.RunningServer;
import org.fertivision.server.postgres.SharedPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Previews, tiles and frames over HTTP. */
class PictureRoutesTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** By how much a file of less than 1 MiB is longer than what is sealed in it. */
    private static final int SEAL_BYTES = 56;

    @TempDir
    private static Path data;

    private static RunningServer server;
    private static String token;
    private static String stills;
    private static String film;

    @BeforeAll
    static void start() throws Exception {
        server = new RunningServer(SharedPostgres.freshDatabase(), data, Clock.systemUTC());
        token = server.administrator();
        stills = analyzed("sperm-vitality", picture(1, 1300, 700), picture(2, 480, 360));
        film = analyzed("sperm-motility", film());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static byte[] picture(int seed, int width, int height) throws IOException {
        Path file = data.resolve("picture-" + seed + ".png");
        Map<String, String> size = Map.of("width", "" + width, "height", "" + height, "cells", "9");
        Phantoms.draw("sperm-vitality", seed, size).writePng(file);
        return Files.readAllBytes(file);
    }

    private static byte[] film() throws IOException {
        Path file = data.resolve("film.avi");
        Films.of("sperm-motility")
                .seed(5)
                .with("width", "200")
                .with("height", "140")
                .with("cells", "4")
                .with("frames", "30")
                .draw()
                .write(file);
        return Files.readAllBytes(file);
    }

    private static String analyzed(String kind, byte[]... images) throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--edge\r\nContent-Disposition: form-data; name=\"request\"\r\n\r\n{\"kind\":\"" + kind
                        + "\",\"umPerPixel\":0.481}\r\n")
                .getBytes(StandardCharsets.UTF_8));
        for (byte[] image : images) {
            body.writeBytes("--edge\r\nContent-Disposition: form-data; name=\"image\"\r\n\r\n"
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(image);
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes("--edge--\r\n".getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> made = RunningServer.send(HttpRequest.newBuilder(server.uri("/v1/analyses"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "multipart/form-data; boundary=edge")
                .header("Prefer", "wait=25")
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return "/v1/analyses/" + member(made.body(), "id") + "/fields/";
    }

    private static HttpResponse<byte[]> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.uri(path)).header("Authorization", "Bearer " + token);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static BufferedImage shown(String path) throws Exception {
        HttpResponse<byte[]> answer = get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("image/jpeg");
        return ImageIO.read(new ByteArrayInputStream(answer.body()));
    }

    @Test
    void aPreviewIsAsLargeAsAskedForAndNeverLarger() throws Exception {
        assertThat(sides(shown(stills + "0/preview.jpg"))).containsExactly(1024, 551);
        assertThat(sides(shown(stills + "0/preview.jpg?width=200"))).containsExactly(200, 108);
        assertThat(sides(shown(stills + "1/preview.jpg?width=4096"))).containsExactly(480, 360);
        for (String wrong : new String[] {"width=0", "width=4097", "width=x", "width=", "width=1&width=2", "w=1"}) {
            assertThat(get(stills + "0/preview.jpg?" + wrong).statusCode())
                    .as(wrong)
                    .isEqualTo(400);
        }
    }

    @Test
    void tilesOfTheFullSizeShowThePixels() throws Exception {
        BufferedImage drawn = ImageIO.read(data.resolve("picture-1.png").toFile());
        BufferedImage tile = shown(stills + "0/tile/0/1/1.jpg");

        assertThat(sides(tile)).containsExactly(256, 256);
        double difference = 0;
        for (int y = 0; y < 256; y++) {
            for (int x = 0; x < 256; x++) {
                difference += Math.abs((tile.getRGB(x, y) >> 8 & 0xFF) - (drawn.getRGB(256 + x, 256 + y) >> 8 & 0xFF));
            }
        }
        assertThat(difference / (256 * 256)).isLessThan(6);
        assertThat(sides(shown(stills + "0/tile/0/5/2.jpg"))).containsExactly(20, 188);
        assertThat(sides(shown(stills + "0/tile/3/0/0.jpg"))).containsExactly(163, 88);
    }

    @Test
    void whatIsOutOfRangeIsToldItsRange() throws Exception {
        missing(stills + "2/preview.jpg", "field", 1);
        missing(stills + "x/preview.jpg", "field", 1);
        missing(stills + "0/tile/4/0/0.jpg", "level", 3);
        missing(stills + "0/tile/0/6/0.jpg", "column", 5);
        missing(stills + "0/tile/0/0/3.jpg", "row", 2);
        missing(stills + "0/tile/0/0/-1.jpg", "row", 2);
        missing(stills + "0/frame/1.jpg", "frame", 0);
        missing(film + "0/frame/30.jpg", "frame", 29);
        assertThat(get(stills + "0/tile/0/0/0.png").statusCode()).isEqualTo(404);
    }

    private static void missing(String path, String what, int last) throws Exception {
        HttpResponse<byte[]> answer = get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(404);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                .contains("There is no such " + what + "; they count from 0 to " + last + ".");
    }

    @Test
    void framesOfAFilmDiffer() throws Exception {
        assertThat(sides(shown(film + "0/frame/29.jpg"))).containsExactly(200, 140);
        assertThat(get(film + "0/frame/0.jpg").body())
                .isEqualTo(get(film + "0/preview.jpg").body())
                .isNotEqualTo(get(film + "0/frame/29.jpg").body());
    }

    @Test
    void picturesAreKeptByTheClientAsLongAsTheirTagHolds() throws Exception {
        for (String path : new String[] {"0/preview.jpg", "0/tile/1/0/0.jpg", "1/frame/0.jpg"}) {
            HttpResponse<byte[]> first = get(stills + path);
            String tag = first.headers().firstValue("ETag").orElseThrow();
            assertThat(first.headers().firstValue("Cache-Control")).contains("private, no-cache");
            assertThat(get(stills + path, "If-None-Match", tag).statusCode()).isEqualTo(304);
            assertThat(get(stills + path, "If-None-Match", "\"another\"").body())
                    .isEqualTo(first.body());
        }
        assertThat(tag(stills + "0/preview.jpg"))
                .isNotEqualTo(tag(stills + "1/preview.jpg"))
                .isNotEqualTo(tag(stills + "0/preview.jpg?width=100"));
    }

    private static String tag(String path) throws Exception {
        return get(path).headers().firstValue("ETag").orElseThrow();
    }

    @Test
    void headTellsWhatGetWouldBring() throws Exception {
        HttpResponse<byte[]> whole = get(stills + "0/preview.jpg");
        HttpResponse<byte[]> head = CLIENT.send(
                HttpRequest.newBuilder(server.uri(stills + "0/preview.jpg"))
                        .header("Authorization", "Bearer " + token)
                        .HEAD()
                        .build(),
                BodyHandlers.ofByteArray());
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("Content-Length")).contains("" + whole.body().length);
        assertThat(head.headers().firstValue("ETag")).isEqualTo(whole.headers().firstValue("ETag"));
    }

    @Test
    void aPictureThatIsNotAsItWasTakenIsNotShown() throws Exception {
        byte[] taken = picture(3, 300, 200);
        String fields = analyzed("sperm-vitality", taken);
        try (Stream<Path> files = Files.walk(data.resolve("blobs"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Files.size(file) == taken.length + SEAL_BYTES) {
                    Files.write(file, new byte[taken.length]);
                }
            }
        }
        HttpResponse<byte[]> answer = get(fields + "0/preview.jpg");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("storage-integrity");
    }

    private static int[] sides(BufferedImage image) {
        return new int[] {image.getWidth(), image.getHeight()};
    }
}
