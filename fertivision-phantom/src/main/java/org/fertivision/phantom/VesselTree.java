package org.fertivision.phantom;

/** Vessels that branch over a disc, drawn as a mask until they cover a share of it. */
final class VesselTree {
    private static final int LEVELS = 6;
    private static final double THINNER = 0.8;
    private static final double LEAST_TURN = 0.25;
    private static final double MOST_TURN = 0.8;
    private static final double STEP_PX = 0.5;
    private static final int MOST_TREES = 400;

    private final int size;
    private final double radius;
    private final boolean[] covered;
    private final int enough;
    private final int disc;
    private int count;

    private VesselTree(int size, double radius, double share) {
        this.size = size;
        this.radius = radius;
        this.covered = new boolean[size * size];
        int inside = 0;
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                inside += isInside(x + 0.5, y + 0.5) ? 1 : 0;
            }
        }
        this.disc = inside;
        this.enough = (int) Math.round(share * inside);
    }

    static VesselTree grown(int size, double radius, double share, Chance chance) {
        VesselTree tree = new VesselTree(size, radius, share);
        for (int i = 0; i < MOST_TREES && tree.count < tree.enough; i++) {
            double angle = chance.between(0, 2 * Math.PI);
            double x = size / 2.0 + radius * StrictMath.cos(angle);
            double y = size / 2.0 + radius * StrictMath.sin(angle);
            double heading = angle + Math.PI + chance.between(-0.6, 0.6);
            tree.branch(x, y, heading, 7.0 * size / 512, 0, chance);
        }
        return tree;
    }

    private void branch(double fromX, double fromY, double heading, double width, int level, Chance chance) {
        if (level == LEVELS || count >= enough) {
            return;
        }
        double length = radius * chance.between(0.2, 0.4);
        double x = fromX;
        double y = fromY;
        double turned = heading;
        for (double way = 0; way < length && count < enough; way += STEP_PX) {
            turned += 0.02 * chance.normal();
            x += STEP_PX * StrictMath.cos(turned);
            y += STEP_PX * StrictMath.sin(turned);
            stamp(x, y, width / 2);
        }
        branch(x, y, turned + chance.between(LEAST_TURN, MOST_TURN), width * THINNER, level + 1, chance);
        branch(x, y, turned - chance.between(LEAST_TURN, MOST_TURN), width * THINNER, level + 1, chance);
    }

    private void stamp(double x, double y, double reach) {
        for (int row = (int) Math.max(0, y - reach); row <= Math.min(size - 1, y + reach); row++) {
            for (int column = (int) Math.max(0, x - reach); column <= Math.min(size - 1, x + reach); column++) {
                double dx = column + 0.5 - x;
                double dy = row + 0.5 - y;
                boolean under = dx * dx + dy * dy <= reach * reach && isInside(column + 0.5, row + 0.5);
                if (under && !covered[row * size + column] && count < enough) {
                    covered[row * size + column] = true;
                    count++;
                }
            }
        }
    }

    private boolean isInside(double x, double y) {
        double dx = x - size / 2.0;
        double dy = y - size / 2.0;
        return dx * dx + dy * dy <= radius * radius;
    }

    boolean covers(int x, int y) {
        return covered[y * size + x];
    }

    /** The share of the disc that is covered. */
    double share() {
        return count / (double) disc;
    }
}
