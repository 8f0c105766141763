package org.fertivision.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The colors behind the samples of a picture in palette color (PS3.3 C.7.6.3.1.5), 8 bits each. */
final class Palette {
    private static final int[] DESCRIPTORS = {0x00281101, 0x00281102, 0x00281103};
    private static final int[] TABLES = {0x00281201, 0x00281202, 0x00281203};

    static final Set<Integer> TAGS =
            Set.of(DESCRIPTORS[0], DESCRIPTORS[1], DESCRIPTORS[2], TABLES[0], TABLES[1], TABLES[2]);

    private static final int MOST_ENTRIES = 65_536;

    private final int first;
    private final List<byte[]> tables;

    private Palette(int first, List<byte[]> tables) {
        this.first = first;
        this.tables = tables;
    }

    static Palette of(DataSet header) {
        List<byte[]> tables = new ArrayList<>();
        int first = 0;
        for (int channel = 0; channel < TABLES.length; channel++) {
            ByteBuffer about =
                    ByteBuffer.wrap(header.bytes(DESCRIPTORS[channel])).order(ByteOrder.LITTLE_ENDIAN);
            if (about.remaining() != 6) {
                throw Refusal.damaged("its palette is missing.");
            }
            int entries = about.getShort() & 0xFFFF;
            first = about.getShort() & 0xFFFF;
            int bits = about.getShort() & 0xFFFF;
            tables.add(table(header.bytes(TABLES[channel]), entries == 0 ? MOST_ENTRIES : entries, bits));
        }
        return new Palette(first, tables);
    }

    private static byte[] table(byte[] written, int entries, int bits) {
        byte[] table = new byte[entries];
        boolean wide = bits == 16 || written.length >= 2 * entries;
        if ((bits != 8 && bits != 16) || written.length < (wide ? 2 * entries : entries)) {
            throw Refusal.damaged("its palette is shorter than it says.");
        }
        for (int i = 0; i < entries; i++) {
            table[i] = wide ? written[2 * i + (bits == 16 ? 1 : 0)] : written[i];
        }
        return table;
    }

    /** One channel (0 red, 1 green, 2 blue) of every sample. */
    byte[] channel(int channel, int[] samples) {
        byte[] table = tables.get(channel);
        byte[] colors = new byte[samples.length];
        for (int i = 0; i < samples.length; i++) {
            colors[i] = table[Math.max(0, Math.min(table.length - 1, samples[i] - first))];
        }
        return colors;
    }
}
