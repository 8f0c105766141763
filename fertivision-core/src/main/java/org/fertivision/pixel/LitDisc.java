package org.fertivision.pixel;

import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;
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
    /** So many pixels know a variance to 0.6 percent where they scatter as noise does. */
    private static final int ENOUGH = 1 << 16;

    /**
     * The lit part, if there is one; levels are those of a picture of 255.
     *
     * @param gray the picture's brightness
     * @param lit brighter pixels are lit
     * @param glare a pixel glares if no channel is below
     * @param dark darker pixels tell nothing
     * @param rim width of what is left out at the edge and around glare, pixels
     */
    public static Optional<LitDisc> of(Frame frame, Plane gray, double lit, double glare, double dark, double rim) {
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
        Glare glares = new Glare(frame, glare);
        int[] grays = new int[whole.width()];
        int glaring = 0;
        int darkened = 0;
        for (int y = 0, at = 0; y < whole.height(); y++) {
            gray.row(y, grays);
            for (int x = 0; x < grays.length; x++, at++) {
                if (!inside[at]) {
                    continue;
                }
                if (grays[x] < dark) {
                    darkened++;
                } else if (grays[x] >= glare && glares.at(x, y)) {
                    glaring++;
                } else {
                    clear[at] = true;
                }
            }
        }
        return new LitDisc(
                new Mask(whole, inside),
                DiscShaping.shrunk(new Mask(whole, clear), rim),
                glaring / (double) blob.area(),
                darkened / (double) blob.area(),
                blob.area() / (double) inside.length);
    }

    /** Where no channel is below a level; brightness, a mean of the channels, is not below it there either. */
    private record Glare(Frame frame, double level) {
        boolean at(int x, int y) {
            return frame.red().at(x, y) >= level
                    && frame.green().at(x, y) >= level
                    && frame.blue().at(x, y) >= level;
        }
    }

    /**
     * The variance of the Laplacian of a plane over the square of its mean, within the valid part: of all its pixels, or of
     * rows spread evenly over it that hold about 65,536; nothing where no pixel is valid that has neighbors on all sides, or
     * all are black.
     */
    public OptionalDouble sharpness(Plane plane) {
        OptionalDouble ofSome = sharpness(plane, valid.rowsApart(ENOUGH));
        return ofSome.isPresent() ? ofSome : sharpness(plane, 1);
    }

    private OptionalDouble sharpness(Plane plane, int apart) {
        int width = plane.width();
        boolean[] bits = valid.bits();
        int[] above = new int[width];
        int[] here = new int[width];
        int[] below = new int[width];
        long sum = 0;
        long laplacian = 0;
        long squares = 0;
        int n = 0;
        for (int y = 1 + apart / 2; y < plane.height() - 1; y += apart) {
            plane.row(y - 1, above);
            plane.row(y, here);
            plane.row(y + 1, below);
            for (int x = 1, at = y * width + 1; x < width - 1; x++, at++) {
                if (bits[at]) {
                    int l = here[x - 1] + here[x + 1] + above[x] + below[x] - 4 * here[x];
                    sum += here[x];
                    laplacian += l;
                    squares += (long) l * l;
                    n++;
                }
            }
        }
        if (n == 0 || sum == 0) {
            return OptionalDouble.empty();
        }
        double mean = sum / (double) n;
        double shift = laplacian / (double) n;
        return OptionalDouble.of((squares / (double) n - shift * shift) / (mean * mean));
    }
}
