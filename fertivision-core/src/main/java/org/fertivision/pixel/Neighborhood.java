package org.fertivision.pixel;

import java.util.Arrays;
import org.fertivision.image.Plane;
import org.fertivision.image.Region;

/** Which pixels around an object are not free surroundings: those of any object, and those next to other ones. */
public final class Neighborhood {
    private Neighborhood() {}

    /**
     * The taken pixels of a region, row by row.
     *
     * @param own the object whose surroundings are wanted: taken itself, but not what lies next to it
     * @param objects which pixels of the plane belong to any object
     * @param margin pixels around other objects that are taken, counted in steps to the four neighbors
     */
    public static boolean[] taken(Blob own, Region region, Plane plane, Threshold objects, int margin) {
        int width = region.width();
        boolean[] mine = new boolean[width * region.height()];
        own.forEachRun((row, from, to) -> {
            int start = (row - region.y()) * width - region.x();
            Arrays.fill(mine, start + from, start + to, true);
        });
        boolean[] taken = new boolean[mine.length];
        boolean others = false;
        int level = objects.wholeLevel(plane.maximum());
        boolean bright = objects.polarity() == Polarity.BRIGHT;
        int[] row = new int[width];
        for (int y = 0, start = 0; y < region.height(); y++, start += width) {
            plane.row(y + region.y(), region.x(), region.right(), row);
            for (int x = 0; x < width; x++) {
                boolean other = ((row[x] > level) == bright) && !mine[start + x];
                taken[start + x] = other;
                others |= other;
            }
        }
        if (others) {
            grow(taken, width, margin);
        }
        for (int i = 0; i < taken.length; i++) {
            taken[i] |= mine[i];
        }
        return taken;
    }

    /** Takes all pixels within so many steps to the four neighbors: down and to the right first, then back. */
    private static void grow(boolean[] taken, int width, int margin) {
        byte[] left = new byte[taken.length];
        for (int at = 0; at < left.length; at++) {
            int here = taken[at] ? margin + 1 : 0;
            int before = at % width == 0 ? 0 : left[at - 1] - 1;
            int above = at < width ? 0 : left[at - width] - 1;
            left[at] = (byte) Math.max(here, Math.max(before, above));
        }
        for (int at = left.length - 1; at >= 0; at--) {
            int after = at % width == width - 1 ? 0 : left[at + 1] - 1;
            int below = at + width >= left.length ? 0 : left[at + width] - 1;
            left[at] = (byte) Math.max(left[at], Math.max(after, below));
            taken[at] = left[at] > 0;
        }
    }
}
