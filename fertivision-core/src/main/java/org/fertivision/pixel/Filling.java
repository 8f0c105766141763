package org.fertivision.pixel;

import java.util.Arrays;

/** Fills holes: what background cannot be reached from outside becomes object. */
final class Filling {
    private Filling() {}

    static Blob fill(Blob blob) {
        Mask mask = blob.mask(1);
        int width = mask.box().width();
        int height = mask.box().height();
        boolean[] object = mask.bits();
        boolean[] outside = new boolean[object.length];
        int[] stack = new int[object.length];
        int depth = 0;
        stack[depth++] = 0;
        outside[0] = true;
        boolean diagonal = blob.connectivity() == Connectivity.FOUR;
        while (depth > 0) {
            int at = stack[--depth];
            int column = at % width;
            int row = at / width;
            for (int y = Math.max(0, row - 1); y <= Math.min(height - 1, row + 1); y++) {
                for (int x = Math.max(0, column - 1); x <= Math.min(width - 1, column + 1); x++) {
                    int next = y * width + x;
                    if ((diagonal || x == column || y == row) && !object[next] && !outside[next]) {
                        outside[next] = true;
                        stack[depth++] = next;
                    }
                }
            }
        }
        return fromOutside(blob, mask, outside);
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
