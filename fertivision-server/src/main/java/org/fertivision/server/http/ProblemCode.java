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
    /** The cursor is none of ours. */
    INVALID_CURSOR(400, "The cursor is not known"),
    /** Nobody said who calls. */
    MISSING_CREDENTIAL(401, "A token is needed"),
    /** The token is not known. */
    INVALID_CREDENTIAL(401, "The token is not known"),
    /** The token holds no more. */
    EXPIRED_CREDENTIAL(401, "The token has expired"),
    /** The token is for something else. */
    INSUFFICIENT_SCOPE(403, "The token is not for this"),
    /** Another site made the browser send it. */
    CSRF_FAILED(403, "The request does not come from the server's own page"),
    /** The tenant may not work now. */
    TENANT_SUSPENDED(403, "The tenant is suspended"),
    /** There is nothing here. */
    NOT_FOUND(404, "There is nothing of that name"),
    /** The route knows other methods. */
    METHOD_NOT_ALLOWED(405, "The method is not allowed here"),
    /** None of the forms that the client takes is there. */
    NOT_ACCEPTABLE(406, "None of the forms that are taken is there"),
    /** It contradicts what is there. */
    CONFLICT(409, "It contradicts what is there"),
    /** The analysis is not measured yet. */
    ANALYSIS_NOT_COMPLETE(409, "The analysis is not measured yet"),
    /** The analysis has no result. */
    ANALYSIS_FAILED(409, "The analysis has no result"),
    /** A legal hold is in force. */
    LEGAL_HOLD(409, "A legal hold is in force"),
    /** Somebody called it off. */
    CANCELED(409, "It was called off"),
    /** It was deleted. */
    GONE(410, "It was deleted"),
    /** It has changed since. */
    PRECONDITION_FAILED(412, "It is not as expected"),
    /** The body is larger than allowed. */
    PAYLOAD_TOO_LARGE(413, "The body is larger than allowed"),
    /** The address is longer than allowed. */
    URI_TOO_LONG(414, "The address is longer than allowed"),
    /** The body is compressed or of an unknown kind. */
    UNSUPPORTED_MEDIA_TYPE(415, "The kind of body is not taken"),
    /** An expectation that is not met. */
    EXPECTATION_FAILED(417, "The expectation is not met"),
    /** The bytes are not those that were announced. */
    CHECKSUM_MISMATCH(422, "The bytes are others than announced"),
    /** Not an image that can be read. */
    UNDECODABLE_IMAGE(422, "The image cannot be read"),
    /** The content is another format than the one named. */
    FORMAT_MISMATCH(422, "The image is of another format than named"),
    /** A second file is hidden in the image. */
    POLYGLOT_REJECTED(422, "A second file is hidden in the image"),
    /** Too many pixels. */
    IMAGE_TOO_LARGE(422, "The image has more pixels than allowed"),
    /** Too many frames or pages. */
    TOO_MANY_FRAMES(422, "There are more frames or pages than allowed"),
    /** The picture expands too far. */
    DECOMPRESSION_RATIO(422, "The image expands further than allowed"),
    /** Too much structure inside. */
    STRUCTURE_LIMIT(422, "The image holds more structure than allowed"),
    /** The size of a pixel is needed. */
    CALIBRATION_MISSING(422, "The size of a pixel is needed"),
    /** The speed of the frames is needed. */
    TIMING_MISSING(422, "The number of frames a second is needed"),
    /** No such kind, scorer or reader. */
    UNKNOWN_PLUGIN(422, "The kind, scorer or reader is not known"),
    /** No such parameter. */
    UNKNOWN_PARAMETER(422, "The parameter is not known"),
    /** A parameter has no value. */
    PARAMETER_MISSING(422, "A parameter needs a value"),
    /** A value is not allowed. */
    PARAMETER_OUT_OF_RANGE(422, "A value is not allowed"),
    /** The quality forbids measuring. */
    UNUSABLE_IMAGE(422, "The quality of the image forbids measuring"),
    /** The key was used for something else. */
    IDEMPOTENCY_KEY_REUSED(422, "The Idempotency-Key was used for another request"),
    /** A condition is needed. */
    PRECONDITION_REQUIRED(428, "A condition is needed"),
    /** The caller comes too often. */
    RATE_LIMITED(429, "Too many requests of one caller"),
    /** Too much is kept already. */
    QUOTA_EXCEEDED(429, "The tenant's share is used up"),
    /** Too much waits already. */
    QUEUE_FULL(429, "Too many analyses wait already"),
    /** The head of the request is larger than allowed. */
    HEAD_TOO_LARGE(431, "The head of the request is larger than allowed"),
    /** Our bug. */
    INTERNAL(500, "The server failed"),
    /** Something kept is not as it was. */
    STORAGE_INTEGRITY(500, "Something kept is not as it was"),
    /** No route knows the method, or the protocol is not spoken. */
    UNSUPPORTED_METHOD(501, "The method is not known"),
    /** Something that the server needs does not answer. */
    DEPENDENCY_UNAVAILABLE(503, "Something that the server needs does not answer"),
    /** The server is about to end. */
    DRAINING(503, "The server is about to end"),
    /** Too much at once. */
    OVERLOADED(503, "The server has too much to do"),
    /** It took too long. */
    ANALYSIS_TIMEOUT(504, "The analysis took longer than allowed"),
    /** Another version of HTTP. */
    HTTP_VERSION(505, "Only HTTP/1.1 is spoken"),
    /** The disk takes no more. */
    STORAGE_FULL(507, "The disk takes no more");

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
