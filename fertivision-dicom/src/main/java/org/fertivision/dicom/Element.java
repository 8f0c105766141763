package org.fertivision.dicom;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * The head of a data element (PS3.5 7.1).
 *
 * @param tag group and number in one
 * @param vr what kind of value it has, two letters; empty where the file does not say
 * @param length bytes of the value, or {@link ElementStream#UNDEFINED}
 * @param headerLength bytes of the head itself
 */
record Element(int tag, String vr, long length, int headerLength) {
    /** An item of a sequence, and the marks that end an item and a sequence. */
    static final int ITEM = 0xFFFEE000;

    static final int ITEM_END = 0xFFFEE00D;
    static final int SEQUENCE_END = 0xFFFEE0DD;

    private static final int ITEMS = 0xFFFE;
    private static final Set<String> LONG =
            Set.of("OB", "OW", "OF", "OD", "OL", "OV", "SQ", "UC", "UR", "UT", "UN", "SV", "UV");

    static Element read(ElementStream in, boolean explicit) throws IOException {
        int group = in.u16();
        int tag = group << 16 | in.u16();
        if (!explicit || group == ITEMS) {
            return new Element(tag, "", in.u32(), 8);
        }
        int first = in.u8();
        int second = in.u8();
        if (first < 'A' || first > 'Z' || second < 'A' || second > 'Z') {
            throw Refusal.damaged(String.format("element %08X has no kind of value.", tag));
        }
        String vr = new String(new char[] {(char) first, (char) second});
        if (LONG.contains(vr)) {
            in.u16();
            return new Element(tag, vr, in.u32(), 12);
        }
        return new Element(tag, vr, in.u16(), 8);
    }

    boolean isUndefined() {
        return length == ElementStream.UNDEFINED;
    }

    /** A value of letters without what fills it up. */
    static String text(byte[] value) {
        int end = value.length;
        while (end > 0 && (value[end - 1] == 0 || value[end - 1] == ' ')) {
            end--;
        }
        return new String(value, 0, end, StandardCharsets.US_ASCII).strip();
    }
}
