package org.fertivision.pixel;

import java.util.Arrays;
import org.fertivision.image.Plane;

/**
 * The light behind the objects of a picture, for finding them: the medians of a grid of tiles, freed from tiles full of
 * objects by the median of each with its neighbors, straight lines between. Right while objects cover less than half of a
 * tile's neighborhood. Immutable.
 */
public final class Illumination {
    private static final int TILES = 8;
    private static final int STEP = 4;

    /** The numbers 0, 1, 2 ... of all columns: no floats, so that the JVM knows them apart from what is written. */
    private final int[] columns;

    private final double[] middleX;
    private final double[] middleY;
    private final double[][] level;

    private Illumination(int width, double[] middleX, double[] middleY, double[][] level) {
        this.columns = new int[width];
        for (int x = 0; x < width; x++) {
            columns[x] = x;
        }
        this.middleX = middleX;
        this.middleY = middleY;
        this.level = level;
    }

    /** The light behind the objects of a plane. */
    public static Illumination of(Plane plane) {
        int columns = Math.max(1, Math.min(TILES, plane.width() / STEP));
        int rows = Math.max(1, Math.min(TILES, plane.height() / STEP));
        double[][] medians = new double[rows][columns];
        int[] counts = new int[plane.maximum() + 1];
        int[] row = new int[plane.width()];
        for (int j = 0; j < rows; j++) {
            int top = edge(j, rows, plane.height());
            int bottom = edge(j + 1, rows, plane.height());
            for (int i = 0; i < columns; i++) {
                int left = edge(i, columns, plane.width());
                int right = edge(i + 1, columns, plane.width());
                Arrays.fill(counts, 0);
                int n = 0;
                for (int y = top; y < bottom; y += STEP) {
                    plane.row(y, left, right, row);
                    for (int x = 0; x < right - left; x += STEP) {
                        counts[row[x]]++;
                        n++;
                    }
                }
                medians[j][i] = median(counts, n);
            }
        }
        return new Illumination(
                plane.width(),
                middles(columns, plane.width()),
                middles(rows, plane.height()),
                neighborMedians(medians));
    }

    /** Writes the light of row {@code y}, gray levels, one value a column. */
    public void row(int y, float[] into) {
        int upper = below(middleY, y + 0.5);
        int lower = Math.min(upper + 1, middleY.length - 1);
        double share = share(middleY, upper, y + 0.5);
        double left = between(upper, lower, share, 0);
        int from = 0;
        for (int i = 0; i < middleX.length; i++) {
            int to = (int) Math.ceil(middleX[i] - 0.5);
            double right = between(upper, lower, share, i);
            double slope = i == 0 ? 0 : (right - left) / (middleX[i] - middleX[i - 1]);
            double before = i == 0 ? 0 : from + 0.5 - middleX[i - 1];
            line((float) (left + slope * before), (float) slope, from, to, into);
            from = to;
            left = right;
        }
        line((float) left, 0, from, columns.length, into);
    }

    private double between(int upper, int lower, double share, int column) {
        return level[upper][column] * (1 - share) + level[lower][column] * share;
    }

    private void line(float start, float slope, int from, int to, float[] into) {
        for (int x = from; x < to; x++) {
            into[x] = start + columns[x - from] * slope;
        }
    }

    private static int edge(int tile, int tiles, int length) {
        return (int) ((long) tile * length / tiles);
    }

    private static double[] middles(int tiles, int length) {
        double[] middles = new double[tiles];
        for (int i = 0; i < tiles; i++) {
            middles[i] = (edge(i, tiles, length) + edge(i + 1, tiles, length)) / 2.0;
        }
        return middles;
    }

    private static int below(double[] middles, double place) {
        int last = middles.length - 1;
        int i = 0;
        while (i < last && middles[i + 1] <= place) {
            i++;
        }
        return i;
    }

    private static double share(double[] middles, int i, double place) {
        if (i + 1 >= middles.length) {
            return 0;
        }
        return Math.max(0, Math.min(1, (place - middles[i]) / (middles[i + 1] - middles[i])));
    }

    private static double median(int[] counts, int n) {
        return (atRank(counts, (n - 1) / 2) + atRank(counts, n / 2)) / 2.0;
    }

    private static int atRank(int[] counts, int rank) {
        int below = 0;
        for (int level = 0; level < counts.length; level++) {
            below += counts[level];
            if (below > rank) {
                return level;
            }
        }
        throw new IllegalStateException("no sample of rank " + rank);
    }

    private static double[][] neighborMedians(double[][] medians) {
        int rows = medians.length;
        int columns = medians[0].length;
        double[][] smooth = new double[rows][columns];
        double[] near = new double[9];
        for (int j = 0; j < rows; j++) {
            for (int i = 0; i < columns; i++) {
                int n = 0;
                for (int dj = -1; dj <= 1; dj++) {
                    for (int di = -1; di <= 1; di++) {
                        near[n++] = medians[clamp(j + dj, rows)][clamp(i + di, columns)];
                    }
                }
                Arrays.sort(near);
                smooth[j][i] = near[4];
            }
        }
        return smooth;
    }

    private static int clamp(int i, int n) {
        return Math.max(0, Math.min(n - 1, i));
    }
}
