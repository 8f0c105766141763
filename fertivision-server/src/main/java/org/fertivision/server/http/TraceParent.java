package org.fertivision.server.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The trace that a request belongs to, by W3C Trace Context; what is not of that form is not heard. */
final class TraceParent {
    static final String HEADER = "traceparent";

    private static final Pattern FORM =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(?:-.*)?");

    private TraceParent() {}

    /** The id of the trace. */
    static Optional<String> trace(Optional<String> sent) {
        return sent.map(FORM::matcher).filter(Matcher::matches).map(form -> form.group(1));
    }
}
