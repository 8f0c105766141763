package org.fertivision.pixel;

import java.util.Arrays;
import java.util.List;

/** Fills holes: what background cannot be reached from outside becomes object. */
final class Filling {
    private Filling() {}

    static Blob fill(Blob blob) {
        Mask mask = blob.mask(1);
        boolean[] outside = new boolean[mask.bits().length];
        background(blob, mask).get(0).mark(mask.box(), outside);
        return fromOutside(blob, mask, outside);
    }

    /** The pieces of background that a blob encloses. */
    static List<Blob> holes(Blob blob) {
        List<Blob> background = background(blob, blob.mask(1));
        return background.subList(1, background.size());
    }

    /** The pieces of background around and in a blob; that around it holds the first pixel. */
    private static List<Blob> background(Blob blob, Mask mask) {
        boolean diagonal = blob.connectivity() == Connectivity.FOUR;
        return Components.of(mask.inverted(), diagonal ? Connectivity.EIGHT : Connectivity.FOUR);
    }

    private static Blob fromOutside(Blob blob, Mask mask, boolean[] outside) {
        int width = mask.box().width();
        int[] runs = new int[3 * blob.runs()];
        int n = 0;
        for (int y = 0; y < mask.box().height(); y++) {
            for (int x = 0; x < width; x++) {
                if (!outside[y * width + x]) {
                    int from = x;
                    while (!outside[y * width + x]) {
                        x++;
                    }
                    runs[n++] = mask.box().y() + y;
                    runs[n++] = mask.box().x() + from;
                    runs[n++] = mask.box().x() + x;
                }
            }
        }
        return new Blob(Arrays.copyOf(runs, n), 0, blob.connectivity(), blob.field());
    }
}
