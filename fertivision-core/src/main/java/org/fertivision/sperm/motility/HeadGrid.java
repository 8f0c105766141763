package org.fertivision.sperm.motility;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** Finds the heads of a frame that lie near a place, by a grid as wide as the reach. */
final class HeadGrid {
    private static final int NONE = -1;

    private double reach = 1;
    private int columns;
    private int rows;
    private int[] first = new int[0];
    private int[] next = new int[0];

    /** Takes in the heads of a frame; nothing further than the reach is ever asked for. */
    void take(Heads heads, double wantedReach) {
        reach = wantedReach;
        double right = 1;
        double bottom = 1;
        for (int i = 0; i < heads.count(); i++) {
            right = Math.max(right, heads.x(i));
            bottom = Math.max(bottom, heads.y(i));
        }
        columns = (int) (right / reach) + 1;
        rows = (int) (bottom / reach) + 1;
        first = first.length < columns * rows ? new int[columns * rows] : first;
        next = next.length < heads.count() ? new int[2 * heads.count()] : next;
        Arrays.fill(first, 0, columns * rows, NONE);
        for (int i = heads.count() - 1; i >= 0; i--) {
            int cell = column(heads.x(i)) + row(heads.y(i)) * columns;
            next[i] = first[cell];
            first[cell] = i;
        }
    }

    private int column(double x) {
        return (int) Math.max(0, Math.min(columns - 1.0, Math.floor(x / reach)));
    }

    private int row(double y) {
        return (int) Math.max(0, Math.min(rows - 1.0, Math.floor(y / reach)));
    }

    /** Hands over every head within the reach of a place, and some beyond. */
    void near(double x, double y, IntConsumer each) {
        int column = (int) Math.floor(x / reach);
        int row = (int) Math.floor(y / reach);
        for (int r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++) {
            for (int c = Math.max(0, column - 1); c <= Math.min(columns - 1, column + 1); c++) {
                for (int head = first[r * columns + c]; head != NONE; head = next[head]) {
                    each.accept(head);
                }
            }
        }
    }
}
