package org.fertivision.sperm.morphology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.fertivision.image.Point;
import org.fertivision.pixel.Contour;
import org.fertivision.pixel.Mask;
import org.fertivision.pixel.Raster;
import org.fertivision.pixel.RidgeWalk;

/**
 * Tells heads over which a thread that is not their own passes, or into which one runs: there, what lies in the head is not
 * told from what lies on it. A thread lies on a head where it is followed away from the outline and goes on as a darker line
 * within, or where the thread of another sperm was followed up to the outline. All lengths are shares of the head's own
 * width and length. Levels were chosen on drawn smears and on one half of a published set, see ADR 29.
 */
final class Overlap {
    private static final double STEP = 0.05;
    private static final double HALF_WIDTH = 0.07;
    private static final double FLANK = 0.175;
    private static final double LEAST_CONTRAST = 0.075;
    private static final double LEAST_AT_ANY_PLACE = LEAST_CONTRAST / 2;
    private static final double MOST_CONTRAST = 4 * LEAST_CONTRAST;
    private static final double MOST_GAP = 0.2;
    private static final double LONG = 0.35;
    private static final double[] ASLANT_DEG = {-60, -40, -20, 0, 20, 40, 60};

    /** How far off the outline a thread is asked for first, and at how many places from there on. */
    private static final double OFF_OUTLINE = 0.12;

    private static final int PLACES = 8;
    private static final double APART = 0.2;
    private static final int MOST_TRIES = 8;
    private static final double ALONG = 0.15;

    private static final double[] TURNED_DEG = {-45, -30, -15, 0, 15, 30, 45};
    private static final double FIRST_WITHIN = 0.1;
    private static final int PLACES_WITHIN = 11;
    private static final int STRETCH = 4;
    private static final double LEAST_WITHIN = 0.055;

    private static final double REACHED = 0.15;
    private static final int LAST_PLACES = 20;
    private static final double BESIDE_OWN = 0.2;

    private final HeadOutline head;
    private final Optional<Flagellum> own;
    private final Raster absorbed;
    private final Mask heads;
    private final double width;

    /**
     * Of one head.
     *
     * @param own the thread that was followed from it
     * @param absorbed share of the light that is absorbed, smoothed
     * @param heads all heads of the field
     */
    Overlap(HeadOutline head, Optional<Flagellum> own, Raster absorbed, Mask heads) {
        this.head = head;
        this.own = own;
        this.absorbed = absorbed;
        this.heads = heads;
        this.width = head.feret().width();
    }

    /** Whether a thread that is not its own lies on the head; one may be its own where none was followed from it. */
    boolean isSeen(List<Flagellum> others) {
        return others.stream().anyMatch(this::reaches) || threads() >= (own.isPresent() ? 1 : 2);
    }

    /** Whether another sperm's thread ends at this head, and not by following this one's own thread up to it. */
    private boolean reaches(Flagellum other) {
        List<Point> way = other.walk().points();
        Point end = way.get(way.size() - 1);
        Contour contour = head.contour();
        if (other.walk().end() != RidgeWalk.End.OBJECT
                || end.distanceTo(contour.centroid()) > head.feret().length()
                || contour.points().stream().noneMatch(place -> place.distanceTo(end) < REACHED * width)) {
            return false;
        }
        List<Point> last = way.subList(Math.max(0, way.size() - LAST_PLACES), way.size());
        return own.filter(thread -> isBeside(last, thread.walk().points(), BESIDE_OWN * width))
                .isEmpty();
    }

    /** How many threads leave the head beside its own. */
    private int threads() {
        double longEnough = LONG * head.feret().length();
        RidgeWalk.Rule rule = new RidgeWalk.Rule(
                STEP * width, HALF_WIDTH * width, LEAST_CONTRAST, MOST_GAP * width, longEnough + MOST_GAP * width);
        List<List<Point>> found = new ArrayList<>();
        List<Start> starts = starts();
        for (int tries = 0; tries < MOST_TRIES && !starts.isEmpty(); tries++) {
            Start start = starts.stream()
                    .max(Comparator.comparingDouble(Start::contrast))
                    .orElseThrow();
            starts.removeIf(other -> other.at().distanceTo(start.at()) < APART * width);
            RidgeWalk walk = RidgeWalk.from(start.off(), start.heading(), absorbed, heads, rule);
            boolean isThread = walk.length() >= longEnough
                    || walk.end() == RidgeWalk.End.OBJECT
                    || walk.end() == RidgeWalk.End.BORDER;
            if (isThread && goesOnWithin(start) && isNew(walk.points(), found)) {
                found.add(walk.points());
            }
        }
        return found.size();
    }

    private boolean isNew(List<Point> way, List<List<Point>> found) {
        return found.stream().noneMatch(other -> isBeside(way, other, ALONG * width))
                && own.filter(thread -> isBeside(way, thread.walk().points(), ALONG * width))
                        .isEmpty();
    }

