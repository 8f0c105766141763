package org.fertivision.server.http;

import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One request, as its route sees it. */
public final class Call {
    private final String requestId;
    private final @Nullable Principal principal;
    private final Map<String, String> values;
    private final Query query;
    private final Function<String, Optional<String>> headers;

    private final String from;
    private final InputStream body;

    Call(
            String requestId,
            @Nullable Principal principal,
            Map<String, String> values,
            Query query,
            Function<String, Optional<String>> headers,
            String from,
            InputStream body) {
        this.requestId = requestId;
        this.principal = principal;
        this.query = query;
        this.values = values;
        this.headers = headers;
        this.from = from;
        this.body = body;
    }

    /** The id of this request. */
    public String requestId() {
        return requestId;
    }

    /** Who calls; not on routes that everybody may use. */
    public Principal principal() {
        if (principal == null) {
            throw new IllegalStateException("the route asks nobody who he is");
        }
        return principal;
    }

    /** Where the request comes from: an address, or the network of one. */
    public String from() {
        return from;
    }

    /** The session that a browser shows, if it shows one. */
    public Optional<Visit> visit() {
        return Visit.of(headers);
    }

    /** The part of the address behind the question mark. */
    public Query query() {
        return query;
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

    /**
     * Demands an If-Match with the tag, or with a star.
     *
     * @throws ProblemException if there is none, or another
     */
    public void demandMatch(String tag) {
        String wanted = header("If-Match")
                .orElseThrow(() ->
                        new ProblemException(ProblemCode.PRECONDITION_REQUIRED, "Send If-Match with the ETag, or *."));
        if (!wanted.equals("*") && !wanted.equals(tag)) {
            throw new ProblemException(ProblemCode.PRECONDITION_FAILED, "It has another ETag.");
        }
    }

    /** The body, to be read once; reading ends the request with a problem where the body is broken or too large. */
    public InputStream body() {
        return body;
    }
}
