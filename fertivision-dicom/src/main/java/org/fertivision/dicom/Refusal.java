package org.fertivision.dicom;

import java.io.EOFException;
import org.fertivision.finding.Rejection;
import org.fertivision.finding.RejectionCode;
import org.fertivision.spi.RejectedException;

/** Why a file is not read. */
final class Refusal {
    private Refusal() {}

    static RejectedException damaged(String why) {
        return new RejectedException(
                Rejection.of(RejectionCode.UNDECODABLE_IMAGE, "The DICOM file is damaged: " + why));
    }

    static RejectedException cut(EOFException cause) {
        return new RejectedException(
                Rejection.of(RejectionCode.UNDECODABLE_IMAGE, "The DICOM file is cut short."), cause);
    }

    static RejectedException unsupported(String what) {
        return new RejectedException(Rejection.of(RejectionCode.UNSUPPORTED_MEDIA_TYPE, what));
    }

    static RejectedException over(RejectionCode code, String what, long most, long actual) {
        return new RejectedException(Rejection.of(
                code,
                "The DICOM file has " + actual + " " + what + "; at most " + most + " are read.",
                new Rejection.Limit(what, most, actual)));
    }
}
