package org.fertivision.decode;

import java.util.Optional;
import org.fertivision.finding.Notice;
import org.fertivision.finding.Rejection;
import org.fertivision.finding.RejectionCode;
import org.fertivision.spi.RejectedException;

/** What follows the end of a picture in its file: nothing, bytes to be told of, or a second file to be refused. */
final class Trailing {
    private Trailing() {}

    /**
     * A notice where bytes follow.
     *
     * @throws RejectedException if a second file begins there
     */
    static Optional<Notice> notice(byte[] file, long end, Magic format) {
        long bytes = file.length - end;
        if (bytes <= 0) {
            return Optional.empty();
        }
        int second = Magic.findSecond(file, (int) end);
        if (second >= 0) {
            throw new RejectedException(Rejection.of(
                            RejectionCode.POLYGLOT_REJECTED,
                            "A second file begins at byte " + second + ", after the end of the " + format.title()
                                    + " picture; save the picture anew without it.")
                    .at(second));
        }
        return Optional.of(
                new Notice("trailing-bytes", bytes + " bytes follow the end of the " + format.title() + " picture."));
    }
}
