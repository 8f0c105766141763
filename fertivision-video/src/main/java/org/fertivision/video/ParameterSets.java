package org.fertivision.video;

import java.util.ArrayList;
import java.util.List;

/**
 * How the H.264 of a film is written, from its index (ISO/IEC 14496-15, 5.3.3.1).
 *
 * @param lengthBytes bytes of the number that stands before each unit
 * @param units what the decoder must know first, unit by unit, made plain
 */
record ParameterSets(int lengthBytes, List<byte[]> units) {
    private static final int FIRST_AT = 5;

    ParameterSets {
        units = List.copyOf(units);
    }

    static ParameterSets read(Box box) {
        List<byte[]> units = new ArrayList<>();
        int lengthBytes = (box.u8(4) & 3) + 1;
        int at = take(box, FIRST_AT, box.u8(FIRST_AT) & 31, units);
        take(box, at, box.u8(at), units);
        return new ParameterSets(lengthBytes, units);
    }

    private static int take(Box box, int countAt, int count, List<byte[]> units) {
        int at = countAt + 1;
        for (int i = 0; i < count; i++) {
            int length = box.u16(at);
            if (at + 2 + length > box.body().limit()) {
                throw Refusal.damaged("what its decoder must know is cut short.");
            }
            byte[] unit = new byte[length];
            box.body().get(at + 2, unit);
            units.add(Bits.plain(unit, 0, length));
            at += 2 + length;
        }
        return at;
    }
}
