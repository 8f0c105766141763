package org.fertivision.pixel;

import java.util.Arrays;
import java.util.Optional;
import org.fertivision.image.Frame;

/**
 * The color of the pixels of a mask in linear light, stored levels taken as sRGB (IEC 61966-2-1).
 *
 * @param n how many pixels
 * @param redOverGreen mean of log10(R/G); what shades all colors alike cancels, what balances white does not
 * @param aStar mean of a* of CIELAB under D65
 * @param aStarHigh 90th percentile of a*, to a four-hundredth
 */
public record ColorTone(int n, double redOverGreen, double aStar, double aStarHigh) {
    private static final int LEVELS = 256;
    private static final double HIGH = 0.9;
    private static final double DELTA = 6.0 / 29;
    /** So many roots to 1 that a* taken between two of them is off by less than a thousandth. */
    private static final int ROOT_STEPS = 1 << 14;

    /** No color of sRGB has an a* beyond. */
    private static final int A_RANGE = 128;

    private static final int A_STEPS = 200;
    private static final int A_BINS = 2 * A_RANGE * A_STEPS;

    private static final double[] ROOTS = roots();

    /** The color of the pixels of a mask that have red and green; nothing if there are none. */
    public static Optional<ColorTone> of(Frame frame, Mask mask) {
        double[] light = light();
        double[] logs = Arrays.stream(light).map(StrictMath::log10).toArray();
        int divisor = Math.max(1, (frame.red().maximum() + 1) / LEVELS);
        int[] red = new int[frame.width()];
        int[] green = new int[frame.width()];
        int[] blue = new int[frame.width()];
        int[] aStars = new int[A_BINS];
        double sum = 0;
        double sumOfA = 0;
        int n = 0;
        for (int y = 0; y < frame.height(); y++) {
            frame.red().row(y, red);
            frame.green().row(y, green);
            frame.blue().row(y, blue);
            for (int x = 0; x < frame.width(); x++) {
                if (mask.contains(x, y) && red[x] / divisor > 0 && green[x] / divisor > 0) {
                    double r = light[red[x] / divisor];
                    double g = light[green[x] / divisor];
                    sum += logs[red[x] / divisor] - logs[green[x] / divisor];
                    double own = aStar(r, g, light[blue[x] / divisor]);
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

    /** a* = 500 (f(X/Xn) - f(Y/Yn)), D65. */
    private static double aStar(double r, double g, double b) {
        double x = (0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047;
        double y = 0.2126729 * r + 0.7151522 * g + 0.0721750 * b;
        return 500 * (root(x) - root(y));
    }

    private static double root(double t) {
        double at = Math.max(0, Math.min(ROOTS.length - 1.0, t * ROOT_STEPS));
        int before = Math.min(ROOTS.length - 2, (int) at);
        return ROOTS[before] + (at - before) * (ROOTS[before + 1] - ROOTS[before]);
    }

    private static double exactRoot(double t) {
        return t > DELTA * DELTA * DELTA ? StrictMath.cbrt(t) : t / (3 * DELTA * DELTA) + 4.0 / 29;
    }
}
