package org.fertivision.report;

import java.awt.geom.Rectangle2D;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.fertivision.finding.Item;
import org.fertivision.finding.ItemPart;
import org.fertivision.finding.Outline;
import org.fertivision.finding.Path;
import org.fertivision.image.Point;

/** Borders and courses of objects as paths of SVG, in pixels of the field. */
final class SvgOutline {
    /** Radius of the circle where a path begins, pixels. */
    private static final double MOVING_RADIUS = 5;

    private SvgOutline() {}

    /**
     * The border of an object, or a small circle where it has none.
     *
     * @param tolerance how far the drawn line may lie from the true one, pixels: corners that matter less are left out
     */
    static String border(Item item, double tolerance) {
        Outline outline = item.outline();
        if (outline.size() == 0) {
            Rectangle2D mark = mark(item);
            double radius = mark.getWidth() / 2;
            String r = Figures.decimals(radius, 1);
            return "M" + place(mark.getX(), mark.getCenterY()) + "a" + r + " " + r + " 0 1 0 "
                    + Figures.decimals(2 * radius, 1) + " 0a" + r + " " + r + " 0 1 0 -"
                    + Figures.decimals(2 * radius, 1) + " 0z";
        }
        return path(thinned(outline.corners(), tolerance)) + "z";
    }

    /**
     * The square about the circle of an object without a border: as large as the object, or about the place where it is
     * first seen where it moves.
     */
    static Rectangle2D mark(Item item) {
        Point place = item.course().map(path -> new Point(path.x(0), path.y(0))).orElse(item.center());
        double radius = item.course().isPresent()
                ? MOVING_RADIUS
                : Math.max(2, Math.max(item.box().width(), item.box().height()) / 2.0);
        return new Rectangle2D.Double(place.x() - radius, place.y() - radius, 2 * radius, 2 * radius);
    }

    /** The border or the way of a part. */
    static String part(ItemPart part, double tolerance) {
        return path(thinned(part.places(), tolerance)) + (part.closed() ? "z" : "");
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
