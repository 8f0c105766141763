package org.fertivision.pixel;

import org.fertivision.image.Point;

/** The pixels of a disc, as runs of rows, and how they differ between two pictures of one size. Immutable. */
public final class DiscPixels {
    private final int width;
    private final int height;
    private final int top;
    private final int[] from;
    private final int[] to;

    private DiscPixels(int width, int height, int top, int[] from, int[] to) {
        this.width = width;
        this.height = height;
        this.top = top;
        this.from = from;
        this.to = to;
    }

    /** The pixels of a raster, which begins at 0, with their centers in a disc; those at its border are left out. */
    public static DiscPixels of(Raster raster, Point center, double radius) {
        int top = Math.max(1, (int) Math.ceil(center.y() - radius - 0.5));
        int bottom = Math.min(raster.height() - 2, (int) Math.floor(center.y() + radius - 0.5));
        int rows = Math.max(0, bottom - top + 1);
        int[] from = new int[rows];
        int[] to = new int[rows];
        for (int row = 0; row < rows; row++) {
            double dy = top + row + 0.5 - center.y();
            double half = Math.sqrt(Math.max(0, radius * radius - dy * dy));
            from[row] = Math.max(1, (int) Math.ceil(center.x() - half - 0.5));
            to[row] = Math.min(raster.width() - 1, (int) Math.floor(center.x() + half - 0.5) + 1);
        }
        return new DiscPixels(raster.width(), raster.height(), top, from, to);
    }

    /** Mean absolute difference under a shift of whole pixels, the brightness matched; infinite where too little is seen. */
    double difference(Raster before, Raster now, int dx, int dy) {
        double gain = gain(before, now, dx, dy);
        if (!(gain > 0)) {
            return Double.POSITIVE_INFINITY;
        }
        float[] a = before.samples();
        float[] b = now.samples();
        double sum = 0;
        int n = 0;
        for (int row = 0; row < from.length; row++) {
            int y = top + row;
            if (y + dy < 0 || y + dy >= height) {
                continue;
            }
            int end = Math.min(to[row], width - dx);
            for (int x = Math.max(from[row], -dx); x < end; x++) {
                sum += Math.abs(gain * b[(y + dy) * width + x + dx] - a[y * width + x]);
                n++;
            }
        }
        return 2 * n < count() ? Double.POSITIVE_INFINITY : sum / n;
    }

    /** Mean before over mean now, of the pixels that both show; 0 where there are none. */
    private double gain(Raster before, Raster now, int dx, int dy) {
        float[] a = before.samples();
        float[] b = now.samples();
        double sumA = 0;
        double sumB = 0;
        for (int row = 0; row < from.length; row++) {
            int y = top + row;
            if (y + dy < 0 || y + dy >= height) {
                continue;
            }
            int end = Math.min(to[row], width - dx);
            for (int x = Math.max(from[row], -dx); x < end; x++) {
                sumA += a[y * width + x];
                sumB += b[(y + dy) * width + x + dx];
            }
        }
        return sumB > 0 ? sumA / sumB : 0;
    }

    private int count() {
        int n = 0;
        for (int row = 0; row < from.length; row++) {
            n += Math.max(0, to[row] - from[row]);
        }
        return n;
    }

    /** The Gauss-Newton step from a shift to a better one. */
    double[] step(Raster before, Raster now, double dx, double dy) {
        double gain = gain(before, now, (int) Math.round(dx), (int) Math.round(dy));
        double xx = 0;
        double xy = 0;
        double yy = 0;
        double xd = 0;
        double yd = 0;
        for (int row = 0; row < from.length; row++) {
            int y = top + row;
            for (int x = from[row]; x < to[row]; x++) {
                double slopeX = (before.samples()[y * width + x + 1] - before.samples()[y * width + x - 1]) / 2;
                double slopeY = (before.samples()[(y + 1) * width + x] - before.samples()[(y - 1) * width + x]) / 2;
                double miss = before.samples()[y * width + x] - gain * now.valueAt(x + 0.5 + dx, y + 0.5 + dy);
                xx += slopeX * slopeX;
                xy += slopeX * slopeY;
                yy += slopeY * slopeY;
                xd += slopeX * miss;
                yd += slopeY * miss;
            }
        }
        double determinant = xx * yy - xy * xy;
        return determinant > 1e-9 * xx * yy
                ? new double[] {(yy * xd - xy * yd) / determinant, (xx * yd - xy * xd) / determinant}
                : new double[2];
    }

    /**
     * Mean absolute difference under a shift over the mean brightness, the brightness matched; 0 where nothing is seen.
     *
     * @param shift from the earlier picture to the later one
     */
    public double change(Raster before, Raster now, Registration.Shift shift) {
        double sumA = 0;
        double sumB = 0;
        int n = count();
        float[] shifted = new float[n];
        float[] a = new float[n];
        int at = 0;
        for (int row = 0; row < from.length; row++) {
            int y = top + row;
            for (int x = from[row]; x < to[row]; x++, at++) {
                a[at] = before.samples()[y * width + x];
                shifted[at] = (float) now.valueAt(x + 0.5 + shift.x(), y + 0.5 + shift.y());
                sumA += a[at];
                sumB += shifted[at];
            }
        }
        if (!(sumA > 0) || !(sumB > 0)) {
            return 0;
        }
        double gain = sumA / sumB;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += Math.abs(gain * shifted[i] - a[i]);
        }
        return sum / sumA;
    }
}
