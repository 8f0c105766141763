package org.fertivision.decode;

/**
 * How samples of a TIFF page are stored as differences from their left neighbors.
 *
 * <p>Source: TIFF revision 6.0 (Adobe, 1992), section 14; Adobe Photoshop TIFF technical note 3 (2005) for floats.
 */
enum Prediction {
    /** As they are. */
    NONE,
    /** Each whole number as its difference. */
    WHOLE,
    /** The bytes of floats, first bytes of a row before second ones and so on, each byte as its difference. */
    FLOAT;

    private static final int FLOAT_BYTES = 4;

    /** The prediction of a tag's number. */
    static Prediction of(long number, int bits, boolean isFloat) {
        if (number <= 1) {
            return NONE;
        }
        if (number == 2 && (bits == 8 || bits == 16)) {
            return WHOLE;
        }
        if (number == 3 && isFloat) {
            return FLOAT;
        }
        throw Refusal.unsupported(
                "The TIFF file predicts samples in a way that is not read (" + number + " for " + bits + " bits).");
    }

    /** Puts the samples of rows back in place of their differences. */
    void undo(byte[] rows, int rowBytes, int count, int samples, int bits, boolean bigEndian) {
        byte[] row = new byte[this == FLOAT ? rowBytes : 0];
        for (int from = 0; this != NONE && from < count * rowBytes; from += rowBytes) {
            if (this == FLOAT) {
                addUpBytes(rows, from, rowBytes, samples);
                System.arraycopy(rows, from, row, 0, rowBytes);
                join(row, rows, from, bigEndian);
            } else if (bits == 8) {
                addUpBytes(rows, from, rowBytes, samples);
            } else {
                addUpShorts(rows, from, rowBytes, samples, bigEndian);
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

    /** Puts the bytes of each float, stored most significant first and apart, side by side in the file's order. */
    private static void join(byte[] apart, byte[] rows, int from, boolean bigEndian) {
        int floats = apart.length / FLOAT_BYTES;
        for (int i = 0; i < floats; i++) {
            for (int part = 0; part < FLOAT_BYTES; part++) {
                int place = bigEndian ? part : FLOAT_BYTES - 1 - part;
                rows[from + i * FLOAT_BYTES + place] = apart[part * floats + i];
            }
        }
    }
}
