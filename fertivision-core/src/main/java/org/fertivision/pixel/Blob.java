package org.fertivision.pixel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fertivision.image.Plane;
import org.fertivision.image.Point;
import org.fertivision.image.Region;

/**
 * A connected set of object pixels, in image coordinates. Immutable and thread-safe; equal by identity.
 *
 * <p>Sums are exact whole numbers taken from the blob's own first pixel, so that a blob moved by whole pixels has the very
 * same moments.
 */
public final class Blob {
    private static final int STRIDE = 3;

    private final int[] runs;
    private final int holes;
    private final Connectivity connectivity;
    private final Region field;
    private final Region box;
    private final int area;

    /** Takes over the array of row, first column, column after the last: rows from the top, in a row from the left. */
    Blob(int[] runs, int holes, Connectivity connectivity, Region field) {
        this.runs = runs;
        this.holes = holes;
        this.connectivity = connectivity;
        this.field = field;
        int left = Integer.MAX_VALUE;
        int right = Integer.MIN_VALUE;
        int pixels = 0;
        for (int i = 0; i < runs.length; i += STRIDE) {
            left = Math.min(left, runs[i + 1]);
            right = Math.max(right, runs[i + 2]);
            pixels += runs[i + 2] - runs[i + 1];
        }
        int top = runs[0];
        this.area = pixels;
        this.box = new Region(left, top, right - left, runs[runs.length - STRIDE] + 1 - top);
    }

    /** Number of pixels. */
    public int area() {
        return area;
    }

    /** The smallest upright box around all pixels. */
    public Region box() {
        return box;
    }

    /** The mean of the pixel centers. */
    public Point centroid() {
        return moments().centroid();
    }

    /** The moments of the pixels up to the second order, summed up anew at each call. */
    public Moments moments() {
        Moments.Sum sum = new Moments.Sum(runs[1], runs[0]);
        for (int i = 0; i < runs.length; i += STRIDE) {
            sum.addRun(runs[i], runs[i + 1], runs[i + 2]);
        }
        return sum.toMoments();
    }

    /** The ellipse with the same moments. */
    public Ellipse ellipse() {
        return Ellipse.of(moments());
    }

    /** Whether a pixel lies in the outermost rows or columns of the picture in which this blob was found. */
    public boolean touchesBorder() {
        return box.x() <= field.x()
                || box.y() <= field.y()
                || box.right() >= field.right()
                || box.bottom() >= field.bottom();
    }

    /** Number of holes: pieces of background that this blob encloses. */
    public int holes() {
        return holes;
    }

    /** Number of pixels with all holes filled. */
    public int filledArea() {
        return holes == 0 ? area() : filled().area();
    }

    /** This blob with all holes filled; itself if there is none. */
    public Blob filled() {
        return holes == 0 ? this : Filling.fill(this);
    }

