package org.fertivision.endometrium;

import java.util.ArrayList;
import java.util.List;
import org.fertivision.finding.Item;
import org.fertivision.finding.Label;
import org.fertivision.finding.Outline;
import org.fertivision.finding.Reading;
import org.fertivision.finding.measures.FieldMeasures;
import org.fertivision.image.Point;
import org.fertivision.image.Region;
import org.fertivision.pixel.Blob;
import org.fertivision.pixel.HoledOutline;

/**
 * Each connected piece of vessels as an object, so that a person sees what was taken for one: its outline leaves out what
 * vessels enclose.
 */
final class VesselItems {
    /** The naming system of the labels: {@code vessel}. */
    static final String LABELS = "structure";

    private static final String VESSEL = "vessel";
    private static final double TOLERANCE = 0.3;
    private static final int MOST_CORNERS = 2000;

    private VesselItems() {}

    /**
     * The pieces in order.
     *
     * @param side pixels of the side of the blocks in which the pieces count
     */
    static List<Item> of(List<Blob> pieces, int side) {
        List<Item> items = new ArrayList<>();
        for (Blob piece : pieces) {
            Region box = piece.box();
            items.add(Item.of(
                    items.size(),
                    inPixels(piece.centroid(), side),
                    Outline.of(HoledOutline.around(piece, TOLERANCE, MOST_CORNERS).stream()
                            .map(corner -> inPixels(corner, side))
                            .toList()),
                    new Region(side * box.x(), side * box.y(), side * box.width(), side * box.height()),
                    List.of(Reading.measured(FieldMeasures.AREA_PX, side * side * piece.area(), "pixels")),
                    List.of(new Label(LABELS, VESSEL))));
        }
        return items;
    }

    private static Point inPixels(Point blocks, int side) {
        return new Point(side * blocks.x(), side * blocks.y());
    }
}
