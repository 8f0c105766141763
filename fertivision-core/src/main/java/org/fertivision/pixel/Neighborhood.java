package org.fertivision.pixel;

import org.fertivision.image.Region;

/** Which pixels around an object are not free surroundings: those of any object, and those next to other ones. */
public final class Neighborhood {
    private Neighborhood() {}

    /** Tells of each pixel of the image whether it belongs to an object. */
    @FunctionalInterface
    public interface Objects {
        /** Whether the pixel belongs to any object. */
        boolean at(int x, int y);
    }

    /**
     * The taken pixels of a region, row by row.
     *
     * @param own the object whose surroundings are wanted: taken itself, but not what lies next to it
     * @param margin pixels around other objects that are taken, counted in steps to the four neighbors
     */
    public static boolean[] taken(Blob own, Region region, Objects objects, int margin) {
        int width = region.width();
        int height = region.height();
        boolean[] any = new boolean[width * height];
        boolean[] others = new boolean[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                any[y * width + x] = objects.at(region.x() + x, region.y() + y);
                others[y * width + x] = any[y * width + x];
            }
        }
        own.forEachRun((row, from, to) -> {
            for (int x = from; x < to; x++) {
                int at = (row - region.y()) * width + x - region.x();
                any[at] = true;
                others[at] = false;
            }
        });
        boolean[] near = others;
        for (int step = 0; step < margin; step++) {
            near = grown(near, width, height);
        }
        for (int i = 0; i < any.length; i++) {
            any[i] |= near[i];
        }
        return any;
    }

    private static boolean[] grown(boolean[] mask, int width, int height) {
        boolean[] grown = mask.clone();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int at = y * width + x;
                if (mask[at]) {
                    grown[at - (x > 0 ? 1 : 0)] = true;
                    grown[at + (x < width - 1 ? 1 : 0)] = true;
                    grown[at - (y > 0 ? width : 0)] = true;
                    grown[at + (y < height - 1 ? width : 0)] = true;
                }
            }
        }
        return grown;
    }
}
