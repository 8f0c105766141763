package org.fertivision.phantom;

import java.util.List;
import org.fertivision.image.Point;

/**
 * One sperm to be drawn.
 *
 * @param objectClass what is said of it
 * @param head its head, pointing away from the tail
 * @param tail its tail
 * @param contrastLevels gray levels of the head over the background, one a channel
 */
record Sperm(ObjectClass objectClass, Placed head, Tail tail, List<Double> contrastLevels) {
    Sperm {
        contrastLevels = List.copyOf(contrastLevels);
    }

    /** Where the tail leaves the head. */
    Point neckPx(double umPerPixel) {
        double half = head.shape().lengthUm() / 2 / umPerPixel;
        return new Point(
                head.centerPx().x() - half * StrictMath.cos(head.angleRad()),
                head.centerPx().y() - half * StrictMath.sin(head.angleRad()));
    }
}
