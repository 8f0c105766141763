package org.fertivision.sperm.morphology;

import java.util.ArrayList;
import java.util.List;
import org.fertivision.image.Point;
import org.fertivision.image.Region;
import org.fertivision.pixel.Blob;
import org.fertivision.pixel.Components;
import org.fertivision.pixel.Connectivity;
import org.fertivision.pixel.DiscShaping;
import org.fertivision.pixel.GrayInside;
import org.fertivision.pixel.Mask;
import org.fertivision.pixel.Raster;
import org.fertivision.pixel.RidgeWalk;
import org.fertivision.pixel.Threshold;

/**
 * Finds the cytoplasm left at the midpiece of one stained sperm: what takes up light outside all heads and holds a stretch of
 * the midpiece, where both together are wider than midpieces are. Its edge lies where it takes up half of what it does in
 * the median; the midpiece itself is not part of it. What is reddish, very pale or ragged may be dirt: then nothing is told,
 * nor where another head or the edge of the picture may hide some of it.
 * All lengths are shares of the head's own width and length. Levels were chosen on one half of a published set, see ADR 29.
 */
final class CytoplasmFinder {
    private static final double MIDPIECE = 1;
    private static final double BENT_BACK = Math.toRadians(70);
    private static final double REACH = 1.5;
    private static final double RIM_OF_HEADS = 0.1;
    private static final double WIDEST_MIDPIECE = 0.36;
    private static final double WIDTH_OF_THREADS = 0.25;

    private static final double LEAST_LEVEL = 0.1;
    private static final double EDGE = 0.5;
    private static final double NARROW = 0.22;

    /** What lies nearer to the midpiece than this may hide all of a piece that is wide enough. */
    private static final double LEAST_DEPTH = 2 * NARROW;

    private static final double BLUR = 0.08;
    private static final double SLIVER = 0.07;
    private static final double LEAST_CONTACT = 0.03;
    private static final double SMALLEST = 0.03;

    private static final double PALE = 0.86;
    private static final double TOO_DARK_FOR_COLOR = 0.6;
    private static final double BLUISH = 0.01;
    private static final double LARGE = 0.15;
    private static final double SOLID = 0.88;

    private static final double ALL_LIGHT = 1;
    private static final int MARGIN_PX = 2;

    private static final String DOUBTFUL = "what lies at the midpiece is not told from cytoplasm";

    private final HeadOutline head;
    private final StainedSmear smear;
    private final double width;
    private final Raster absorbed;
    private final Mask free;
    private final Mask band;
    private final Mask midpiece;
    private final Mask reachable;
    private final Mask beside;
    private final Mask otherHeads;
    private final boolean isBesideEdge;

    private CytoplasmFinder(
            HeadOutline head, Flagellum thread, List<Point> near, StainedSmear smear, Raster field, Mask heads) {
        this.head = head;
        this.smear = smear;
        this.width = head.feret().width();
        this.absorbed = field.near(around(near, REACH * width, field.region()), 0);
        Region box = absorbed.region();
        double half = thread.midpiece()
                        .map(told -> Math.min(WIDEST_MIDPIECE * width, told.widthPx()))
                        .orElse(WIDTH_OF_THREADS * width)
                / 2;
        Mask all = Mask.of(absorbed, Threshold.upTo(ALL_LIGHT));
        this.free = all.without(DiscShaping.grown(all.and(heads), RIM_OF_HEADS * width));
        this.band = DiscShaping.grown(Mask.under(box, thread.walk().points()), half);
        this.midpiece = DiscShaping.grown(Mask.under(box, near), half);
        this.reachable = DiscShaping.grown(Mask.under(box, near), REACH * width);
        this.beside = DiscShaping.grown(Mask.under(box, near), LEAST_DEPTH * width);
        this.otherHeads = all.and(heads).without(Mask.union(head.mask().box(), List.of(head.mask())));
        this.isBesideEdge = near.stream().anyMatch(place -> toEdge(place, field.region()) < LEAST_DEPTH * width);
    }

    private static double toEdge(Point place, Region picture) {
        return Math.min(
                Math.min(place.x(), picture.width() - place.x()), Math.min(place.y(), picture.height() - place.y()));
    }

    /**
     * The cytoplasm at the midpiece of a head.
     *
     * @param thread of this head
     * @param others the threads of the other heads of the field
     * @param absorbed share of the light that is absorbed, smoothed
     * @param heads all heads of the field
     */
    static ResidualCytoplasm of(
            HeadOutline head,
            Flagellum thread,
            List<Flagellum> others,
            StainedSmear smear,
            Raster absorbed,
            Mask heads) {
        double far = MIDPIECE * head.feret().length();
        List<Point> way = thread.walk().points();
        if (thread.walk().length() < far) {
            return ResidualCytoplasm.unseen(
                    thread.walk().end() == RidgeWalk.End.BORDER
                            ? SpermParts.CUT
                            : "too little of the midpiece is seen");
        }
        List<Point> near = way.subList(0, Flagellum.reached(way, far) + 1);
        return isBentBack(near)
                ? ResidualCytoplasm.unseen(DOUBTFUL)
                : new CytoplasmFinder(head, thread, near, smear, absorbed, heads).look(others);
    }

