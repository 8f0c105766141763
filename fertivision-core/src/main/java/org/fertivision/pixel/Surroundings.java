package org.fertivision.pixel;

import java.util.Arrays;
import org.fertivision.image.Region;

/**
 * What a blob stands out from: an inclined plane of gray values fitted to a ring around it, the scatter about that plane,
 * and the blob's own level deep inside. Neighbors in the ring are trimmed away.
 */
final class Surroundings {
    private static final double GAP_SHARE = 0.25;
    private static final double RING_SHARE = 0.35;
    private static final double MOST_GAP = 15;
    private static final double MOST_RING = 12;
    private static final int ROUNDS = 4;
    private static final double TRIM_SIGMAS = 2.7;
    /** What a normal distribution keeps of its standard deviation when cut at 2.7 sigmas. */
    private static final double TRIMMED_SPREAD = 0.969;

    private static final int FEWEST = 12;

    private final Mask mask;
    private final float[] samples;
    private final double centerX;
    private final double centerY;
    private int[] ring;
    /** Where the pixels of the ring lie, from the middle of the box. */
    private double[] ringX = new double[0];

    private double[] ringY = new double[0];
    private final double[] plane = new double[3];
    private double noise;

    private Surroundings(Mask mask, float[] samples) {
        this.mask = mask;
        this.samples = samples;
        this.centerX = mask.box().width() / 2.0;
        this.centerY = mask.box().height() / 2.0;
        this.ring = new int[0];
    }

    /** How far around a blob of this width the ring reaches, pixels. */
    static int reach(double width) {
        return (int) Math.ceil(gap(width) + ring(width)) + 1;
    }

    private static double gap(double width) {
        return Math.max(2, Math.min(MOST_GAP, GAP_SHARE * width));
    }

    private static double ring(double width) {
        return Math.max(4, Math.min(MOST_RING, RING_SHARE * width));
    }

    /** The surroundings of the object in a mask whose box is that of the samples. */
    static Surroundings of(Mask mask, float[] samples, double width) {
        Surroundings surroundings = new Surroundings(mask, samples);
        surroundings.chooseRing(width);
        if (surroundings.known()) {
            surroundings.fit();
        }
        return surroundings;
    }

    private void chooseRing(double width) {
        boolean[] near = PackedRows.grown(mask, gap(width)).bits();
        boolean[] far = PackedRows.grown(mask, gap(width) + ring(width)).bits();
        int[] chosen = new int[far.length];
        int n = 0;
        for (int at = 0; at < far.length; at++) {
            if (far[at] && !near[at]) {
                chosen[n++] = at;
            }
        }
        ring = Arrays.copyOf(chosen, n);
        ringX = new double[n];
        ringY = new double[n];
        for (int i = 0; i < n; i++) {
            int row = ring[i] / mask.box().width();
            ringX[i] = ring[i] - row * mask.box().width() + 0.5 - centerX;
            ringY[i] = row + 0.5 - centerY;
        }
    }

    /** Whether there is enough ring to know anything. */
    boolean known() {
        return ring.length >= FEWEST;
    }

    /** Starts from the middle half of the ring's values, then fits and trims by turns. */
    private void fit() {
        float[] sorted = new float[ring.length];
        for (int i = 0; i < ring.length; i++) {
            sorted[i] = samples[ring[i]];
        }
        Arrays.sort(sorted);
        plane[0] = sorted[sorted.length / 2];
        double quartiles = sorted[sorted.length * 3 / 4] - sorted[sorted.length / 4];
        double limit = Math.max(1e-3, 2 * quartiles);
        for (int round = 0; round < ROUNDS; round++) {
            limit = Math.max(1e-3, TRIM_SIGMAS * fitWithin(limit) / TRIMMED_SPREAD);
        }
        noise = limit / TRIM_SIGMAS;
    }

