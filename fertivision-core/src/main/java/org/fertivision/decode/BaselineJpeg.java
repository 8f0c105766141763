package org.fertivision.decode;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import org.fertivision.spi.Work;

/**
 * Decodes the common kind of JPEG in plain Java, bit for bit as the JDK does: baseline, in one scan, gray or color in three
 * usual samplings. A tile of blocks is read, then transformed at once. What is of another kind, or unusual in any way, is
 * left to the JDK's reader, which also knows what to say of damage.
 */
final class BaselineJpeg {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int BLOCKS = BlockTransform.BLOCKS;

    private final BaselineScan scan;
    private final BaselineBits bits;
    private final Work work;
    private final int width;
    private final int height;
    private final int across;
    private final int down;
    private final int units;
    private final int unitRows;
    private final byte[][] planes;
    private final int[][] tiles;
    /** Where blocks go that nobody looks at. */
    private final int[] unseen = new int[64 * BLOCKS];

    private final BlockTransform transform = new BlockTransform();
    private final ColorRows rows;
    private int untilEnd;

    private BaselineJpeg(BaselineScan scan, BaselineBits bits, int channels, Work work) {
        this.scan = scan;
        this.bits = bits;
        this.work = work;
        this.width = scan.width();
        this.height = scan.height();
        this.across = scan.across();
        this.down = scan.down();
        this.units = (width + 8 * across - 1) / (8 * across);
        this.unitRows = (height + 8 * down - 1) / (8 * down);
        this.planes = new byte[channels][width * height];
        this.tiles = new int[channels == 1 ? down : down + 3 - across][64 * BLOCKS];
        this.rows = new ColorRows(scan, channels == 1 ? 0 : units, planes);
        this.untilEnd = scan.interval();
    }

    /**
     * The samples of a picture, one array a channel, or nothing if it is to be read otherwise.
     *
     * @param channels 3, or 1 for brightness alone
     */
    static Optional<byte[][]> planes(JpegFile jpeg, int channels, Work work) {
        return BaselineScan.of(jpeg)
                .flatMap(scan -> BaselineBits.of(jpeg.file(), jpeg.endOfLastScan(), scan, BLOCKS)
                        .flatMap(bits -> new BaselineJpeg(scan, bits, channels, work).read()));
    }

    private Optional<byte[][]> read() {
        long all = (long) units * unitRows;
        long intervals = scan.interval() == 0 ? 1 : (all + scan.interval() - 1) / scan.interval();
        if (bits.intervals() != intervals) {
            return Optional.empty();
        }
        int atOnce = BLOCKS / across;
        for (int row = 0; row < unitRows; row++) {
            work.checkpoint();
            for (int first = 0; first < units; first += atOnce) {
                readTiles(Math.min(atOnce, units - first));
                if (bits.failed()) {
                    return Optional.empty();
                }
                layTiles(row, first, Math.min(atOnce, units - first));
            }
            if (planes.length > 1) {
                rows.write(row, row == unitRows - 1);
            }
        }
        bits.endInterval();
        return bits.failed() ? Optional.empty() : Optional.of(planes);
    }

    private void readTiles(int count) {
        for (int[] tile : tiles) {
            Arrays.fill(tile, 0);
        }
        for (int unit = 0; unit < count; unit++) {
            if (scan.interval() > 0 && untilEnd-- == 0) {
                bits.endInterval();
                untilEnd = scan.interval() - 1;
            }
            for (int y = 0; y < down; y++) {
                for (int x = 0; x < across; x++) {
                    bits.block(0, tiles[y], across * unit + x);
                }
            }
            for (int channel = 1; channel < scan.channels(); channel++) {
                bits.block(channel, planes.length == 1 ? unseen : colorTile(channel), colorColumn(channel) + unit);
            }
        }
    }

    private int[] colorTile(int channel) {
        return tiles[across == 1 ? down + channel - 1 : down];
    }

    /** Both color channels share a tile where they have half as many blocks as brightness. */
    private int colorColumn(int channel) {
        return across == 1 ? 0 : (channel - 1) * (BLOCKS / 2);
    }

    private void layTiles(int unitRow, int first, int count) {
        for (int y = 0; y < down; y++) {
            transform.transform(tiles[y]);
            if (planes.length == 1) {
                layGray(8 * (unitRow * down + y), across * first, across * count);
            } else {
                rows.takeBrightness(transform, 8 * y, across * first, across * count);
            }
        }
        for (int channel = 1; channel < planes.length; channel++) {
            if (across == 1 || channel == 1) {
                transform.transform(colorTile(channel));
            }
            rows.takeColor(channel - 1, transform, colorColumn(channel), first, count);
        }
    }

    private void layGray(int top, int first, int count) {
        byte[] plane = planes[0];
        int[] left = transform.left();
        int[] right = transform.right();
        for (int y = top; y < Math.min(height, top + 8); y++) {
            for (int block = 0; block < count; block++) {
                int from = (y - top) * BLOCKS + block;
                long eight = (left[from] & 0xFFFF_FFFFL) | (long) right[from] << Integer.SIZE;
                int x = 8 * (first + block);
                if (x + Long.BYTES <= width) {
                    LONGS.set(plane, y * width + x, eight);
                } else {
                    for (; x < width; x++, eight >>>= Byte.SIZE) {
                        plane[y * width + x] = (byte) eight;
                    }
                }
            }
        }
    }
}
