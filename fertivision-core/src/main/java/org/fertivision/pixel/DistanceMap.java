package org.fertivision.pixel;

import java.util.Arrays;
import org.fertivision.image.Region;

/**
 * For each pixel of a mask the exact Euclidean distance from its center to the nearest pixel center that is not object;
 * everything outside the mask's box is not object. Immutable. Source: Meijster, Roerdink and Hesselink 2000,
 * doi:10.1007/0-306-47025-X_36.
 */
public final class DistanceMap {
    /** Farther than any image is wide, and its square fits an int. */
    private static final int FAR = 46_000;

    /** Up to this reach, pixels, looking at every column within it is faster than the envelope of all columns. */
    private static final double NEAR = 24;

    private final Region box;
    private final int[] squares;

    private DistanceMap(Region box, int[] squares) {
        this.box = box;
        this.squares = squares;
    }

    /** For each object pixel the distance to the nearest pixel that is not object; what lies beyond the box is not. */
    public static DistanceMap inside(Mask mask) {
        return of(mask, true);
    }

    /**
     * As {@link #inside(Mask)}, but distances above {@code reach} are only known to be above it: much faster where the reach
     * is short.
     *
     * @param reach pixels, 0 or more
     */
    public static DistanceMap inside(Mask mask, double reach) {
        return near(mask, true, reach);
    }

    /**
     * The distance that {@link #inside(Mask)} has for one pixel, found without a map; infinite where it is above
     * {@code reach} by a pixel or more.
     *
     * @param reach pixels, 0 or more
     */
    public static double inside(Mask mask, int x, int y, double reach) {
        if (!mask.contains(x, y)) {
            return 0;
        }
        int side = (int) Math.ceil(reach);
        double nearest = Double.POSITIVE_INFINITY;
        for (int down = -side; down <= side; down++) {
            for (int across = -side; across <= side; across++) {
                int square = across * across + down * down;
                if (square < nearest && !mask.contains(x + across, y + down)) {
                    nearest = square;
                }
            }
        }
        return Math.sqrt(nearest);
    }

    /** As {@link #outside(Mask)}, but distances above {@code reach} are only known to be above it. */
    static DistanceMap outside(Mask mask, double reach) {
        return near(mask, false, reach);
    }

    /** For each pixel of the box that is not object the distance to the nearest object pixel, 0 for object pixels. */
    static DistanceMap outside(Mask mask) {
        return of(mask, false);
    }

    private static DistanceMap of(Mask mask, boolean inside) {
        int width = mask.box().width();
        int height = mask.box().height();
        int[] vertical = downAndUp(mask.bits(), width, height, inside);
        int[] squares = new int[vertical.length];
        int[] from = new int[width + 2];
        int[] column = new int[width + 2];
        for (int y = 0; y < height; y++) {
            if (inside) {
                alongRuns(vertical, squares, y * width, width, from, column);
            } else {
                alongRow(vertical, squares, y * width, width, 0, width - 1, from, column);
            }
        }
        return new DistanceMap(mask.box(), squares);
    }

    /** Looks at the columns within reach only. */
    private static DistanceMap near(Mask mask, boolean inside, double reach) {
        if (!(reach < NEAR)) {
            return of(mask, inside);
        }
        int width = mask.box().width();
        int height = mask.box().height();
        int side = (int) Math.ceil(reach);
        int[] vertical = downAndUp(mask.bits(), width, height, inside);
        int[] squares = new int[vertical.length];
        int[] padded = new int[width + 2 * side];
        Arrays.fill(padded, inside ? 0 : FAR * FAR);
        int[] nearest = new int[width];
        int[] left = new int[width];
        int[] right = new int[width];
        for (int y = 0; y < height; y++) {
            int start = y * width;
            for (int x = 0; x < width; x++) {
                padded[side + x] = vertical[start + x] * vertical[start + x];
            }
            System.arraycopy(padded, side, nearest, 0, width);
            for (int off = 1; off <= side; off++) {
                System.arraycopy(padded, side - off, left, 0, width);
                System.arraycopy(padded, side + off, right, 0, width);
                nearer(left, right, off * off, nearest);
            }
            System.arraycopy(nearest, 0, squares, start, width);
        }
        return new DistanceMap(mask.box(), squares);
    }

