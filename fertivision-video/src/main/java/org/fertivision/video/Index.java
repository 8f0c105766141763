package org.fertivision.video;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.fertivision.finding.RejectionCode;

/** Finds the index of a film (box {@code moov}) among the boxes of the file, before its pictures or after them. */
final class Index {
    /** Longest index that is read: one of 60,000 frames with sound has less than 3 MiB. */
    static final int LONGEST = 64 << 20;

    private Index() {}

    /**
     * The index.
     *
     * @throws org.fertivision.spi.RejectedException if there is none or it is too long
     */
    static Box find(Reel reel) throws IOException {
        long at = 0;
        for (int passed = 0; passed < Box.MOST; passed++) {
            ByteBuffer head = ByteBuffer.wrap(reel.upTo(at, Box.LONG_HEAD));
            if (head.remaining() < Box.HEAD) {
                throw Refusal.damaged("it has no index (moov); it was cut short or never finished.");
            }
            long length = Integer.toUnsignedLong(head.getInt(0));
            int begin = Box.HEAD;
            if (length == Box.LONG && head.remaining() == Box.LONG_HEAD) {
                length = head.getLong(Box.HEAD);
                begin = Box.LONG_HEAD;
            }
            String type = Box.letters(head, 4);
            if (length == 0) {
                length = type.equals("moov") ? LONGEST : Long.MAX_VALUE - at;
            }
            if (length < begin || length > Long.MAX_VALUE - at) {
                throw Refusal.damaged("a box (" + Box.printable(type) + ") is shorter or longer than can be.");
            }
            if (type.equals("moov")) {
                return read(reel, at + begin, length - begin);
            }
            at += length;
        }
        throw Refusal.over(RejectionCode.STRUCTURE_LIMIT, "boxes side by side", Box.MOST, Box.MOST + 1L);
    }

    private static Box read(Reel reel, long from, long length) throws IOException {
        if (length > LONGEST) {
            throw Refusal.over(RejectionCode.STRUCTURE_LIMIT, "bytes of index", LONGEST, length);
        }
        return new Box("moov", ByteBuffer.wrap(reel.exactly(from, (int) length)));
    }
}
