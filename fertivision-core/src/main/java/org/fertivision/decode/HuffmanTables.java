package org.fertivision.decode;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import javax.imageio.plugins.jpeg.JPEGHuffmanTable;

/**
 * The Huffman tables that motion JPEG leaves out of its frames.
 *
 * <p>Source: ITU-T T.81 (1992), annex K.3, tables K.3 to K.6.
 */
final class HuffmanTables {
    private static final int DHT = 0xC4;
    private static final int SOS = 0xDA;
    private static final int RST0 = 0xD0;
    private static final int RST7 = 0xD7;
    private static final int CODE_LENGTHS = 16;
    private static final byte[] STANDARD = segment();

    private HuffmanTables() {}

    /** A JPEG picture with the standard tables where it has none of its own. */
    static byte[] completed(byte[] jpeg) {
        int at = 2;
        while (at + 4 <= jpeg.length && (jpeg[at] & 0xFF) == 0xFF) {
            int marker = jpeg[at + 1] & 0xFF;
            if (marker == DHT) {
                return jpeg;
            }
            if (marker == SOS) {
                return inserted(jpeg, at);
            }
            if (marker == 0xFF) {
                at++;
            } else if (marker >= RST0 && marker <= RST7) {
                at += 2;
            } else {
                at += 2 + (((jpeg[at + 2] & 0xFF) << 8) | (jpeg[at + 3] & 0xFF));
            }
        }
        return jpeg;
    }

    private static byte[] inserted(byte[] jpeg, int at) {
        byte[] whole = Arrays.copyOf(jpeg, jpeg.length + STANDARD.length);
        System.arraycopy(STANDARD, 0, whole, at, STANDARD.length);
        System.arraycopy(jpeg, at, whole, at + STANDARD.length, jpeg.length - at);
        return whole;
    }

    private static byte[] segment() {
        ByteArrayOutputStream tables = new ByteArrayOutputStream();
        add(tables, 0x00, JPEGHuffmanTable.StdDCLuminance);
        add(tables, 0x10, JPEGHuffmanTable.StdACLuminance);
        add(tables, 0x01, JPEGHuffmanTable.StdDCChrominance);
        add(tables, 0x11, JPEGHuffmanTable.StdACChrominance);
        int length = 2 + tables.size();
        byte[] segment = new byte[2 + length];
        segment[0] = (byte) 0xFF;
        segment[1] = (byte) DHT;
        segment[2] = (byte) (length >> 8);
        segment[3] = (byte) length;
        System.arraycopy(tables.toByteArray(), 0, segment, 4, tables.size());
        return segment;
    }

    private static void add(ByteArrayOutputStream tables, int number, JPEGHuffmanTable table) {
        tables.write(number);
        for (short count : Arrays.copyOf(table.getLengths(), CODE_LENGTHS)) {
            tables.write(count);
        }
        for (short value : table.getValues()) {
            tables.write(value);
        }
    }
}
