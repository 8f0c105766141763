package org.fertivision.video;

import org.fertivision.finding.Rejection;
import org.fertivision.finding.RejectionCode;
import org.fertivision.spi.RejectedException;

/** Why a film is not read. */
final class Refusal {
    /** What turns any film into one that is read without this plug-in, its brightness kept. */
    private static final String CONVERT =
            " Convert it without loss (ffmpeg -i film.mp4 -map 0:v:0 -c:v rawvideo -pix_fmt yuv420p film.avi) and"
                    + " measure film.avi without this reader.";

    private Refusal() {}

    static RejectedException damaged(String why) {
        return new RejectedException(rejection(why));
    }

    static RejectedException damaged(String why, Throwable cause) {
        return new RejectedException(rejection(why), cause);
    }

    static RejectedException cut(Throwable cause) {
        return new RejectedException(
                Rejection.of(
                        RejectionCode.UNDECODABLE_IMAGE,
                        "The film is cut short: it ends before what its index announces."),
                cause);
    }

    /** Something that is found and not read, with the line that converts it. */
    static RejectedException unsupported(String found) {
        return new RejectedException(Rejection.of(
                RejectionCode.UNSUPPORTED_MEDIA_TYPE,
                found + " Read is H.264 of whole frames, 8 bits and 4:2:0, baseline to high profile." + CONVERT));
    }

    static RejectedException over(RejectionCode code, String what, long most, long actual) {
        return new RejectedException(Rejection.of(
                code,
                "The film has " + actual + " " + what + "; at most " + most + " are read.",
                new Rejection.Limit(what, most, actual)));
    }

    static RejectedException memory(OutOfMemoryError cause) {
        return new RejectedException(
                Rejection.of(
                        RejectionCode.IMAGE_TOO_LARGE,
                        "There is not enough memory to decode the pictures of the film."),
                cause);
    }

    private static Rejection rejection(String why) {
        return Rejection.of(RejectionCode.UNDECODABLE_IMAGE, "The film is damaged: " + why);
    }
}
