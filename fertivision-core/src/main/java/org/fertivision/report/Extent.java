package org.fertivision.report;

import java.util.ArrayList;
import java.util.List;
import org.fertivision.finding.Item;
import org.fertivision.finding.ItemPart;
import org.fertivision.image.Point;
import org.fertivision.image.Region;

/** The smallest boxes of whole pixels around what is drawn. */
final class Extent {
    private Extent() {}

    /** An object with those of its parts that have a border; what is only a way, as a tail, may be far longer. */
    static Region of(Item item) {
        Region box = item.box();
        List<Point> places =
                new ArrayList<>(List.of(new Point(box.x(), box.y()), new Point(box.right(), box.bottom())));
        item.parts().stream().filter(ItemPart::closed).forEach(part -> places.addAll(part.places()));
        return around(places);
    }

    /** All places. */
    static Region around(List<Point> places) {
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (Point place : places) {
            left = Math.min(left, place.x());
            top = Math.min(top, place.y());
            right = Math.max(right, place.x());
            bottom = Math.max(bottom, place.y());
        }
        int x = (int) Math.floor(left);
        int y = (int) Math.floor(top);
        return new Region(x, y, Math.max(1, (int) Math.ceil(right) - x), Math.max(1, (int) Math.ceil(bottom) - y));
    }
}
