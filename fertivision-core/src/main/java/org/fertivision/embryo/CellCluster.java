package org.fertivision.embryo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How well round cells pressed together explain a picture. Seen are of each rim the part outside all others, and between two
 * cells the line on which they meet; what the picture shows there speaks for the cells, what it lacks there against them.
 * Where fragments lie above nothing speaks.
 */
final class CellCluster {
    /** What two centers are apart at least, a share of the larger radius: below, one cell hides the other. */
    static final double APART = 0.5;

    static final Compass RIM = new Compass(48);
    private static final double RIM_FULL = 0.6;
    private static final double RIM_PRICE = 0.65;
    private static final double ALONE_PRICE = 0.4;
    private static final double CONTACT_FULL = 4;
    private static final double CONTACT_PRICE = 0.4;
    private static final double CONTACT_WEIGHT = 0.6;
    private static final double LEAST = -0.5;
    private static final double SHARPEST = 4;
    private static final double STEP_UM = 1.5;
    private static final double EXPLAINED_UM = 2.5;
    private static final double OVER_UM = 2;
    private static final double SAME_RIM = 2;
    private static final double LEAST_RATIO = 0.55;
    private static final double FORBIDDEN = 500;
    private static final int MOST_RIMS = 4096;

    private final RimSignal signal;
    private final List<RoundCell> above;
    private final Map<RoundCell, SeenRim> rims = new HashMap<>();

    /**
     * A cluster in a picture.
     *
     * @param above the fragments, which hide what is under their rims
     */
    CellCluster(RimSignal signal, List<RoundCell> above) {
        this.signal = signal;
        this.above = List.copyOf(above);
    }

    /** What speaks for cells less what speaks against them, micrometers of rim. */
    double gain(List<RoundCell> cells) {
        double sum = 0;
        for (int i = 0; i < cells.size(); i++) {
            SeenRim rim = seen(cells.get(i));
            sum += free(cells, i, rim, rim.gains()) * arcUm(cells.get(i)) + CONTACT_WEIGHT * contacts(cells, i);
        }
        return sum;
    }

    /** The same with rims that count the more the stronger they are, so that each is put where it peaks. */
    double sharpness(List<RoundCell> cells) {
        double sum = 0;
        for (int i = 0; i < cells.size(); i++) {
            SeenRim rim = seen(cells.get(i));
            sum += free(cells, i, rim, rim.strengths()) * arcUm(cells.get(i)) + CONTACT_WEIGHT * contacts(cells, i);
        }
        return sum;
    }

    /** The sum over the part of a rim that is in no other cell. */
    private double free(List<RoundCell> cells, int i, SeenRim rim, double[] values) {
        RoundCell cell = cells.get(i);
        double[] x = new double[cells.size()];
        double[] y = new double[cells.size()];
        double[] squares = new double[cells.size()];
        int near = 0;
        for (int j = 0; j < cells.size(); j++) {
            RoundCell other = cells.get(j);
            double reach = other.radius() + (j < i ? SAME_RIM : 0);
            if (j != i && cell.distanceTo(other) <= cell.radius() + reach) {
                x[near] = other.x();
                y[near] = other.y();
                squares[near] = other.radius() * other.radius() + (j < i ? SAME_RIM * other.radius() : 0);
                near++;
            }
        }
        double sum = 0;
        for (int k = 0; k < values.length; k++) {
            boolean free = true;
            for (int j = 0; free && j < near; j++) {
                double dx = rim.x()[k] - x[j];
                double dy = rim.y()[k] - y[j];
                free = squares[j] - dx * dx - dy * dy <= 0;
            }
            sum += free ? values[k] : 0;
        }
        return sum;
    }

    private SeenRim seen(RoundCell cell) {
        if (rims.size() > MOST_RIMS) {
            rims.clear();
        }
        return rims.computeIfAbsent(cell, this::look);
    }

    private SeenRim look(RoundCell cell) {
        SeenRim rim = SeenRim.of(cell);
        for (int k = 0; k < RIM.directions(); k++) {
            double x = rim.x()[k];
            double y = rim.y()[k];
            if (!isUnder(x, y)) {
                double strength = signal.rim(x, y, RIM.cos(k), RIM.sin(k));
                rim.gains()[k] = signal.hasRoom(x, y)
                        ? limited(strength / RIM_FULL) - RIM_PRICE * signal.shows(RIM.cos(k), RIM.sin(k))
                        : -1;
                rim.strengths()[k] = Math.max(LEAST, Math.min(SHARPEST, strength));
            }
        }
        return rim;
    }

