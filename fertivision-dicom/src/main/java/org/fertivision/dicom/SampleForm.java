package org.fertivision.dicom;

import java.util.Set;
import org.fertivision.image.Plane;

/**
 * How the samples of a pixel lie in bytes (PS3.3 C.7.6.3, PS3.5 8).
 *
 * @param allocated bits between one sample and the next, 8 or 16
 * @param stored bits of a sample that count
 * @param high the highest of them, from 0
 * @param signed whether samples may be negative
 */
record SampleForm(int allocated, int stored, int high, boolean signed) {
    private static final int ALLOCATED = 0x00280100;
    private static final int STORED = 0x00280101;
    private static final int HIGH = 0x00280102;
    private static final int SIGNED = 0x00280103;

    static final Set<Integer> TAGS = Set.of(ALLOCATED, STORED, HIGH, SIGNED);

    static SampleForm of(DataSet header) {
        int allocated = (int) header.whole(ALLOCATED).orElse(0);
        int stored = (int) header.whole(STORED).orElse(allocated);
        int high = (int) header.whole(HIGH).orElse(stored - 1L);
        if (allocated != 8 && allocated != 16) {
            throw Refusal.unsupported("The DICOM file has " + allocated + " bits a sample; 8 and 16 are read.");
        }
        if (stored < 1 || stored > allocated || high < stored - 1 || high >= allocated) {
            throw Refusal.damaged(
                    stored + " of " + allocated + " bits count, the highest being " + high + ": that cannot be.");
        }
        return new SampleForm(allocated, stored, high, header.whole(SIGNED).orElse(0) == 1);
    }

    int bytes() {
        return allocated / Byte.SIZE;
    }

    /** Sample number {@code i} of little-endian bytes, from 0 upward, within its stored bits. */
    int at(byte[] bytes, int i) {
        int raw = allocated == 8 ? bytes[i] & 0xFF : (bytes[2 * i] & 0xFF) | (bytes[2 * i + 1] & 0xFF) << 8;
        int value = raw >> (high - stored + 1) & (1 << stored) - 1;
        return signed ? value ^ 1 << (stored - 1) : value;
    }

    /** The largest sample. */
    int highest() {
        return (1 << stored) - 1;
    }

    /** A plane of samples: 8 bits where they fit, else spread over 16. */
    Plane plane(int width, int height, int[] samples) {
        if (stored <= Byte.SIZE) {
            byte[] plane = new byte[samples.length];
            for (int i = 0; i < samples.length; i++) {
                plane[i] = (byte) (samples[i] << (Byte.SIZE - stored));
            }
            return Plane.takeBytes(width, height, plane);
        }
        short[] plane = new short[samples.length];
        for (int i = 0; i < samples.length; i++) {
            plane[i] = (short) (samples[i] << (Short.SIZE - stored));
        }
        return Plane.takeShorts(width, height, plane);
    }
}
