package org.fertivision.decode;

import java.util.Optional;
import org.fertivision.finding.Notice;
import org.fertivision.finding.Rejection;
import org.fertivision.finding.RejectionCode;
import org.fertivision.spi.RejectedException;

/** What follows the end of a picture in its file: nothing, bytes to be told of, or a second file to be refused. */
final class Trailing {
    /** Bytes of a ZIP archive's last record without its comment. */
    private static final int ZIP_END_BYTES = 22;

    private static final int LONGEST_ZIP_END = ZIP_END_BYTES + 0xFFFF;

    private Trailing() {}

    /**
     * Refuses a file that is a ZIP archive as well: archives are read from their end, wherever they begin. For formats
     * whose parts may lie anywhere, so that nothing can be said to follow their end.
     */
    static void refuseArchive(byte[] file, Magic format) {
        for (int at = file.length - ZIP_END_BYTES; at >= 0 && at >= file.length - LONGEST_ZIP_END; at--) {
            boolean isEnd = file[at] == 'P' && file[at + 1] == 'K' && file[at + 2] == 5 && file[at + 3] == 6;
            if (isEnd && Bytes.littleEndian(file, "ZIP").u16(at + 20L) == file.length - at - ZIP_END_BYTES) {
                throw new RejectedException(Rejection.of(
                                RejectionCode.POLYGLOT_REJECTED,
                                "The " + format.title() + " file is a ZIP archive as well; save the picture anew.")
                        .at(at));
            }
        }
    }

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
