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
        for (int start = 0; start < left.length; start += width) {
            int here = 0;
            for (int at = start; at < start + width; at++) {
                int above = start == 0 ? 0 : left[at - width];
                here = taken[at] ? margin + 1 : Math.max(1, Math.max(here, above)) - 1;
                left[at] = (byte) here;
            }
        }
        int lastRow = left.length - width;
        for (int start = lastRow; start >= 0; start -= width) {
            int here = 0;
            for (int at = start + width - 1; at >= start; at--) {
                int below = start == lastRow ? 0 : left[at + width];
                here = Math.max(left[at], Math.max(here, below) - 1);
                left[at] = (byte) here;
                taken[at] = here > 0;
            }
        }
    }
}
