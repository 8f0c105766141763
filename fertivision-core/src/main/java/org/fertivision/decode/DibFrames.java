package org.fertivision.decode;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.fertivision.image.Frame;
import org.fertivision.image.Plane;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.Work;

/**
 * Frames that are bitmaps without a file header. Grays of 8 bits are copied; the others go through {@link BmpReader},
 * for which the header is put before each frame.
 */
final class DibFrames implements FrameForm {
    private static final int FILE_HEADER_BYTES = 14;
    private static final int INFO_BYTES = 40;
    private static final int GRAYS = 256;
    private static final int MASK_BYTES = 12;

    private final HeaderGuard guard;
    private final int width;
    private final int height;
    private final boolean isTopDown;
    private final boolean isPlainGray;
    private final boolean isPlain;
    private final int rowBytes;
    private final byte[] header;

    DibFrames(AviHeader avi, HeaderGuard guard) {
        this.guard = guard;
        this.width = avi.width();
        this.height = avi.height();
        this.isTopDown = avi.isTopDown();
        this.isPlain =
                !avi.compression().equals("\1\0\0\0") && !avi.compression().equals("\2\0\0\0");
        this.rowBytes = (int) (((long) width * avi.bits() + 31) / 32 * 4);
        this.header = header(avi);
        this.isPlainGray = isPlain && avi.bits() == 8 && holdsGrays(avi.format());
    }

    @Override
    public Frame read(byte[] stored, Descriptor.Channels wanted, Work work) {
        if (isPlain && stored.length < (long) rowBytes * height) {
            throw Refusal.damaged(
                    "The frame has " + stored.length + " bytes of the " + (long) rowBytes * height + " it needs.");
        }
        if (isPlainGray) {
            return Frame.gray(grays(stored));
        }
        byte[] file = Arrays.copyOf(header, header.length + stored.length);
        System.arraycopy(stored, 0, file, header.length, stored.length);
        return BmpReader.read(file, guard, work).frames().get(0);
    }

    @Override
    public int mostBytes() {
        return isPlain ? (int) Math.min(Integer.MAX_VALUE, (long) rowBytes * height) : 2 * rowBytes * height + GRAYS;
    }

    private Plane grays(byte[] stored) {
        byte[] samples = new byte[width * height];
        for (int y = 0; y < height; y++) {
            int from = (isTopDown ? y : height - 1 - y) * rowBytes;
            System.arraycopy(stored, from, samples, y * width, width);
        }
        return Plane.takeBytes(width, height, samples);
    }

    /** Whether the palette is the row of grays, or missing. */
    private static boolean holdsGrays(Bytes format) {
        int entries = Math.min(GRAYS, (format.length() - INFO_BYTES) / 4);
        long told = format.u32(32);
        if (told > 0) {
            entries = (int) Math.min(entries, told);
        }
        for (int i = 0; i < entries; i++) {
            int entry = format.i32(INFO_BYTES + 4L * i) & 0xFFFFFF;
            if (entry != i * 0x010101) {
                return false;
            }
        }
        return entries == 0 || entries == GRAYS;
    }

    /** The beginning of a bitmap file up to its pixels. */
    private static byte[] header(AviHeader avi) {
        Bytes format = avi.format();
        boolean hasMasks = avi.compression().equals("\3\0\0\0");
        int palette = avi.bits() <= 8 ? 4 * (1 << avi.bits()) : hasMasks ? MASK_BYTES : 0;
        int info = Math.min(format.length(), INFO_BYTES + palette);
        byte[] begin = new byte[FILE_HEADER_BYTES + info];
        ByteBuffer head = ByteBuffer.wrap(begin).order(ByteOrder.LITTLE_ENDIAN);
        head.put((byte) 'B').put((byte) 'M').putInt(2, 0).putInt(10, begin.length);
        System.arraycopy(format.array(), format.index(0, info), begin, FILE_HEADER_BYTES, info);
        head.putInt(FILE_HEADER_BYTES, INFO_BYTES);
        if (!hasMasks && Character.isLetter(avi.compression().charAt(0))) {
            head.putInt(FILE_HEADER_BYTES + 16, 0);
        }
        return begin;
    }
}
