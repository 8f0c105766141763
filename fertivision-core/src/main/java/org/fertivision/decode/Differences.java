package org.fertivision.decode;

/** Samples stored as differences from their left neighbor (TIFF predictor 2), added up in place. */
final class Differences {
    private Differences() {}

    static void addUp(byte[] rows, int rowBytes, int count, int samples, int bits, boolean bigEndian) {
        for (int row = 0; row < count; row++) {
            if (bits == 8) {
                addUpBytes(rows, row * rowBytes, rowBytes, samples);
            } else {
                addUpShorts(rows, row * rowBytes, rowBytes, samples, bigEndian);
            }
        }
    }

    private static void addUpBytes(byte[] rows, int from, int length, int samples) {
        for (int i = from + samples; i < from + length; i++) {
            rows[i] += rows[i - samples];
        }
    }

    private static void addUpShorts(byte[] rows, int from, int length, int samples, boolean bigEndian) {
        int high = bigEndian ? 0 : 1;
        int back = 2 * samples;
        for (int i = from + back; i + 1 < from + length; i += 2) {
            int left = ((rows[i - back + high] & 0xFF) << 8) | (rows[i - back + 1 - high] & 0xFF);
            int sum = left + (((rows[i + high] & 0xFF) << 8) | (rows[i + 1 - high] & 0xFF));
            rows[i + high] = (byte) (sum >> 8);
            rows[i + 1 - high] = (byte) sum;
        }
    }
}
