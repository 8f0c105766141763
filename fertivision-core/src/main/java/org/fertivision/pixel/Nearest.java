package org.fertivision.pixel;

import java.util.List;
import org.fertivision.image.Region;

/** Which places lie nearer to one thing than to others. */
public final class Nearest {
    private Nearest() {}

    /**
     * The places around a blob that lie nearer to one of the others than to it; nothing where there are no others near.
     *
     * @param others other blobs of the same picture, none of which shares a pixel with it
     * @param reach how far around the box of the blob is looked, pixels
     */
    public static Mask others(Blob blob, List<Blob> others, int reach) {
        Region around = around(blob.box(), reach);
        List<Blob> near =
                others.stream().filter(other -> meet(around, other.box())).toList();
        Region window = near.stream().map(Blob::box).reduce(around, Nearest::holding);
        Mask beside = Mask.union(window, near);
        if (near.isEmpty()) {
            return beside;
        }
        int[] own = DistanceMap.outside(Mask.union(window, List.of(blob))).squares();
        int[] other = DistanceMap.outside(beside).squares();
        boolean[] bits = new boolean[own.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = other[i] < own[i];
        }
        return new Mask(window, bits);
    }

    private static Region around(Region box, int reach) {
        return new Region(box.x() - reach, box.y() - reach, box.width() + 2 * reach, box.height() + 2 * reach);
    }

    private static boolean meet(Region one, Region other) {
        return one.x() < other.right()
                && other.x() < one.right()
                && one.y() < other.bottom()
                && other.y() < one.bottom();
    }

    private static Region holding(Region one, Region other) {
        int left = Math.min(one.x(), other.x());
        int top = Math.min(one.y(), other.y());
        int right = Math.max(one.right(), other.right());
        int bottom = Math.max(one.bottom(), other.bottom());
        return new Region(left, top, right - left, bottom - top);
    }
}
