package org.fertivision.embryo.timelapse;

import java.util.ArrayList;
import java.util.List;

/**
 * Where an embryo's area falls by at least 10 % within 3 h, borne out by a neighboring frame, until it is again what it
 * was. Points that only stick out above both neighbors are outlines gone astray and no area to fall from.
 *
 * <p>Source: FertiVision, ADR 39.
 */
final class Collapses {
    private static final double LEAST = 0.10;
    private static final double HOURS = 3;
    private static final double BORNE_OUT = 0.5;
    private static final double SPIKE = 0.05;
    private static final double BACK = 0.97;

    private Collapses() {}

    /**
     * One collapse, by points of the curve.
     *
     * @param before the last point before it
     * @param lowest the lowest point
     * @param back the first point at which the area is back, or the number of points
     * @param depth share of the area that is lost, as far as frames have an outline
     * @param whole whether each frame from the one before to the one after the lowest has an outline
     */
    record Collapse(int before, int lowest, int back, double depth, boolean whole) {}

    /** The collapses of a curve of areas, in order. */
    static List<Collapse> of(Curve area) {
        List<Collapse> found = new ArrayList<>();
        int i = 1;
        while (i < area.size()) {
            int top = top(area, i);
            if (top >= 0 && depth(area, top, i) >= LEAST && isBorneOut(area, top, i)) {
                Collapse collapse = from(area, top, i);
                found.add(collapse);
                i = Math.max(i + 1, collapse.back());
            } else {
                i++;
            }
        }
        return List.copyOf(found);
    }

    /** The largest area of the hours before a point, or -1. */
    private static int top(Curve area, int i) {
        int top = -1;
        for (int k = i - 1; k >= 0 && area.hours(i) - area.hours(k) <= HOURS; k--) {
            if (!isSpike(area, k) && (top < 0 || area.value(k) > area.value(top))) {
                top = k;
            }
        }
        return top;
    }

    private static boolean isSpike(Curve area, int k) {
        double most = area.value(k) / (1 + SPIKE);
        return (k == 0 || area.value(k - 1) < most) && (k == area.size() - 1 || area.value(k + 1) < most);
    }

    private static double depth(Curve area, int top, int i) {
        return 1 - area.value(i) / area.value(top);
    }

    private static boolean isBorneOut(Curve area, int top, int i) {
        double half = BORNE_OUT * depth(area, top, i);
        boolean after =
                i + 1 < area.size() && area.hours(i + 1) - area.hours(i) <= HOURS && depth(area, top, i + 1) >= half;
        return after || (i - 1 > top && depth(area, top, i - 1) >= half);
    }

    private static Collapse from(Curve area, int top, int first) {
        int lowest = first;
        int back = first;
        while (back < area.size() && area.value(back) < BACK * area.value(top)) {
            boolean inTime = area.hours(back) - area.hours(top) <= HOURS;
            if (inTime && area.value(back) < area.value(lowest) && isBorneOut(area, top, back)) {
                lowest = back;
            }
            back++;
        }
        int after = Math.min(area.size() - 1, lowest + 1);
        boolean whole = area.frame(after) - area.frame(top) == after - top;
        return new Collapse(top, lowest, back, depth(area, top, lowest), whole);
    }
}
