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

    private static final int INCH = 2;
    private static final int CENTIMETER = 3;
    private static final int BYTE = 1;
    private static final int ASCII = 2;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int RATIONAL = 5;
    private static final int LONG_8 = 16;

    /** Bytes of one value of each type, from 1 on, 0 where there is no such type; IFD (13) is a LONG, IFD8 (18) a LONG8. */
    private static final int[] SIZES = {1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8};

    private final Bytes bytes;
    private final boolean isBig;
    private final Map<Integer, Long> entries;
    private final long next;

    private TiffDirectory(TiffHeader header, Map<Integer, Long> entries, long next) {
        this.bytes = header.bytes();
        this.isBig = header.isBig();
        this.entries = entries;
        this.next = next;
    }

    /** Reads the directory at an offset of a structure. */
    static TiffDirectory read(TiffHeader header, long offset, HeaderGuard guard) {
        Bytes bytes = header.bytes();
        long count = header.isBig() ? bytes.u64(offset) : bytes.u16(offset);
        guard.tags(count);
        int countBytes = header.isBig() ? 8 : 2;
        int entryBytes = header.isBig() ? 20 : 12;
        Map<Integer, Long> entries = new HashMap<>();
        for (int i = 0; i < count; i++) {
            long at = offset + countBytes + (long) i * entryBytes;
            entries.putIfAbsent(bytes.u16(at), at);
        }
        long end = offset + countBytes + count * entryBytes;
        int linkBytes = header.isBig() ? 8 : 4;
        long next = end + linkBytes > bytes.length() ? 0 : header.isBig() ? bytes.u64(end) : bytes.u32(end);
        return new TiffDirectory(header, entries, next);
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
        return at == null ? 0 : countAt(at);
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
            case LONG_8 -> bytes.u64(where);
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

    private long countAt(long entry) {
        return isBig ? bytes.u64(entry + 4) : bytes.u32(entry + 4);
    }

    /** Where the values of the entry at an offset stand: within it if they fit into the place of an offset. */
    private long values(long entry) {
        long total = countAt(entry) * size(bytes.u16(entry), bytes.u16(entry + 2));
        if (isBig) {
            return total <= 8 ? entry + 12 : bytes.u64(entry + 12);
        }
        return total <= 4 ? entry + 8 : bytes.u32(entry + 8);
    }

    private static int size(int tag, int type) {
        if (type < 1 || type > SIZES.length || SIZES[type - 1] == 0) {
            throw Refusal.damaged("The TIFF tag " + tag + " is of the unknown type " + type + ".");
        }
        return SIZES[type - 1];
    }
}
