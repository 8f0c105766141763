package org.fertivision.embryo;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Moves and resizes round cells, one at a time and by ever smaller steps, while that explains a picture better. */
final class ClusterTuning {
    private static final double[] STEPS_UM = {2, 1, 0.5};
    private static final double[] FINE_STEPS_UM = {1, 0.5, 0.25};
    private static final double[][] WAYS = {
        {1, 0, 0},
        {-1, 0, 0},
        {0, 1, 0},
        {0, -1, 0},
        {0, 0, 1},
        {0, 0, -1},
        {1, 0, 1},
        {-1, 0, 1},
        {0, 1, 1},
        {0, -1, 1},
        {1, 0, -1},
        {-1, 0, -1},
        {0, 1, -1},
        {0, -1, -1}
    };
    private static final int ROUNDS = 6;
    private static final int TURNS = 3;
    private static final double WORTH_A_TURN = 0.3;
    private static final double STRAY_UM = 5;

    private final CellCluster cluster;
    private final double umPerPixel;
    private final CellSizes sizes;

    ClusterTuning(CellCluster cluster, double umPerPixel, CellSizes sizes) {
        this.cluster = cluster;
        this.umPerPixel = umPerPixel;
        this.sizes = sizes;
    }

    /** All cells, one after the other. */
    List<RoundCell> all(List<RoundCell> cells) {
        List<RoundCell> tuned = new ArrayList<>(cells);
        double have = cluster.gain(tuned);
        for (int turn = 0; turn < TURNS; turn++) {
            double before = have;
            for (int i = 0; i < tuned.size(); i++) {
                have = one(tuned, i, STEPS_UM, cluster::gain);
            }
            if (have - before < WORTH_A_TURN) {
                break;
            }
        }
        return tuned;
    }

    /** The last of some cells alone. */
    List<RoundCell> last(List<RoundCell> cells) {
        List<RoundCell> tuned = new ArrayList<>(cells);
        one(tuned, tuned.size() - 1, STEPS_UM, cluster::gain);
        return tuned;
    }

    /** All cells, each rim put where it peaks. */
    List<RoundCell> sharp(List<RoundCell> cells) {
        List<RoundCell> tuned = new ArrayList<>(cells);
        double have = cluster.sharpness(tuned);
        for (int turn = 0; turn < ROUNDS; turn++) {
            double before = have;
            for (int i = 0; i < tuned.size(); i++) {
                have = one(tuned, i, FINE_STEPS_UM, cluster::sharpness);
            }
            if (have - before < WORTH_A_TURN) {
                break;
            }
        }
        return tuned;
    }

    /** A disc near a first guess that explains most of what others do not. */
    RoundCell alone(RoundCell guess, List<RoundCell> others) {
        List<RoundCell> tuned = new ArrayList<>(List.of(guess));
        double stray = STRAY_UM / umPerPixel;
        one(tuned, 0, STEPS_UM, one -> {
            RoundCell cell = one.get(0);
            boolean near = cell.distanceTo(guess) + Math.abs(cell.radius() - guess.radius()) <= stray;
            return near ? cluster.alone(cell, others) : 0;
        });
        return tuned.get(0);
    }

    private double one(List<RoundCell> cells, int i, double[] stepsUm, ToDoubleFunction<List<RoundCell>> worth) {
        double have = worth.applyAsDouble(cells);
        for (double um : stepsUm) {
            double step = um / umPerPixel;
            boolean better = true;
            for (int round = 0; better && round < ROUNDS; round++) {
                better = false;
                for (double[] way : WAYS) {
                    RoundCell here = cells.get(i);
                    RoundCell there = here.moved(way[0] * step, way[1] * step, way[2] * step);
                    if (sizes.hold(there.radius() * umPerPixel)) {
                        cells.set(i, there);
                        double other = worth.applyAsDouble(cells);
                        if (other > have) {
                            have = other;
                            better = true;
                        } else {
                            cells.set(i, here);
                        }
                    }
                }
            }
        }
        return have;
    }
}
