package org.fertivision.pixel;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fertivision.image.Frame;
import org.fertivision.image.Region;

/**
 * The color of the pixels of a mask in linear light, stored levels taken as sRGB (IEC 61966-2-1): of all of them, or of
 * rows spread evenly over the mask that hold about 32,768.
 *
 * @param n how many pixels were asked
 * @param redOverGreen mean of log10(R/G); what shades all colors alike cancels, what balances white does not
 * @param aStar mean of a* of CIELAB under D65
 * @param aStarHigh 90th percentile of the same a*, to a two-hundredth
 */
public record ColorTone(int n, double redOverGreen, double aStar, double aStarHigh) {
    private static final int LEVELS = 256;
    private static final double HIGH = 0.9;
    private static final double DELTA = 6.0 / 29;
    /** So many roots to 1 that a* taken between two of them is off by less than a thousandth. */
    private static final int ROOT_STEPS = 1 << 14;

    /** So many pixels know the mean of a* to an eighteenth where single ones scatter by 10, that of log10(R/G) to 0.0006 where by 0.1. */
    private static final int ENOUGH = 1 << 15;

    /** No color of sRGB has an a* beyond. */
    private static final int A_RANGE = 128;

    private static final int A_STEPS = 100;
    private static final int A_BINS = 2 * A_RANGE * A_STEPS;

    private static final double[] ROOTS = roots();
    private static final double[] LIGHT = light();
    private static final double[] LOGS =
            Arrays.stream(LIGHT).map(StrictMath::log10).toArray();

    /** What each channel's light adds to X/Xn under D65, in steps of the roots. */
    private static final double[] RED_X = steps(0.4124564 / 0.95047);

    private static final double[] GREEN_X = steps(0.3575761 / 0.95047);
    private static final double[] BLUE_X = steps(0.1804375 / 0.95047);
    /** And to Y. */
    private static final double[] RED_Y = steps(0.2126729);

    private static final double[] GREEN_Y = steps(0.7151522);
    private static final double[] BLUE_Y = steps(0.0721750);

    /** The color of the pixels of a mask that have red and green; nothing if there are none. */
    public static Optional<ColorTone> of(Frame frame, Mask mask) {
        return of(
                frame,
                mask,
                Mask.union(Raster.blocks(frame.width(), frame.height(), frame.width()), List.of()),
                frame.width());
    }

    /**
     * The same without what lies in the blocks of another mask.
     *
     * @param hidden counts in blocks; what it does not cover is not hidden
     * @param side pixels of a block's side
     */
    public static Optional<ColorTone> of(Frame frame, Mask mask, Mask hidden, int side) {
        Optional<ColorTone> ofSome = of(frame, mask, hidden, side, mask.rowsApart(ENOUGH));
        return ofSome.isPresent() ? ofSome : of(frame, mask, hidden, side, 1);
    }

    private static Optional<ColorTone> of(Frame frame, Mask mask, Mask hidden, int side, int apart) {
        int shift = frame.red().bits() - Byte.SIZE;
        int[] red = new int[frame.width()];
        int[] green = new int[frame.width()];
        int[] blue = new int[frame.width()];
        boolean[] asked = new boolean[frame.width()];
        int[] aStars = new int[A_BINS];
        double sum = 0;
        double sumOfA = 0;
        int n = 0;
        Region box = mask.box();
        int top = Math.max(0, box.y());
        for (int y = top + apart / 2; y < Math.min(frame.height(), box.bottom()); y += apart) {
            frame.red().row(y, red);
            frame.green().row(y, green);
            frame.blue().row(y, blue);
            mask.row(y, asked);
            hidden.takeBlocks(y / side, side, asked);
            for (int x = 0; x < asked.length; x++) {
                int r = red[x] >> shift;
                int g = green[x] >> shift;
                if (asked[x] && r > 0 && g > 0) {
                    double own = aStar(r, g, blue[x] >> shift);
                    sum += LOGS[r] - LOGS[g];
                    sumOfA += own;
                    aStars[(int) ((own + A_RANGE) * A_STEPS)]++;
                    n++;
                }
            }
        }
        if (n == 0) {
            return Optional.empty();
        }
        return Optional.of(new ColorTone(n, sum / n, sumOfA / n, atRank(aStars, (int) (HIGH * (n - 1)))));
    }

    /** The middle of the step that holds the value of this rank. */
    private static double atRank(int[] aStars, int rank) {
        int step = 0;
        for (int below = aStars[0]; below <= rank; below += aStars[step]) {
            step++;
        }
        return (step + 0.5) / A_STEPS - A_RANGE;
    }

    private static double[] roots() {
        double[] roots = new double[ROOT_STEPS + ROOT_STEPS / 8];
        for (int i = 0; i < roots.length; i++) {
            roots[i] = exactRoot(i / (double) ROOT_STEPS);
        }
        return roots;
    }

    private static double[] light() {
        double[] light = new double[LEVELS];
        for (int level = 0; level < LEVELS; level++) {
            double v = level / (LEVELS - 1.0);
            light[level] = v <= 0.04045 ? v / 12.92 : StrictMath.pow((v + 0.055) / 1.055, 2.4);
        }
        return light;
    }

    private static double[] steps(double share) {
        return Arrays.stream(LIGHT).map(light -> ROOT_STEPS * share * light).toArray();
    }

    /** a* = 500 (f(X/Xn) - f(Y/Yn)), D65. */
    private static double aStar(int r, int g, int b) {
        return 500 * (root(RED_X[r] + GREEN_X[g] + BLUE_X[b]) - root(RED_Y[r] + GREEN_Y[g] + BLUE_Y[b]));
    }

    /** The root of so many steps, which are no more than a few above those to 1. */
    private static double root(double steps) {
        int before = (int) steps;
        return ROOTS[before] + (steps - before) * (ROOTS[before + 1] - ROOTS[before]);
    }

    private static double exactRoot(double t) {
        return t > DELTA * DELTA * DELTA ? StrictMath.cbrt(t) : t / (3 * DELTA * DELTA) + 4.0 / 29;
    }
}
