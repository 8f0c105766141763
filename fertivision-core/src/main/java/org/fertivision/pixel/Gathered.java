package org.fertivision.pixel;

import org.fertivision.image.Region;

/** Samples of a raster gathered piece by piece for their median. */
final class Gathered {
    private final Raster raster;
    private final float[] values;
    private int size;

    /**
     * Nothing gathered yet.
     *
     * @param most samples that will be added
     */
    Gathered(Raster raster, int most) {
        this.raster = raster;
        this.values = new float[most];
    }

    /** Adds the part of a row that lies in the raster. */
    void add(int y, int from, int to) {
        Region region = raster.region();
        int first = Math.max(from, region.x());
        int count = Math.min(to, region.right()) - first;
        if (y >= region.y() && y < region.bottom() && count > 0) {
            System.arraycopy(raster.samples(), place(y, first), values, size, count);
            size += count;
        }
    }

    /** Adds the free samples of the part of a row that lies in the raster. */
    void addFree(int y, int from, int to, boolean[] taken) {
        Region region = raster.region();
        int end = Math.min(to, region.right());
        int x = Math.max(from, region.x());
        for (int at = place(y, x); x < end; x++, at++) {
            if (!taken[at]) {
                values[size++] = raster.samples()[at];
            }
        }
    }

    private int place(int y, int x) {
        Region region = raster.region();
        return (y - region.y()) * region.width() + x - region.x();
    }

    int size() {
        return size;
    }

    /** The median of what was gathered, at least one sample; called once, after all are there. */
    double median() {
        return Median.of(values, size);
    }
}
