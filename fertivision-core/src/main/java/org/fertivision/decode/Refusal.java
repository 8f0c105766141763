package org.fertivision.decode;

import org.fertivision.finding.Rejection;
import org.fertivision.finding.RejectionCode;
import org.fertivision.spi.RejectedException;

/** The words in which this room refuses a file. */
final class Refusal {
    private Refusal() {}

    /** The bytes are no image, or a damaged one. */
    static RejectedException damaged(String sentence) {
        return new RejectedException(Rejection.of(RejectionCode.UNDECODABLE_IMAGE, sentence));
    }

    /** The bytes are damaged at a known place. */
    static RejectedException damagedAt(long offset, String sentence) {
        return new RejectedException(
                Rejection.of(RejectionCode.UNDECODABLE_IMAGE, sentence).at(offset));
    }

    /** A reader stumbled over the bytes. */
    static RejectedException damaged(String sentence, Throwable cause) {
        return new RejectedException(Rejection.of(RejectionCode.UNDECODABLE_IMAGE, sentence), cause);
    }

    /** The file ends before the picture does. */
    static RejectedException cutShort(String format, long size) {
        return damagedAt(
                size,
                "The " + format + " file ends after " + size + " bytes, before its picture is complete;"
                        + " a picture that is cut short is not measured in part.");
    }

    /** A format, or a variant of one, that is recognized and not read. */
    static RejectedException unsupported(String sentence) {
        return new RejectedException(Rejection.of(RejectionCode.UNSUPPORTED_MEDIA_TYPE, sentence));
    }

    /** A limit is passed: "The {what} {actual}; at most {limit} {unit} are allowed." */
    static RejectedException overLimit(RejectionCode code, String sentence, String unit, long limit, double actual) {
        return new RejectedException(Rejection.of(code, sentence, new Rejection.Limit(unit, limit, actual)));
    }
}
