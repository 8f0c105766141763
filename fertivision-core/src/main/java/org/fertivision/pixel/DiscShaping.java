package org.fertivision.pixel;

import org.fertivision.image.Region;

/** Opens and closes masks by a disc: takes away what is narrower than it, or fills gaps that are. */
public final class DiscShaping {
    /** From this radius on, pixels, a map of distances is faster than laying discs. */
    private static final double WIDE = 96;

    private DiscShaping() {}

    /** All places of the mask that a disc of this radius covers without leaving the mask. */
    public static Mask opened(Mask mask, double radius) {
        return grown(shrunk(mask, radius), radius);
    }

    /** All places of the mask farther than this from what is not mask. */
    public static Mask shrunk(Mask mask, double by) {
        if (by < WIDE) {
            return PackedRows.shrunk(mask, by);
        }
        int[] squares = DistanceMap.inside(mask, by).squares();
        boolean[] bits = new boolean[squares.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = squares[i] > by * by;
        }
        return new Mask(mask.box(), bits);
    }

    /** All places of the mask's box no farther than this from the mask. */
    public static Mask grown(Mask mask, double by) {
        if (by < WIDE) {
            return PackedRows.grown(mask, by);
        }
        int[] squares = DistanceMap.outside(mask, by).squares();
        boolean[] bits = new boolean[squares.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = squares[i] <= by * by;
        }
        return new Mask(mask.box(), bits);
    }

    /** The mask with every gap filled into which no disc of this radius fits. */
    public static Mask closed(Mask mask, double radius) {
        int margin = (int) Math.ceil(radius) + 1;
        return cut(shrunk(grown(framed(mask, margin), radius), radius), mask.box());
    }

    private static Mask framed(Mask mask, int margin) {
        Region box = mask.box();
        return cut(
                mask,
                new Region(box.x() - margin, box.y() - margin, box.width() + 2 * margin, box.height() + 2 * margin));
    }

    private static Mask cut(Mask mask, Region box) {
        boolean[] bits = new boolean[box.width() * box.height()];
        Region from = mask.box();
        int left = Math.max(from.x(), box.x());
        int right = Math.min(from.right(), box.right());
        for (int y = Math.max(from.y(), box.y()); y < Math.min(from.bottom(), box.bottom()); y++) {
            System.arraycopy(
                    mask.bits(),
                    (y - from.y()) * from.width() + left - from.x(),
                    bits,
                    (y - box.y()) * box.width() + left - box.x(),
                    right - left);
        }
        return new Mask(box, bits);
    }
}
