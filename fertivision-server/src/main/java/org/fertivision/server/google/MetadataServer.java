package org.fertivision.server.google;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The tokens of the service account that an instance on Google Cloud runs as. They come from the metadata server of the
 * machine, which nobody else can ask, so no key is ever written down. Thread-safe.
 */
public final class MetadataServer implements GoogleApi.TokenSource {
    private static final URI USUAL = URI.create("http://metadata.google.internal");
    private static final String TOKEN = "/computeMetadata/v1/instance/service-accounts/default/token";
    private static final String REGION = "/computeMetadata/v1/instance/region";
    private static final Duration BEFORE_ITS_END = Duration.ofMinutes(2);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    private final GoogleApi api;
    private final Clock clock;
    private final ReentrantLock asking = new ReentrantLock();
    private Held held = new Held("", Instant.MIN);

    private record Held(String token, Instant until) {}

    /** The metadata server of this machine. */
    public MetadataServer(Clock clock) {
        this(USUAL, FIRST_PAUSE, clock);
    }

    MetadataServer(URI address, Duration firstPause, Clock clock) {
        this.api = new GoogleApi(address, Optional::empty, firstPause);
        this.clock = clock;
    }

    @Override
    public Optional<String> token() throws IOException {
        asking.lock();
        try {
            if (!clock.instant().isBefore(held.until())) {
                held = fresh();
            }
            return Optional.of(held.token());
        } finally {
            asking.unlock();
        }
    }

    /**
     * The region in which the machine is.
     *
     * @throws IOException if the metadata server does not say
     */
    public String region() throws IOException {
        String path = new String(asked(REGION), StandardCharsets.US_ASCII);
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private byte[] asked(String path) throws IOException {
        HttpResponse<byte[]> answer = api.send(api.request(path).header("Metadata-Flavor", "Google"));
        if (answer.statusCode() != 200) {
            throw new IOException("the metadata server answered " + answer.statusCode());
        }
        return answer.body();
    }

    private Held fresh() throws IOException {
        Reply reply = Reply.of(asked(TOKEN));
        Duration left = Duration.ofSeconds(Long.parseLong(reply.text("expires_in")));
        return new Held(reply.text("access_token"), clock.instant().plus(left).minus(BEFORE_ITS_END));
    }
}
