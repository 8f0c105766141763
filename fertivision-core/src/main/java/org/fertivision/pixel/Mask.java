package org.fertivision.pixel;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fertivision.image.Plane;
import org.fertivision.image.Point;
import org.fertivision.image.Region;

/** Which pixels of an upright box are object, in image coordinates. Outside the box nothing is. Immutable. */
public final class Mask {
    private final Region box;
    private final boolean[] bits;

    /** Takes the array over. */
    Mask(Region box, boolean[] bits) {
        this.box = box;
        this.bits = bits;
    }

    /** The object pixels of a whole plane. */
    public static Mask of(Plane plane, Threshold threshold) {
        boolean[] bits = new boolean[plane.width() * plane.height()];
        Runs runs = Runs.of(plane, threshold);
        for (int y = 0; y < runs.height; y++) {
            for (int run = runs.rowStart[y]; run < runs.rowStart[y + 1]; run++) {
                Arrays.fill(bits, y * runs.width + runs.from[run], y * runs.width + runs.to[run], true);
            }
        }
        return new Mask(new Region(0, 0, plane.width(), plane.height()), bits);
    }

    /** The object pixels of a raster. */
    public static Mask of(Raster raster, Threshold threshold) {
        float[] samples = raster.samples();
        boolean[] bits = new boolean[samples.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = threshold.isObject(samples[i]);
        }
        return new Mask(raster.region(), bits);
    }

    /**
     * A mask from bits, row by row from the top left corner of its box; the array is copied.
     *
     * @throws IllegalArgumentException unless there is one bit for each pixel of the box
     */
    public static Mask of(Region box, boolean[] bits) {
        if ((long) box.width() * box.height() != bits.length) {
            throw new IllegalArgumentException(
                    box + " needs " + (long) box.width() * box.height() + " bits, got " + bits.length);
        }
        return new Mask(box, bits.clone());
    }

    /**
     * All pixels of some blobs in one box.
     *
     * @throws IndexOutOfBoundsException if a blob leaves the box
     */
    public static Mask union(Region box, List<Blob> blobs) {
        boolean[] bits = new boolean[box.width() * box.height()];
        blobs.forEach(blob -> blob.mark(box, bits));
        return new Mask(box, bits);
    }

    /** The pixels of a box in which some places lie. */
    public static Mask under(Region box, List<Point> places) {
        boolean[] bits = new boolean[box.width() * box.height()];
        for (Point place : places) {
            int column = (int) Math.floor(place.x()) - box.x();
            int row = (int) Math.floor(place.y()) - box.y();
            if (column >= 0 && row >= 0 && column < box.width() && row < box.height()) {
                bits[row * box.width() + column] = true;
            }
        }
        return new Mask(box, bits);
    }

    /** The pixels whose centers lie inside a contour, by the even-odd rule, in the contour's box. */
    public static Mask inside(Contour contour) {
        Region box = contour.box();
        boolean[] bits = new boolean[box.width() * box.height()];
        double[] crossings = new double[contour.size()];
        for (int row = 0; row < box.height(); row++) {
            int n = crossings(contour, box.y() + row + 0.5, crossings);
            Arrays.sort(crossings, 0, n);
            for (int i = 0; i + 1 < n; i += 2) {
                int from = Math.max(0, (int) Math.ceil(crossings[i] - 0.5) - box.x());
                int to = Math.min(box.width(), (int) Math.ceil(crossings[i + 1] - 0.5) - box.x());
                if (from < to) {
                    Arrays.fill(bits, row * box.width() + from, row * box.width() + to, true);
                }
            }
        }
        return new Mask(box, bits);
    }

    private static int crossings(Contour contour, double y, double[] into) {
        int n = 0;
        for (int i = 0, before = contour.size() - 1; i < contour.size(); before = i++) {
            double y0 = contour.y(before);
            double y1 = contour.y(i);
            if ((y0 > y) != (y1 > y)) {
                into[n++] = contour.x(before) + (y - y0) / (y1 - y0) * (contour.x(i) - contour.x(before));
            }
        }
        return n;
    }

    /** Where this mask lies in the image. */
    public Region box() {
        return box;
    }

    /** Whether the pixel in column {@code x} and row {@code y} of the image is object. */
    public boolean contains(int x, int y) {
        int column = x - box.x();
        int row = y - box.y();
        return column >= 0
                && row >= 0
                && column < box.width()
                && row < box.height()
                && bits[row * box.width() + column];
    }

    /**
     * The square blocks that hold nothing but object; the mask made counts in blocks.
     *
     * @param side pixels of a block's side; the box begins at the corner of the image
     */
    public Mask wholeBlocks(int side) {
        Region blocks = Raster.blocks(box.width(), box.height(), side);
        boolean[] whole = new boolean[blocks.width() * blocks.height()];
        Arrays.fill(whole, true);
        for (int y = 0, at = 0; y < box.height(); y++) {
            int block = y / side * blocks.width();
            for (int x = 0; x < box.width(); block++) {
                boolean all = whole[block];
                for (int end = Math.min(box.width(), x + side); x < end; x++, at++) {
                    all &= bits[at];
                }
                whole[block] = all;
            }
        }
        return new Mask(blocks, whole);
    }