    /** All arrays are read at one index, which lets compilers use vectors. */
    private static void nearer(int[] left, int[] right, int square, int[] nearest) {
        for (int x = 0; x < nearest.length; x++) {
            nearest[x] = Math.min(nearest[x], Math.min(left[x], right[x]) + square);
        }
    }

    /** For each pixel the distance to the nearest pixel of the other kind in its own column. */
    private static int[] downAndUp(boolean[] object, int width, int height, boolean inside) {
        int[] distance = new int[object.length];
        int beyond = inside ? 0 : FAR;
        for (int at = 0; at < distance.length; at++) {
            int above = at < width ? beyond : distance[at - width];
            distance[at] = object[at] == inside ? Math.min(FAR, above + 1) : 0;
        }
        for (int at = distance.length - 1; at >= 0; at--) {
            int below = at >= width * (height - 1) ? beyond : distance[at + width];
            distance[at] = Math.min(distance[at], Math.min(FAR, below + 1));
        }
        return distance;
    }

    /** Run by run of object pixels: nothing beyond the two pixels that end a run is nearer than these. */
    private static void alongRuns(int[] vertical, int[] squares, int start, int width, int[] from, int[] column) {
        for (int x = 0; x < width; x++) {
            if (vertical[start + x] > 0) {
                int first = x - 1;
                while (x < width && vertical[start + x] > 0) {
                    x++;
                }
                alongRow(vertical, squares, start, width, first, x, from, column);
            }
        }
    }

    /**
     * The lower envelope of one parabola for each column from {@code first} to {@code last}: {@code column[k]} owns the
     * columns from {@code from[k]} on. The columns -1 and width stand for what lies beyond the box.
     */
    private static void alongRow(
            int[] vertical, int[] squares, int start, int width, int first, int last, int[] from, int[] column) {
        int top = 0;
        column[0] = first;
        from[0] = first;
        for (int u = first + 1; u <= last; u++) {
            long height = height(vertical, start, u, width);
            while (top >= 0 && above(vertical, start, column[top], width, from[top]) > height + square(from[top] - u)) {
                top--;
            }
            if (top < 0) {
                top = 0;
                column[0] = u;
                from[0] = first;
            } else {
                long other = height(vertical, start, column[top], width);
                long numerator = (long) u * u - (long) column[top] * column[top] + height - other;
                // exact: a quotient of whole numbers this small is never rounded up to the next whole one
                long owns = 1 + (long) Math.floor((double) numerator / (2.0 * (u - column[top])));
                if (owns <= last) {
                    top++;
                    column[top] = u;
                    from[top] = (int) owns;
                }
            }
        }
        for (int x = Math.min(last, width - 1); x >= Math.max(0, first); x--) {
            while (from[top] > x) {
                top--;
            }
            squares[start + x] = (int) Math.min(Integer.MAX_VALUE, above(vertical, start, column[top], width, x));
        }
    }

    private static long above(int[] vertical, int start, int u, int width, int x) {
        return height(vertical, start, u, width) + square(x - u);
    }

    private static long height(int[] vertical, int start, int u, int width) {
        return u < 0 || u >= width ? 0 : square(vertical[start + u]);
    }

    private static long square(int value) {
        return (long) value * value;
    }

    /** Where these distances lie in the image. */
    public Region box() {
        return box;
    }

    /** The distance of the pixel in column {@code x} and row {@code y} of the image, pixels; 0 where it is not object. */
    public double at(int x, int y) {
        int column = x - box.x();
        int row = y - box.y();
        boolean inside = column >= 0 && row >= 0 && column < box.width() && row < box.height();
        return inside ? Math.sqrt(squares[row * box.width() + column]) : 0;
    }

    /** The largest distance, pixels: half the width of the thickest part. */
    public double largest() {
        int largest = 0;
        for (int square : squares) {
            largest = Math.max(largest, square);
        }
        return Math.sqrt(largest);
    }

    /** Squared distances row by row, not to be changed. */
    int[] squares() {
        return squares;
    }
}
