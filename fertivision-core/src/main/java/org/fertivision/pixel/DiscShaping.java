package org.fertivision.pixel;

import org.fertivision.image.Region;

/** Opens and closes masks by a disc: takes away what is narrower than it, or fills gaps that are. */
public final class DiscShaping {
    private DiscShaping() {}

    /** All places of the mask that a disc of this radius covers without leaving the mask. */
    public static Mask opened(Mask mask, double radius) {
        Mask shrunk = beyond(DistanceMap.inside(mask, radius), radius);
        return within(shrunk, radius);
    }

    /** All places of the mask farther than this from what is not mask. */
    public static Mask shrunk(Mask mask, double by) {
        return beyond(DistanceMap.inside(mask, by), by);
    }

    /** All places of the mask's box no farther than this from the mask. */
    public static Mask grown(Mask mask, double by) {
        return within(mask, by);
    }

    /** The mask with every gap filled into which no disc of this radius fits. */
    public static Mask closed(Mask mask, double radius) {
        int margin = (int) Math.ceil(radius) + 1;
        Mask wide = framed(mask, margin);
        Mask grown = within(wide, radius);
        Mask shrunk = beyond(DistanceMap.inside(grown, radius), radius);
        return cut(shrunk, mask.box());
    }

    /** The pixels farther than {@code radius} from what is not object. */
    private static Mask beyond(DistanceMap distances, double radius) {
        int[] squares = distances.squares();
        boolean[] bits = new boolean[squares.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = squares[i] > radius * radius;
        }
        return new Mask(distances.box(), bits);
    }

    /** The pixels no farther than {@code radius} from an object. */
    private static Mask within(Mask mask, double radius) {
        int[] squares = DistanceMap.outside(mask, radius).squares();
        boolean[] bits = new boolean[squares.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = squares[i] <= radius * radius;
        }
        return new Mask(mask.box(), bits);
    }

    private static Mask framed(Mask mask, int margin) {
        Region box = mask.box();
        return cut(
                mask,
                new Region(box.x() - margin, box.y() - margin, box.width() + 2 * margin, box.height() + 2 * margin));
    }

    private static Mask cut(Mask mask, Region box) {
        boolean[] bits = new boolean[box.width() * box.height()];
        for (int y = 0, at = 0; y < box.height(); y++) {
            for (int x = 0; x < box.width(); x++, at++) {
                bits[at] = mask.contains(box.x() + x, box.y() + y);
            }
        }
        return new Mask(box, bits);
    }
}