    /** How much rim a disc explains that others do not, micrometers; what it lacks costs nothing. */
    double alone(RoundCell cell, List<RoundCell> others) {
        double sum = 0;
        double near = EXPLAINED_UM / signal.umPerPixel();
        for (int k = 0; k < RIM.directions(); k++) {
            double x = cell.x() + cell.radius() * RIM.cos(k);
            double y = cell.y() + cell.radius() * RIM.sin(k);
            if (!isUnder(x, y) && !isInside(others, near, x, y)) {
                double strength = signal.rim(x, y, RIM.cos(k), RIM.sin(k)) / RIM_FULL;
                sum += Math.max(0, Math.min(1, strength) - ALONE_PRICE * signal.shows(RIM.cos(k), RIM.sin(k)));
            }
        }
        return sum * arcUm(cell);
    }

    private static boolean isInside(List<RoundCell> cells, double near, double x, double y) {
        for (RoundCell cell : cells) {
            double dx = x - cell.x();
            double dy = y - cell.y();
            double r = cell.radius() + near;
            if (dx * dx + dy * dy < r * r) {
                return true;
            }
        }
        return false;
    }

    /** The most that a disc could explain. */
    double whole(RoundCell cell) {
        double sum = 0;
        for (int k = 0; k < RIM.directions(); k++) {
            double shows = signal.shows(RIM.cos(k), RIM.sin(k));
            sum += Math.min(1, shows / RIM_FULL) - ALONE_PRICE * shows;
        }
        return sum * arcUm(cell);
    }

    /** Whether a place on the rim of a cell is seen: in no other cell and under no fragment. */
    boolean isFree(List<RoundCell> cells, int i, double x, double y) {
        for (int j = 0; j < cells.size(); j++) {
            double same = j < i ? SAME_RIM * cells.get(j).radius() : 0;
            if (j != i && cells.get(j).depth(x, y) > -same) {
                return false;
            }
        }
        return !isUnder(x, y);
    }

    /** Whether a place is under a fragment or its rim. */
    boolean isUnder(double x, double y) {
        double over = OVER_UM / signal.umPerPixel();
        for (RoundCell fragment : above) {
            double dx = x - fragment.x();
            double dy = y - fragment.y();
            double r = fragment.radius() + over;
            if (dx * dx + dy * dy < r * r) {
                return true;
            }
        }
        return false;
    }

    /** How many places a line is looked at. */
    int places(ContactLine line) {
        return Math.max(1, (int) (line.length() * signal.umPerPixel() / STEP_UM));
    }

    /** What speaks for the lines on which a cell meets those after it. */
    private double contacts(List<RoundCell> cells, int i) {
        double sum = 0;
        RoundCell cell = cells.get(i);
        for (int j = i + 1; j < cells.size(); j++) {
            RoundCell other = cells.get(j);
            double ratio = Math.min(cell.radius(), other.radius()) / Math.max(cell.radius(), other.radius());
            if (!cell.apartFrom(other, APART) || ratio < LEAST_RATIO) {
                sum -= FORBIDDEN;
            }
            sum += ContactLine.of(cells, i, j).map(this::contact).orElse(0.0);
        }
        return sum;
    }

    private double contact(ContactLine line) {
        int n = places(line);
        double price = CONTACT_PRICE * signal.shows(line.nx(), line.ny());
        double sum = 0;
        for (int s = 0; s < n; s++) {
            double along = line.from() + (s + 0.5) * line.length() / n;
            double x = line.xAt(along);
            double y = line.yAt(along);
            if (!isUnder(x, y)) {
                sum += limited(signal.contact(x, y, line.nx(), line.ny()) / CONTACT_FULL) - price;
            }
        }
        return sum * line.length() * signal.umPerPixel() / n;
    }

    private double arcUm(RoundCell cell) {
        return 2 * Math.PI * cell.radius() * signal.umPerPixel() / RIM.directions();
    }

    private static double limited(double strength) {
        return Math.max(LEAST, Math.min(1, strength));
    }
}
