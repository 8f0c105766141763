package org.fertivision.endometrium;

import java.util.ArrayList;
import java.util.List;
import org.fertivision.finding.Item;
import org.fertivision.finding.Label;
import org.fertivision.finding.Outline;
import org.fertivision.finding.Reading;
import org.fertivision.finding.measures.FieldMeasures;
import org.fertivision.pixel.Blob;
import org.fertivision.pixel.DarkLines;
import org.fertivision.pixel.HoledOutline;

/**
 * Each connected piece of vessels as an object, so that a person sees what was taken for one: its outline leaves out what
 * vessels enclose.
 */
final class VesselItems {
    /** The naming system of the labels: {@code vessel}. */
    static final String LABELS = "structure";

    private static final String VESSEL = "vessel";
    private static final double TOLERANCE_PX = 0.3;
    private static final int MOST_CORNERS = 2000;

    private VesselItems() {}

    static List<Item> of(DarkLines vessels) {
        List<Item> items = new ArrayList<>();
        for (Blob piece : vessels.pieces()) {
            items.add(Item.of(
                    items.size(),
                    piece.centroid(),
                    Outline.of(HoledOutline.around(piece, TOLERANCE_PX, MOST_CORNERS)),
                    piece.box(),
                    List.of(Reading.measured(FieldMeasures.AREA_PX, piece.area(), "pixels")),
                    List.of(new Label(LABELS, VESSEL))));
        }
        return items;
    }
}
