package org.fertivision.stats;

import java.util.Arrays;

/**
 * The search behind {@link Assignment}: one shortest augmenting path a row, over reduced costs
 * {@code cost - rowPrice - columnPrice}, which stay at or above zero; columns without a row have price zero. Every row
 * also has a column of its own, "no link", of fixed cost and price zero.
 */
final class ShortestPaths {

    static final int NONE = -1;

    private static final int REDUCTION_ROUNDS = 2;

    private final AdmissiblePairs pairs;
    private final double noLinkCost;
    private final int[] columnOf;
    private final int[] rowOf;
    private final boolean[] settledForNone;
    private final double[] rowPrice;
    private final double[] columnPrice;

    /* One search: columns reached, in order; how far; from which row; whether their own row was walked through. */
    private final double[] distance;
    private final int[] reachedFrom;
    private final boolean[] reached;
    private final boolean[] walked;
    private final int[] frontier;
    private int frontierSize;

    ShortestPaths(AdmissiblePairs pairs, double noLinkCost) {
        this.pairs = pairs;
        this.noLinkCost = noLinkCost;
        columnOf = new int[pairs.rows()];
        rowOf = new int[pairs.columns()];
        settledForNone = new boolean[pairs.rows()];
        rowPrice = new double[pairs.rows()];
        columnPrice = new double[pairs.columns()];
        distance = new double[pairs.columns()];
        reachedFrom = new int[pairs.columns()];
        reached = new boolean[pairs.columns()];
        walked = new boolean[pairs.columns()];
        frontier = new int[pairs.columns()];
        Arrays.fill(columnOf, NONE);
        Arrays.fill(rowOf, NONE);
    }

    /** The cheapest column of every row, or {@link #NONE}. */
    int[] columnOfRow() {
        for (int round = 0; round < REDUCTION_ROUNDS; round++) {
            for (int row = 0; row < columnOf.length; row++) {
                if (columnOf[row] == NONE && !settledForNone[row]) {
                    bid(row);
                }
            }
        }
        for (int row = 0; row < columnOf.length; row++) {
            if (columnOf[row] == NONE && !settledForNone[row]) {
                augment(row);
            }
        }
        return columnOf;
    }

    /** Gives the row its cheapest column, priced so that the second cheapest is as good, and frees who had it. */
    private void bid(int row) {
        int best = NONE;
        double least = noLinkCost;
        double second = Double.POSITIVE_INFINITY;
        for (int pair = pairs.from(row); pair < pairs.from(row + 1); pair++) {
            int column = pairs.column(pair);
            double reduced = pairs.cost(pair) - columnPrice[column];
            if (reduced < least) {
                second = least;
                least = reduced;
                best = column;
            } else if (reduced < second) {
                second = reduced;
            }
        }
        rowPrice[row] = best == NONE ? noLinkCost : second;
        if (best == NONE) {
            settledForNone[row] = true;
            return;
        }
        columnPrice[best] -= second - least;
        int before = rowOf[best];
        if (before != NONE) {
            columnOf[before] = NONE;
        }
        link(row, best);
    }

    /** Finds the shortest path from the row to a column without a row, or to no link, and shifts all rows on it. */
    private void augment(int row) {
        frontierSize = 0;
        rowPrice[row] = 0;
        double noneAt = noLinkCost;
        int noneFor = row;
        double here = 0;
        int walking = row;
        while (true) {
            reach(walking, here);
            int nearest = nearest();
            if (nearest == NONE || noneAt < distance[nearest]) {
                reprice(row, noneAt);
                settledForNone[noneFor] = true;
                if (noneFor != row) {
                    int left = columnOf[noneFor];
                    columnOf[noneFor] = NONE;
                    shift(row, left);
                }
                break;
            }
            here = distance[nearest];
            if (rowOf[nearest] == NONE) {
                reprice(row, here);
                shift(row, nearest);
                break;
            }
            walked[nearest] = true;
            walking = rowOf[nearest];
            double none = here + noLinkCost - rowPrice[walking];
            if (none < noneAt) {
                noneAt = none;
                noneFor = walking;
            }
        }
        for (int i = 0; i < frontierSize; i++) {
            reached[frontier[i]] = false;
            walked[frontier[i]] = false;
        }
    }

    private void reach(int row, double here) {
        double base = here - rowPrice[row];
        for (int pair = pairs.from(row); pair < pairs.from(row + 1); pair++) {
            int column = pairs.column(pair);
            double through = base + pairs.cost(pair) - columnPrice[column];
            if (!reached[column]) {
                reached[column] = true;
                frontier[frontierSize++] = column;
            } else if (walked[column] || through >= distance[column]) {
                continue;
            }
            distance[column] = through;
            reachedFrom[column] = row;
        }
    }

    /** The nearest column reached but not walked through; of several the one without a row, then the lowest. */
    private int nearest() {
        int nearest = NONE;
        for (int i = 0; i < frontierSize; i++) {
            int column = frontier[i];
            if (!walked[column] && (nearest == NONE || nearer(column, nearest))) {
                nearest = column;
            }
        }
        return nearest;
    }

    private boolean nearer(int column, int than) {
        if (distance[column] != distance[than]) {
            return distance[column] < distance[than];
        }
        boolean free = rowOf[column] == NONE;
        return free == (rowOf[than] == NONE) ? column < than : free;
    }

    private void reprice(int start, double length) {
        rowPrice[start] = length;
        for (int i = 0; i < frontierSize; i++) {
            int column = frontier[i];
            if (walked[column]) {
                double slack = length - distance[column];
                columnPrice[column] -= slack;
                rowPrice[rowOf[column]] += slack;
            }
        }
    }

    /** Links every row on the path back from the column to the start with the column it was reached over. */
    private void shift(int start, int end) {
        int column = end;
        int row;
        do {
            row = reachedFrom[column];
            int left = columnOf[row];
            link(row, column);
            column = left;
        } while (row != start);
    }

    private void link(int row, int column) {
        columnOf[row] = column;
        rowOf[column] = row;
    }
}
