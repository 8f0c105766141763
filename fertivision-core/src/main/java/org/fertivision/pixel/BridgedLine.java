package org.fertivision.pixel;

import java.util.ArrayList;
import java.util.List;
import org.fertivision.image.Point;
import org.fertivision.image.Region;

/**
 * A closed line that goes over a bridge to each hole, around it the other way, and back over the same bridge. The nearest
 * hole is joined first and by the shortest way, so that no bridge crosses another border: the place where it did would be
 * nearer.
 */
final class BridgedLine {
    private final Corner first;

    BridgedLine(Contour outer) {
        this.first = new Corner(outer.x(0), outer.y(0));
        Corner last = first;
        for (int i = 1; i < outer.size(); i++) {
            last = last.followedBy(outer.x(i), outer.y(i));
        }
        last.next = first;
    }

    /** Joins holes that lie within the line and apart from it and each other. */
    void join(List<Contour> holes) {
        List<Bridge> bridges = new ArrayList<>();
        for (Contour hole : holes) {
            bridges.add(shortest(hole, first, first));
        }
        while (!bridges.isEmpty()) {
            int nearest = 0;
            for (int i = 1; i < bridges.size(); i++) {
                nearest = bridges.get(i).squared() < bridges.get(nearest).squared() ? i : nearest;
            }
            Bridge built = bridges.remove(nearest);
            Corner end = built.from().next;
            cross(built, end);
            bridges.replaceAll(bridge -> {
                if (bridge.from() == built.from()) {
                    return shortest(bridge.hole(), first, first);
                }
                Bridge other = shortest(bridge.hole(), built.from(), end);
                return other.squared() < bridge.squared() ? other : bridge;
            });
        }
    }

    /** The corners in their order; the ends of bridges come twice. */
    List<Point> corners() {
        List<Point> corners = new ArrayList<>();
        Corner at = first;
        do {
            corners.add(new Point(at.x, at.y));
            at = at.next;
        } while (at != first);
        return List.copyOf(corners);
    }

    /** Leads the line over a bridge, around the hole backwards, and back to where it went on. */
    private static void cross(Bridge bridge, Corner end) {
        Contour hole = bridge.hole();
        Corner last = bridge.from().followedBy(bridge.x(), bridge.y());
        for (int i = 0; i <= hole.size(); i++) {
            int corner = Math.floorMod(bridge.corner() - i, hole.size());
            last = last.followedBy(hole.x(corner), hole.y(corner));
        }
        last.followedBy(bridge.x(), bridge.y()).next = end;
    }

    /** From the line between two of its corners, or all of it where they are one, to the nearest corner of a hole. */
    private static Bridge shortest(Contour hole, Corner from, Corner to) {
        Region box = hole.box();
        Corner likely = from;
        double least = Double.POSITIVE_INFINITY;
        Corner at = from;
        do {
            double apart = apart(box, at);
            if (apart < least) {
                least = apart;
                likely = at;
            }
            at = at.next;
        } while (at != to);
        Bridge best = shorter(new Bridge(hole, 0, from, from.x, from.y, Double.POSITIVE_INFINITY), likely);
        at = from;
        do {
            if (apart(box, at) < best.squared()) {
                best = shorter(best, at);
            }
            at = at.next;
        } while (at != to);
        return best;
    }

    /** The square of how far the line from a corner to the next lies off a box, or less. */
    private static double apart(Region box, Corner at) {
        double across = apart(box.x(), box.right(), at.x, at.next.x);
        double down = apart(box.y(), box.bottom(), at.y, at.next.y);
        return across * across + down * down;
    }

    /** How far a stretch from one end to another lies off one from {@code low} to {@code high}; 0 where they meet. */
    private static double apart(double low, double high, double one, double other) {
        return Math.max(0, Math.max(low - Math.max(one, other), Math.min(one, other) - high));
    }

    /** The same bridge, or a shorter one from between a corner and the next. */
    private static Bridge shorter(Bridge bridge, Corner at) {
        Contour hole = bridge.hole();
        double dx = at.next.x - at.x;
        double dy = at.next.y - at.y;
        double squares = dx * dx + dy * dy;
        Bridge best = bridge;
        for (int i = 0; i < hole.size(); i++) {
            double along = (hole.x(i) - at.x) * dx + (hole.y(i) - at.y) * dy;
            double share = squares == 0 ? 0 : Math.max(0, Math.min(1, along / squares));
            double x = at.x + share * dx;
            double y = at.y + share * dy;
            double squared = (hole.x(i) - x) * (hole.x(i) - x) + (hole.y(i) - y) * (hole.y(i) - y);
            if (squared < best.squared()) {
                best = new Bridge(hole, i, at, x, y, squared);
            }
        }
        return best;
    }

    /** The shortest way from a place on the line, between a corner and the next, to a corner of a hole. */
    private record Bridge(Contour hole, int corner, Corner from, double x, double y, double squared) {}

    /** A corner that knows the one after it. */
    private static final class Corner {
        private final double x;
        private final double y;
        private Corner next = this;

        Corner(double x, double y) {
            this.x = x;
            this.y = y;
        }

        Corner followedBy(double nextX, double nextY) {
            next = new Corner(nextX, nextY);
            return next;
        }
    }
}
