package org.fertivision.pixel;

import java.util.ArrayList;
import java.util.List;
import org.fertivision.image.Calibration;
import org.fertivision.image.Point;
import org.fertivision.image.Region;

/**
 * The way along a thin absorbing thread from one of its ends: step by step to where it absorbs most among the directions
 * ahead, turning as little as it can, so that it goes straight on where another thread crosses. It ends where nothing is
 * left to follow for a while, where the picture ends, or where it meets a place it may not enter. A thread is darker than
 * both its sides, so that the edge of a clot is none; only near the start, where one side may be what it leaves, than the
 * mean of both.
 *
 * @param points the places walked over, the first of them the start
 * @param end why it ended there
 */
public record RidgeWalk(List<Point> points, End end) {
    private static final int DIRECTIONS = 15;
    private static final double MOST_TURN = Math.toRadians(20);
    private static final double TURN_COST = 1;

    /** Steps ahead that are looked at, fewer within so many half widths of the start, where a thread may leave aslant. */
    private static final int LOOK = 12;

    private static final int LOOK_NEAR = 8;
    private static final double NEAR = 14;
    private static final double MOST_CONTRASTS = 6;
    private static final int BACK = 10;
    private static final double FLANK = 2.5;

    /** Why a walk ended. */
    public enum End {
        /** Nothing stands out any more. */
        FADED,
        /** The picture ends. */
        BORDER,
        /** Another object. */
        OBJECT,
        /** So long no thread is. */
        TOO_LONG
    }

    /** Copies the list. */
    public RidgeWalk {
        points = List.copyOf(points);
    }

    /**
     * How a thread is followed; all lengths in pixels.
     *
     * @param step from one place to the next
     * @param halfWidth of the thread
     * @param leastContrast what it absorbs over its darker flank, share of the light
     * @param mostGap longest stretch with less contrast
     * @param mostLength of the whole way
     */
    public record Rule(double step, double halfWidth, double leastContrast, double mostGap, double mostLength) {}

    /**
     * Follows the thread that starts at a place.
     *
     * @param absorbed share of the light that is absorbed, 0 beside objects
     * @param closed where the walk may not go
     * @param heading first direction, radians from the x axis towards y
     */
    public static RidgeWalk from(Point start, double heading, Raster absorbed, Mask closed, Rule rule) {
        List<Point> points = new ArrayList<>(List.of(start));
        double direction = heading;
        int sure = 1;
        int out = (int) (NEAR / rule.step() * rule.halfWidth());
        int most = (int) Math.ceil(rule.mostLength() / rule.step());
        while (points.size() <= most) {
            Point here = points.get(points.size() - 1);
            double best = Double.NEGATIVE_INFINITY;
            double turn = 0;
            boolean isOut = points.size() > out;
            for (int i = 0; i < DIRECTIONS; i++) {
                double by = MOST_TURN * (2.0 * i / (DIRECTIONS - 1) - 1);
                double score = ahead(here, direction + by, absorbed, rule, isOut)
                        - TURN_COST * rule.leastContrast() * Math.abs(by) / MOST_TURN;
                if (score > best) {
                    best = score;
                    turn = by;
                }
            }
            direction += turn;
            Point next = along(here, direction, rule.step());
            if (!inside(next, absorbed)) {
                return new RidgeWalk(points.subList(0, sure), End.BORDER);
            }
            if (closed.contains((int) Math.floor(next.x()), (int) Math.floor(next.y()))) {
                return new RidgeWalk(points.subList(0, sure), End.OBJECT);
            }
            points.add(next);
            if (contrast(next, direction, absorbed, rule, isOut) >= rule.leastContrast()) {
                sure = points.size();
            } else if ((points.size() - sure) * rule.step() > rule.mostGap()) {
                return new RidgeWalk(points.subList(0, sure), End.FADED);
            }
        }
        return new RidgeWalk(points.subList(0, sure), End.TOO_LONG);
    }

    /** The mean contrast over the next steps, each of them no more than a thread's own. */
    private static double ahead(Point from, double direction, Raster absorbed, Rule rule, boolean isOut) {
        int look = isOut ? LOOK : LOOK_NEAR;
        double sum = 0;
        for (int i = 1; i <= look; i++) {
            double contrast = contrast(along(from, direction, i * rule.step()), direction, absorbed, rule, isOut);
            sum += Math.min(MOST_CONTRASTS * rule.leastContrast(), contrast);
        }
        return sum / look;
    }

    /** What a place absorbs more than the places on both sides of a way through it, in the mean. */
    public static double contrast(Point at, double direction, Raster absorbed, Rule rule) {
        return contrast(at, direction, absorbed, rule, false);
    }

    private static double contrast(Point at, double direction, Raster absorbed, Rule rule, boolean overDarker) {
        double reach = FLANK * rule.halfWidth();
        double x = -StrictMath.sin(direction) * reach;
        double y = StrictMath.cos(direction) * reach;
        double left = absorbed.valueAt(at.x() + x, at.y() + y);
        double right = absorbed.valueAt(at.x() - x, at.y() - y);
        double flank = overDarker ? Math.max(left, right) : (left + right) / 2;
        return absorbed.valueAt(at.x(), at.y()) - Math.max(0, flank);
    }

    private static Point along(Point from, double direction, double by) {
        return new Point(from.x() + by * StrictMath.cos(direction), from.y() + by * StrictMath.sin(direction));
    }

    private static boolean inside(Point at, Raster raster) {
        Region region = raster.region();
        return at.x() >= region.x() + 1
                && at.y() >= region.y() + 1
                && at.x() < region.right() - 1
                && at.y() < region.bottom() - 1;
    }

    /**
     * The share of the way that is met again on the way back from its end. Where a way has changed from one thread to another,
     * the way back goes straight on along the other one.
     *
     * @param near how far beside counts as met, pixels
     */
    public double met(Raster absorbed, Mask closed, Rule rule, double near) {
        int last = points.size() - 1;
        if (last < BACK) {
            return 0;
        }
        Point end = points.get(last);
        Point before = points.get(last - BACK);
        double heading = StrictMath.atan2(before.y() - end.y(), before.x() - end.x());
        List<Point> back = from(end, heading, absorbed, closed, rule).points();
        long met = points.stream()
                .filter(place -> back.stream().anyMatch(other -> other.distanceTo(place) <= near))
                .count();
        return met / (double) points.size();
    }

    /** The length of the way, pixels. */
    public double length() {
        double length = 0;
        for (int i = 1; i < points.size(); i++) {
            length += points.get(i).distanceTo(points.get(i - 1));
        }
        return length;
    }

    /**
     * The length of the beginning of the way where a pixel is not as high as wide, micrometers.
     *
     * @param px how much of the way, as long in pixels
     */
    public double lengthUm(double px, Calibration scale) {
        double um = 0;
        double gone = 0;
        for (int i = 1; i < points.size() && gone < px; i++) {
            double x = points.get(i).x() - points.get(i - 1).x();
            double y = points.get(i).y() - points.get(i - 1).y();
            double step = points.get(i).distanceTo(points.get(i - 1));
            double share = Math.min(1, (px - gone) / step);
            um += share * StrictMath.hypot(x * scale.umPerPixelX(), y * scale.umPerPixelY());
            gone += step;
        }
        return um;
    }
}
