package org.fertivision.pixel;

import org.fertivision.image.Point;

/**
 * Gray values on a straight band across a picture: columns side by side, each running from the same line downwards.
 * Immutable.
 */
public final class Band {
    private final float[][] columns;

    private Band(float[][] columns) {
        this.columns = columns;
    }

    /**
     * The values of a band, the nearest edge value outside of the picture.
     *
     * @param start where the middle column begins, pixels
     * @param down from one value to the next, pixels
     * @param across from one column to the next, pixels
     * @param columns how many columns
     * @param depth how many values each
     */
    public static Band of(Raster gray, Point start, Point down, Point across, int columns, int depth) {
        float[][] values = new float[columns][depth];
        for (int column = 0; column < columns; column++) {
            double aside = column - (columns - 1) / 2.0;
            for (int at = 0; at < depth; at++) {
                values[column][at] = (float) gray.valueAt(
                        start.x() + aside * across.x() + at * down.x(), start.y() + aside * across.y() + at * down.y());
            }
        }
        return new Band(values);
    }

    /** This band blurred across its columns by a Gaussian, columns. */
    public Band smoothedAcross(double sigma) {
        int reach = (int) Math.ceil(3 * sigma);
        float[][] smooth = new float[columns.length][columns[0].length];
        for (int column = 0; column < columns.length; column++) {
            double weights = 0;
            for (int i = Math.max(0, column - reach); i <= Math.min(columns.length - 1, column + reach); i++) {
                double weight = StrictMath.exp(-(i - column) * (i - column) / (2 * sigma * sigma));
                weights += weight;
                for (int at = 0; at < smooth[column].length; at++) {
                    smooth[column][at] += (float) (weight * columns[i][at]);
                }
            }
            for (int at = 0; at < smooth[column].length; at++) {
                smooth[column][at] /= (float) weights;
            }
        }
        return new Band(smooth);
    }

    /** How many columns. */
    public int columns() {
        return columns.length;
    }

    /** How many values a column has. */
    public int depth() {
        return columns[0].length;
    }

    /** A value. */
    public double at(int column, int at) {
        return columns[column][at];
    }

    /** The mean of {@code box} values from {@code at} on minus that of as many before. */
    public double step(int column, int at, int box) {
        return mean(column, at, at + box) - mean(column, at - box, at);
    }

    private double mean(int column, int from, int to) {
        int first = Math.max(0, from);
        int end = Math.min(columns[column].length, to);
        double sum = 0;
        for (int at = first; at < end; at++) {
            sum += columns[column][at];
        }
        return first < end ? sum / (end - first) : columns[column][Math.max(0, Math.min(depth() - 1, from))];
    }

    /**
     * The way across all columns that gains most, moving by at most one value from column to column.
     *
     * @param gain for each column, what a place between {@code from} and {@code to} is worth
     * @param from first place
     * @param to place after the last
     * @return the place in each column
     */
    public static int[] path(double[][] gain, int from, int to) {
        int n = gain.length;
        int width = to - from;
        double[][] best = new double[n][width];
        int[][] before = new int[n][width];
        for (int column = 0; column < n; column++) {
            for (int i = 0; i < width; i++) {
                double most = column == 0 ? 0 : Double.NEGATIVE_INFINITY;
                for (int k = Math.max(0, i - 1); column > 0 && k <= Math.min(width - 1, i + 1); k++) {
                    if (best[column - 1][k] > most) {
                        most = best[column - 1][k];
                        before[column][i] = k;
                    }
                }
                best[column][i] = most + gain[column][from + i];
            }
        }
        int[] path = new int[n];
        int place = 0;
        for (int i = 1; i < width; i++) {
            place = best[n - 1][i] > best[n - 1][place] ? i : place;
        }
        for (int column = n - 1; column >= 0; column--) {
            path[column] = from + place;
            place = before[column][place];
        }
        return path;
    }
}
