package org.fertivision.pixel;

import java.util.ArrayList;
import java.util.List;
import org.fertivision.image.Point;

/** Finds the discs whose inside is brighter than the ring about them; what lies beyond the picture is left out. */
public final class DiscContrast {
    private static final double RING = 1.3;
    private static final double LEAST_SEEN = 0.5;

    private static final int COARSE = 2;

    private final int width;
    private final int height;
    private final double least;
    /** Sums of the pixels of each row up to a column. */
    private final double[][] sums;

    /** For each radius and each distance of a row from the center how far the disc reaches to both sides. */
    private final int[][] reaches;

    private final int[][] ringReaches;

    private DiscContrast(Raster raster, double least, double most) {
        this.width = raster.width();
        this.height = raster.height();
        this.least = least;
        float[] samples = raster.samples();
        this.sums = new double[height][width + 1];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                sums[y][x + 1] = sums[y][x] + samples[y * width + x];
            }
        }
        int count = Math.max(0, (int) Math.floor(most - least) + 1);
        this.reaches = new int[count][];
        this.ringReaches = new int[count][];
        for (int i = 0; i < count; i++) {
            reaches[i] = reach(least + i);
            ringReaches[i] = reach(RING * (least + i));
        }
    }

    private static int[] reach(double radius) {
        int[] reach = new int[(int) radius + 1];
        for (int dy = 0; dy < reach.length; dy++) {
            reach[dy] = (int) Math.sqrt(radius * radius - dy * dy);
        }
        return reach;
    }

    /**
     * A disc.
     *
     * @param center pixels of the raster
     * @param radius pixels
     * @param contrast mean inside less mean of the ring up to 1.3 radii
     */
    public record Disc(Point center, double radius, double contrast) {}

    /**
     * The best discs, the best first, none with its center in a better one; centers are those of pixels, radii a pixel
     * apart. Looked for at every second center; from the best of these, as many as are wanted, it is climbed to the top near by.
     *
     * @param least smallest radius, pixels
     * @param most largest radius, pixels
     * @param count how many are wanted at most
     */
    public static List<Disc> of(Raster raster, double least, double most, int count) {
        DiscContrast search = new DiscContrast(raster, least, most);
        List<Disc> all = new ArrayList<>();
        for (int y = 0; y < search.height; y += COARSE) {
            for (int x = 0; x < search.width; x += COARSE) {
                all.add(search.best(x, y));
            }
        }
        List<Disc> fine = new ArrayList<>();
        for (Disc disc : apart(all, count)) {
            fine.add(search.climbed(disc));
        }
        return apart(fine, count);
    }

    private static List<Disc> apart(List<Disc> discs, int count) {
        List<Disc> sorted = discs.stream()
                .filter(disc -> disc.contrast() > 0)
                .sorted((a, b) -> Double.compare(b.contrast(), a.contrast()))
                .toList();
        List<Disc> kept = new ArrayList<>();
        for (Disc disc : sorted) {
            if (kept.size() < count
                    && kept.stream()
                            .allMatch(
                                    k -> k.center().distanceTo(disc.center()) >= Math.max(k.radius(), disc.radius()))) {
                kept.add(disc);
            }
        }
        return List.copyOf(kept);
    }

    /** The best disc near another one. */
    private Disc climbed(Disc disc) {
        Disc best = disc;
        Disc before;
        do {
            before = best;
            best = near(best);
        } while (best.contrast() > before.contrast());
        return best;
    }

    /** The best disc at a center or one of its neighbors. */
    private Disc near(Disc disc) {
        Disc best = disc;
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                int x = (int) disc.center().x() + dx;
                int y = (int) disc.center().y() + dy;
                if (x >= 0 && y >= 0 && x < width && y < height) {
                    Disc other = best(x, y);
                    best = other.contrast() > best.contrast() ? other : best;
                }
            }
        }
        return best;
    }

    private Disc best(int x, int y) {
        double most = 0;
        double radius = least;
        double[] inside = new double[2];
        double[] whole = new double[2];
        for (int i = 0; i < reaches.length; i++) {
            sum(x, y, reaches[i], inside);
            sum(x, y, ringReaches[i], whole);
            double ring = whole[1] - inside[1];
            double r = least + i;
            boolean seen = inside[1] >= LEAST_SEEN * Math.PI * r * r && ring > inside[1] / 4;
            double contrast = seen ? inside[0] / inside[1] - (whole[0] - inside[0]) / ring : 0;
            if (contrast > most) {
                most = contrast;
                radius = r;
            }
        }
        return new Disc(new Point(x + 0.5, y + 0.5), radius, most);
    }

    /** Sum and number of the pixels in a disc. */
    private void sum(int x, int y, int[] reach, double[] into) {
        double sum = 0;
        int n = 0;
        int bottom = Math.min(height - 1, y + reach.length - 1);
        for (int row = Math.max(0, y - reach.length + 1); row <= bottom; row++) {
            int half = reach[Math.abs(row - y)];
            int from = Math.max(0, x - half);
            int to = Math.min(width, x + half + 1);
            sum += sums[row][to] - sums[row][from];
            n += to - from;
        }
        into[0] = sum;
        into[1] = n;
    }
}
