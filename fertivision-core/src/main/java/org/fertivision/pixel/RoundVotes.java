package org.fertivision.pixel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fertivision.image.Point;

/**
 * Finds the middles of round things: every strong edge votes for all places that lie straight ahead of and behind it
 * within a range of radii. Votes are kept apart by the direction they come from, and each direction counts with its root,
 * so that support from all around wins over one long bright arc. Source: the circular Hough transform with gradient
 * directions, Kimme, Ballard and Sklansky 1975, doi:10.1145/360666.360677; the roots by sector are FertiVision's.
 */
public final class RoundVotes {
    private static final int SECTORS = 16;
    private static final double STRONG_SHARE = 0.2;
    private static final int LEVELS = 1024;

    private final Raster raster;
    private final int least;
    private final int most;
    private final int margin;
    private final int columns;
    private final int rows;

    private RoundVotes(Raster raster, int least, int most) {
        this.raster = raster;
        this.least = least;
        this.most = most;
        this.margin = most / 2;
        this.columns = raster.width() + 2 * margin;
        this.rows = raster.height() + 2 * margin;
    }

    /**
     * A place and how much round support it has.
     *
     * @param center pixels of the raster; may lie a little outside
     * @param support the sum of the roots of the votes from 16 directions
     */
    public record Middle(Point center, double support) {}

    /**
     * The best places, the best first, none nearer to a better one than the given distance.
     *
     * @param raster a picture already smooth at the scale of a pixel
     * @param least smallest radius, pixels
     * @param most largest radius, pixels
     * @param count how many are wanted at most
     * @param apart least distance of two, pixels
     */
    public static List<Middle> of(Raster raster, double least, double most, int count, double apart) {
        RoundVotes votes = new RoundVotes(raster, (int) Math.max(1, Math.round(least)), (int) Math.round(most));
        return votes.best(votes.support(), count, apart);
    }

    /** The votes from each sector, their roots together. */
    private float[] support() {
        float[] samples = raster.samples();
        int width = raster.width();
        float[] slopes = slopes(samples, width, raster.height());
        float limit = limit(slopes);
        int[] edges = new int[slopes.length];
        byte[] sectors = new byte[slopes.length];
        int n = 0;
        for (int at = 0; at < slopes.length; at++) {
            if (slopes[at] > limit) {
                sectors[n] = (byte) sector(
                        (samples[at + 1] - samples[at - 1]) / slopes[at],
                        (samples[at + width] - samples[at - width]) / slopes[at]);
                edges[n++] = at;
            }
        }
        float[] support = new float[columns * rows];
        int[] votes = new int[columns * rows];
        for (int sector = 0; sector < SECTORS; sector++) {
            Arrays.fill(votes, 0);
            for (int e = 0; e < n; e++) {
                boolean behind = sectors[e] == sector;
                if (behind || sectors[e] == (sector + SECTORS / 2) % SECTORS) {
                    int at = edges[e];
                    double scale = (behind ? -1.0 : 1.0) / slopes[at];
                    double dx = scale * (samples[at + 1] - samples[at - 1]);
                    double dy = scale * (samples[at + width] - samples[at - width]);
                    ray(votes, at % width + margin, at / width + margin, dx, dy);
                }
            }
            addRoots(votes, support);
        }
        return support;
    }

    private static float[] slopes(float[] samples, int width, int height) {
        float[] slopes = new float[width * height];
        for (int y = 1; y < height - 1; y++) {
            for (int at = y * width + 1; at < (y + 1) * width - 1; at++) {
                float gx = samples[at + 1] - samples[at - 1];
                float gy = samples[at + width] - samples[at - width];
                slopes[at] = (float) Math.sqrt(gx * gx + gy * gy);
            }
        }
        return slopes;
    }

    /** The slope that the given share of pixels exceeds. */
    private static float limit(float[] slopes) {
        float steepest = 0;
        for (float slope : slopes) {
            steepest = Math.max(steepest, slope);
        }
        if (steepest == 0) {
            return 0;
        }
        int[] counts = new int[LEVELS];
        for (float slope : slopes) {
            counts[Math.min(LEVELS - 1, (int) (slope / steepest * LEVELS))]++;
        }
        int above = 0;
        int level = LEVELS;
        while (level > 1 && above + counts[level - 1] <= STRONG_SHARE * slopes.length) {
            above += counts[--level];
        }
        return steepest * level / LEVELS;
    }

    private static int sector(double nx, double ny) {
        double turn = StrictMath.atan2(ny, nx) / (2 * Math.PI) + 1;
        return (int) (turn * SECTORS) % SECTORS;
    }

    private void ray(int[] votes, double x, double y, double dx, double dy) {
        double left = x + 0.5;
        double top = y + 0.5;
        int from = least;
        int to = most;
        while (from <= to && !holds(left + from * dx, top + from * dy)) {
            from++;
        }
        while (to > from && !holds(left + to * dx, top + to * dy)) {
            to--;
        }
        for (int r = from; r <= to; r++) {
            int row = (int) (top + r * dy);
            votes[row * columns + (int) (left + r * dx)]++;
        }
    }

    private boolean holds(double column, double row) {
        return column >= 0 && row >= 0 && column < columns && row < rows;
    }

    /** Adds the roots of the votes of 3 x 3 places together. */
    private void addRoots(int[] votes, float[] support) {
        int[] three = new int[columns];
        for (int row = 1; row < rows - 1; row++) {
            int start = row * columns;
            for (int column = 0; column < columns; column++) {
                int at = start + column;
                three[column] = votes[at - columns] + votes[at] + votes[at + columns];
            }
            for (int column = 1; column < columns - 1; column++) {
                float sum = three[column - 1] + three[column] + three[column + 1];
                support[start + column] += (float) Math.sqrt(sum);
            }
        }
    }

    private List<Middle> best(float[] support, int count, double apart) {
        List<Middle> best = new ArrayList<>();
        float[] left = Arrays.copyOf(support, support.length);
        while (best.size() < count) {
            int top = 0;
            for (int i = 1; i < left.length; i++) {
                if (left[i] > left[top]) {
                    top = i;
                }
            }
            if (left[top] <= 0) {
                break;
            }
            int x = top % columns;
            int y = top / columns;
            best.add(new Middle(
                    new Point(
                            x - margin + 0.5 + raster.region().x(),
                            y - margin + 0.5 + raster.region().y()),
                    left[top]));
            clear(left, x, y, apart);
        }
        return best;
    }

    private void clear(float[] left, int x, int y, double apart) {
        int reach = (int) Math.ceil(apart);
        for (int row = Math.max(0, y - reach); row <= Math.min(rows - 1, y + reach); row++) {
            for (int column = Math.max(0, x - reach); column <= Math.min(columns - 1, x + reach); column++) {
                double dx = column - x;
                double dy = row - y;
                if (dx * dx + dy * dy <= apart * apart) {
                    left[row * columns + column] = 0;
                }
            }
        }
    }
}
