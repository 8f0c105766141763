package org.fertivision.pixel;

import org.fertivision.image.Region;

/**
 * The length around the outside of a blob of whole pixels, for masks that have no gray values behind them; holes are not
 * counted. Where there are gray values, {@link EdgeOutline} is several times more exact.
 */
public final class Perimeter {
    private static final double EVEN = 0.980;
    private static final double ODD = 1.406;
    private static final double CORNER = 0.091;
    /** Steps to the eight neighbors, clockwise from the right. */
    private static final int[] STEP_X = {1, 1, 0, -1, -1, -1, 0, 1};

    private static final int[] STEP_Y = {0, 1, 1, 1, 0, -1, -1, -1};
    private static final int LEFT = 4;

    private final Region box;
    private final boolean[] object;
    private int even;
    private int odd;
    private int corners;

    private Perimeter(Mask mask) {
        this.box = mask.box();
        this.object = mask.bits();
    }

    /**
     * The length that Vossepoel and Smeulders estimate from the chain of border pixels, 0.980 e + 1.406 o - 0.091 c with e
     * straight steps, o diagonal steps and c changes of direction, plus pi: the chain runs through pixel centers, half a
     * pixel inside, which takes 2 pi times 1/2 from any closed curve. For ellipses it comes out 0.2 to 0.3 pixels too
     * long on average: 0.5 % at 12 x 17 pixels, 0.3 % at 23 x 34, 0.2 % at 35 x 51. Source: Vossepoel and Smeulders 1982, Computer Graphics and
     * Image Processing 20:347-364.
     *
     * @return pixels
     */
    public static double estimated(Blob blob) {
        Perimeter chain = new Perimeter(blob.mask(1));
        chain.walk();
        return EVEN * chain.even + ODD * chain.odd - CORNER * chain.corners + Math.PI;
    }

    /** The length of the pixels' own edges around the outside: a quarter too long for round shapes. */
    public static int ofPixelEdges(Blob blob) {
        Mask mask = blob.filled().mask(1);
        boolean[] bits = mask.bits();
        int width = mask.box().width();
        int edges = 0;
        for (int at = 0; at < bits.length; at++) {
            if (bits[at]) {
                edges += bits[at - 1] ? 0 : 1;
                edges += bits[at + 1] ? 0 : 1;
                edges += bits[at - width] ? 0 : 1;
                edges += bits[at + width] ? 0 : 1;
            }
        }
        return edges;
    }

    /** From the first pixel, whose left and upper neighbors are background, around by the first object pixel clockwise. */
    private void walk() {
        int width = box.width();
        int start = 0;
        while (!object[start]) {
            start++;
        }
        int at = start;
        int direction = next(at, LEFT + 1);
        if (direction < 0) {
            return;
        }
        int first = direction;
        int before;
        do {
            before = direction;
            if (direction % 2 == 0) {
                even++;
            } else {
                odd++;
            }
            at += STEP_Y[direction] * width + STEP_X[direction];
            // begin behind the pixel we came from, turned back and one on
            direction = next(at, direction + LEFT + 1);
            corners += direction == before ? 0 : 1;
        } while (at != start || direction != first);
    }

    /** The first direction clockwise from {@code from} in which there is an object pixel, -1 if there is none. */
    private int next(int at, int from) {
        for (int turn = 0; turn < STEP_X.length; turn++) {
            int direction = (from + turn) % STEP_X.length;
            if (object[at + STEP_Y[direction] * box.width() + STEP_X[direction]]) {
                return direction;
            }
        }
        return -1;
    }
}
