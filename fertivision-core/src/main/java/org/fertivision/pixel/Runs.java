package org.fertivision.pixel;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.fertivision.image.Plane;

/**
 * The horizontal runs of object pixels of one picture, row after row, left to right: {@code from} inclusive, {@code to}
 * exclusive. The runs of row y are number {@code rowStart[y]} to before {@code rowStart[y + 1]}.
 */
final class Runs {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH = 0x0101_0101_0101_0101L;
    private static final long TOPS = EACH << 7;
    private static final int START_CAPACITY = 1024;

    final int width;
    final int height;
    final int[] rowStart;
    int[] from = new int[START_CAPACITY];
    int[] to = new int[START_CAPACITY];
    int count;

    private Runs(int width, int height) {
        this.width = width;
        this.height = height;
        this.rowStart = new int[height + 1];
    }

    /** The runs of a plane. */
    static Runs of(Plane plane, Threshold threshold) {
        Runs runs = new Runs(plane.width(), plane.height());
        int level = threshold.wholeLevel(plane.maximum());
        boolean dark = threshold.polarity() == Polarity.DARK;
        if (plane.bits() == 8) {
            runs.scanBytes(plane, level, dark);
        } else {
            runs.scanShorts(plane, level, dark);
        }
        return runs;
    }

    /** The runs of a raster, in columns and rows of the raster itself. */
    static Runs of(Raster raster, Threshold threshold) {
        Runs runs = new Runs(raster.width(), raster.height());
        boolean bright = threshold.polarity() == Polarity.BRIGHT;
        for (int y = 0; y < runs.height; y++) {
            runs.scanFloats(raster.samples(), y, threshold.floatLevel(), bright);
        }
        return runs;
    }

    /** The runs of a mask, in columns and rows of the mask's box. */
    static Runs of(Mask mask) {
        Runs runs = new Runs(mask.box().width(), mask.box().height());
        boolean[] set = mask.bits();
        boolean[] none = new boolean[runs.width];
        boolean[] all = new boolean[runs.width];
        Arrays.fill(all, true);
        for (int y = 0; y < runs.height; y++) {
            int start = y * runs.width;
            int from = alike(set, start, 0, none);
            while (from < runs.width) {
                int to = alike(set, start, from, all);
                runs.add(from, to);
                from = alike(set, start, to, none);
            }
            runs.rowStart[y + 1] = runs.count;
        }
        return runs;
    }

    /** The first place of a row from {@code x} on that is not as those of the other row, or the row's end. */
    private static int alike(boolean[] set, int start, int x, boolean[] other) {
        int length = other.length - x;
        int at = Arrays.mismatch(set, start + x, start + other.length, other, 0, length);
        return at < 0 ? other.length : x + at;
    }

    private void scanBytes(Plane plane, int level, boolean dark) {
        byte[] row = new byte[width];
        if (level < 0) {
            fill(dark);
            return;
        }
        for (int y = 0; y < height; y++) {
            plane.rowBytes(y, row, 0);
            scanRow(row, level, dark, y);
        }
    }

    /**
     * Eight pixels at a time: the top bit of each byte of {@code object} says whether that pixel is object, and only words
     * in which a run begins or ends are looked at more closely.
     */
    private void scanRow(byte[] row, int level, boolean dark, int y) {
        long add = EACH * (127 - (level & 127));
        long flip = dark ? TOPS : 0;
        boolean upper = level >= 128;
        int open = -1;
        long before = 0;
        int x = 0;
        for (; x + Long.BYTES <= width; x += Long.BYTES) {
            long eight = (long) LONGS.get(row, x);
            long low = (eight & ~TOPS) + add;
            long object = ((upper ? low & eight : low | eight) & TOPS) ^ flip;
            if (object != before) {
                open = ends(object ^ ((object << 8) | (before >>> 56)), x, open);
                before = open >= 0 ? TOPS : 0;
            }
        }
        for (; x < width; x++) {
            open = step(open, x, ((row[x] & 0xFF) > level) != dark);
        }
        endRow(y, open);
    }

    /** Opens and closes runs where the marks are: each is the top bit of the byte of the first pixel of another kind. */
    private int ends(long marks, int x, int openBefore) {
        int open = openBefore;
        for (long left = marks; left != 0; left &= left - 1) {
            int at = x + (Long.numberOfTrailingZeros(left) >>> 3);
            if (open < 0) {
                open = at;
            } else {
                add(open, at);
                open = -1;
            }
        }
        return open;
    }

    private void scanShorts(Plane plane, int level, boolean dark) {
        short[] row = new short[width];
        for (int y = 0; y < height; y++) {
            plane.rowShorts(y, row, 0);
            int x = 0;
            while (x < width) {
                x = endOfRun(row, x, level, !dark);
                if (x < width) {
                    int start = x;
                    x = endOfRun(row, x, level, dark);
                    add(start, x);
                }
            }
            rowStart[y + 1] = count;
        }
    }

    private void scanFloats(float[] samples, int y, float level, boolean bright) {
        int start = y * width;
        int end = start + width;
        int at = endOfRun(samples, start, end, level, !bright);
        while (at < end) {
            int first = at;
            at = endOfRun(samples, at, end, level, bright);
            add(first - start, at - start);
            at = endOfRun(samples, at, end, level, !bright);
        }
        rowStart[y + 1] = count;
    }

    private static int endOfRun(float[] samples, int from, int end, float level, boolean above) {
        int at = from;
        if (above) {
            while (at < end && samples[at] > level) {
                at++;
            }
        } else {
            while (at < end && samples[at] <= level) {
                at++;
            }
        }
        return at;
    }

    /** The first place from {@code x} on whose sample lies on the given side of the level, or the end of the row. */
    private static int endOfRun(short[] row, int x, int level, boolean above) {
        int at = x;
        if (above) {
            while (at < row.length && (row[at] & 0xFFFF) <= level) {
                at++;
            }
        } else {
            while (at < row.length && (row[at] & 0xFFFF) > level) {
                at++;
            }
        }
        return at;
    }

    private void fill(boolean dark) {
        for (int y = 0; y < height; y++) {
            endRow(y, dark ? -1 : 0);
        }
    }

    private int step(int open, int x, boolean object) {
        if (object == (open >= 0)) {
            return open;
        }
        if (object) {
            return x;
        }
        add(open, x);
        return -1;
    }

    private void endRow(int y, int open) {
        if (open >= 0) {
            add(open, width);
        }
        rowStart[y + 1] = count;
    }

    private void add(int start, int end) {
        if (count == from.length) {
            from = Arrays.copyOf(from, 2 * count);
            to = Arrays.copyOf(to, 2 * count);
        }
        from[count] = start;
        to[count] = end;
        count++;
    }
}
