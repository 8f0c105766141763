package org.fertivision.server.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a client gets: a status, headers and a body. Immutable. */
public final class Answer {
    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;
    private final @Nullable Live live;

    /** A body that is written while it comes about. */
    @FunctionalInterface
    public interface Live {
        /**
         * Writes it to its end.
         *
         * @throws IOException if the client is gone
         */
        void write(OutputStream out) throws IOException;
    }

    private Answer(int status, Map<String, String> headers, byte[] body, @Nullable Live live) {
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.live = live;
    }

    /** An answer whose body comes about while it is written. */
    public static Answer live(String mediaType, Live body) {
        return new Answer(200, Map.of("Content-Type", mediaType), new byte[0], body);
    }

    /** An answer with a body; the array is not copied and must not change. */
    public static Answer of(int status, String mediaType, byte[] body) {
        return new Answer(status, Map.of("Content-Type", mediaType), body, null);
    }

    /** An answer without a body. */
    public static Answer empty(int status) {
        return new Answer(status, Map.of(), new byte[0], null);
    }

    /** A JSON document. */
    public static Answer json(int status, Object document) {
        return of(status, "application/json", Json.bytes(document));
    }

    /** This answer with a header, which replaces one of that name. */
    public Answer header(String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(name, value);
        return new Answer(status, all, body, live);
    }

    /** This answer with another status. */
    public Answer withStatus(int other) {
        return new Answer(other, headers, body, live);
    }

    /** Its status. */
    public int status() {
        return status;
    }

    /** Its headers. */
    public Map<String, String> headers() {
        return headers;
    }

    @Nullable
    Live live() {
        return live;
    }

    byte[] body() {
        return body;
    }
}
