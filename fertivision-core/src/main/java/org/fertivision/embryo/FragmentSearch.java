package org.fertivision.embryo;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds small round bodies above the cells within a zona: their rims stand out all around, outside one another. They are
 * found to be left out; overlapping ones are missed, so that nothing is said of their share.
 */
final class FragmentSearch {
    private static final Compass RIM = new Compass(32);
    private static final int MOST = 80;
    private static final double LEAST_SUPPORT = 0.75;
    private static final double FULL = 0.5;
    private static final double LEAST = -0.5;
    private static final double LEAST_FREE = 0.4;
    private static final double APART = 0.6;
    private static final double[] STEPS_UM = {0.75, 0.35};
    private static final double[][] WAYS = {{1, 0, 0}, {-1, 0, 0}, {0, 1, 0}, {0, -1, 0}, {0, 0, 1}, {0, 0, -1}};
    private static final int ROUNDS = 3;

    private final RimSignal signal;

    FragmentSearch(RimSignal signal) {
        this.signal = signal;
    }

    /** What is found, the clearest first. */
    List<RoundCell> fragments() {
        List<RoundCell> found = new ArrayList<>();
        for (RoundCell candidate : RimVotes.of(signal, CellSizes.FRAGMENTS)) {
            if (found.size() < MOST) {
                RoundCell tuned = tuned(candidate, found);
                if (standsOut(tuned, found) >= LEAST_SUPPORT
                        && found.stream().allMatch(other -> other.apartFrom(tuned, APART))) {
                    found.add(tuned);
                }
            }
        }
        return found;
    }

    private RoundCell tuned(RoundCell candidate, List<RoundCell> found) {
        RoundCell best = candidate;
        double have = standsOut(best, found);
        for (double um : STEPS_UM) {
            double step = um / signal.umPerPixel();
            boolean better = true;
            for (int round = 0; better && round < ROUNDS; round++) {
                better = false;
                for (double[] way : WAYS) {
                    RoundCell there = best.moved(way[0] * step, way[1] * step, way[2] * step);
                    double support = CellSizes.FRAGMENTS.hold(there.radius() * signal.umPerPixel())
                            ? standsOut(there, found)
                            : 0;
                    if (support > have) {
                        have = support;
                        best = there;
                        better = true;
                    }
                }
            }
        }
        return best;
    }

    private static boolean isInside(List<RoundCell> cells, double x, double y) {
        for (RoundCell cell : cells) {
            if (cell.depth(x, y) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** What its rim shows outside the others over what it could show; 0 where too little is free. */
    private double standsOut(RoundCell cell, List<RoundCell> others) {
        double sum = 0;
        double could = 0;
        double all = 0;
        for (int k = 0; k < RIM.directions(); k++) {
            double x = cell.x() + cell.radius() * RIM.cos(k);
            double y = cell.y() + cell.radius() * RIM.sin(k);
            double shows = signal.shows(RIM.cos(k), RIM.sin(k));
            all += shows;
            if (shows > 0 && !isInside(others, x, y)) {
                could += shows;
                double strength = signal.rim(x, y, RIM.cos(k), RIM.sin(k)) / (FULL * shows);
                sum += shows * Math.max(LEAST, Math.min(1, strength));
            }
        }
        return could < LEAST_FREE * all ? 0 : sum / could;
    }
}
