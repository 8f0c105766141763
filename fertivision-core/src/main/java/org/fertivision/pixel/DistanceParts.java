package org.fertivision.pixel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.fertivision.image.Point;
import org.fertivision.image.Region;

/**
 * Parts a blob where it is pinched: each part is what lies nearest to one of the largest discs that fit into it. Two discs
 * are two parts only if the blob is narrower between them than the smaller disc, by a share.
 */
public final class DistanceParts {
    /** How far the centers of two pixels may be apart beyond what two places in them are, and some more. */
    private static final double OF_A_PIXEL = 1.5;

    /** Squares that differ by less are compared by their roots. */
    private static final double NEARLY = 1 + 1e-9;

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
            if (isApart(peak, (1 - depth) * peak.radius())) {
                discs.add(peak);
            }
        }
    }

    /** Whether the blob is narrower than {@code limit} on the way to every disc that is taken. */
    private boolean isApart(Disc peak, double limit) {
        for (int i = discs.size() - 1; i >= 0; i--) {
            if (!isNarrower(peak, discs.get(i), limit)) {
                return false;
            }
        }
        return true;
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

    /**
     * Whether the border is nearer than {@code limit} anywhere on the straight way from a disc to one that is no smaller.
     * Distances change no faster than the place: where there is room, steps are left out.
     */
    private boolean isNarrower(Disc one, Disc other, double limit) {
        double way = one.center().distanceTo(other.center());
        int steps = Math.max(1, (int) Math.ceil(2 * way));
        double perPixel = steps / Math.max(1, way);
        int i = 0;
        while (i <= steps) {
            double t = i / (double) steps;
            double x = one.center().x() + t * (other.center().x() - one.center().x());
            double y = one.center().y() + t * (other.center().y() - one.center().y());
            double room = distances.at((int) Math.floor(x), (int) Math.floor(y)) - limit;
            if (room < 0) {
                return true;
            }
            i += (int) Math.max(1, (room - OF_A_PIXEL) * perPixel);
        }
        return false;
    }

    private List<Blob> assigned(Mask mask, Blob blob) {
        int[] owner = owners(mask);
        List<Blob> parts = new ArrayList<>();
        for (int part = 0; part < discs.size(); part++) {
            Components.of(piece(owner, part, mask.box()), blob.connectivity(), blob.field()).stream()
                    .max(Comparator.comparingInt(Blob::area))
                    .ifPresent(parts::add);
        }
        return parts;
    }

    /** What one disc owns, in the rows where it owns anything. */
    private static Mask piece(int[] owner, int part, Region box) {
        int width = box.width();
        int first = 0;
        while (first < owner.length && owner[first] != part) {
            first++;
        }
        int last = owner.length - 1;
        while (last > first && owner[last] != part) {
            last--;
        }
        int top = Math.min(first / width, box.height() - 1);
        int bottom = Math.max(top, last / width) + 1;
        boolean[] bits = new boolean[(bottom - top) * width];
        for (int i = 0, at = top * width; i < bits.length; i++, at++) {
            bits[i] = owner[at] == part;
        }
        return new Mask(new Region(box.x(), box.y() + top, width, bottom - top), bits);
    }

    /** For each pixel of the mask the disc to whose rim it is nearest, or in which it lies deepest; -1 outside. */
    private int[] owners(Mask mask) {
        int width = mask.box().width();
        boolean[] bits = mask.bits();
        double[] x = discs.stream().mapToDouble(disc -> disc.center().x()).toArray();
        double[] y = discs.stream().mapToDouble(disc -> disc.center().y()).toArray();
        double[] radii = discs.stream().mapToDouble(Disc::radius).toArray();
        int[] owner = new int[bits.length];
        for (int i = 0; i < owner.length; i++) {
            owner[i] = bits[i]
                    ? nearest(
                            x,
                            y,
                            radii,
                            mask.box().x() + i % width + 0.5,
                            mask.box().y() + i / width + 0.5)
                    : -1;
        }
        return owner;
    }

    private static int nearest(double[] x, double[] y, double[] radii, double column, double row) {
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < radii.length; i++) {
            double across = x[i] - column;
            double down = y[i] - row;
            double reach = least + radii[i];
            double square = across * across + down * down;
            if (reach > 0 && square <= NEARLY * reach * reach) {
                double distance = Math.sqrt(square) - radii[i];
                nearest = distance < least ? i : nearest;
                least = Math.min(least, distance);
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
