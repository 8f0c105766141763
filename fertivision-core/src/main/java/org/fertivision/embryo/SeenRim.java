package org.fertivision.embryo;

/** The rim of a cell in even directions, and what is seen of it when no other cell hides it. */
final class SeenRim {
    private static final double FULL = 0.6;
    private static final double PRICE = 0.65;
    private static final double LEAST = -0.5;
    private static final double SHARPEST = 4;
    private static final Compass DIRECTIONS = CellCluster.RIM;

    private final double[] x = new double[DIRECTIONS.directions()];
    private final double[] y = new double[DIRECTIONS.directions()];
    private final double[] gains = new double[DIRECTIONS.directions()];
    private final double[] strengths = new double[DIRECTIONS.directions()];

    /** The rim of a cell in a cluster, under whose fragments nothing is seen. */
    SeenRim(RoundCell cell, RimSignal signal, CellCluster cluster) {
        for (int k = 0; k < x.length; k++) {
            x[k] = cell.x() + cell.radius() * DIRECTIONS.cos(k);
            y[k] = cell.y() + cell.radius() * DIRECTIONS.sin(k);
            if (!cluster.isUnder(x[k], y[k])) {
                double strength = signal.rim(x[k], y[k], DIRECTIONS.cos(k), DIRECTIONS.sin(k));
                double price = PRICE * signal.shows(DIRECTIONS.cos(k), DIRECTIONS.sin(k));
                gains[k] = signal.hasRoom(x[k], y[k]) ? Math.max(LEAST, Math.min(1, strength / FULL)) - price : -1;
                strengths[k] = Math.max(LEAST, Math.min(SHARPEST, strength));
            }
        }
    }

    /** What the places outside some cells speak for this one less what they speak against it. */
    double gain(Hidden hidden) {
        return sum(gains, hidden);
    }

    /** How strong the rim is, limited, at the places outside some cells together. */
    double strength(Hidden hidden) {
        return sum(strengths, hidden);
    }

    private double sum(double[] values, Hidden hidden) {
        double sum = 0;
        for (int k = 0; k < values.length; k++) {
            sum += hidden.holds(x[k], y[k]) ? 0 : values[k];
        }
        return sum;
    }

    /** Which places are hidden. */
    interface Hidden {
        /** Whether a place is hidden, pixels of the raster. */
        boolean holds(double x, double y);
    }
}
