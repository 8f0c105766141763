package org.fertivision.video;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fertivision.finding.RejectionCode;

/**
 * A box of the file's index, in memory (ISO/IEC 14496-12, 4.2).
 *
 * @param type its four letters
 * @param body what it holds, numbers big endian
 */
record Box(String type, ByteBuffer body) {
    /** Letters and length. */
    static final int HEAD = 8;

    /** Letters and a length of 64 bits. */
    static final int LONG_HEAD = 16;

    /** The length that says: the real one follows in 64 bits. */
    static final int LONG = 1;

    /** Most boxes side by side: no camera writes a tenth of them. */
    static final int MOST = 10_000;

    /** The boxes side by side in some bytes. */
    static List<Box> in(ByteBuffer bytes) {
        List<Box> boxes = new ArrayList<>();
        ByteBuffer left = bytes.slice();
        while (left.remaining() >= HEAD) {
            if (boxes.size() == MOST) {
                throw Refusal.over(RejectionCode.STRUCTURE_LIMIT, "boxes side by side", MOST, MOST + 1L);
            }
            long length = Integer.toUnsignedLong(left.getInt(0));
            int head = HEAD;
            String type = letters(left, 4);
            if (length == LONG && left.remaining() >= LONG_HEAD) {
                length = left.getLong(HEAD);
                head = LONG_HEAD;
            } else if (length == 0) {
                length = left.remaining();
            }
            if (length < head || length > left.remaining()) {
                throw Refusal.damaged("a box of its index (" + printable(type) + ") is longer or shorter than can be.");
            }
            boxes.add(new Box(type, left.slice(head, (int) length - head)));
            left = left.slice((int) length, left.remaining() - (int) length);
        }
        return boxes;
    }

    /** The first box of that type within this one. */
    Optional<Box> child(String wanted) {
        return in(body).stream().filter(box -> box.type.equals(wanted)).findFirst();
    }

    /**
     * The same, where a film cannot be without it.
     *
     * @throws org.fertivision.spi.RejectedException if there is none
     */
    Box part(String wanted) {
        return child(wanted)
                .orElseThrow(() -> Refusal.damaged(
                        "its index (" + printable(type) + ") does not hold what it must (" + wanted + ")."));
    }

    int u8(int at) {
        need(at, 1);
        return body.get(at) & 0xFF;
    }

    int u16(int at) {
        need(at, 2);
        return body.getShort(at) & 0xFFFF;
    }

    int s32(int at) {
        need(at, 4);
        return body.getInt(at);
    }

    long u32(int at) {
        return Integer.toUnsignedLong(s32(at));
    }

    long s64(int at) {
        need(at, 8);
        return body.getLong(at);
    }

    /** The version of a box that has one. */
    int version() {
        return u8(0);
    }

    /**
     * How many entries a table has, by its own word.
     *
     * @param at where the number stands
     * @param entryBytes bytes of each entry, which follow the number
     * @throws org.fertivision.spi.RejectedException if the table is shorter than its word
     */
    int entries(int at, int entryBytes) {
        long entries = u32(at);
        if (entries * entryBytes > body.limit() - at - 4) {
            throw Refusal.damaged(
                    "a table of its index (" + printable(type) + ") claims " + entries + " entries and is shorter.");
        }
        return (int) entries;
    }

    static String letters(ByteBuffer bytes, int at) {
        byte[] four = new byte[4];
        bytes.get(at, four);
        return new String(four, StandardCharsets.ISO_8859_1);
    }

    /** Letters as they are, anything else as a question mark. */
    static String printable(String letters) {
        return letters.replaceAll("[^!-~ ]", "?");
    }

    private void need(int at, int bytes) {
        if (at + bytes > body.limit()) {
            throw Refusal.damaged("a box of its index (" + printable(type) + ") is too short.");
        }
    }
}
