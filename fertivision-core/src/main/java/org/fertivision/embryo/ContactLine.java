package org.fertivision.embryo;

import java.util.List;
import java.util.Optional;

/**
 * The straight line on which two cells are equally deep and no third is deeper: where two cells pressed together are seen to
 * meet.
 *
 * @param x its foot on the line between both centers, pixels of the raster
 * @param y its foot on the line between both centers, pixels of the raster
 * @param nx unit vector from one center to the other
 * @param ny unit vector from one center to the other
 * @param from where it begins, along (-ny, nx) from its foot
 * @param to where it ends, along (-ny, nx) from its foot
 */
record ContactLine(double x, double y, double nx, double ny, double from, double to) {
    private static final double EVEN = 1e-9;

    /** That of two cells among some, where it is seen. */
    static Optional<ContactLine> of(List<RoundCell> cells, int i, int j) {
        RoundCell a = cells.get(i);
        RoundCell b = cells.get(j);
        double distance = a.distanceTo(b);
        if (distance < EVEN || distance >= a.radius() + b.radius()) {
            return Optional.empty();
        }
        double nx = (b.x() - a.x()) / distance;
        double ny = (b.y() - a.y()) / distance;
        double along = (distance * distance + a.radius() * a.radius() - b.radius() * b.radius()) / (2 * distance);
        double square = a.radius() * a.radius() - along * along;
        if (square <= 0) {
            return Optional.empty();
        }
        double x = a.x() + along * nx;
        double y = a.y() + along * ny;
        double to = Math.sqrt(square);
        double from = -to;
        for (int k = 0; k < cells.size() && from < to; k++) {
            if (k != i && k != j) {
                RoundCell c = cells.get(k);
                double here = c.depth(x, y) - a.depth(x, y);
                double slope = c.depth(x - ny, y + nx) - a.depth(x - ny, y + nx) - here;
                if (Math.abs(slope) < EVEN) {
                    to = here > 0 ? from : to;
                } else if (slope > 0) {
                    to = Math.min(to, -here / slope);
                } else {
                    from = Math.max(from, -here / slope);
                }
            }
        }
        return from < to ? Optional.of(new ContactLine(x, y, nx, ny, from, to)) : Optional.empty();
    }

    double length() {
        return to - from;
    }

    /** A place on it, x. */
    double xAt(double along) {
        return x - along * ny;
    }

    /** A place on it, y. */
    double yAt(double along) {
        return y + along * nx;
    }
}
