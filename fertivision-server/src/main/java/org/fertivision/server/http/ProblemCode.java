package org.fertivision.server.http;

import java.util.Locale;

/** Every way in which a request can fail: the one list of codes with their status. */
public enum ProblemCode {
    /** The request is not as documented. */
    INVALID_REQUEST(400, "The request is not as documented"),
    /** A header is not as documented. */
    INVALID_HEADER(400, "A header is not as documented"),
    /** The path holds what no route has. */
    INVALID_PATH(400, "The path is not allowed"),
    /** The body is no JSON. */
    INVALID_JSON(400, "The body is no JSON that is taken"),
    /** Nobody said who calls. */
    MISSING_CREDENTIAL(401, "A token is needed"),
    /** The token is not known. */
    INVALID_CREDENTIAL(401, "The token is not known"),
    /** The token holds no more. */
    EXPIRED_CREDENTIAL(401, "The token has expired"),
    /** The token is for something else. */
    INSUFFICIENT_SCOPE(403, "The token is not for this"),
    /** The tenant may not work now. */
    TENANT_SUSPENDED(403, "The tenant is suspended"),
    /** There is nothing here. */
    NOT_FOUND(404, "There is nothing of that name"),
    /** The route knows other methods. */
    METHOD_NOT_ALLOWED(405, "The method is not allowed here"),
    /** It contradicts what is there. */
    CONFLICT(409, "It contradicts what is there"),
    /** The body is larger than allowed. */
    PAYLOAD_TOO_LARGE(413, "The body is larger than allowed"),
    /** The address is longer than allowed. */
    URI_TOO_LONG(414, "The address is longer than allowed"),
    /** The body is compressed or of an unknown kind. */
    UNSUPPORTED_MEDIA_TYPE(415, "The kind of body is not taken"),
    /** An expectation that is not met. */
    EXPECTATION_FAILED(417, "The expectation is not met"),
    /** The head of the request is larger than allowed. */
    HEAD_TOO_LARGE(431, "The head of the request is larger than allowed"),
    /** Our bug. */
    INTERNAL(500, "The server failed"),
    /** No route knows the method, or the protocol is not spoken. */
    UNSUPPORTED_METHOD(501, "The method is not known"),
    /** Something that the server needs does not answer. */
    DEPENDENCY_UNAVAILABLE(503, "Something that the server needs does not answer"),
    /** The server is about to end. */
    DRAINING(503, "The server is about to end"),
    /** Too much at once. */
    OVERLOADED(503, "The server has too much to do"),
    /** Another version of HTTP. */
    HTTP_VERSION(505, "Only HTTP/1.1 is spoken");

    private final int status;
    private final String title;

    ProblemCode(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The status of an answer with it. */
    public int status() {
        return status;
    }

    /** What it means, the same for every case. */
    public String title() {
        return title;
    }

    /** The code as documents spell it. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the same request may succeed later. */
    public boolean retryable() {
        return status == 503 || status == 429 || status == 504;
    }

    /** The code for a refusal that Helidon made before any route was asked. */
    static ProblemCode ofStatus(int status) {
        return switch (status) {
            case 404 -> NOT_FOUND;
            case 413 -> PAYLOAD_TOO_LARGE;
            case 414 -> URI_TOO_LONG;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 431 -> HEAD_TOO_LARGE;
            case 417 -> EXPECTATION_FAILED;
            case 501 -> UNSUPPORTED_METHOD;
            case 503 -> OVERLOADED;
            case 505 -> HTTP_VERSION;
            default -> status >= 500 ? INTERNAL : INVALID_REQUEST;
        };
    }
}
