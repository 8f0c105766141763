package org.fertivision.pixel;

import java.util.Comparator;
import java.util.Optional;
import org.fertivision.image.Frame;
import org.fertivision.image.Plane;
import org.fertivision.image.Region;

/**
 * The lit part of an endoscope's picture, and what of it can be measured. Immutable.
 *
 * @param disc pixels of the lit part
 * @param valid those neither glaring nor dark, a rim and the surroundings of glare left out
 * @param glareShare share of the lit part that glares, 0 to 1
 * @param darkShare share that is dark, 0 to 1
 * @param pictureShare share of the whole picture that is lit, 0 to 1
 */
public record LitDisc(Mask disc, Mask valid, double glareShare, double darkShare, double pictureShare) {
    private static final double FULL = 255;

    /**
     * The lit part, if there is one; levels are those of a picture of 255.
     *
     * @param lit brighter pixels are lit
     * @param glare a pixel glares if no channel is below
     * @param dark darker pixels tell nothing
     * @param rim width of what is left out at the edge and around glare, pixels
     */
    public static Optional<LitDisc> of(Frame frame, double lit, double glare, double dark, double rim) {
        Plane gray = frame.gray();
        double level = gray.maximum() / FULL;
        return Components.of(gray, Threshold.brighterThan(lit * level), Connectivity.FOUR, 1).stream()
                .max(Comparator.comparingInt(Blob::area))
                .map(Blob::filled)
                .map(blob -> of(frame, gray, blob, glare * level, dark * level, rim));
    }

    private static LitDisc of(Frame frame, Plane gray, Blob blob, double glare, double dark, double rim) {
        Region whole = new Region(0, 0, frame.width(), frame.height());
        boolean[] inside = new boolean[whole.width() * whole.height()];
        blob.mark(whole, inside);
        boolean[] clear = new boolean[inside.length];
        int[] red = new int[whole.width()];
        int[] green = new int[whole.width()];
        int[] blue = new int[whole.width()];
        int[] grays = new int[whole.width()];
        int glaring = 0;
        int darkened = 0;
        for (int y = 0, at = 0; y < whole.height(); y++) {
            frame.red().row(y, red);
            frame.green().row(y, green);
            frame.blue().row(y, blue);
            gray.row(y, grays);
            for (int x = 0; x < whole.width(); x++, at++) {
                boolean glares = inside[at] && Math.min(red[x], Math.min(green[x], blue[x])) >= glare;
                boolean isDark = inside[at] && grays[x] < dark;
                glaring += glares ? 1 : 0;
                darkened += isDark ? 1 : 0;
                clear[at] = inside[at] && !glares && !isDark;
            }
        }
        Mask disc = new Mask(whole, inside);
        return new LitDisc(
                disc,
                apart(new Mask(whole, clear), rim),
                glaring / (double) blob.area(),
                darkened / (double) blob.area(),
                blob.area() / (double) inside.length);
    }

    /** The pixels of a mask farther than {@code rim} from anything else. */
    private static Mask apart(Mask mask, double rim) {
        int[] squares = DistanceMap.inside(mask, rim).squares();
        boolean[] bits = new boolean[squares.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = squares[i] > rim * rim;
        }
        return new Mask(mask.box(), bits);
    }

    /** The variance of the Laplacian of a plane over the square of its mean, within the valid part. */
    public double sharpness(Plane plane) {
        int width = plane.width();
        int[] levels = new int[width * plane.height()];
        int[] row = new int[width];
        for (int y = 0; y < plane.height(); y++) {
            plane.row(y, row);
            System.arraycopy(row, 0, levels, y * width, width);
        }
        long sum = 0;
        long laplacian = 0;
        double squares = 0;
        int n = 0;
        for (int y = 1; y < plane.height() - 1; y++) {
            for (int at = y * width + 1; at < (y + 1) * width - 1; at++) {
                if (valid.bits()[at]) {
                    int l = levels[at - 1] + levels[at + 1] + levels[at - width] + levels[at + width] - 4 * levels[at];
                    sum += levels[at];
                    laplacian += l;
                    squares += (double) l * l;
                    n++;
                }
            }
        }
        if (n == 0 || sum == 0) {
            return 0;
        }
        double mean = sum / (double) n;
        double shift = laplacian / (double) n;
        return (squares / n - shift * shift) / (mean * mean);
    }
}
