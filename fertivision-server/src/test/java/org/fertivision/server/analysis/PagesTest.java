package org.fertivision.server.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fertivision.server.RunningServer.member;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.fertivision.FertiVision;
import org.fertivision.image.Calibration;
import org.fertivision.phantom.Phantoms;
import org.fertivision.report.ReportJson;
import org.fertivision.request.PageMeaning;
import org.fertivision.request.Request;
import org.fertivision.server.RunningServer;
import org.fertivision.server.postgres.SharedPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the pages of a file are, and which of them are looked at, as a caller over HTTP says it. */
class PagesTest {
    private static final String VITALITY = "/v1/analyses?kind=sperm-vitality&umPerPixel=0.481";
    private static final int[] WIDTHS = {300, 340, 380};

    @TempDir
    private static Path data;

    private static RunningServer server;
    private static String token;
    private static byte[] stack;

    @BeforeAll
    static void start() throws Exception {
        server = new RunningServer(SharedPostgres.freshDatabase(), data, Clock.systemUTC());
        token = server.administrator();
        stack = stack(WIDTHS);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static byte[] stack(int... widths) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            for (int page = 0; page < widths.length; page++) {
                Path file = data.resolve("page-" + page + ".png");
                Map<String, String> drawn = Map.of("width", "" + widths[page], "height", "260", "cells", "5");
                Phantoms.draw("sperm-vitality", page, drawn).writePng(file);
                writer.writeToSequence(new IIOImage(ImageIO.read(file.toFile()), null, null), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static String ofTheJar(UnaryOperator<Request.Builder> pages) {
        try (FertiVision engine = FertiVision.create()) {
            Request.Builder request = Request.of("sperm-vitality")
                    .calibration(Calibration.umPerPixel(0.481))
                    .field(stack);
            return new String(
                    ReportJson.write(
                            engine.analyze(pages.apply(request).build()).orElseThrow()),
                    StandardCharsets.UTF_8);
        }
    }

    private static HttpResponse<String> post(String path, byte[] body, String type) throws Exception {
        return RunningServer.send(HttpRequest.newBuilder(server.uri(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .header("Prefer", "wait=25")
                .POST(BodyPublishers.ofByteArray(body)));
    }

    private static HttpResponse<String> form(String pages) throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--edge\r\nContent-Disposition: form-data; name=\"request\"\r\n\r\n"
                        + "{\"kind\":\"sperm-vitality\",\"umPerPixel\":0.481," + pages + "}\r\n"
                        + "--edge\r\nContent-Disposition: form-data; name=\"image\"\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(stack);
        body.writeBytes("\r\n--edge--\r\n".getBytes(StandardCharsets.UTF_8));
        return post("/v1/analyses", body.toByteArray(), "multipart/form-data; boundary=edge");
    }

    @Test
    void chosenPagesGiveTheBytesOfTheJarAndTheirOwnPictures() throws Exception {
        String jar = ofTheJar(request -> request.page(0).page(2));

        HttpResponse<String> asked = post(VITALITY + "&page=2,0", stack, "image/tiff");
        HttpResponse<String> told = form("\"pages\":\"fields\",\"page\":[2,0]");

        assertThat(jar).contains("\"pages\":\"chosen\"");
        for (HttpResponse<String> made : List.of(asked, told)) {
            assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
            assertThat(made.body()).endsWith(",\"report\":" + jar + "}");
        }
        String fields = "/v1/analyses/" + member(asked.body(), "id") + "/fields/";
        assertThat(width(fields + "0/preview.jpg")).isEqualTo(WIDTHS[0]);
        assertThat(width(fields + "1/preview.jpg")).isEqualTo(WIDTHS[2]);
        assertThat(width(fields + "1/overlay.png")).isGreaterThanOrEqualTo(WIDTHS[2]);
    }

    private static int width(String picture) throws Exception {
        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(server.uri(picture))
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(picture).isEqualTo(200);
        return ImageIO.read(new ByteArrayInputStream(answer.body())).getWidth();
    }

    @Test
    void allPagesAreWhatTheCallerSays() throws Exception {
        HttpResponse<String> fields = post(VITALITY + "&pages=fields", stack, "image/tiff");
        HttpResponse<String> planes = post(VITALITY + "&pages=z", stack(300, 300), "image/tiff");

        assertThat(fields.body())
                .endsWith(",\"report\":" + ofTheJar(request -> request.pages(PageMeaning.FIELDS)) + "}");
        assertThat(planes.statusCode()).isEqualTo(422);
        assertThat(planes.body()).contains("\"code\":\"too-many-frames\"");
    }

    @Test
    void pagesThatAreNoneAreRefused() throws Exception {
        HttpResponse<String> beyond = post(VITALITY + "&page=3", stack, "image/tiff");
        assertThat(beyond.statusCode()).isEqualTo(400);
        assertThat(beyond.body())
                .contains("\"code\":\"invalid-request\"", "There is no page 3: pages count from 0 to 2.");
        for (String page : new String[] {"-1", "1.5", "a", "1,", "9999999999", ""}) {
            refused(post(VITALITY + "&page=" + page, stack, "image/tiff"), 400, "invalid-request");
        }
        refused(post(VITALITY + "&page=" + "1,".repeat(3000) + "9", stack, "image/tiff"), 400, "invalid-request");
        refused(post(VITALITY + "&pages=chosen", stack, "image/tiff"), 422, "parameter-out-of-range");
        refused(post(VITALITY + "&pages=z&page=1", stack, "image/tiff"), 400, "invalid-request");
        HttpResponse<String> negative = form("\"page\":[0,-1]");
        refused(negative, 400, "invalid-request");
        assertThat(negative.body()).contains("\"pointer\":\"/page\"");
    }

    private static void refused(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
    }
}
