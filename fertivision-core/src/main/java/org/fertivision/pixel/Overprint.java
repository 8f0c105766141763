package org.fertivision.pixel;

import java.util.Arrays;
import org.fertivision.image.Frame;
import org.fertivision.image.Plane;
import org.fertivision.image.Region;

/**
 * What a screen has drawn over a gray picture: colored pixels, and bright strokes that are thin and stand out on both
 * sides. Immutable.
 */
public final class Overprint {
    private static final double FULL = 255;
    /** Pixels of the smallest stroke: an arm of a caliper's cross. */
    private static final int LEAST_STROKE = 9;

    private final int width;
    private final int height;
    private final boolean[] hidden;
    private final boolean[] colored;
    private final int coloredPixels;
    private final int strokes;

    private Overprint(int width, int height, boolean[] hidden, boolean[] colored, int strokes) {
        this.width = width;
        this.height = height;
        this.hidden = hidden;
        this.colored = colored;
        this.coloredPixels = count(colored);
        this.strokes = strokes;
    }

    /**
     * What is drawn over a picture; levels are those of a picture of 255.
     *
     * @param gray the picture's brightness
     * @param chroma a pixel is colored if its largest and smallest channel are farther apart
     * @param bright a stroke is as bright as this or brighter
     * @param step and by as much brighter than what lies {@code reach} pixels away on both sides
     */
    public static Overprint of(Frame frame, Plane gray, int chroma, int bright, int step, int reach) {
        int width = gray.width();
        int height = gray.height();
        double level = gray.maximum() / FULL;
        boolean[] colored = new boolean[width * height];
        if (frame.isColor()) {
            markColored(frame, (int) Math.round(chroma * level), colored);
        }
        boolean[] thin = new boolean[width * height];
        markThin(gray, (int) Math.round(bright * level), (int) Math.round(step * level), reach, thin);
        boolean[] hidden = colored.clone();
        int strokes = addStrokes(thin, hidden, width, height);
        return new Overprint(width, height, grown(hidden, width, height), colored, strokes);
    }

    /** Thin pixels that hang together are strokes; single ones are grains of the picture. */
    private static int addStrokes(boolean[] thin, boolean[] hidden, int width, int height) {
        int[] strokes = {0};
        for (Blob stroke : Components.of(new Mask(new Region(0, 0, width, height), thin), Connectivity.EIGHT)) {
            if (stroke.area() >= LEAST_STROKE) {
                strokes[0] += stroke.area();
                stroke.forEachRun((y, from, to) -> Arrays.fill(hidden, y * width + from, y * width + to, true));
            }
        }
        return strokes[0];
    }

    private static void markColored(Frame frame, int chroma, boolean[] colored) {
        int width = frame.width();
        int[] red = new int[width];
        int[] green = new int[width];
        int[] blue = new int[width];
        for (int y = 0, at = 0; y < frame.height(); y++) {
            frame.red().row(y, red);
            frame.green().row(y, green);
            frame.blue().row(y, blue);
            for (int x = 0; x < width; x++, at++) {
                int most = Math.max(red[x], Math.max(green[x], blue[x]));
                int least = Math.min(red[x], Math.min(green[x], blue[x]));
                colored[at] = most - least > chroma;
            }
        }
    }

    private static void markThin(Plane gray, int bright, int step, int reach, boolean[] thin) {
        int width = gray.width();
        int height = gray.height();
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            gray.row(y, row);
            if (brightest(row) < bright) {
                continue;
            }
            for (int x = 0; x < width; x++) {
                if (row[x] >= bright) {
                    thin[y * width + x] = stands(gray, row, x, y, row[x] - step, reach);
                }
            }
        }
    }

    private static int brightest(int[] row) {
        int brightest = 0;
        for (int level : row) {
            brightest = Math.max(brightest, level);
        }
        return brightest;
    }

    /** Whether it is darker on both sides, to the left and right or above and below. */
    private static boolean stands(Plane gray, int[] row, int x, int y, int below, int reach) {
        boolean across = x >= reach && x + reach < row.length && row[x - reach] <= below && row[x + reach] <= below;
        return across
                || (y >= reach
                        && y + reach < gray.height()
                        && gray.at(x, y - reach) <= below
                        && gray.at(x, y + reach) <= below);
    }

    /** With the neighbors of every marked pixel: compression smears what is drawn. */
    private static boolean[] grown(boolean[] marked, int width, int height) {
        boolean[] grown = marked.clone();
        boolean[] none = new boolean[width];
        for (int y = 0; y < height; y++) {
            int start = y * width;
            int first = Arrays.mismatch(marked, start, start + width, none, 0, width);
            for (int x = first < 0 ? width : first; x < width; x++) {
                if (marked[start + x]) {
                    for (int row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) {
                        for (int column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
                            grown[row * width + column] = true;
                        }
                    }
                }
            }
        }
        return grown;
    }

    /** How many pixels are thin bright strokes. */
    public int strokes() {
        return strokes;
    }

    /** How many pixels are colored. */
    public int colored() {
        return coloredPixels;
    }

    /** The share of a mask that is colored; the mask counts in squares of {@code block} pixels. */
    public double coloredShare(Mask mask, int block) {
        if (coloredPixels == 0) {
            return 0;
        }
        long inside = 0;
        long in = 0;
        boolean[] blocks = new boolean[(width + block - 1) / block];
        for (int y = 0; y < height; y++) {
            mask.row(y / block, blocks);
            for (int i = 0, x = 0; i < blocks.length; i++) {
                int end = Math.min(width, x + block);
                inside += blocks[i] ? end - x : 0;
                for (; x < end; x++) {
                    in += blocks[i] && colored[y * width + x] ? 1 : 0;
                }
            }
        }
        return inside == 0 ? 0 : in / (double) inside;
    }

    /** Which pixels of the picture are not seen, row by row, not to be changed. */
    boolean[] hidden() {
        return hidden;
    }

    private static int count(boolean[] marked) {
        int n = 0;
        for (boolean mark : marked) {
            n += mark ? 1 : 0;
        }
        return n;
    }
}
