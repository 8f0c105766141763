package org.fertivision.phantom;

import java.util.ArrayList;
import java.util.List;

/** Balls pushed apart within a larger one until they hardly overlap. */
final class Packing {
    private static final int ROUNDS = 400;
    /** Neighbors are pressed flat by this share of their radii. */
    private static final double PRESSED = 0.92;

    private static final double GAP_UM = 1;

    private final List<Double> radii;
    private final double[][] centers;
    private final RefractingBody space;

    private Packing(List<Double> radii, double[][] centers, RefractingBody space) {
        this.radii = radii;
        this.centers = centers;
        this.space = space;
    }

    /** Balls of these radii, micrometers, in a space. */
    static Packing of(List<Double> radii, RefractingBody space, Chance chance) {
        double room = space.shape().widthUm() / 2 - GAP_UM;
        double[][] centers = new double[radii.size()][3];
        for (double[] center : centers) {
            for (int k = 0; k < center.length; k++) {
                center[k] = chance.between(-room / 2, room / 2);
            }
        }
        Packing packing = new Packing(List.copyOf(radii), centers, space);
        for (int round = 0; round < ROUNDS; round++) {
            packing.part();
            packing.gather(room);
        }
        return packing;
    }

    /**
     * Balls pushed apart from where they are.
     *
     * @param rounds of pushing; a few leave them nearly in place
     */
    static Packing pushed(List<Double> radii, double[][] centers, RefractingBody space, int rounds) {
        double room = space.shape().widthUm() / 2 - GAP_UM;
        double[][] copies = new double[centers.length][];
        for (int i = 0; i < copies.length; i++) {
            copies[i] = centers[i].clone();
        }
        Packing packing = new Packing(List.copyOf(radii), copies, space);
        for (int round = 0; round < rounds; round++) {
            packing.part();
            packing.gather(room);
        }
        return packing;
    }

    private void part() {
        for (int i = 0; i < centers.length; i++) {
            for (int j = i + 1; j < centers.length; j++) {
                double[] a = centers[i];
                double[] b = centers[j];
                double distance = length(b[0] - a[0], b[1] - a[1], b[2] - a[2]);
                double miss = PRESSED * (radii.get(i) + radii.get(j)) - distance;
                if (miss > 0) {
                    for (int k = 0; k < a.length; k++) {
                        double push = (b[k] - a[k]) / Math.max(distance, 1e-9) * miss / 2;
                        a[k] -= push;
                        b[k] += push;
                    }
                }
            }
        }
    }

    private void gather(double room) {
        for (int i = 0; i < centers.length; i++) {
            double[] center = centers[i];
            double far = length(center[0], center[1], center[2]);
            double most = Math.max(0, room - radii.get(i));
            for (int k = 0; far > most && k < center.length; k++) {
                center[k] *= most / far;
            }
        }
    }

    private static double length(double x, double y, double z) {
        return Math.sqrt(x * x + y * y + z * z);
    }

    int count() {
        return centers.length;
    }

    /** Where a ball lies about the middle of the space: right, down, away, micrometers. */
    double[] center(int ball) {
        return centers[ball].clone();
    }

    double radiusUm(int ball) {
        return radii.get(ball);
    }

    /** The balls of some numbers as bodies of an index. */
    List<RefractingBody> bodies(int from, int to, double index) {
        List<RefractingBody> bodies = new ArrayList<>();
        for (int i = from; i < to; i++) {
            bodies.add(RefractingBody.ball(space.x() + centers[i][0], space.y() + centers[i][1], radii.get(i), index));
        }
        return bodies;
    }
}