    /** A thread that turns back lays its own loop beside the midpiece. */
    private static boolean isBentBack(List<Point> near) {
        int third = near.size() / 3;
        double first = Flagellum.direction(near.get(0), near.get(third));
        double last = Flagellum.direction(near.get(near.size() - 1 - third), near.get(near.size() - 1));
        return Math.abs(Flagellum.turn(first, last)) > BENT_BACK;
    }

    private ResidualCytoplasm look(List<Flagellum> others) {
        if (isBesideEdge) {
            return ResidualCytoplasm.unseen(SpermParts.CUT);
        }
        if (meetsOtherHead(beside, 0)) {
            return ResidualCytoplasm.unseen(SpermParts.OVERLAPPED);
        }
        Region box = absorbed.region();
        List<Blob> bodies = new ArrayList<>();
        for (Blob rough : wide(LEAST_LEVEL)) {
            double middle = GrayInside.of(absorbed, box, Mask.union(box, List.of(rough)), band)
                    .map(GrayInside::median)
                    .orElse(0.0);
            double level = Math.max(LEAST_LEVEL, EDGE * middle);
            for (Blob core : wide(level)) {
                if (core.overlap(rough) > 0) {
                    Mask body = DiscShaping.grown(Mask.union(box, List.of(core)), BLUR * width)
                            .and(stained(level))
                            .without(band);
                    if (isOverlapped(body, others)) {
                        return ResidualCytoplasm.unseen(SpermParts.OVERLAPPED);
                    }
                    if (body.touchesBorder()) {
                        return ResidualCytoplasm.unseen(SpermParts.CUT);
                    }
                    bodies.addAll(pieces(body));
                }
            }
        }
        return bodies.stream().anyMatch(this::isDoubtful)
                ? ResidualCytoplasm.unseen(DOUBTFUL)
                : ResidualCytoplasm.seen(bodies);
    }

    private Mask stained(double level) {
        return Mask.of(absorbed, Threshold.brighterThan(level)).and(free);
    }

    /** The wide pieces of what takes up light that hold a stretch of the midpiece. */
    private List<Blob> wide(double level) {
        Mask opened = DiscShaping.opened(stained(level), NARROW * width);
        return Components.of(opened, Connectivity.EIGHT).stream()
                .filter(piece ->
                        Mask.union(opened.box(), List.of(piece)).and(midpiece).area() >= LEAST_CONTACT * width * width)
                .toList();
    }

    private List<Blob> pieces(Mask body) {
        return Components.of(DiscShaping.opened(body, SLIVER * width), Connectivity.EIGHT).stream()
                .filter(piece -> piece.area() >= SMALLEST * head.mask().area())
                .toList();
    }

    /** Whether it goes on out of reach, meets another head, or the thread of another sperm runs through it. */
    private boolean isOverlapped(Mask body, List<Flagellum> others) {
        return body.without(reachable).area() > 0
                || meetsOtherHead(body, BLUR * width)
                || others.stream()
                        .flatMap(other -> other.walk().points().stream())
                        .anyMatch(place -> body.contains((int) Math.floor(place.x()), (int) Math.floor(place.y())));
    }

    private boolean meetsOtherHead(Mask mask, double by) {
        return otherHeads.area() > 0
                && DiscShaping.grown(mask, by + RIM_OF_HEADS * width)
                                .and(otherHeads)
                                .area()
                        > 0;
    }

    private boolean isDoubtful(Blob piece) {
        double green = passed(piece, smear.green());
        double red = passed(piece, smear.red());
        return Math.min(green, red) > PALE
                || (green > TOO_DARK_FOR_COLOR && red > green - BLUISH)
                || (piece.area() > LARGE * head.mask().area() && piece.solidity() < SOLID);
    }

    private static double passed(Blob piece, Raster light) {
        double[] sum = new double[1];
        piece.forEachRun((y, from, to) -> {
            for (int x = from; x < to; x++) {
                sum[0] += light.at(x, y);
            }
        });
        return sum[0] / piece.area();
    }

    private static Region around(List<Point> way, double margin, Region picture) {
        int left = (int) way.stream().mapToDouble(Point::x).min().orElseThrow();
        int top = (int) way.stream().mapToDouble(Point::y).min().orElseThrow();
        int right = (int) way.stream().mapToDouble(Point::x).max().orElseThrow();
        int bottom = (int) way.stream().mapToDouble(Point::y).max().orElseThrow();
        return new Region(left, top, right - left + 1, bottom - top + 1)
                .grown((int) Math.ceil(margin) + MARGIN_PX, picture.width(), picture.height());
    }
}
