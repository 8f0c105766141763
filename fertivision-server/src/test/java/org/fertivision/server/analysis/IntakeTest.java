package org.fertivision.server.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.fertivision.phantom.Phantoms;
import org.fertivision.server.RunningServer;
import org.fertivision.server.postgres.SharedPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is taken in for an analysis and what is not, on a whole server with its database. */
class IntakeTest {
    private static final String VITALITY = "/v1/analyses?kind=sperm-vitality&umPerPixel=0.481";
    private static final String REQUEST = "{\"kind\":\"sperm-vitality\",\"umPerPixel\":0.481}";
    private static final String FORM = "multipart/form-data; boundary=frontier";

    @TempDir
    private static Path data;

    private static RunningServer server;
    private static String token;
    private static byte[] png;
    private static byte[] jpeg;
    private static byte[] tiff;

    @BeforeAll
    static void start() throws Exception {
        server = new RunningServer(SharedPostgres.freshDatabase(), data, Clock.systemUTC());
        token = server.administrator();
        Path file = data.resolve("picture.png");
        Phantoms.draw("sperm-vitality", 1, Map.of("width", "480", "height", "360", "cells", "9"))
                .writePng(file);
        png = Files.readAllBytes(file);
        jpeg = as("jpeg");
        tiff = as("tiff");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static byte[] as(String format) throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(picture, format, bytes)).isTrue();
        return bytes.toByteArray();
    }

    private static HttpResponse<String> post(String path, byte[] body, String type) throws Exception {
        return RunningServer.send(HttpRequest.newBuilder(server.uri(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .header("Prefer", "wait=25")
                .POST(BodyPublishers.ofByteArray(body)));
    }

    private static byte[] part(String name, String type, byte[] bytes) {
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        part.writeBytes(("--frontier\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\nContent-Type: " + type
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        part.writeBytes(bytes);
        part.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        return part.toByteArray();
    }

    private static HttpResponse<String> postForm(String request, byte[]... images) throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(part("request", "application/json", request.getBytes(StandardCharsets.UTF_8)));
        Stream.of(images).forEach(body::writeBytes);
        body.writeBytes("--frontier--\r\n".getBytes(StandardCharsets.UTF_8));
        return post("/v1/analyses", body.toByteArray(), FORM);
    }

    private static long kept() throws IOException {
        try (Stream<Path> files = Files.walk(data.resolve("blobs"))) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    @Test
    void anImageOfAnotherFormatThanItsContentTypeIsRefusedAndNotKept() throws Exception {
        long before = kept();
        HttpResponse<String> refused = post(VITALITY, jpeg, "image/png");

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        assertThat(refused.body())
                .contains("\"code\":\"format-mismatch\"", "image/jpeg")
                .doesNotContain("\"analysis\"");
        for (String type : new String[] {"image/jpeg", "image/tiff", "image/webp", "video/x-msvideo"}) {
            assertThat(post(VITALITY, png, type).body()).as(type).contains("\"code\":\"format-mismatch\"");
        }
        assertThat(post(VITALITY, tiff, "image/bmp").body()).contains("\"code\":\"format-mismatch\"");
        HttpResponse<String> form =
                postForm(REQUEST, part("image", "image/png", png), part("image", "image/png", jpeg));
        assertThat(form.statusCode()).as(form.body()).isEqualTo(422);
        assertThat(form.body()).contains("\"code\":\"format-mismatch\"", "image/jpeg", "Field: 1.");
        assertThat(kept()).isEqualTo(before);
    }

    @Test
    void anImageOfItsContentTypeOrOfNoneIsMeasured() throws Exception {
        assertThat(post(VITALITY, jpeg, "Image/JPEG").statusCode()).isEqualTo(201);
        assertThat(post(VITALITY, tiff, "image/tiff").statusCode()).isEqualTo(201);
        assertThat(post(VITALITY, jpeg, "application/octet-stream").statusCode())
                .isEqualTo(201);
        HttpResponse<String> form = postForm(
                REQUEST, part("image", "image/png", png), part("image", "application/octet-stream", jpeg));
        assertThat(form.statusCode()).as(form.body()).isEqualTo(201);
    }
}
