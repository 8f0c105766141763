package org.fertivision.report;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the numbers of objects stand in a picture so that none lies upon another: beside their object, above or below it,
 * if possible clear of other objects. A number without room is left out.
 */
final class NumberPlaces {
    private static final double CELL = 64;

    private final double width;
    private final double height;
    private final double gap;
    private final Map<Long, List<Rectangle2D>> objects = new HashMap<>();
    private final Map<Long, List<Rectangle2D>> numbers = new HashMap<>();

    /** Of a picture so wide and high, with so much between an object and its number. */
    NumberPlaces(double width, double height, double gap) {
        this.width = width;
        this.height = height;
        this.gap = gap;
    }

    /** Keeps numbers off an object as long as there is other room. */
    void keepOff(Rectangle2D object) {
        put(objects, object);
    }

    /**
     * Finds room for a number so wide and high beside an object, right of it first or left; nothing where there is none.
     */
    Optional<Rectangle2D> place(Rectangle2D object, double wide, double high, boolean rightFirst) {
        List<Rectangle2D> inside = candidates(object, wide, high, rightFirst).stream()
                .filter(this::isInside)
                .filter(place -> isFree(numbers, place))
                .toList();
        Optional<Rectangle2D> found = inside.stream()
                .filter(place -> isFree(objects, place))
                .findFirst()
                .or(() -> inside.stream().findFirst());
        found.ifPresent(place -> put(numbers, place));
        return found;
    }

    private List<Rectangle2D> candidates(Rectangle2D object, double wide, double high, boolean rightFirst) {
        double after = object.getMaxX() + gap;
        double before = object.getMinX() - gap - wide;
        double first = rightFirst ? after : before;
        double second = rightFirst ? before : after;
        double middle = object.getCenterY() - high / 2;
        double above = object.getMinY() - gap / 2 - high;
        double below = object.getMaxY() + gap / 2;
        List<Rectangle2D> places = new ArrayList<>();
        for (double x : new double[] {first, second}) {
            places.add(new Rectangle2D.Double(x, middle, wide, high));
        }
        for (double y : new double[] {above, below}) {
            for (double x : new double[] {object.getCenterX() - wide / 2, first, second}) {
                places.add(new Rectangle2D.Double(x, y, wide, high));
            }
        }
        return places;
    }

    private boolean isInside(Rectangle2D place) {
        return place.getMinX() >= 1
                && place.getMinY() >= 1
                && place.getMaxX() <= width - 1
                && place.getMaxY() <= height - 1;
    }

    private static boolean isFree(Map<Long, List<Rectangle2D>> taken, Rectangle2D place) {
        for (long cell : cells(place)) {
            for (Rectangle2D other : taken.getOrDefault(cell, List.of())) {
                if (other.intersects(place)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static void put(Map<Long, List<Rectangle2D>> taken, Rectangle2D place) {
        for (long cell : cells(place)) {
            taken.computeIfAbsent(cell, c -> new ArrayList<>()).add(place);
        }
    }

    private static List<Long> cells(Rectangle2D place) {
        List<Long> cells = new ArrayList<>();
        for (long y = cell(place.getMinY()); y <= cell(place.getMaxY()); y++) {
            for (long x = cell(place.getMinX()); x <= cell(place.getMaxX()); x++) {
                cells.add((y << 32) | (x & 0xFFFFFFFFL));
            }
        }
        return cells;
    }

    private static long cell(double at) {
        return (long) Math.floor(at / CELL);
    }
}
