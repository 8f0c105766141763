package org.fertivision.phantom;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.fertivision.image.Frame;
import org.fertivision.image.Plane;

/** Reads drawn frames in tests. */
final class Pixels {
    private Pixels() {}

    static String sha256(Frame frame) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] row = new byte[frame.width()];
            for (Plane plane : frame.planes()) {
                for (int y = 0; y < plane.height(); y++) {
                    plane.rowBytes(y, row, 0);
                    digest.update(row);
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static double sum(Plane plane) {
        int[] row = new int[plane.width()];
        double sum = 0;
        for (int y = 0; y < plane.height(); y++) {
            plane.row(y, row);
            for (int level : row) {
                sum += level;
            }
        }
        return sum;
    }

    static double mean(Plane plane) {
        return sum(plane) / plane.width() / plane.height();
    }

    /** Standard deviation of a square of pixels. */
    static double deviation(Plane plane, int left, int top, int side) {
        double sum = 0;
        double squares = 0;
        for (int y = top; y < top + side; y++) {
            for (int x = left; x < left + side; x++) {
                int level = plane.at(x, y);
                sum += level;
                squares += (double) level * level;
            }
        }
        double n = (double) side * side;
        return Math.sqrt((squares - sum * sum / n) / (n - 1));
    }
}
