package org.fertivision.pixel;

import org.fertivision.image.Plane;
import org.fertivision.image.Region;

/** Makes a picture coarser: the mean of squares of pixels. A place of the picture is {@code factor} times that of the coarse one. */
public final class Binning {
    private Binning() {}

    /**
     * The means of squares of {@code factor} x {@code factor} pixels; what is left over at the right and the bottom is
     * dropped.
     *
     * @throws IllegalArgumentException if the plane is smaller than one square
     */
    public static Raster of(Plane plane, int factor) {
        int width = plane.width() / factor;
        int height = plane.height() / factor;
        if (factor < 1 || width < 1 || height < 1) {
            throw new IllegalArgumentException(
                    plane.width() + " x " + plane.height() + " has no square of " + factor + " pixels");
        }
        float[] means = new float[width * height];
        int[] row = new int[plane.width()];
        float share = 1f / (factor * factor);
        for (int y = 0; y < height * factor; y++) {
            plane.row(y, row);
            int into = y / factor * width;
            for (int x = 0; x < width; x++) {
                int sum = 0;
                for (int i = 0; i < factor; i++) {
                    sum += row[x * factor + i];
                }
                means[into + x] += share * sum;
            }
        }
        return new Raster(new Region(0, 0, width, height), means);
    }

    /** The same of a raster, in coordinates of its own that begin at 0. */
    public static Raster of(Raster raster, int factor) {
        int width = Math.max(1, raster.width() / factor);
        int height = Math.max(1, raster.height() / factor);
        int columns = Math.min(factor, raster.width());
        int rows = Math.min(factor, raster.height());
        float[] samples = raster.samples();
        float[] means = new float[width * height];
        float share = 1f / (columns * rows);
        for (int y = 0; y < height * rows; y++) {
            int from = y * raster.width();
            int into = y / rows * width;
            for (int x = 0; x < width * columns; x++) {
                means[into + x / columns] += share * samples[from + x];
            }
        }
        return new Raster(new Region(0, 0, width, height), means);
    }
}
