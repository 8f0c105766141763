package org.fertivision.phantom;

import java.util.List;
import org.fertivision.image.Point;

/**
 * One drawn thing as it is known exactly.
 *
 * @param id its number in the image, from 1
 * @param objectClass what it is
 * @param centerPx center of its ellipse, pixels; may lie outside the image when the border cuts it
 * @param angleDeg where its long axis points (a sperm's head: away from its tail), degrees from the x axis towards y
 *     (down), 0 to 360
 * @param shape its ellipse, without tail
 * @param tailUm length of its tail along the curve, micrometers, 0 when none is drawn
 * @param contrastLevels gray levels over (negative: under) the background, one a channel
 * @param centerInFrame whether the center lies in [0, width) x [0, height): the half-open counting frame
 * @param cutByBorder whether the border of the image cuts its ellipse
 * @param touches the ids of the things that touch it without a gap
 */
public record TrueObject(
        int id,
        ObjectClass objectClass,
        Point centerPx,
        double angleDeg,
        Ellipse shape,
        double tailUm,
        List<Double> contrastLevels,
        boolean centerInFrame,
        boolean cutByBorder,
        List<Integer> touches) {
    /** Copies the lists. */
    public TrueObject {
        contrastLevels = List.copyOf(contrastLevels);
        touches = List.copyOf(touches);
    }

    /** Whether it is a sperm whose head lies wholly in the image. */
    public boolean isWholeSperm() {
        return objectClass.isSperm() && !cutByBorder;
    }
}
