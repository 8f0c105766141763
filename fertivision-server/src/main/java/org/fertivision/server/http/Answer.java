package org.fertivision.server.http;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a client gets: a status, headers and a body. Immutable. */
public final class Answer {
    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    private Answer(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /** An answer with a body; the array is not copied and must not change. */
    public static Answer of(int status, String mediaType, byte[] body) {
        return new Answer(status, Map.of("Content-Type", mediaType), body);
    }

    /** An answer without a body. */
    public static Answer empty(int status) {
        return new Answer(status, Map.of(), new byte[0]);
    }

    /** A JSON document. */
    public static Answer json(int status, Object document) {
        return of(status, "application/json", Json.bytes(document));
    }

    /** This answer with a header, which replaces one of that name. */
    public Answer header(String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(name, value);
        return new Answer(status, all, body);
    }

    /** This answer with another status. */
    public Answer withStatus(int other) {
        return new Answer(other, headers, body);
    }

    /** Its status. */
    public int status() {
        return status;
    }

    /** Its headers. */
    public Map<String, String> headers() {
        return headers;
    }

    byte[] body() {
        return body;
    }
}
