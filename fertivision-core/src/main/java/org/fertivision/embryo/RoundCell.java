package org.fertivision.embryo;

import java.util.List;

/**
 * A cell or fragment seen as a disc.
 *
 * @param x its center, pixels of the raster
 * @param y its center, pixels of the raster
 * @param radius pixels of the raster
 */
record RoundCell(double x, double y, double radius) {
    /** How deep a ball of this outline reaches under a place, squared; negative outside. */
    double depth(double px, double py) {
        double dx = px - x;
        double dy = py - y;
        return radius * radius - dx * dx - dy * dy;
    }

    /** Whether a place lies in any of some cells, each grown by so much. */
    static boolean anyHolds(List<RoundCell> cells, double grown, double px, double py) {
        for (RoundCell cell : cells) {
            double dx = px - cell.x;
            double dy = py - cell.y;
            double reach = cell.radius + grown;
            if (dx * dx + dy * dy < reach * reach) {
                return true;
            }
        }
        return false;
    }

    /** From center to center. */
    double distanceTo(RoundCell other) {
        double dx = x - other.x;
        double dy = y - other.y;
        return Math.sqrt(dx * dx + dy * dy);
    }

    /** Whether its center lies apart from another's by at least a share of the larger radius. */
    boolean apartFrom(RoundCell other, double share) {
        return distanceTo(other) >= share * Math.max(radius, other.radius);
    }

    /** Moved and grown. */
    RoundCell moved(double dx, double dy, double grown) {
        return new RoundCell(x + dx, y + dy, radius + grown);
    }
}
