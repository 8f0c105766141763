package org.fertivision.server.google;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntFunction;

/**
 * One of Google's JSON APIs. What fails for a moment (no answer, 408, 429, 500, 502, 503, 504) is asked again after pauses
 * that double, up to six times in all. Thread-safe.
 */
public final class GoogleApi {
    private static final int ATTEMPTS = 6;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Set<Integer> FOR_A_MOMENT = Set.of(408, 429, 500, 502, 503, 504);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI base;
    private final TokenSource tokens;
    private final Duration firstPause;

    /** Where the tokens of requests come from. */
    @FunctionalInterface
    public interface TokenSource {
        /**
         * A token that is good now, or nothing where none is asked for.
         *
         * @throws IOException if there is none to be had
         */
        Optional<String> token() throws IOException;
    }

    /**
     * An API at an address.
     *
     * @param base without a path
     * @param firstPause before the second attempt
     */
    public GoogleApi(URI base, TokenSource tokens, Duration firstPause) {
        this.base = base;
        this.tokens = tokens;
        this.firstPause = firstPause;
    }

    /** A request for a path of it, with the query. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path));
    }

    /**
     * The answer to a request, whatever its status, unless that is one which another attempt may change.
     *
     * @throws IOException if no attempt was answered so
     */
    public HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException {
        return send(attempt -> request);
    }

    /**
     * The answer to the first request that is answered, where each attempt may be another request.
     *
     * @param requests by the number of the attempt, from 0 on
     * @throws IOException if none was answered
     */
    public HttpResponse<byte[]> send(IntFunction<HttpRequest.Builder> requests) throws IOException {
        Duration pause = firstPause;
        for (int attempt = 0; ; attempt++) {
            Duration asked = Duration.ZERO;
            IOException trouble;
            try {
                HttpResponse<byte[]> answer = once(requests.apply(attempt));
                if (!FOR_A_MOMENT.contains(answer.statusCode())) {
                    return answer;
                }
                asked = asked(answer);
                trouble = new IOException("Google answered " + answer.statusCode());
            } catch (InterruptedIOException e) {
                throw e;
            } catch (IOException e) {
                trouble = e;
            }
            if (attempt + 1 == ATTEMPTS) {
                throw trouble;
            }
            sleep(asked.compareTo(pause) > 0 ? asked : pause);
            pause = pause.multipliedBy(2);
        }
    }

    private HttpResponse<byte[]> once(HttpRequest.Builder request) throws IOException {
        HttpRequest.Builder full = request.copy().timeout(PATIENCE);
        tokens.token().ifPresent(token -> full.setHeader("Authorization", "Bearer " + token));
        try {
            return client.send(full.build(), BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    /** The pause that an answer asks for, as far as we are that patient. */
    private static Duration asked(HttpResponse<byte[]> answer) {
        String seconds = answer.headers().firstValue("Retry-After").orElse("0");
        return seconds.matches("[0-9]{1,4}")
                ? Duration.ofSeconds(Math.min(Long.parseLong(seconds), LONGEST_PAUSE.toSeconds()))
                : Duration.ZERO;
    }

    /** Sleeps between half of the pause and all of it, lest all instances come again at once. */
    private static void sleep(Duration pause) throws InterruptedIOException {
        long millis = Math.min(pause.toMillis(), LONGEST_PAUSE.toMillis());
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(millis / 2, millis + 1));
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static InterruptedIOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("interrupted while Google was asked");
    }
}
