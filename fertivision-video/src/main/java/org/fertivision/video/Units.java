package org.fertivision.video;

import java.util.ArrayList;
import java.util.List;

/** The units of H.264 that a frame is made of, each after its length (ISO/IEC 14496-15, 5.3.4.2). */
final class Units {
    private Units() {}

    /**
     * The units, made plain.
     *
     * @param lengthBytes bytes of the length before each
     * @throws org.fertivision.spi.RejectedException if a length leads out of the frame
     */
    static List<byte[]> of(byte[] sample, int lengthBytes) {
        List<byte[]> units = new ArrayList<>();
        int at = 0;
        while (at + lengthBytes <= sample.length) {
            long length = 0;
            for (int i = 0; i < lengthBytes; i++) {
                length = length << Byte.SIZE | (sample[at++] & 0xFF);
            }
            if (length > sample.length - at) {
                throw Refusal.damaged("a part of a frame is longer than the frame.");
            }
            units.add(Bits.plain(sample, at, (int) length));
            at += (int) length;
        }
        return units;
    }
}
