package org.fertivision.pixel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.fertivision.image.Point;

/**
 * Parts a blob where it is pinched: each part is what lies nearest to one of the largest discs that fit into it. Two discs
 * are two parts only if the blob is narrower between them than the smaller disc, by a share.
 */
public final class DistanceParts {
    private final DistanceMap distances;
    private final List<Disc> discs = new ArrayList<>();

    private DistanceParts(DistanceMap distances) {
        this.distances = distances;
    }

    /**
     * The parts of a blob, at least one.
     *
     * @param depth how much narrower than the smaller disc the blob is between two parts, 0 to 1
     * @param smallest radius of the smallest disc that makes a part, pixels
     */
    public static List<Blob> of(Blob blob, double depth, double smallest) {
        Mask mask = blob.mask();
        DistanceParts parts = new DistanceParts(DistanceMap.inside(mask));
        parts.findDiscs(depth, smallest);
        if (parts.discs.size() < 2) {
            return List.of(blob);
        }
        return parts.assigned(mask, blob);
    }

    /** Takes the largest discs first; a place belongs to a disc that is taken if the way to it is wide enough. */
    private void findDiscs(double depth, double smallest) {
        List<Disc> peaks = peaks(smallest);
        peaks.sort(Comparator.comparingDouble((Disc d) -> -d.radius())
                .thenComparingDouble(d -> d.center().y())
                .thenComparingDouble(d -> d.center().x()));
        for (Disc peak : peaks) {
            boolean apart = discs.stream().allMatch(taken -> narrowest(peak, taken) < (1 - depth) * peak.radius());
            if (apart) {
                discs.add(peak);
            }
        }
    }

    private List<Disc> peaks(double smallest) {
        List<Disc> peaks = new ArrayList<>();
        int width = distances.box().width();
        int height = distances.box().height();
        int[] squares = distances.squares();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int square = squares[y * width + x];
                if (square >= smallest * smallest && square > 0 && isPeak(squares, x, y, width, height)) {
                    peaks.add(new Disc(
                            new Point(
                                    distances.box().x() + x + 0.5,
                                    distances.box().y() + y + 0.5),
                            Math.sqrt(square)));
                }
            }
        }
        return peaks;
    }

    private static boolean isPeak(int[] squares, int x, int y, int width, int height) {
        int own = squares[y * width + x];
        for (int row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) {
            for (int column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
                if (squares[row * width + column] > own) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The least distance from the border on the straight way between two discs. */
    private double narrowest(Disc one, Disc other) {
        double way = one.center().distanceTo(other.center());
        int steps = Math.max(1, (int) Math.ceil(2 * way));
        double least = Math.min(one.radius(), other.radius());
        for (int i = 0; i <= steps; i++) {
            double t = i / (double) steps;
            double x = one.center().x() + t * (other.center().x() - one.center().x());
            double y = one.center().y() + t * (other.center().y() - one.center().y());
            least = Math.min(least, distances.at((int) Math.floor(x), (int) Math.floor(y)));
        }
        return least;
    }

    private List<Blob> assigned(Mask mask, Blob blob) {
        int width = mask.box().width();
        int[] owner = new int[mask.bits().length];
        for (int i = 0; i < owner.length; i++) {
            owner[i] = mask.bits()[i]
                    ? nearest(new Point(
                            mask.box().x() + i % width + 0.5, mask.box().y() + i / width + 0.5))
                    : -1;
        }
        List<Blob> parts = new ArrayList<>();
        for (int part = 0; part < discs.size(); part++) {
            boolean[] bits = new boolean[owner.length];
            for (int i = 0; i < bits.length; i++) {
                bits[i] = owner[i] == part;
            }
            Components.of(new Mask(mask.box(), bits), blob.connectivity(), blob.field()).stream()
                    .max(Comparator.comparingInt(Blob::area))
                    .ifPresent(parts::add);
        }
        return parts;
    }

    /** The disc to whose rim a place is nearest, or in which it lies deepest. */
    private int nearest(Point place) {
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < discs.size(); i++) {
            Disc disc = discs.get(i);
            double distance = place.distanceTo(disc.center()) - disc.radius();
            if (distance < least) {
                least = distance;
                nearest = i;
            }
        }
        return nearest;
    }

    /**
     * A disc that fits.
     *
     * @param center its center, pixels
     * @param radius its radius, pixels
     */
    private record Disc(Point center, double radius) {}
}
