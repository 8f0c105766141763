package org.fertivision.pixel;

import org.fertivision.image.Plane;

/** The gray level that most of the outermost pixels of a picture share. */
public final class BorderLevel {
    private static final double LEAST_SHARE = 0.3;
    private static final int AROUND = 1;

    private BorderLevel() {}

    /** The commonest level of the outermost pixels, or 0 where no level is common: the picture reaches its border. */
    public static double of(Plane plane) {
        int[] counts = new int[plane.maximum() + 1];
        int width = plane.width();
        int height = plane.height();
        for (int x = 0; x < width; x++) {
            counts[plane.at(x, 0)]++;
            counts[plane.at(x, height - 1)]++;
        }
        for (int y = 1; y < height - 1; y++) {
            counts[plane.at(0, y)]++;
            counts[plane.at(width - 1, y)]++;
        }
        int common = 0;
        long all = 0;
        for (int level = 0; level < counts.length; level++) {
            common = counts[level] > counts[common] ? level : common;
            all += counts[level];
        }
        long near = 0;
        for (int level = Math.max(0, common - AROUND); level <= Math.min(plane.maximum(), common + AROUND); level++) {
            near += counts[level];
        }
        return near >= LEAST_SHARE * all ? common : 0;
    }
}
