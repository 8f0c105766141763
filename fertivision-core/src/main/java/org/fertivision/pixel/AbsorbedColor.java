package org.fertivision.pixel;

import java.util.Arrays;
import java.util.Optional;
import org.fertivision.image.Frame;
import org.fertivision.image.Plane;

/**
 * The color of what absorbs light in a picture, from every fourth pixel of every fourth row.
 *
 * @param ground the median level of the dimmest channel, as a share of the gray range
 * @param chroma how much less the least absorbed channel is absorbed than the most absorbed one, as a share of that one: the
 *     median of all places where at least so much is absorbed; 0 is gray, 1 a pure color
 */
public record AbsorbedColor(double ground, double chroma) {
    private static final int STEP = 4;
    private static final double LEAST_ABSORBED = 0.35;
    /** Where even the least absorbed channel is absorbed so much, nothing passes: the rim of the field of view, no stain. */
    private static final double BLACK = 0.85;

    private static final int FEWEST = 20;

    /** The color of a picture's dark places; empty where there are hardly any. */
    public static Optional<AbsorbedColor> of(Frame frame) {
        Plane[] planes = {frame.red(), frame.green(), frame.blue()};
        double[] light = new double[planes.length];
        double ground = 1;
        for (int channel = 0; channel < planes.length; channel++) {
            light[channel] = Math.max(1, Histogram.of(planes[channel]).percentile(50));
            ground = Math.min(ground, light[channel] / planes[channel].maximum());
        }
        int width = frame.width();
        int[][] rows = new int[planes.length][width];
        double[] chromas = new double[(width / STEP + 1) * (frame.height() / STEP + 1)];
        int n = 0;
        for (int y = 0; y < frame.height(); y += STEP) {
            for (int channel = 0; channel < planes.length; channel++) {
                planes[channel].row(y, rows[channel]);
            }
            for (int x = 0; x < width; x += STEP) {
                double chroma = chroma(rows, x, light);
                if (chroma >= 0) {
                    chromas[n++] = chroma;
                }
            }
        }
        if (n < FEWEST) {
            return Optional.empty();
        }
        Arrays.sort(chromas, 0, n);
        return Optional.of(new AbsorbedColor(ground, chromas[n / 2]));
    }

    /** That of one place; below 0 where too little or everything is absorbed. */
    private static double chroma(int[][] rows, int x, double[] light) {
        double most = 0;
        double least = 1;
        for (int channel = 0; channel < rows.length; channel++) {
            double absorbed = Math.max(0, 1 - rows[channel][x] / light[channel]);
            most = Math.max(most, absorbed);
            least = Math.min(least, absorbed);
        }
        return most >= LEAST_ABSORBED && least <= BLACK ? 1 - least / most : -1;
    }
}
