package org.fertivision.decode;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** TIFF files put together by hand, tag by tag; every number of a tag is written as a LONG. */
public final class TiffParts {
    private final ByteOrder order;
    private final List<Map<Integer, Object>> pages = new ArrayList<>();
    private final List<byte[][]> segments = new ArrayList<>();

    /** An empty file of this byte order. */
    public TiffParts(ByteOrder order) {
        this.order = order;
    }

    /** A page with the given tags (number to {@code long[]} or {@code String}) and strips. */
    public TiffParts page(Map<Integer, Object> tags, byte[]... strips) {
        pages.add(new TreeMap<>(tags));
        segments.add(strips);
        return this;
    }

    /** Tags of a page: size, bits, samples, photometric. */
    public static Map<Integer, Object> tags(int width, int height, int bits, int samples, int photometric) {
        Map<Integer, Object> tags = new TreeMap<>();
        tags.put(256, new long[] {width});
        tags.put(257, new long[] {height});
        tags.put(
                258,
                java.util.stream.LongStream.generate(() -> bits).limit(samples).toArray());
        tags.put(259, new long[] {1});
        tags.put(262, new long[] {photometric});
        tags.put(277, new long[] {samples});
        return tags;
    }

    /** The file. */
    public byte[] end() {
        ByteBuffer out = ByteBuffer.allocate(1 << 20).order(order);
        byte letter = (byte) (order == ByteOrder.BIG_ENDIAN ? 'M' : 'I');
        out.put(letter).put(letter).putShort((short) 42).putInt(8);
        int link = 4;
        for (int i = 0; i < pages.size(); i++) {
            Map<Integer, Object> tags = pages.get(i);
            byte[][] strips = segments.get(i);
            boolean tiled = tags.containsKey(322);
            long[] offsets = new long[strips.length];
            long[] lengths = new long[strips.length];
            for (int s = 0; s < strips.length; s++) {
                offsets[s] = out.position();
                lengths[s] = strips[s].length;
                out.put(strips[s]);
            }
            tags.putIfAbsent(tiled ? 324 : 273, offsets);
            tags.putIfAbsent(tiled ? 325 : 279, lengths);
            Map<Integer, Integer> places = new TreeMap<>();
            tags.forEach((tag, value) -> places.put(tag, values(out, value)));
            out.putInt(link, out.position());
            out.putShort((short) tags.size());
            tags.forEach((tag, value) -> entry(out, tag, value, places.get(tag)));
            link = out.position();
            out.putInt(0);
        }
        return java.util.Arrays.copyOf(out.array(), out.position());
    }

    private static int values(ByteBuffer out, Object value) {
        int at = out.position();
        if (value instanceof String text) {
            out.put(text.getBytes(StandardCharsets.ISO_8859_1)).put((byte) 0);
        } else if (value instanceof double[] rational) {
            out.putInt((int) Math.round(rational[0] * 1000)).putInt(1000);
        } else {
            for (long number : (long[]) value) {
                out.putInt((int) number);
            }
        }
        return at;
    }

    private static void entry(ByteBuffer out, int tag, Object value, int place) {
        out.putShort((short) tag);
        if (value instanceof String text) {
            out.putShort((short) 2).putInt(text.length() + 1).putInt(place);
        } else if (value instanceof double[]) {
            out.putShort((short) 5).putInt(1).putInt(place);
        } else {
            long[] numbers = (long[]) value;
            out.putShort((short) 4).putInt(numbers.length).putInt(numbers.length == 1 ? (int) numbers[0] : place);
        }
    }
}