    /** Writes a row of the image, from column 0 on; what lies outside the box is no object. */
    void row(int y, boolean[] into) {
        Arrays.fill(into, false);
        int left = Math.max(0, box.x());
        int right = Math.min(into.length, box.right());
        if (y >= box.y() && y < box.bottom() && left < right) {
            System.arraycopy(bits, (y - box.y()) * box.width() + left - box.x(), into, left, right - left);
        }
    }

    /**
     * Takes this mask of blocks out of a row of pixels.
     *
     * @param blocks which row of blocks
     * @param side pixels of a block's side
     */
    void takeBlocks(int blocks, int side, boolean[] row) {
        if (blocks < box.y() || blocks >= box.bottom()) {
            return;
        }
        int start = (blocks - box.y()) * box.width() - box.x();
        for (int block = box.x(), x = side * block; block < box.right() && x < row.length; block++, x += side) {
            if (bits[start + block]) {
                Arrays.fill(row, x, Math.min(row.length, x + side), false);
            }
        }
    }

    /**
     * This mask in a smaller box: the smallest around all object pixels and a margin, as far as its own box reaches; itself
     * without any.
     */
    public Mask cropped(int margin) {
        return extent().map(extent -> cropped(extent, margin)).orElse(this);
    }

    private Mask cropped(Region extent, int margin) {
        int left = Math.max(0, extent.x() - margin);
        int top = Math.max(0, extent.y() - margin);
        int right = Math.min(box.width(), extent.right() + margin);
        int bottom = Math.min(box.height(), extent.bottom() + margin);
        boolean[] kept = new boolean[(right - left) * (bottom - top)];
        for (int y = top; y < bottom; y++) {
            System.arraycopy(bits, y * box.width() + left, kept, (y - top) * (right - left), right - left);
        }
        return new Mask(new Region(box.x() + left, box.y() + top, right - left, bottom - top), kept);
    }

    /** What of the box is not object. */
    Mask inverted() {
        boolean[] inverted = new boolean[bits.length];
        for (int i = 0; i < bits.length; i++) {
            inverted[i] = !bits[i];
        }
        return new Mask(box, inverted);
    }

    /** What this mask has in common with another one. */
    public Mask and(Mask other) {
        return sorted(other, true);
    }

    /** What of this mask is not in another one. */
    public Mask without(Mask other) {
        return sorted(other, false);
    }

    private Mask sorted(Mask other, boolean inOther) {
        boolean[] kept = new boolean[bits.length];
        if (box.equals(other.box)) {
            for (int i = 0; i < bits.length; i++) {
                kept[i] = bits[i] && other.bits[i] == inOther;
            }
            return new Mask(box, kept);
        }
        for (int y = box.y(), at = 0; y < box.bottom(); y++) {
            for (int x = box.x(); x < box.right(); x++, at++) {
                kept[at] = bits[at] && other.contains(x, y) == inOther;
            }
        }
        return new Mask(box, kept);
    }

    /** Whether an object pixel lies in the outermost rows or columns of the box. */
    public boolean touchesBorder() {
        return extent().stream()
                .anyMatch(extent -> extent.x() == 0
                        || extent.y() == 0
                        || extent.right() == box.width()
                        || extent.bottom() == box.height());
    }

    /** The smallest box around all object pixels, counted from the corner of this mask's own box, if there are any. */
    Optional<Region> extent() {
        int width = box.width();
        int top = box.height();
        int bottom = 0;
        int left = width;
        int right = 0;
        boolean[] none = new boolean[width];
        for (int y = 0; y < box.height(); y++) {
            int start = y * width;
            int first = Arrays.mismatch(bits, start, start + width, none, 0, width);
            if (first >= 0) {
                top = Math.min(top, y);
                bottom = y + 1;
                left = Math.min(left, first);
                int last = width - 1;
                while (last >= right && !bits[start + last]) {
                    last--;
                }
                right = Math.max(right, last + 1);
            }
        }
        return bottom == 0 ? Optional.empty() : Optional.of(new Region(left, top, right - left, bottom - top));
    }

    /**
     * So many rows on, the next one is asked where that leaves enough pixels of this mask, else all rows are. An odd number,
     * so that both halves of an interlaced picture are asked.
     *
     * @param enough pixels, 1 or more
     */
    int rowsApart(int enough) {
        return Math.max(1, (area() / enough - 1) | 1);
    }

    /** How many pixels are object. */
    public int area() {
        int area = 0;
        for (boolean bit : bits) {
            area += bit ? 1 : 0;
        }
        return area;
    }

    /** The bits themselves, not to be changed. */
    boolean[] bits() {
        return bits;
    }
}
