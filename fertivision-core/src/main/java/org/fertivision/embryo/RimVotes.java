package org.fertivision.embryo;

import java.util.ArrayList;
import java.util.List;

/**
 * Discs that rims within a zona may belong to: each steep place votes for the centers that lie straight behind it, of each
 * radius of a range; in oblique light for those on both sides, because the light side and the far side of a cell look alike.
 */
final class RimVotes {
    private static final double LEAST_SLOPE = 0.35;
    private static final double MARGIN_UM = 1;

    private final RimSignal signal;
    private final CellSizes sizes;
    private final double unit;
    private final int side;
    private final int radii;
    private final double left;
    private final double top;

    private RimVotes(RimSignal signal, CellSizes sizes) {
        this.signal = signal;
        this.sizes = sizes;
        this.unit = sizes.unitUm() / signal.umPerPixel();
        this.side = (int) Math.ceil(2 * signal.reach() / unit) + 1;
        this.radii = sizes.count();
        this.left = signal.center().x() - signal.reach();
        this.top = signal.center().y() - signal.reach();
    }

    /** The discs with the most votes for their size, the best first. */
    static List<RoundCell> of(RimSignal signal, CellSizes sizes) {
        RimVotes votes = new RimVotes(signal, sizes);
        return votes.best(votes.gathered(votes.cast()));
    }

    private float[][] cast() {
        float[][] votes = new float[radii][side * side];
        for (int row = 0; row < 2 * signal.reach(); row++) {
            for (int column = 0; column < 2 * signal.reach(); column++) {
                double x = left + column + 0.5;
                double y = top + row + 0.5;
                double gx = signal.across(x, y);
                double gy = signal.down(x, y);
                double steepness = signal.steepness(gx, gy);
                if (steepness >= LEAST_SLOPE && signal.hasRoom(x, y) && signal.within(x, y, MARGIN_UM)) {
                    double size = Math.sqrt(gx * gx + gy * gy);
                    float weight = (float) Math.min(1, steepness);
                    double sign = signal.oblique() ? 1 : signal.evenSign();
                    ray(votes, x, y, -sign * gx / size, -sign * gy / size, weight);
                    if (signal.oblique()) {
                        ray(votes, x, y, gx / size, gy / size, weight);
                    }
                }
            }
        }
        return votes;
    }

    private void ray(float[][] votes, double x, double y, double dx, double dy, float weight) {
        for (int r = 0; r < radii; r++) {
            double radius = sizes.um(r) / signal.umPerPixel();
            int column = (int) Math.floor((x + radius * dx - left) / unit);
            int row = (int) Math.floor((y + radius * dy - top) / unit);
            if (column >= 0 && row >= 0 && column < side && row < side) {
                votes[r][row * side + column] += weight;
            }
        }
    }

    /** The votes of 3 x 3 places and three radii together, over the radius. */
    private float[][] gathered(float[][] votes) {
        float[][] planes = new float[radii][side * side];
        for (int r = 0; r < radii; r++) {
            for (int y = 1; y < side - 1; y++) {
                for (int at = y * side + 1; at < (y + 1) * side - 1; at++) {
                    for (int near = at - side; near <= at + side; near += side) {
                        planes[r][at] += votes[r][near - 1] + votes[r][near] + votes[r][near + 1];
                    }
                }
            }
        }
        float[][] sums = new float[radii][side * side];
        for (int r = 0; r < radii; r++) {
            float[] smaller = planes[Math.max(0, r - 1)];
            float[] larger = planes[Math.min(radii - 1, r + 1)];
            float share = (float) (1 / sizes.um(r));
            for (int at = 0; at < side * side; at++) {
                sums[r][at] = share * (smaller[at] + planes[r][at] + larger[at]);
            }
        }
        return sums;
    }

    private record Vote(float votes, RoundCell cell) {}

    private List<RoundCell> best(float[][] sums) {
        List<Vote> all = new ArrayList<>();
        for (int r = 0; r < radii; r++) {
            for (int y = 1; y < side - 1; y++) {
                for (int x = 1; x < side - 1; x++) {
                    if (sums[r][y * side + x] > 0 && isTop(sums, r, y * side + x)) {
                        all.add(new Vote(
                                sums[r][y * side + x],
                                new RoundCell(
                                        left + (x + 0.5) * unit,
                                        top + (y + 0.5) * unit,
                                        sizes.um(r) / signal.umPerPixel())));
                    }
                }
            }
        }
        all.sort((a, b) -> Float.compare(b.votes(), a.votes()));
        return all.stream().limit(sizes.most()).map(Vote::cell).toList();
    }

    /** Whether no neighbor has more votes; of equal ones the first counts. */
    private boolean isTop(float[][] sums, int r, int at) {
        float here = sums[r][at];
        for (int q = Math.max(0, r - 1); q <= Math.min(radii - 1, r + 1); q++) {
            for (int row = at - side; row <= at + side; row += side) {
                for (int near = row - 1; near <= row + 1; near++) {
                    float there = sums[q][near];
                    boolean before = q < r || (q == r && near < at);
                    if (there > here || (there == here && before)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }
}
