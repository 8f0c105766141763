import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Has a FertiVision server measure an image and prints the report: upload, wait for the job, read. Needs Java 11 and
 * nothing else. Members of JSON are found by patterns to keep it in one file; a program takes its JSON library.
 */
public final class MeasureImage {
    private static final int MOST_TRIES = 5;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI server;
    private final String token;

    /** The server refused, and says why: RFC 9457. */
    public static final class Problem extends IOException {
        private static final long serialVersionUID = 1;

        Problem(HttpResponse<String> answer) {
            super(answer.statusCode() + " " + member(answer.body(), "code") + ": " + member(answer.body(), "detail"));
        }
    }

    public MeasureImage(URI server, String token) {
        this.server = server;
        this.token = token;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length != 3 || System.getenv("FERTIVISION_TOKEN") == null) {
            System.err.println("FERTIVISION_TOKEN=fvt_... java MeasureImage.java http://127.0.0.1:8080 KIND IMAGE");
            System.exit(2);
        }
        MeasureImage client = new MeasureImage(URI.create(arguments[0]), System.getenv("FERTIVISION_TOKEN"));
        System.out.println(client.report(arguments[1], Path.of(arguments[2])));
    }

    /** The report of an image, as JSON. */
    public String report(String kind, Path image) throws IOException, InterruptedException {
        // The same key at every try: an upload whose answer was lost is not measured twice.
        String key = UUID.randomUUID().toString();
        HttpResponse<String> accepted = send(request("/v1/analyses?kind=" + kind)
                .header("Content-Type", "application/octet-stream")
                .header("Prefer", "respond-async")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofByteArray(Files.readAllBytes(image))));
        if (accepted.statusCode() == 202) {
            waitFor(accepted.headers().firstValue("Location").orElseThrow());
        }
        // 409 with the reason where the image could not be measured.
        return send(request("/v1/analyses/" + member(accepted.body(), "id") + "/report.json"))
                .body();
    }

    private void waitFor(String job) throws IOException, InterruptedException {
        String status = "queued";
        while (status.equals("queued") || status.equals("running")) {
            Thread.sleep(500);
            status = member(send(request(job)).body(), "status");
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path)).header("Authorization", "Bearer " + token);
    }

    /** Sends a request, and again after the time that the server says where it is worth another try. */
    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        for (int tries = 1; ; tries++) {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() < 400) {
                return answer;
            }
            boolean worthAnother = answer.headers().firstValue("Retry-After").isPresent();
            if (!worthAnother || tries == MOST_TRIES) {
                throw new Problem(answer);
            }
            Thread.sleep(1000 * answer.headers().firstValueAsLong("Retry-After").orElse(1));
        }
    }

    private static String member(String json, String name) {
        Matcher member = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
        return member.find() ? member.group(1) : "";
    }
}