    /** Whether the pixel in column {@code x} and row {@code y} belongs to this blob. */
    public boolean contains(int x, int y) {
        int low = 0;
        int high = runs.length / STRIDE;
        while (low < high) {
            int middle = (low + high) >>> 1;
            int at = middle * STRIDE;
            if (runs[at] < y || (runs[at] == y && runs[at + 2] <= x)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        int at = low * STRIDE;
        return at < runs.length && runs[at] == y && runs[at + 1] <= x;
    }

    /** How many pixels this blob has in common with another one of the same image. */
    public int overlap(Blob other) {
        int common = 0;
        int i = 0;
        int j = 0;
        while (i < runs.length && j < other.runs.length) {
            if (runs[i] == other.runs[j]) {
                common += Math.max(
                        0, Math.min(runs[i + 2], other.runs[j + 2]) - Math.max(runs[i + 1], other.runs[j + 1]));
            }
            boolean mineEndsFirst =
                    runs[i] < other.runs[j] || (runs[i] == other.runs[j] && runs[i + 2] <= other.runs[j + 2]);
            if (mineEndsFirst) {
                i += STRIDE;
            } else {
                j += STRIDE;
            }
        }
        return common;
    }

    /** Number of runs. */
    public int runs() {
        return runs.length / STRIDE;
    }

    /** Shows each run: rows from the top, in a row from the left. */
    public void forEachRun(RunVisitor visitor) {
        for (int i = 0; i < runs.length; i += STRIDE) {
            visitor.run(runs[i], runs[i + 1], runs[i + 2]);
        }
    }

    /** The pixels of this blob in its box. */
    public Mask mask() {
        return mask(0);
    }

    /**
     * The pixels of this blob in its box grown by a margin on all sides; the box may leave the image.
     *
     * @param margin pixels, 0 or more
     */
    public Mask mask(int margin) {
        Region grown =
                new Region(box.x() - margin, box.y() - margin, box.width() + 2 * margin, box.height() + 2 * margin);
        boolean[] bits = new boolean[grown.width() * grown.height()];
        for (int i = 0; i < runs.length; i += STRIDE) {
            int row = (runs[i] - grown.y()) * grown.width() - grown.x();
            Arrays.fill(bits, row + runs[i + 1], row + runs[i + 2], true);
        }
        return new Mask(grown, bits);
    }

    /** Marks the pixels of this blob among those of a box that holds it. */
    void mark(Region within, boolean[] bits) {
        for (int i = 0; i < runs.length; i += STRIDE) {
            int row = (runs[i] - within.y()) * within.width() - within.x();
            if (runs[i + 1] < within.x() || runs[i + 2] > within.right()) {
                throw new IndexOutOfBoundsException(box + " leaves " + within);
            }
            Arrays.fill(bits, row + runs[i + 1], row + runs[i + 2], true);
        }
    }

    /**
     * The gray values of a plane under this blob.
     *
     * @throws IndexOutOfBoundsException if the plane is too small to hold this blob
     */
    public Intensity intensity(Plane plane) {
        return Intensity.under(this, plane);
    }

    /** The area of the smallest convex polygon around all pixels, square pixels. */
    public double hullArea() {
        return ConvexHull.of(corners()).area();
    }

    /** Area over the area of the convex hull, both with the pixels' corners: 1 only for convex shapes. */
    public double solidity() {
        return area() / hullArea();
    }

    /**
     * Area over the number of pixels whose centers lie in the convex hull of all centers (Pick's theorem): 1 for the
     * pixels of any convex shape, however small.
     */
    public double latticeSolidity() {
        List<Point> hull = ConvexHull.of(ends()).points();
        if (hull.size() < 3) {
            return 1;
        }
        double twice = 0;
        long border = 0;
        Point before = hull.get(hull.size() - 1);
        for (Point corner : hull) {
            twice += before.x() * corner.y() - corner.x() * before.y();
            border += divisor(
                    Math.abs(Math.round(corner.x() - before.x())), Math.abs(Math.round(corner.y() - before.y())));
            before = corner;
        }
        return Math.min(1, area / (Math.abs(twice) / 2 + border / 2.0 + 1));
    }

    private static long divisor(long a, long b) {
        return b == 0 ? a : divisor(b, a % b);
    }

    /** The centers of the first and last pixel of all runs. */
    private List<Point> ends() {
        List<Point> ends = new ArrayList<>();
        for (int i = 0; i < runs.length; i += STRIDE) {
            ends.add(new Point(runs[i + 1] + 0.5, runs[i] + 0.5));
            ends.add(new Point(runs[i + 2] - 0.5, runs[i] + 0.5));
        }
        return ends;
    }

    /** The corners of the ends of all rows: enough for the hull. */
    List<Point> corners() {
        Point[] corners = new Point[4 * box.height()];
        int n = 0;
        for (int i = 0; i < runs.length; ) {
            int row = runs[i];
            int left = runs[i + 1];
            int right = runs[i + 2];
            for (; i < runs.length && runs[i] == row; i += STRIDE) {
                right = runs[i + 2];
            }
            corners[n++] = new Point(left, row);
            corners[n++] = new Point(left, row + 1);
            corners[n++] = new Point(right, row);
            corners[n++] = new Point(right, row + 1);
        }
        return Arrays.asList(corners).subList(0, n);
    }

    /** How its pixels hang together. */
    Connectivity connectivity() {
        return connectivity;
    }

    /** The picture in which this blob was found. */
    Region field() {
        return field;
    }

    /** Meets the runs of a blob. */
    @FunctionalInterface
    public interface RunVisitor {
        /** The pixels of row {@code y} from column {@code from} to before column {@code to}. */
        void run(int y, int from, int to);
    }
}
