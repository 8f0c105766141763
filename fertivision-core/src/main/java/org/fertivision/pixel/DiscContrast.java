package org.fertivision.pixel;

import java.util.ArrayList;
import java.util.List;
import org.fertivision.image.Point;

/** Finds the discs whose inside is brighter than the ring about them; what lies beyond the picture is left out. */
public final class DiscContrast {
    private static final double RING = 1.3;
    private static final double LEAST_SEEN = 0.5;

    private final Raster raster;
    private final double[][] sums;

    private DiscContrast(Raster raster) {
        this.raster = raster;
        this.sums = new double[raster.height()][raster.width() + 1];
        for (int y = 0; y < raster.height(); y++) {
            for (int x = 0; x < raster.width(); x++) {
                sums[y][x + 1] = sums[y][x] + raster.samples()[y * raster.width() + x];
            }
        }
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
     * The best discs, the best first, none with its center in a better one.
     *
     * @param least smallest radius, pixels
     * @param most largest radius, pixels
     * @param step from one radius and one center to the next, pixels
     * @param count how many are wanted at most
     */
    public static List<Disc> of(Raster raster, double least, double most, double step, int count) {
        DiscContrast search = new DiscContrast(raster);
        List<Disc> all = new ArrayList<>();
        for (double y = 0.5; y < raster.height(); y += step) {
            for (double x = 0.5; x < raster.width(); x += step) {
                Disc best = search.best(new Point(x, y), least, most, step);
                if (best.contrast() > 0) {
                    all.add(best);
                }
            }
        }
        all.sort((a, b) -> Double.compare(b.contrast(), a.contrast()));
        List<Disc> kept = new ArrayList<>();
        for (Disc disc : all) {
            if (kept.size() < count
                    && kept.stream()
                            .allMatch(
                                    k -> k.center().distanceTo(disc.center()) >= Math.max(k.radius(), disc.radius()))) {
                kept.add(disc);
            }
        }
        return List.copyOf(kept);
    }

    private Disc best(Point center, double least, double most, double step) {
        Disc best = new Disc(center, least, 0);
        for (double radius = least; radius <= most; radius += step) {
            double[] inside = sum(center, radius);
            double[] whole = sum(center, RING * radius);
            double ring = whole[1] - inside[1];
            boolean seen = inside[1] >= LEAST_SEEN * Math.PI * radius * radius && ring > inside[1] / 4;
            double contrast = seen ? inside[0] / inside[1] - (whole[0] - inside[0]) / ring : 0;
            if (contrast > best.contrast()) {
                best = new Disc(center, radius, contrast);
            }
        }
        return best;
    }

    /** Sum and number of the pixels in a disc. */
    private double[] sum(Point center, double radius) {
        double sum = 0;
        double n = 0;
        int top = Math.max(0, (int) Math.ceil(center.y() - radius - 0.5));
        int bottom = Math.min(raster.height() - 1, (int) Math.floor(center.y() + radius - 0.5));
        for (int y = top; y <= bottom; y++) {
            double dy = y + 0.5 - center.y();
            double half = Math.sqrt(Math.max(0, radius * radius - dy * dy));
            int from = Math.max(0, (int) Math.ceil(center.x() - half - 0.5));
            int to = Math.min(raster.width() - 1, (int) Math.floor(center.x() + half - 0.5));
            if (to >= from) {
                sum += sums[y][to + 1] - sums[y][from];
                n += to + 1 - from;
            }
        }
        return new double[] {sum, n};
    }
}
