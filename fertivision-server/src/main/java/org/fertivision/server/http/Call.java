package org.fertivision.server.http;

import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One request, as its route sees it. */
public final class Call {
    private final String requestId;
    private final Map<String, String> values;
    private final Function<String, Optional<String>> headers;

    private final InputStream body;

    Call(String requestId, Map<String, String> values, Function<String, Optional<String>> headers, InputStream body) {
        this.requestId = requestId;
        this.values = values;
        this.headers = headers;
        this.body = body;
    }

    /** The id of this request. */
    public String requestId() {
        return requestId;
    }

    /** The text of a segment in braces. */
    public String value(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the route has no segment {" + name + "}");
        }
        return value;
    }

    /** The value of a header, if it was sent. */
    public Optional<String> header(String name) {
        return headers.apply(name);
    }

    /** The body, to be read once; reading ends the request with a problem where the body is broken or too large. */
    public InputStream body() {
        return body;
    }
}
