package org.fertivision.report;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.fertivision.finding.Item;
import org.fertivision.finding.Outline;
import org.fertivision.finding.Path;
import org.fertivision.image.Point;

/** Borders and courses of objects as paths of SVG, in pixels of the field. */
final class SvgOutline {
    private SvgOutline() {}

    /**
     * The border of an object, or a small circle where it has none.
     *
     * @param tolerance how far the drawn line may lie from the true one, pixels: corners that matter less are left out
     */
    static String border(Item item, double tolerance) {
        Outline outline = item.outline();
        if (outline.size() == 0) {
            double radius = Math.max(2, Math.max(item.box().width(), item.box().height()) / 2.0);
            String r = Figures.decimals(radius, 1);
            return "M" + place(item.center().x() - radius, item.center().y()) + "a" + r + " " + r + " 0 1 0 "
                    + Figures.decimals(2 * radius, 1) + " 0a" + r + " " + r + " 0 1 0 -"
                    + Figures.decimals(2 * radius, 1) + " 0z";
        }
        return path(thinned(outline.corners(), tolerance)) + "z";
    }

    /** The way of an object. */
    static String course(Path path, double tolerance) {
        List<Point> places = new ArrayList<>();
        for (int i = 0; i < path.size(); i++) {
            places.add(new Point(path.x(i), path.y(i)));
        }
        return path(thinned(places, tolerance));
    }

    /** The ends, the middle, and the places that lie off the lines between those that are kept (Douglas and Peucker). */
    private static List<Point> thinned(List<Point> places, double tolerance) {
        int last = places.size() - 1;
        BitSet kept = new BitSet(places.size());
        Deque<int[]> stretches = new ArrayDeque<>();
        for (int end : new int[] {0, last / 2, last}) {
            kept.set(end);
        }
        stretches.push(new int[] {0, last / 2});
        stretches.push(new int[] {last / 2, last});
        while (!stretches.isEmpty()) {
            int[] stretch = stretches.pop();
            int farthest = farthest(places, stretch[0], stretch[1], tolerance);
            if (farthest > stretch[0]) {
                kept.set(farthest);
                stretches.push(new int[] {stretch[0], farthest});
                stretches.push(new int[] {farthest, stretch[1]});
            }
        }
        return kept.stream().mapToObj(places::get).toList();
    }

    /** The place between two others that lies farthest off their line, or the first where none is beyond tolerance. */
    private static int farthest(List<Point> places, int from, int to, double tolerance) {
        int farthest = from;
        double distance = tolerance;
        for (int i = from + 1; i < to; i++) {
            double off = offLine(places.get(i), places.get(from), places.get(to));
            if (off > distance) {
                distance = off;
                farthest = i;
            }
        }
        return farthest;
    }

    private static double offLine(Point point, Point from, Point to) {
        double length = from.distanceTo(to);
        if (length == 0) {
            return point.distanceTo(from);
        }
        double cross = (to.x() - from.x()) * (point.y() - from.y()) - (to.y() - from.y()) * (point.x() - from.x());
        return Math.abs(cross) / length;
    }

    private static String path(List<Point> places) {
        StringBuilder path = new StringBuilder();
        for (Point place : places) {
            path.append(path.length() == 0 ? 'M' : 'L').append(place(place.x(), place.y()));
        }
        return path.toString();
    }

    private static String place(double x, double y) {
        return Figures.decimals(x, 1) + " " + Figures.decimals(y, 1);
    }
}
