package org.fertivision.endometrium;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fertivision.finding.Item;
import org.fertivision.finding.Label;
import org.fertivision.finding.Outline;
import org.fertivision.finding.Reading;
import org.fertivision.finding.measures.FieldMeasures;
import org.fertivision.image.Region;
import org.fertivision.pixel.Blob;
import org.fertivision.pixel.Contour;
import org.fertivision.pixel.DarkLines;
import org.fertivision.pixel.Raster;
import org.fertivision.pixel.Threshold;

/** Each connected piece of vessels as an object, so that a person sees what was taken for one. */
final class VesselItems {
    /** The naming system of the labels: {@code vessel}. */
    static final String LABELS = "structure";

    private static final String VESSEL = "vessel";
    private static final double TOLERANCE_PX = 0.3;
    private static final int MOST_CORNERS = 400;

    private VesselItems() {}

    static List<Item> of(DarkLines vessels) {
        List<Item> items = new ArrayList<>();
        for (Blob piece : vessels.pieces()) {
            items.add(Item.of(
                    items.size(),
                    piece.centroid(),
                    outline(piece),
                    piece.box(),
                    List.of(Reading.measured(FieldMeasures.AREA_PX, piece.area(), "pixels")),
                    List.of(new Label(LABELS, VESSEL))));
        }
        return items;
    }

    private static Outline outline(Blob piece) {
        Region box = piece.mask(1).box();
        float[] samples = new float[box.width() * box.height()];
        piece.forEachRun((y, from, to) -> {
            int row = (y - box.y()) * box.width() - box.x();
            Arrays.fill(samples, row + from, row + to, 1);
        });
        return Contour.around(piece, Raster.of(box, samples), Threshold.brighterThan(0.5))
                .map(contour -> contour.simplified(TOLERANCE_PX, MOST_CORNERS))
                .map(contour -> Outline.of(contour.points()))
                .orElse(Outline.none());
    }
}
