package org.fertivision.decode;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.fertivision.image.Frame;
import org.fertivision.image.Plane;

/**
 * The fingerprint of pixels: SHA-256 over every plane of every frame in order, each as width, height and bits (three
 * big-endian ints) and then its samples row by row, one byte each at 8 bits, two (most significant first) at 16. Two
 * files of different formats that hold the same pixels have the same one.
 */
public final class PixelHash {
    private static final int BATCH_BYTES = 1 << 15;

    private PixelHash() {}

    /** The hash of all frames as lower-case hexadecimal digits. */
    public static String of(List<Frame> frames) {
        MessageDigest digest = newSha256();
        for (Frame frame : frames) {
            frame.planes().forEach(plane -> update(digest, plane));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** A SHA-256 digest, which every JVM has. */
    static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static void update(MessageDigest digest, Plane plane) {
        digest.update(ByteBuffer.allocate(3 * Integer.BYTES)
                .putInt(plane.width())
                .putInt(plane.height())
                .putInt(plane.bits())
                .array());
        if (plane.bits() == 16) {
            updateDeep(digest, plane);
        } else {
            updateShallow(digest, plane);
        }
    }

    private static void updateShallow(MessageDigest digest, Plane plane) {
        int width = plane.width();
        int rows = Math.min(plane.height(), Math.max(1, BATCH_BYTES / width));
        byte[] batch = new byte[rows * width];
        int filled = 0;
        for (int y = 0; y < plane.height(); y++) {
            plane.rowBytes(y, batch, filled);
            filled += width;
            if (filled == batch.length) {
                digest.update(batch);
                filled = 0;
            }
        }
        digest.update(batch, 0, filled);
    }

    private static void updateDeep(MessageDigest digest, Plane plane) {
        int[] row = new int[plane.width()];
        byte[] bytes = new byte[2 * plane.width()];
        for (int y = 0; y < plane.height(); y++) {
            plane.row(y, row);
            for (int x = 0; x < row.length; x++) {
                bytes[2 * x] = (byte) (row[x] >> 8);
                bytes[2 * x + 1] = (byte) row[x];
            }
            digest.update(bytes);
        }
    }
}
