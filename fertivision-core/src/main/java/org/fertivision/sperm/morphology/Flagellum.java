package org.fertivision.sperm.morphology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fertivision.image.Point;
import org.fertivision.pixel.Contour;
import org.fertivision.pixel.Mask;
import org.fertivision.pixel.Raster;
import org.fertivision.pixel.RidgeWalk;

/**
 * Midpiece and tail of one sperm, followed as a thread from where it leaves the head. All lengths are shares of the head's
 * own width and length, so that no scale is needed.
 *
 * @param walk the way along the thread
 * @param backRad where the head's tail end points, radians from the x axis towards y, by pixels
 * @param headingRad where the first half head length of the thread points, the same way
 * @param midpiece its length and width, where it is told from the tail
 * @param met share of the way that is met again on the way back from its end
 * @param chordPx over such stretches the direction of the thread is taken, pixels
 */
record Flagellum(
        RidgeWalk walk, double backRad, double headingRad, Optional<Midpiece> midpiece, double met, double chordPx) {
    private static final double STEP = 0.05;
    private static final double HALF_WIDTH = 0.07;
    private static final double LEAST_CONTRAST = 0.025;
    private static final double MOST_GAP = 0.6;
    private static final double MOST_LENGTH = 25;
    private static final double WIDEST_NECK = Math.toRadians(75);
    private static final double[] NECK_STEPS = {0.1, 0.2, 0.3};
    private static final double NEAR = 0.12;
    private static final double CHORD = 0.5;
    /** Necks at which a thread is looked for, and how far they lie apart, a share of the width of the head (ADR 46). */
    private static final int MOST_NECKS = 3;

    private static final double APART = 0.25;

    /**
     * The thread of a head.
     *
     * @param back where the head's tail end points, radians from the x axis towards y
     * @param absorbed share of the light that is absorbed, smoothed
     * @param heads all heads of the field
     * @return empty if no thread is seen to leave the head
     */
    static Optional<Flagellum> of(HeadOutline head, double back, Raster absorbed, Mask heads) {
        double width = head.feret().width();
        RidgeWalk.Rule rule = new RidgeWalk.Rule(
                STEP * width, HALF_WIDTH * width, LEAST_CONTRAST, MOST_GAP * width, MOST_LENGTH * width);
        Point center = head.contour().centroid();
        List<Point> tried = new ArrayList<>();
        while (tried.size() < MOST_NECKS) {
            Neck neck = neck(head.contour(), center, back, width, absorbed, rule, tried);
            if (neck.contrast() < LEAST_CONTRAST) {
                return Optional.empty();
            }
            RidgeWalk walk = RidgeWalk.from(neck.place(), neck.heading(), absorbed, heads, rule);
            if (walk.length() >= head.feret().length() / 2) {
                double met = walk.met(absorbed, heads, rule, NEAR * width);
                return Optional.of(of(head, back, neck, walk, met, absorbed));
            }
            tried.add(neck.place());
        }
        return Optional.empty();
    }

    private static Flagellum of(HeadOutline head, double back, Neck neck, RidgeWalk walk, double met, Raster absorbed) {
        double width = head.feret().width();
        Point there = place(walk.points(), head.feret().length() / 2);
        double heading = direction(neck.place(), there);
        return new Flagellum(
                walk,
                back,
                heading,
                Midpiece.of(walk.points(), absorbed, head.feret().length(), width),
                met,
                CHORD * width);
    }

    /**
     * How far beside the long axis the thread leaves its head, share of the head's width.
     *
     * @param heightOverWidth of a pixel
     */
    double offset(HeadOutline head, double heightOverWidth) {
        Point center = head.contour().centroid();
        Point neck = walk.points().get(0);
        double axis = seen(backRad, heightOverWidth);
        double across = heightOverWidth * (neck.y() - center.y()) * StrictMath.cos(axis)
                - (neck.x() - center.x()) * StrictMath.sin(axis);
        return Math.abs(across) / width(head, heightOverWidth);
    }

    /** Of a head, in widths of a pixel. */
    private static double width(HeadOutline head, double heightOverWidth) {
        return heightOverWidth == 1
                ? head.feret().width()
                : Contour.of(head.contour().points().stream()
                                .map(place -> new Point(place.x(), heightOverWidth * place.y()))
                                .toList())
                        .feret()
                        .width();
    }

    /**
     * Between the head's long axis and the first half head length of the thread, radians, 0 to pi.
     *
     * @param heightOverWidth of a pixel
     */
    double angleRad(double heightOverWidth) {
        return Math.abs(turn(seen(backRad, heightOverWidth), seen(headingRad, heightOverWidth)));
    }

    /**
     * How far the thread turns at most from where it had pointed, one way, radians.
     *
     * @param heightOverWidth of a pixel
     */
    double turningRad(double heightOverWidth) {
        List<Point> chords = new ArrayList<>(List.of(walk.points().get(0)));
        for (Point point : walk.points()) {
            if (point.distanceTo(chords.get(chords.size() - 1)) >= chordPx) {
                chords.add(point);
            }
        }
        double direction = 0;
        double least = 0;
        double most = 0;
        for (int i = 2; i < chords.size(); i++) {
            direction += turn(seen(heading(chords, i - 1), heightOverWidth), seen(heading(chords, i), heightOverWidth));
            least = Math.min(least, direction);
            most = Math.max(most, direction);
        }
        return most - least;
    }

    /** A direction by pixels as it is where they are not as high as wide. */
    private static double seen(double direction, double heightOverWidth) {
        return heightOverWidth == 1
                ? direction
                : StrictMath.atan2(heightOverWidth * StrictMath.sin(direction), StrictMath.cos(direction));
    }

    /**
     * Where a thread leaves the head: the place of the outline outside which most is absorbed, at the tail's end, away from
     * where none was followed.
     */
    private static Neck neck(
            Contour contour,
            Point center,
            double back,
            double width,
            Raster absorbed,
            RidgeWalk.Rule rule,
            List<Point> tried) {
        Neck best = new Neck(center, back, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < contour.size(); i++) {
            double heading = StrictMath.atan2(contour.y(i) - center.y(), contour.x(i) - center.x());
            Point start = new Point(
                    contour.x(i) + NECK_STEPS[0] * width * StrictMath.cos(heading),
                    contour.y(i) + NECK_STEPS[0] * width * StrictMath.sin(heading));
            if (Math.abs(turn(back, heading)) > WIDEST_NECK
                    || tried.stream().anyMatch(other -> other.distanceTo(start) < APART * width)) {
                continue;
            }
            double sum = 0;
            for (double away : NECK_STEPS) {
                Point outside = new Point(
                        contour.x(i) + away * width * StrictMath.cos(heading),
                        contour.y(i) + away * width * StrictMath.sin(heading));
                sum += RidgeWalk.contrast(outside, heading, absorbed, rule);
            }
            if (sum / NECK_STEPS.length > best.contrast()) {
                best = new Neck(start, heading, sum / NECK_STEPS.length);
            }
        }
        return best;
    }

    private record Neck(Point place, double heading, double contrast) {}

    /** The place so far along the way, or its end. */
    static Point place(List<Point> points, double along) {
        return points.get(reached(points, along));
    }

    /** Which place of the way lies so far along it, or the last. */
    static int reached(List<Point> points, double along) {
        double length = 0;
        for (int i = 1; i < points.size(); i++) {
            length += points.get(i).distanceTo(points.get(i - 1));
            if (length >= along) {
                return i;
            }
        }
        return points.size() - 1;
    }

    private static double heading(List<Point> chords, int i) {
        return direction(chords.get(i - 1), chords.get(i));
    }

    /** Where one place lies from another, radians from the x axis towards y. */
    static double direction(Point from, Point to) {
        return StrictMath.atan2(to.y() - from.y(), to.x() - from.x());
    }

    /** From one direction to another, above -pi up to pi. */
    static double turn(double from, double to) {
        double by = (to - from) % (2 * Math.PI);
        if (by > Math.PI) {
            return by - 2 * Math.PI;
        }
        return by <= -Math.PI ? by + 2 * Math.PI : by;
    }
}
