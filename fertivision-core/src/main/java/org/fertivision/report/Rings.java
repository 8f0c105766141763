package org.fertivision.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fertivision.image.Point;

/**
 * The rings of one closed line that goes over bridges of no width to holes and back: where the line comes to a corner again,
 * what it went round since is a ring of its own. Bridges enclose nothing and vanish.
 *
 * <p>Source: RFC 7946, section 3.1.6: exterior rings run counterclockwise and holes clockwise, x to the right and y up; in
 * pixels, whose y runs down, the same rule holds of the numbers as they stand.
 */
final class Rings {
    /** Area over perimeter, pixels: less than this enclosed is a bridge that was rounded, more is a hole of a pixel. */
    private static final double THINNEST_PX = 0.02;

    private static final int FEWEST_CORNERS = 3;

    private Rings() {}

    /**
     * The polygons of a line, each its exterior ring and then its holes; the last corner of a ring joins its first. One
     * polygon where the line does not touch itself, none where it encloses nothing. A loop that turns the other way is a hole
     * where another one encloses it, else a polygon of its own.
     */
    static List<List<List<Point>>> polygons(List<Point> line) {
        List<List<Point>> rings = rings(line);
        double all = rings.stream().mapToDouble(Rings::twiceArea).sum();
        double turn = all == 0 && !rings.isEmpty() ? twiceArea(rings.get(0)) : all;
        List<List<List<Point>>> polygons = new ArrayList<>();
        rings.stream()
                .filter(ring -> twiceArea(ring) * turn > 0)
                .forEach(ring -> polygons.add(new ArrayList<>(List.of(turned(ring, true)))));
        List<List<List<Point>>> lobes = new ArrayList<>();
        for (List<Point> ring : rings) {
            if (twiceArea(ring) * turn < 0) {
                polygons.stream()
                        .filter(polygon -> encloses(polygon.get(0), ring))
                        .findFirst()
                        .ifPresentOrElse(
                                polygon -> polygon.add(turned(ring, false)),
                                () -> lobes.add(List.of(turned(ring, true))));
            }
        }
        polygons.addAll(lobes);
        return List.copyOf(polygons);
    }

    private static List<List<Point>> rings(List<Point> line) {
        List<List<Point>> rings = new ArrayList<>();
        List<Point> way = new ArrayList<>();
        Map<Point, Integer> places = new HashMap<>();
        for (Point corner : line) {
            Integer before = places.get(corner);
            if (before != null) {
                List<Point> loop = way.subList(before, way.size());
                rings.add(List.copyOf(loop));
                loop.forEach(places::remove);
                loop.clear();
            }
            places.put(corner, way.size());
            way.add(corner);
        }
        rings.add(way);
        rings.removeIf(
                ring -> ring.size() < FEWEST_CORNERS || Math.abs(twiceArea(ring)) < 2 * THINNEST_PX * perimeter(ring));
        return rings;
    }

    private static List<Point> turned(List<Point> ring, boolean counterclockwise) {
        List<Point> turned = new ArrayList<>(ring);
        if (twiceArea(ring) > 0 != counterclockwise) {
            Collections.reverse(turned);
        }
        return turned;
    }

    /** Whether a ring lies within another one; both may have corners in common. */
    private static boolean encloses(List<Point> outer, List<Point> ring) {
        return middles(ring).filter(place -> isInside(outer, place)).count() * 2 > ring.size();
    }

    private static Stream<Point> middles(List<Point> ring) {
        return Stream.iterate(0, i -> i < ring.size(), i -> i + 1).map(i -> {
            Point next = ring.get((i + 1) % ring.size());
            return new Point((ring.get(i).x() + next.x()) / 2, (ring.get(i).y() + next.y()) / 2);
        });
    }

    private static boolean isInside(List<Point> ring, Point place) {
        boolean isInside = false;
        for (int i = 0; i < ring.size(); i++) {
            Point one = ring.get(i);
            Point other = ring.get((i + 1) % ring.size());
            if (one.y() > place.y() != other.y() > place.y()
                    && place.x() < one.x() + (place.y() - one.y()) / (other.y() - one.y()) * (other.x() - one.x())) {
                isInside = !isInside;
            }
        }
        return isInside;
    }

    /** Twice the area by the shoelace formula, above 0 where the ring runs counterclockwise with y up. */
    private static double twiceArea(List<Point> ring) {
        double twice = 0;
        for (int i = 0; i < ring.size(); i++) {
            Point one = ring.get(i);
            Point other = ring.get((i + 1) % ring.size());
            twice += one.x() * other.y() - other.x() * one.y();
        }
        return twice;
    }

    private static double perimeter(List<Point> ring) {
        double perimeter = 0;
        for (int i = 0; i < ring.size(); i++) {
            perimeter += ring.get(i).distanceTo(ring.get((i + 1) % ring.size()));
        }
        return perimeter;
    }
}
