package org.fertivision.pixel;

import java.util.List;
import org.fertivision.image.Point;

/**
 * One closed line around a blob and its holes: the outer border, and by a bridge of no width to each hole and back the
 * border of that hole, run the other way. So the area inside the line, by its sign or by the even-odd rule, is that of the
 * blob's own pixels.
 */
public final class HoledOutline {
    /** Above the middle, so that holes that touch by corners only are parted where the blob's pixels are joined. */
    private static final double ABOVE_MIDDLE = 0.51;

    private HoledOutline() {}

    /**
     * The corners of the line around a blob whose pixels hang together by edges or corners.
     *
     * @param tolerance how far the borders may lie off those of the pixels: see {@link Contour#simplified}
     * @param mostCorners of each border, 3 or more
     */
    public static List<Point> around(Blob blob, double tolerance, int mostCorners) {
        Contour outer = Contour.around(blob).simplified(tolerance, mostCorners);
        if (blob.holes() == 0) {
            return outer.points();
        }
        BridgedLine line = new BridgedLine(outer);
        line.join(Filling.holes(blob).stream()
                .map(hole -> Contour.around(hole, ABOVE_MIDDLE).simplified(tolerance, mostCorners))
                .toList());
        return line.corners();
    }
}
