package org.fertivision.image;

/**
 * One channel of pixels, 8 or 16 bits deep, rows from top to bottom. Immutable and thread-safe; samples are read row by
 * row into the caller's buffer, so that the array inside never leaks.
 */
public final class Plane {
    private static final int BYTE_MASK = 0xFF;
    private static final int SHORT_MASK = 0xFFFF;

    private final int width;
    private final int height;
    private final byte[] bytes;
    private final short[] shorts;

    private Plane(int width, int height, byte[] bytes, short[] shorts) {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("a plane has at least one pixel, not " + width + " x " + height);
        }
        long pixels = Math.multiplyExact((long) width, height);
        int samples = bytes.length + shorts.length;
        if (pixels != samples) {
            throw new IllegalArgumentException(
                    width + " x " + height + " needs " + pixels + " samples, got " + samples);
        }
        this.width = width;
        this.height = height;
        this.bytes = bytes;
        this.shorts = shorts;
    }

    /**
     * A plane of 8-bit samples. The array is taken over, not copied: the caller must not touch it again.
     *
     * @throws IllegalArgumentException unless the array holds width x height samples
     */
    public static Plane takeBytes(int width, int height, byte[] samples) {
        return new Plane(width, height, samples, new short[0]);
    }

    /**
     * A plane of unsigned 16-bit samples. The array is taken over, not copied: the caller must not touch it again.
     *
     * @throws IllegalArgumentException unless the array holds width x height samples
     */
    public static Plane takeShorts(int width, int height, short[] samples) {
        return new Plane(width, height, new byte[0], samples);
    }

    /** Columns. */
    public int width() {
        return width;
    }

    /** Rows. */
    public int height() {
        return height;
    }

    /** Bits a sample: 8 or 16. */
    public int bits() {
        return shorts.length == 0 ? 8 : 16;
    }

    /** The largest value that a sample can have: 255 or 65535. */
    public int maximum() {
        return shorts.length == 0 ? BYTE_MASK : SHORT_MASK;
    }

    /** The sample in column {@code x} of row {@code y}, 0 to {@link #maximum()}. */
    public int at(int x, int y) {
        int index = index(x, y);
        return shorts.length == 0 ? bytes[index] & BYTE_MASK : shorts[index] & SHORT_MASK;
    }

    /** Copies row {@code y} as unsigned values into the first {@link #width()} places of {@code into}. */
    public void row(int y, int[] into) {
        row(y, 0, width, into);
    }

    /**
     * Copies a part of row {@code y} as unsigned values into the first places of {@code into}.
     *
     * @param from first column
     * @param to end of the columns
     */
    public void row(int y, int from, int to, int[] into) {
        if (from < 0 || from > to || to > width) {
            throw new IndexOutOfBoundsException("columns " + from + " to " + to + " of " + width);
        }
        int start = index(0, y) + from;
        int count = to - from;
        if (shorts.length == 0) {
            for (int i = 0; i < count; i++) {
                into[i] = bytes[start + i] & BYTE_MASK;
            }
        } else {
            for (int i = 0; i < count; i++) {
                into[i] = shorts[start + i] & SHORT_MASK;
            }
        }
    }

    /**
     * Copies row {@code y} of an 8-bit plane into {@code into} from {@code offset} on: the fast way for kernels.
     *
     * @throws IllegalStateException if this plane is 16 bits deep
     */
    public void rowBytes(int y, byte[] into, int offset) {
        if (shorts.length != 0) {
            throw new IllegalStateException("a plane of 16 bits has no rows of bytes");
        }
        System.arraycopy(bytes, index(0, y), into, offset, width);
    }

    /**
     * Copies row {@code y} of a 16-bit plane into {@code into} from {@code offset} on, unsigned values in signed places.
     *
     * @throws IllegalStateException if this plane is 8 bits deep
     */
    public void rowShorts(int y, short[] into, int offset) {
        if (shorts.length == 0) {
            throw new IllegalStateException("a plane of 8 bits has no rows of shorts");
        }
        System.arraycopy(shorts, index(0, y), into, offset, width);
    }

    private int index(int x, int y) {
        if (x < 0 || x >= width || y < 0 || y >= height) {
            throw new IndexOutOfBoundsException("(" + x + ", " + y + ") outside " + width + " x " + height);
        }
        return y * width + x;
    }
}
