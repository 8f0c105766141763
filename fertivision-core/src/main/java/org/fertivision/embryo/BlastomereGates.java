package org.fertivision.embryo;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What cells must hold against before they are counted: that none is too many, and that none is hidden. */
final class BlastomereGates {
    private static final int FEWEST = 2;
    private static final int MOST = 8;
    private static final double LEAST_WEAKEST_UM = 25;
    private static final double LEAST_ARC = 0.15;
    private static final double LEAST_SUPPORT = 0.7;
    private static final double LEAST_CONTACT = 0.8;
    private static final double MOST_HIDDEN = 0.25;
    private static final double OOPLASM_UM = 110;
    private static final double LEAST_VOLUME = 0.8;
    private static final double MOST_VOLUME = 1.3;
    private static final double MOST_UNLIKE_STAGE = 0.08;

    private BlastomereGates() {}

    /**
     * Why cells are not counted.
     *
     * @param radiiUm of the cells
     * @param fragmentsUm3 volume of the fragments that were found
     */
    static Optional<Verdict> judged(ClusterLook look, List<Double> radiiUm, double fragmentsUm3) {
        if (radiiUm.size() < FEWEST) {
            return verdict(Refusal.WEAK_EDGE, "%.0f cells stand out", radiiUm.size());
        }
        if (radiiUm.size() > MOST) {
            return verdict(Refusal.OUT_OF_RANGE, "%.0f cells or more", radiiUm.size());
        }
        if (look.weakest() < LEAST_WEAKEST_UM) {
            return verdict(Refusal.AMBIGUOUS, "one cell fewer explains %.0f um of rim less", look.weakest());
        }
        for (int i = 0; i < radiiUm.size(); i++) {
            if (look.arcs().get(i) < LEAST_ARC) {
                return verdict(
                        Refusal.AMBIGUOUS,
                        "of a cell %.0f %% of the rim are seen",
                        100 * look.arcs().get(i));
            }
            if (look.supports().get(i) < LEAST_SUPPORT) {
                return verdict(
                        Refusal.WEAK_EDGE,
                        "a cell stands out in %.0f %% of its rim",
                        100 * look.supports().get(i));
            }
        }
        if (look.hidden() > MOST_HIDDEN) {
            return verdict(
                    Refusal.AMBIGUOUS,
                    "%.0f %% of what is between the cells lies under fragments",
                    100 * look.hidden());
        }
        if (look.contact() < LEAST_CONTACT) {
            return verdict(Refusal.AMBIGUOUS, "%.0f %% of the lines between the cells show", 100 * look.contact());
        }
        return sized(radiiUm, fragmentsUm3);
    }

    /** Whether a cell may be missing by what the others measure. */
    private static Optional<Verdict> sized(List<Double> radiiUm, double fragmentsUm3) {
        double whole = ball(OOPLASM_UM / 2);
        double volume = fragmentsUm3 / whole
                + radiiUm.stream().mapToDouble(r -> ball(r) / whole).sum();
        if (volume < LEAST_VOLUME || volume > MOST_VOLUME) {
            return verdict(Refusal.AMBIGUOUS, "the cells have %.2f of the volume of an ooplasm", volume);
        }
        double unlike = unlikeStage(radiiUm);
        return unlike > MOST_UNLIKE_STAGE
                ? verdict(Refusal.AMBIGUOUS, "a size is %.0f %% off that of its stage: one may be hidden", 100 * unlike)
                : Optional.empty();
    }

    /**
     * How far the size that fits least is off that of cells which divide by halves, a share; the sum of the volumes is that
     * of the cells.
     */
    static double unlikeStage(List<Double> radii) {
        int n = radii.size();
        int whole = Integer.highestOneBit(n);
        int halves = 2 * (n - whole);
        double volume = radii.stream().mapToDouble(BlastomereGates::ball).sum();
        List<Double> sorted = radii.stream().sorted().toList();
        double most = 0;
        for (int i = 0; i < n; i++) {
            double expected = volume / whole / (i < halves ? 2 : 1);
            most = Math.max(most, Math.abs(StrictMath.cbrt(ball(sorted.get(i)) / expected) - 1));
        }
        return most;
    }

    static double ball(double radius) {
        return 4.0 / 3 * Math.PI * radius * radius * radius;
    }

    private static Optional<Verdict> verdict(Refusal refusal, String words, double figure) {
        return Optional.of(new Verdict(refusal, String.format(Locale.ROOT, words, figure)));
    }
}
