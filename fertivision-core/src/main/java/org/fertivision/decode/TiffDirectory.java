package org.fertivision.decode;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One directory of a TIFF structure: its tags, with values read only when asked for. */
final class TiffDirectory {
    static final int ORIENTATION = 274;
    static final int X_RESOLUTION = 282;
    static final int Y_RESOLUTION = 283;
    static final int RESOLUTION_UNIT = 296;

    private static final int ENTRY_BYTES = 12;
    private static final int INCH = 2;
    private static final int CENTIMETER = 3;
    private static final int BYTE = 1;
    private static final int ASCII = 2;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int RATIONAL = 5;

    /** Bytes of one value of each type, from 1 on; IFD (13) is a LONG. */
    private static final int[] SIZES = {1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};

    private final Bytes bytes;
    private final Map<Integer, Long> entries;
    private final long next;

    private TiffDirectory(Bytes bytes, Map<Integer, Long> entries, long next) {
        this.bytes = bytes;
        this.entries = entries;
        this.next = next;
    }

    /** Reads the directory at an offset of a structure. */
    static TiffDirectory read(Bytes bytes, long offset, HeaderGuard guard) {
        int count = bytes.u16(offset);
        guard.tags(count);
        Map<Integer, Long> entries = new HashMap<>();
        for (int i = 0; i < count; i++) {
            long at = offset + 2 + (long) i * ENTRY_BYTES;
            entries.putIfAbsent(bytes.u16(at), at);
        }
        long end = offset + 2 + (long) count * ENTRY_BYTES;
        long next = end + 4 <= bytes.length() ? bytes.u32(end) : 0;
        return new TiffDirectory(bytes, entries, next);
    }

    /** Where the next directory begins; 0 after the last. */
    long next() {
        return next;
    }

    boolean has(int tag) {
        return entries.containsKey(tag);
    }

    /** How many values a tag has; 0 where it is absent. */
    long count(int tag) {
        Long at = entries.get(tag);
        return at == null ? 0 : bytes.u32(at + 4);
    }

    /** The first value of a whole-number tag, or the given one where the tag is absent. */
    long number(int tag, long otherwise) {
        return count(tag) == 0 ? otherwise : number(tag, 0, otherwise);
    }

    /** A value of a whole-number tag by its place, or the given one where the tag has fewer. */
    long number(int tag, long place, long otherwise) {
        Long at = entries.get(tag);
        if (at == null || place >= count(tag)) {
            return otherwise;
        }
        int type = bytes.u16(at + 2);
        long where = values(at) + place * size(tag, type);
        return switch (type) {
            case BYTE -> bytes.u8(where);
            case SHORT -> bytes.u16(where);
            case LONG -> bytes.u32(where);
            default -> throw Refusal.damagedAt(at, "The TIFF tag " + tag + " is no whole number.");
        };
    }

    /** The first value of a tag of rationals, or 0 where it is absent or none. */
    double rational(int tag) {
        Long at = entries.get(tag);
        if (at == null || bytes.u16(at + 2) != RATIONAL || count(tag) < 1) {
            return 0;
        }
        long where = values(at);
        long divisor = bytes.u32(where + 4);
        return divisor == 0 ? 0 : (double) bytes.u32(where) / divisor;
    }

    /** The text of a tag, or nothing at all where it is absent or longer than metadata may be. */
    String text(int tag, HeaderGuard guard) {
        Long at = entries.get(tag);
        if (at == null || bytes.u16(at + 2) != ASCII) {
            return "";
        }
        guard.metadata(count(tag));
        return bytes.text(values(at), count(tag));
    }

    /** The bytes of a tag, none where it is absent. */
    byte[] bytes(int tag, HeaderGuard guard) {
        Long at = entries.get(tag);
        if (at == null || size(tag, bytes.u16(at + 2)) != 1) {
            return new byte[0];
        }
        guard.metadata(count(tag));
        int from = bytes.index(values(at), count(tag));
        return Arrays.copyOfRange(bytes.array(), from, from + (int) count(tag));
    }

    /** How the picture is to be turned. */
    Orientation orientation() {
        return Orientation.of((int) number(ORIENTATION, 1));
    }

    /** The size of a pixel by the resolution tags, or null where it is not credible. */
    @Nullable
    PixelSize pixelSize() {
        double unitUm =
                switch ((int) number(RESOLUTION_UNIT, INCH)) {
                    case INCH -> PixelSize.UM_PER_INCH;
                    case CENTIMETER -> PixelSize.UM_PER_CENTIMETER;
                    default -> 0;
                };
        return PixelSize.ofDensity(rational(X_RESOLUTION), rational(Y_RESOLUTION), unitUm);
    }

    /** Where the values of the entry at an offset stand: within it if they fit four bytes. */
    private long values(long entry) {
        long total = bytes.u32(entry + 4) * size(bytes.u16(entry), bytes.u16(entry + 2));
        return total <= 4 ? entry + 8 : bytes.u32(entry + 8);
    }

    private static int size(int tag, int type) {
        if (type < 1 || type > SIZES.length) {
            throw Refusal.damaged("The TIFF tag " + tag + " is of the unknown type " + type + ".");
        }
        return SIZES[type - 1];
    }
}
