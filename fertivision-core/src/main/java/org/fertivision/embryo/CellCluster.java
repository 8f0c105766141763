package org.fertivision.embryo;

import java.util.ArrayList;
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
    private static final double ALONE_PRICE = 0.4;
    private static final double CONTACT_FULL = 4;
    private static final double CONTACT_PRICE = 0.4;
    private static final double CONTACT_WEIGHT = 0.6;
    private static final double LEAST = -0.5;
    private static final double STEP_UM = 1.5;
    private static final double EXPLAINED_UM = 2.5;
    private static final double OVER_UM = 2;
    private static final double SAME_RIM = 2;
    private static final double LEAST_RATIO = 0.55;
    private static final double FORBIDDEN = 500;
    /** Rims that are remembered: a search moves a dozen cells by some hundred steps. */
    private static final int MOST_RIMS = 4096;
    /** Lines that are remembered: a step of one cell leaves those between others as they were. */
    private static final int MOST_LINES = 4096;

    private final RimSignal signal;
    private final CoveredPlaces under;
    private final Map<RoundCell, SeenRim> rims = new HashMap<>();
    private final Map<ContactLine, Double> lines = new HashMap<>();

    /**
     * A cluster in a picture.
     *
     * @param above the fragments, which hide what is under their rims
     */
    CellCluster(RimSignal signal, List<RoundCell> above) {
        this.signal = signal;
        this.under = new CoveredPlaces(above, OVER_UM / signal.umPerPixel());
    }

    /** What speaks for cells less what speaks against them, micrometers of rim. */
    double gain(List<RoundCell> cells) {
        double sum = 0;
        for (int i = 0; i < cells.size(); i++) {
            double rim = seen(cells.get(i)).gain(Nearby.of(cells, i));
            sum += rim * arcUm(cells.get(i)) + CONTACT_WEIGHT * contacts(cells, i);
        }
        return sum;
    }

    /** The same with rims that count the more the stronger they are, so that each is put where it peaks. */
    double sharpness(List<RoundCell> cells) {
        double sum = 0;
        for (int i = 0; i < cells.size(); i++) {
            double rim = seen(cells.get(i)).strength(Nearby.of(cells, i));
            sum += rim * arcUm(cells.get(i)) + CONTACT_WEIGHT * contacts(cells, i);
        }
        return sum;
    }

    /** The cells of a cluster that may hide the rim of one of them; those before it also hide a rim that is the same. */
    private record Nearby(List<RoundCell> before, List<RoundCell> after) implements SeenRim.Hidden {
        static Nearby of(List<RoundCell> cells, int i) {
            RoundCell cell = cells.get(i);
            List<RoundCell> before = new ArrayList<>();
            List<RoundCell> after = new ArrayList<>();
            for (int j = 0; j < cells.size(); j++) {
                RoundCell other = cells.get(j);
                double same = j < i ? SAME_RIM : 0;
                if (j != i && cell.distanceTo(other) <= cell.radius() + other.radius() + same) {
                    (j < i ? before : after).add(other);
                }
            }
            return new Nearby(before, after);
        }

        @Override
        public boolean holds(double x, double y) {
            for (int j = 0; j < before.size(); j++) {
                if (before.get(j).depth(x, y) > -SAME_RIM * before.get(j).radius()) {
                    return true;
                }
            }
            for (int j = 0; j < after.size(); j++) {
                if (after.get(j).depth(x, y) > 0) {
                    return true;
                }
            }
            return false;
        }
    }

    private SeenRim seen(RoundCell cell) {
        if (rims.size() > MOST_RIMS) {
            rims.clear();
        }
        return rims.computeIfAbsent(cell, c -> new SeenRim(c, signal, this));
    }

    /** How much rim a disc explains that others do not, micrometers; what it lacks costs nothing. */
    double alone(RoundCell cell, List<RoundCell> others) {
        double sum = 0;
        double near = EXPLAINED_UM / signal.umPerPixel();
        for (int k = 0; k < RIM.directions(); k++) {
            double x = cell.x() + cell.radius() * RIM.cos(k);
            double y = cell.y() + cell.radius() * RIM.sin(k);
            if (!isUnder(x, y) && !RoundCell.anyHolds(others, near, x, y)) {
                double strength = signal.rim(x, y, RIM.cos(k), RIM.sin(k)) / RIM_FULL;
                sum += Math.max(0, Math.min(1, strength) - ALONE_PRICE * signal.shows(RIM.cos(k), RIM.sin(k)));
            }
        }
        return sum * arcUm(cell);
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
        return under.hold(x, y);
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
            sum += ContactLine.of(cells, i, j).map(this::remembered).orElse(0.0);
        }
        return sum;
    }

    private double remembered(ContactLine line) {
        if (lines.size() > MOST_LINES) {
            lines.clear();
        }
        return lines.computeIfAbsent(line, this::contact);
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