    /** Whether more than half of a way runs beside another. */
    private static boolean isBeside(List<Point> way, List<Point> other, double near) {
        long met = way.stream()
                .filter(place -> other.stream().anyMatch(beside -> beside.distanceTo(place) <= near))
                .count();
        return 2 * met > way.size();
    }

    /** Places of the outline, about a pixel apart, from which something darker than both its sides leads away. */
    private List<Start> starts() {
        Contour contour = head.contour();
        List<Start> starts = new ArrayList<>();
        int stride = Math.max(1, (int) (contour.size() / contour.perimeter()));
        for (int i = 0; i < contour.size(); i += stride) {
            Point at = new Point(contour.x(i), contour.y(i));
            double outward = outward(contour, i, stride);
            for (double aslant : ASLANT_DEG) {
                double heading = outward + StrictMath.toRadians(aslant);
                double first = OFF_OUTLINE * width / StrictMath.cos(StrictMath.toRadians(aslant));
                Line line = new Line(at, heading);
                double contrast = contrast(line, first);
                if (contrast >= LEAST_CONTRAST) {
                    starts.add(new Start(at, line.place(first), heading, contrast));
                }
            }
        }
        return starts;
    }

    private static double outward(Contour contour, int i, int stride) {
        int before = Math.floorMod(i - 3 * stride, contour.size());
        int after = (i + 3 * stride) % contour.size();
        double normal = StrictMath.atan2(contour.x(before) - contour.x(after), contour.y(after) - contour.y(before));
        Point center = contour.centroid();
        double aside = StrictMath.cos(normal) * (contour.x(i) - center.x())
                + StrictMath.sin(normal) * (contour.y(i) - center.y());
        return aside < 0 ? normal + Math.PI : normal;
    }

    /** What a line absorbs more than the darker of its sides, in the mean; 0 where it hardly does at any one place. */
    private double contrast(Line line, double first) {
        double sum = 0;
        for (int k = 0; k < PLACES; k++) {
            double away = first + k * STEP * width;
            double here = absorbed.valueAt(line.x(away, 0), line.y(away, 0))
                    - Math.max(side(line, away, 1), side(line, away, -1));
            if (here < LEAST_AT_ANY_PLACE) {
                return 0;
            }
            sum += Math.min(MOST_CONTRAST, here);
        }
        return sum / PLACES;
    }

    /** What lies beside a line absorbs; nothing where that is a head or in its blur. */
    private double side(Line line, double away, int sign) {
        double beside = sign * FLANK * width;
        double beyond = sign * (FLANK + OFF_OUTLINE) * width;
        return isHead(line.x(away, beside), line.y(away, beside)) || isHead(line.x(away, beyond), line.y(away, beyond))
                ? 0
                : Math.max(0, absorbed.valueAt(line.x(away, beside), line.y(away, beside)));
    }

    private boolean goesOnWithin(Start start) {
        for (double turned : TURNED_DEG) {
            if (within(new Line(start.at(), start.heading() + Math.PI + StrictMath.toRadians(turned)))
                    >= LEAST_WITHIN) {
                return true;
            }
        }
        return false;
    }

    /** The most that a line absorbs more than both its sides, in the mean over a stretch whose sides lie in the head. */
    private double within(Line line) {
        double beside = FLANK * width;
        double most = 0;
        double sum = 0;
        double[] contrasts = new double[PLACES_WITHIN];
        int n = 0;
        for (int k = 0; k < PLACES_WITHIN; k++) {
            double away = (FIRST_WITHIN + k * STEP) * width;
            if (isHead(line.x(away, 0), line.y(away, 0))
                    && isHead(line.x(away, beside), line.y(away, beside))
                    && isHead(line.x(away, -beside), line.y(away, -beside))) {
                contrasts[k] = absorbed.valueAt(line.x(away, 0), line.y(away, 0))
                        - absorbed.valueAt(line.x(away, beside), line.y(away, beside)) / 2
                        - absorbed.valueAt(line.x(away, -beside), line.y(away, -beside)) / 2;
                sum += contrasts[k] - (n >= STRETCH ? contrasts[k - STRETCH] : 0);
                n++;
            } else {
                sum = 0;
                n = 0;
            }
            most = n >= STRETCH ? Math.max(most, sum / STRETCH) : most;
        }
        return most;
    }

    private boolean isHead(double x, double y) {
        return heads.contains((int) Math.floor(x), (int) Math.floor(y));
    }

    private record Start(Point at, Point off, double heading, double contrast) {}

    /** A straight way: places so far along it and so far beside it, pixels. */
    private record Line(Point from, double cos, double sin) {
        Line(Point from, double heading) {
            this(from, StrictMath.cos(heading), StrictMath.sin(heading));
        }

        double x(double away, double beside) {
            return from.x() + away * cos - beside * sin;
        }

        double y(double away, double beside) {
            return from.y() + away * sin + beside * cos;
        }

        Point place(double away) {
            return new Point(x(away, 0), y(away, 0));
        }
    }
}
