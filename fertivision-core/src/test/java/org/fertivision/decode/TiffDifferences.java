package org.fertivision.decode;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Rows of samples as TIFF's predictors store them. */
final class TiffDifferences {
    private TiffDifferences() {}

    /** Bytes of rows as differences from the same sample of the left pixel (predictor 2, 8 bits). */
    static byte[] ofBytes(byte[] rows, int rowBytes, int samples) {
        byte[] differences = rows.clone();
        for (int i = 0; i < rows.length; i++) {
            if (i % rowBytes >= samples) {
                differences[i] = (byte) (rows[i] - rows[i - samples]);
            }
        }
        return differences;
    }

    /** Numbers of 16 bits as differences (predictor 2). */
    static byte[] ofShorts(byte[] rows, int rowBytes, int samples, ByteOrder order) {
        ByteBuffer from = ByteBuffer.wrap(rows).order(order);
        ByteBuffer differences = ByteBuffer.allocate(rows.length).order(order);
        for (int i = 0; i < rows.length; i += 2) {
            int left = i % rowBytes >= 2 * samples ? from.getShort(i - 2 * samples) : 0;
            differences.putShort(i, (short) (from.getShort(i) - left));
        }
        return differences.array();
    }

    /** Floats byte by byte as differences, most significant bytes of a row first (predictor 3). */
    static byte[] ofFloats(float[] values, int columns, int samples) {
        int rowBytes = 4 * columns * samples;
        byte[] apart = new byte[4 * values.length];
        for (int i = 0; i < values.length; i++) {
            int row = i / (columns * samples);
            int place = i % (columns * samples);
            int bits = Float.floatToIntBits(values[i]);
            for (int part = 0; part < 4; part++) {
                apart[row * rowBytes + part * columns * samples + place] = (byte) (bits >> 24 - 8 * part);
            }
        }
        return ofBytes(apart, rowBytes, samples);
    }
}
