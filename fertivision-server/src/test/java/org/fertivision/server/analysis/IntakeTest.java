package org.fertivision.server.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fertivision.server.RunningServer.member;

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
import org.fertivision.FertiVision;
import org.fertivision.image.Calibration;
import org.fertivision.phantom.Phantoms;
import org.fertivision.report.AnnotationJson;
import org.fertivision.report.ReportJson;
import org.fertivision.request.Request;
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
    void aRequestPartThatIsTooLargeIsRefusedWithTheLimit() throws Exception {
        HttpResponse<String> refused =
                postForm(REQUEST.replace("}", " ".repeat(1 << 20) + "}"), part("image", "image/png", png));

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(413);
        assertThat(refused.body()).contains("1048576 bytes");
    }

    @Test
    void anImageOfItsContentTypeOrOfNoneIsMeasured() throws Exception {
        assertThat(post(VITALITY, jpeg, "Image/JPEG").statusCode()).isEqualTo(201);
        assertThat(post(VITALITY, tiff, "image/tiff").statusCode()).isEqualTo(201);
        assertThat(post(VITALITY, jpeg, "application/octet-stream").statusCode())
                .isEqualTo(201);
        HttpResponse<String> form =
                postForm(REQUEST, part("image", "image/png", png), part("image", "application/octet-stream", jpeg));
        assertThat(form.statusCode()).as(form.body()).isEqualTo(201);
    }

    private static String asking(String annotations) {
        return REQUEST.replace("}", ",\"annotations\":" + annotations + "}");
    }

    @Test
    void whatPersonsSayGivesTheBytesOfTheJar() throws Exception {
        String annotations = """
                [{"type":"value","by":"Dr. A","code":"concentration","unit":"10*6/mL","value":42.50},
                 {"type":"relabel","by":"Dr. A","field":0,"item":1,"label":{"system":"vitality","term":"dead"}},
                 {"type":"exclude","by":"Dr. A","field":0,"item":2,"excluded":"debris"},
                 {"type":"draw","by":"Dr. A","field":0,"item":3,"corners":[[1,1],[9,1],[9,9.5]]},
                 {"type":"remark","by":"Dr. A","text":"sample was warm"}]""";
        HttpResponse<String> made = postForm(asking(annotations), part("image", "image/png", png));

        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(made.body())
                .endsWith(",\"report\":" + ofTheJar(annotations) + "}")
                .contains("uncorrected");
        String path = "/v1/analyses/" + member(made.body(), "id");
        assertThat(server.send("GET", path + "/report.html", token, null).body())
                .contains("sample was warm");
    }

    private static String ofTheJar(String annotations) {
        try (FertiVision engine = FertiVision.create()) {
            Request.Builder request = Request.of("sperm-vitality")
                    .calibration(Calibration.umPerPixel(0.481))
                    .field(png);
            AnnotationJson.read(
                            annotations.getBytes(StandardCharsets.UTF_8),
                            engine.plugins()
                                    .analyzer("sperm-vitality")
                                    .orElseThrow()
                                    .measures())
                    .forEach(request::annotation);
            return new String(ReportJson.write(engine.analyze(request.build()).orElseThrow()), StandardCharsets.UTF_8);
        }
    }

    @Test
    void whatPersonsCannotHaveSaidIsRefusedWithItsPlace() throws Exception {
        long before = kept();
        refused("[{\"type\":\"remark\",\"text\":\"x\"}]", "annotations[0].by is missing", "/annotations");
        refused(
                "[{\"type\":\"remark\",\"by\":\"A\",\"text\":\"x\"},{\"type\":\"guess\",\"by\":\"A\"}]",
                "annotations[1].type",
                "/annotations");
        refused("[{\"type\":\"remark\",\"by\":null,\"text\":\"x\"}]", "is null", "/annotations/0");
        refused("{}", "is a list", "/annotations");
        assertThat(kept()).isEqualTo(before);

        String nobody = "[{\"type\":\"exclude\",\"by\":\"A\",\"field\":0,\"item\":999,\"excluded\":\"debris\"}]";
        HttpResponse<String> unknown = postForm(asking(nobody), part("image", "image/png", png));
        assertThat(unknown.body()).contains("999", "\"analysis\"");
        assertThat(unknown.statusCode()).as(unknown.body()).isEqualTo(400);
    }

    private static void refused(String annotations, String what, String pointer) throws Exception {
        HttpResponse<String> answer = postForm(asking(annotations), part("image", "image/png", png));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains(what, "\"pointer\":\"" + pointer + "\"");
    }
}
