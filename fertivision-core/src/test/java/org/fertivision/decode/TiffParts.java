package org.fertivision.decode;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** TIFF files put together by hand, tag by tag; every number of a tag is written as a LONG. */
public final class TiffParts {
    private final ByteOrder order;
    private final boolean big;
    private final List<Map<Integer, Object>> pages = new ArrayList<>();
    private final List<byte[][]> segments = new ArrayList<>();

    /** An empty file of this byte order. */
    public TiffParts(ByteOrder order) {
        this(order, false);
    }

    private TiffParts(ByteOrder order, boolean big) {
        this.order = order;
        this.big = big;
    }

    /** An empty BigTIFF file. */
    static TiffParts big(ByteOrder order) {
        return new TiffParts(order, true);
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
        tags.put(258, LongStream.generate(() -> bits).limit(samples).toArray());
        tags.put(259, new long[] {1});
        tags.put(262, new long[] {photometric});
        tags.put(277, new long[] {samples});
        return tags;
    }

    /** The file. */
    public byte[] end() {
        int bytes =
                segments.stream().flatMap(Stream::of).mapToInt(s -> s.length).sum();
        ByteBuffer out = ByteBuffer.allocate(bytes + (1 << 21)).order(order);
        byte letter = (byte) (order == ByteOrder.BIG_ENDIAN ? 'M' : 'I');
        out.put(letter).put(letter);
        if (big) {
            out.putShort((short) 43).putShort((short) 8).putShort((short) 0).putLong(16);
        } else {
            out.putShort((short) 42).putInt(8);
        }
        int link = big ? 8 : 4;
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
            if (big) {
                out.putLong(link, out.position()).putLong(tags.size());
            } else {
                out.putInt(link, out.position()).putShort((short) tags.size());
            }
            tags.forEach((tag, value) -> entry(out, tag, value, places.get(tag)));
            link = out.position();
            offset(out, 0);
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

    private void entry(ByteBuffer out, int tag, Object value, int place) {
        out.putShort((short) tag);
        if (value instanceof String text) {
            offset(out.putShort((short) 2), text.length() + 1);
            offset(out, place);
        } else if (value instanceof double[]) {
            offset(out.putShort((short) 5), 1);
            offset(out, place);
        } else {
            long[] numbers = (long[]) value;
            offset(out.putShort((short) 4), numbers.length);
            if (big && numbers.length <= 2) {
                out.putInt((int) numbers[0]).putInt(numbers.length == 2 ? (int) numbers[1] : 0);
            } else {
                offset(out, numbers.length == 1 ? (int) numbers[0] : place);
            }
        }
    }

    private void offset(ByteBuffer out, int value) {
        if (big) {
            out.putLong(value);
        } else {
            out.putInt(value);
        }
    }
}
