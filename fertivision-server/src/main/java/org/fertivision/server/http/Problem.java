package org.fertivision.server.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Why a request failed, for the client: RFC 9457.
 *
 * @param code which of the known reasons
 * @param detail one sentence of what was found and what would do; nothing of the server's inside
 * @param members further members of the document
 * @param headers headers that belong to it
 */
public record Problem(ProblemCode code, String detail, Map<String, Object> members, Map<String, String> headers) {
    /** The media type of its document. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** Copies the maps. */
    public Problem {
        members = Map.copyOf(members);
        headers = Map.copyOf(headers);
    }

    /** A problem with a sentence. */
    public static Problem of(ProblemCode code, String detail) {
        return new Problem(code, detail, Map.of(), Map.of());
    }

    /** This problem, worth another try after some seconds. */
    public Problem retryAfter(int seconds) {
        return with("retryAfterSeconds", seconds).withHeader("Retry-After", Integer.toString(seconds));
    }

    /** This problem with a further member. */
    public Problem with(String name, Object value) {
        Map<String, Object> all = new TreeMap<>(members);
        all.put(name, value);
        return new Problem(code, detail, all, headers);
    }

    /** This problem with a header. */
    public Problem withHeader(String name, String value) {
        Map<String, String> all = new TreeMap<>(headers);
        all.put(name, value);
        return new Problem(code, detail, members, all);
    }

    /** The answer to the request of the given id. */
    public Answer answer(String requestId) {
        Answer answer = Answer.of(code.status(), MEDIA_TYPE, Json.bytes(document(requestId)))
                .header("Cache-Control", "no-store");
        for (Map.Entry<String, String> header : headers.entrySet()) {
            answer = answer.header(header.getKey(), header.getValue());
        }
        return answer;
    }

    private Map<String, Object> document(String requestId) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", "urn:fertivision:problem:" + code.slug());
        document.put("title", code.title());
        document.put("status", code.status());
        document.put("detail", detail);
        document.put("instance", "urn:fertivision:request:" + requestId);
        document.put("code", code.slug());
        document.put("retryable", code.retryable());
        document.putAll(new TreeMap<>(members));
        return document;
    }
}
