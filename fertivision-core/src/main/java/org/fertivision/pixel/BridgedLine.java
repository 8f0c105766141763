package org.fertivision.pixel;

import java.util.ArrayList;
import java.util.List;
import org.fertivision.image.Point;

/**
 * A closed line that goes over a bridge to each hole, around it the other way, and back over the same bridge. The nearest
 * hole is joined first and by the shortest way, so that no bridge crosses another border: the place where it did would be
 * nearer.
 */
final class BridgedLine {
    private final LineStretch outer;
    private final LineCorner first;

    BridgedLine(Contour outer) {
        this.outer = LineStretch.border(outer.xs(), outer.ys());
        this.first = this.outer.before(0, 0);
        this.outer.travelled(0).leadTo(first);
    }

    /** Joins holes that lie within the line and apart from it and each other. */
    void join(List<Contour> holes) {
        List<Bridge> bridges = new ArrayList<>();
        for (Contour hole : holes) {
            Bridge none = new Bridge(LineStretch.border(backwards(hole.xs()), backwards(hole.ys())));
            bridges.add(none.orShorterFrom(outer));
        }
        while (!bridges.isEmpty()) {
            int nearest = 0;
            for (int i = 1; i < bridges.size(); i++) {
                nearest = bridges.get(i).squared() < bridges.get(nearest).squared() ? i : nearest;
            }
            Bridge built = bridges.remove(nearest);
            LineStretch way = built.cross();
            bridges.replaceAll(bridge -> bridge.orShorterFrom(built.hole()).orShorterFrom(way));
        }
    }

    /** The corners in their order; the ends of bridges come twice. */
    List<Point> corners() {
        List<Point> corners = new ArrayList<>();
        LineCorner at = first;
        do {
            corners.add(at.place());
            at = at.next();
        } while (at != first);
        return List.copyOf(corners);
    }

    private static double[] backwards(double[] forwards) {
        double[] backwards = new double[forwards.length];
        for (int i = 0; i < backwards.length; i++) {
            backwards[i] = forwards[forwards.length - 1 - i];
        }
        return backwards;
    }

    /**
     * The shortest way from a place on the line to a corner of a hole.
     *
     * @param hole travelled the other way
     * @param corner its corner
     * @param from the stretch of the line
     * @param segment which of its segments
     * @param share how far along that segment, 0 to 1
     * @param squared its length, squared
     */
    private record Bridge(LineStretch hole, int corner, LineStretch from, int segment, double share, double squared) {
        /** None yet. */
        Bridge(LineStretch hole) {
            this(hole, 0, hole, 0, 0, Double.POSITIVE_INFINITY);
        }

        /** The same, or a shorter one from another stretch of the line. */
        Bridge orShorterFrom(LineStretch stretch) {
            NearestCorner nearest = NearestCorner.of(stretch, hole, squared);
            return nearest.squared() < squared
                    ? new Bridge(hole, nearest.corner(), stretch, nearest.segment(), nearest.share(), nearest.squared())
                    : this;
        }

        /** Leads the line over it, around the hole, and back to where it went on. Returns the way over it. */
        LineStretch cross() {
            Point place = from.place(segment, share);
            LineStretch way = LineStretch.bridge(place, hole.place(corner, 0));
            LineCorner before = from.before(segment, share);
            LineCorner after = before.next();
            LineCorner end = new LineCorner(hole.place(corner, 0));
            LineCorner back = new LineCorner(place);
            before.leadTo(way.before(0, 0));
            way.travelled(0).leadTo(hole.before(corner, 0));
            hole.travelled(corner).leadTo(end);
            end.leadTo(back);
            back.leadTo(after);
            from.comesBack(segment, share, back);
            return way;
        }
    }
}
