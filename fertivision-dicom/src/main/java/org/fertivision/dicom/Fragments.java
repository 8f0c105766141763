package org.fertivision.dicom;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.fertivision.finding.RejectionCode;
import org.jspecify.annotations.Nullable;

/** Compressed frames as items (PS3.5 A.4): first a table of places, which is not needed, then the pieces of frames. */
final class Fragments {
    private static final int JPEG_START = 0xD8;

    private final ElementStream in;
    private final long longest;
    private byte @Nullable [] ahead;

    /**
     * After the element of the pixels was read.
     *
     * @param longest most bytes of a frame
     */
    Fragments(ElementStream in, long longest) throws IOException {
        this.in = in;
        this.longest = longest;
        Element table = Element.read(in, true);
        if (table.tag() != Element.ITEM || table.isUndefined()) {
            throw Refusal.damaged("its pixels do not begin with a table of places.");
        }
        in.skip(table.length());
    }

    /** The next piece. */
    byte[] piece() throws IOException {
        byte[] next = ahead == null ? read() : ahead;
        ahead = null;
        if (next == null) {
            throw Refusal.damaged("it has fewer frames than it says.");
        }
        return next;
    }

    /** The next JPEG: the piece that begins one, and all that do not. */
    byte[] jpeg() throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(piece());
        for (ahead = read(); ahead != null && !beginsJpeg(ahead); ahead = read()) {
            whole.write(ahead);
            refuseOver(whole.size());
        }
        return whole.toByteArray();
    }

    private static boolean beginsJpeg(byte[] piece) {
        return piece.length >= 2 && (piece[0] & 0xFF) == 0xFF && (piece[1] & 0xFF) == JPEG_START;
    }

    private byte @Nullable [] read() throws IOException {
        Element item = Element.read(in, true);
        if (item.tag() == Element.SEQUENCE_END) {
            return null;
        }
        if (item.tag() != Element.ITEM || item.isUndefined()) {
            throw Refusal.damaged("a piece of its pixels is no item.");
        }
        refuseOver(item.length());
        return in.bytes((int) item.length());
    }

    private void refuseOver(long bytes) {
        if (bytes > longest) {
            throw Refusal.over(RejectionCode.STRUCTURE_LIMIT, "bytes of a compressed frame", longest, bytes);
        }
    }
}
