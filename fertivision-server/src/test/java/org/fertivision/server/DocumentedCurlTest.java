package org.fertivision.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fertivision.server.RunningServer.member;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fertivision.phantom.Phantoms;
import org.fertivision.server.postgres.SharedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The curl lines of {@code docs/http.md}, run one after another as they stand there. */
class DocumentedCurlTest {
    private static final Pattern LINE = Pattern.compile("(curl .*?) +# ([0-9]{3})");
    private static final Pattern WORD = Pattern.compile("(?:'[^']*'|\"[^\"]*\"|[^\\s'\"])+");
    private static final Pattern PART = Pattern.compile("'([^']*)'|\"([^\"]*)\"|([^'\"]+)");

    private final Map<String, String> variables = new HashMap<>();

    @TempDir
    private Path dir;

    @Test
    void everyLineAnswersAsItSays() throws Exception {
        for (int i = 1; i <= 2; i++) {
            Phantoms.draw("sperm-vitality", i, Map.of("width", "480", "height", "360", "cells", "9"))
                    .writePng(dir.resolve("field-0" + i + ".png"));
        }
        byte[] file = Files.readAllBytes(dir.resolve("field-01.png"));
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(file);
        variables.put("SHA256", HexFormat.of().formatHex(hash));
        variables.put("SIZE", Integer.toString(file.length));
        variables.put("LAST", Integer.toString(file.length - 1));
        int lines = 0;
        try (RunningServer server =
                new RunningServer(SharedPostgres.freshDatabase(), dir.resolve("data"), Clock.systemUTC())) {
            variables.put("SERVER", server.uri("").toString());
            variables.put("SECRET", server.setupPath().substring("/setup/".length()));
            for (String text : Files.readAllLines(Path.of("..", "docs", "http.md"))) {
                Matcher line = LINE.matcher(text);
                if (line.matches()) {
                    lines++;
                    HttpResponse<String> answer = RunningServer.send(request(words(line.group(1))));
                    assertThat(answer.statusCode())
                            .as(text + "\n" + answer.body())
                            .isEqualTo(Integer.parseInt(line.group(2)));
                    keep(answer);
                } else {
                    assertThat(text).doesNotStartWith("curl");
                }
            }
        }
        assertThat(lines).isGreaterThan(20);
    }

    private void keep(HttpResponse<String> answer) {
        if (answer.body().contains("\"token\":\"") && !variables.containsKey("TOKEN")) {
            variables.put("TOKEN", member(answer.body(), "token"));
        }
        if (answer.statusCode() == 201 && answer.body().startsWith("{\"id\":\"ana_")) {
            variables.put("ID", member(answer.body(), "id"));
        }
        if (answer.body().startsWith("{\"id\":\"bat_")) {
            variables.put("BATCH", member(answer.body(), "id"));
        }
        if (answer.body().startsWith("{\"id\":\"upl_")) {
            variables.put("UPLOAD", member(answer.body(), "id"));
        }
        if (answer.statusCode() == 201 && answer.body().startsWith("{\"id\":\"sub_")) {
            variables.put("SUBJECT", member(answer.body(), "id"));
        }
        if (answer.statusCode() == 202 && answer.body().startsWith("{\"id\":\"ana_")) {
            variables.put(
                    "JOB", answer.headers().firstValue("Location").orElseThrow().substring("/v1/jobs/".length()));
        }
    }

    private List<String> words(String line) {
        return WORD.matcher(line)
                .results()
                .skip(1)
                .map(word -> said(word.group()))
                .toList();
    }

    /** A word as a shell hands it on: in single quotes as it stands, elsewhere with the variables filled in. */
    private String said(String word) {
        StringBuilder said = new StringBuilder();
        Matcher part = PART.matcher(word);
        while (part.find()) {
            String plain = part.group(1);
            said.append(plain != null ? plain : filled(part.group(2) != null ? part.group(2) : part.group(3)));
        }
        return said.toString();
    }

    private String filled(String text) {
        String filled = text;
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            filled = filled.replace("$" + variable.getKey(), variable.getValue());
        }
        return filled;
    }

    /** What curl would send: the few options that the document uses. */
    private HttpRequest.Builder request(List<String> words) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder();
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        String method = "GET";
        byte[] body = new byte[0];
        for (int i = 0; i < words.size(); i++) {
            switch (words.get(i)) {
                case "-H" -> {
                    String[] header = words.get(++i).split(": ", 2);
                    request.header(header[0], header[1]);
                }
                case "-X" -> method = words.get(++i);
                case "-N" -> {}
                case "-o" -> i++;
                case "-d" -> {
                    method = "POST";
                    body = words.get(++i).getBytes(StandardCharsets.UTF_8);
                }
                case "--data-binary" -> {
                    method = method.equals("GET") ? "POST" : method;
                    body = Files.readAllBytes(dir.resolve(words.get(++i).substring(1)));
                }
                case "-F" -> {
                    method = "POST";
                    part(form, words.get(++i));
                }
                default -> request.uri(URI.create(words.get(i)));
            }
        }
        if (form.size() > 0) {
            form.writeBytes("--edge--\r\n".getBytes(StandardCharsets.UTF_8));
            body = form.toByteArray();
            request.header("Content-Type", "multipart/form-data; boundary=edge");
        }
        return request.method(method, BodyPublishers.ofByteArray(body));
    }

    private void part(ByteArrayOutputStream form, String word) throws IOException {
        String[] part = word.split("=", 2);
        boolean file = part[1].startsWith("@");
        form.writeBytes(("--edge\r\nContent-Disposition: form-data; name=\"" + part[0] + "\"\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        form.writeBytes(
                file
                        ? Files.readAllBytes(dir.resolve(part[1].substring(1)))
                        : part[1].getBytes(StandardCharsets.UTF_8));
        form.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }
}
