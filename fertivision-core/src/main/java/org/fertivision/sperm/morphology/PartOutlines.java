package org.fertivision.sperm.morphology;

import java.util.ArrayList;
import java.util.List;
import org.fertivision.finding.ItemPart;
import org.fertivision.image.Point;
import org.fertivision.pixel.Blob;
import org.fertivision.pixel.Contour;

/**
 * Where the parts of one stained sperm lie, for people to see what was taken for what: borders of acrosome, vacuoles,
 * midpiece and the cytoplasm left at it, the way of the tail. A thread whose midpiece is not told from its tail is one flagellum. The head is the
 * sperm's own outline.
 */
final class PartOutlines {
    private static final double TOLERANCE_PX = 0.35;
    private static final int MOST_CORNERS = 60;

    /** Every so many places of the thread, steps of a twentieth of the head's width. */
    private static final int STRIDE = 4;

    private PartOutlines() {}

    static List<ItemPart> of(SpermParts parts) {
        List<ItemPart> told = new ArrayList<>();
        parts.head().ifPresent(head -> told.add(region("acrosome", head.acrosome())));
        parts.vacuoles().ifPresent(spots -> spots.forEach(spot -> told.add(region("vacuole", spot))));
        parts.thread().ifPresent(thread -> told.addAll(thread(thread)));
        parts.cytoplasm().bodies().ifPresent(bodies -> bodies.forEach(body -> told.add(region("cytoplasm", body))));
        return List.copyOf(told);
    }

    private static ItemPart region(String name, Blob blob) {
        return new ItemPart(
                name,
                Contour.around(blob).simplified(TOLERANCE_PX, MOST_CORNERS).points(),
                true);
    }

    private static List<ItemPart> thread(Flagellum thread) {
        List<Point> way = thread.walk().points();
        if (thread.midpiece().isEmpty()) {
            return way.size() < 2 ? List.of() : List.of(new ItemPart("flagellum", thinned(way), false));
        }
        Midpiece midpiece = thread.midpiece().get();
        int end = end(way, midpiece.lengthPx());
        List<ItemPart> told = new ArrayList<>();
        told.add(new ItemPart("midpiece", band(thinned(way.subList(0, end + 1)), midpiece.widthPx() / 2), true));
        if (end < way.size() - 1) {
            told.add(new ItemPart("tail", thinned(way.subList(end, way.size())), false));
        }
        return told;
    }

    /** The place so far along the way, at least the second. */
    private static int end(List<Point> way, double lengthPx) {
        double length = 0;
        int at = 0;
        while (at < way.size() - 1 && length < lengthPx) {
            length += way.get(at + 1).distanceTo(way.get(at));
            at++;
        }
        return Math.max(1, at);
    }

    private static List<Point> thinned(List<Point> way) {
        List<Point> kept = new ArrayList<>();
        for (int i = 0; i < way.size() - 1; i += STRIDE) {
            kept.add(way.get(i));
        }
        kept.add(way.get(way.size() - 1));
        return kept;
    }

    /** The border of all that lies beside a way, up to half its width: there on one side and back on the other. */
    private static List<Point> band(List<Point> way, double halfWidthPx) {
        List<Point> border = new ArrayList<>();
        for (int i = 0; i < way.size(); i++) {
            border.add(beside(way, i, halfWidthPx));
        }
        for (int i = way.size() - 1; i >= 0; i--) {
            border.add(beside(way, i, -halfWidthPx));
        }
        return border;
    }

    private static Point beside(List<Point> way, int i, double byPx) {
        Point before = way.get(Math.max(0, i - 1));
        Point after = way.get(Math.min(way.size() - 1, i + 1));
        double length = Math.max(1e-9, before.distanceTo(after));
        Point at = way.get(i);
        return new Point(
                at.x() - byPx * (after.y() - before.y()) / length, at.y() + byPx * (after.x() - before.x()) / length);
    }
}