    /** Fits the plane to the values at most {@code limit} from the plane so far; returns their spread about it. */
    private double fitWithin(double limit) {
        double sumX = 0;
        double sumY = 0;
        double sum = 0;
        double sumXx = 0;
        double sumXy = 0;
        double sumXOff = 0;
        double sumYy = 0;
        double sumYOff = 0;
        double squares = 0;
        int n = 0;
        for (int i = 0; i < ring.length; i++) {
            double x = ringX[i];
            double y = ringY[i];
            double off = samples[ring[i]] - plane[0] - plane[1] * x - plane[2] * y;
            if (Math.abs(off) <= limit) {
                sumX += x;
                sumY += y;
                sum += off;
                sumXx += x * x;
                sumXy += x * y;
                sumXOff += x * off;
                sumYy += y * y;
                sumYOff += y * off;
                squares += off * off;
                n++;
            }
        }
        if (n < FEWEST) {
            return limit;
        }
        double[][] normal = {{n, sumX, sumY, sum}, {sumX, sumXx, sumXy, sumXOff}, {sumY, sumXy, sumYy, sumYOff}};
        double explained = 0;
        double[] step = LinearSystem.solve(normal);
        for (int i = 0; i < step.length; i++) {
            explained += step[i] * normal[i][3];
            plane[i] += step[i];
        }
        return Math.sqrt(Math.max(0, squares - explained) / Math.max(1, n - 3));
    }

    /** The background at a place of the box, its top left corner being 0. */
    private double at(double x, double y) {
        return plane[0] + plane[1] * (x - centerX) + plane[2] * (y - centerY);
    }

    /** The background at the middle of the box, gray levels. */
    double level() {
        return plane[0];
    }

    /** The scatter of single pixels about the plane, gray levels. */
    double noise() {
        return noise;
    }

    /** The samples less the inclined background. */
    float[] flattened() {
        Region box = mask.box();
        float[] flat = new float[samples.length];
        for (int y = 0, at = 0; y < box.height(); y++) {
            for (int x = 0; x < box.width(); x++, at++) {
                flat[at] = (float) (samples[at] - at(x + 0.5, y + 0.5));
            }
        }
        return flat;
    }

    /** The scatter of other values over the part of the ring that is background; for the same pixels smoothed, say. */
    double scatterOf(float[] flat) {
        double sum = 0;
        double squares = 0;
        int n = 0;
        for (int at : ring) {
            double x = at % mask.box().width() + 0.5;
            int row = at / mask.box().width();
            double y = row + 0.5;
            if (Math.abs(samples[at] - at(x, y)) <= TRIM_SIGMAS * noise) {
                sum += flat[at];
                squares += (double) flat[at] * flat[at];
                n++;
            }
        }
        return n == 0 ? 0 : Math.sqrt(Math.max(0, squares / n - sum / n * (sum / n)));
    }

    /** The mean of the middle half of the values deep inside the blob: at least half as deep as its deepest pixel. */
    double plateau(Blob blob, float[] flat) {
        Mask own = blob.mask();
        int[] squares = DistanceMap.inside(own).squares();
        int deepest = Arrays.stream(squares).max().orElse(0);
        float[] deep = new float[squares.length];
        int n = 0;
        int shiftX = own.box().x() - mask.box().x();
        int shiftY = own.box().y() - mask.box().y();
        for (int at = 0; at < squares.length; at++) {
            int x = at % own.box().width() + shiftX;
            int y = at / own.box().width() + shiftY;
            boolean seen =
                    x >= 0 && y >= 0 && x < mask.box().width() && y < mask.box().height();
            if (seen && squares[at] > 0 && 4L * squares[at] >= deepest) {
                deep[n++] = flat[y * mask.box().width() + x];
            }
        }
        Arrays.sort(deep, 0, n);
        double sum = 0;
        for (int i = n / 4; i < n - n / 4; i++) {
            sum += deep[i];
        }
        return n == 0 ? 0 : sum / (n - 2 * (n / 4));
    }
}
