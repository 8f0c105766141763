package org.fertivision.phantom;

import org.fertivision.image.Point;

/**
 * Where the slide lies under the camera.
 *
 * @param umPerPixel size of a pixel, micrometers
 * @param driftXUmPerS how fast everything on the slide drifts to the right, micrometers a second
 * @param driftYUmPerS how fast it drifts down
 */
record Stage(double umPerPixel, double driftXUmPerS, double driftYUmPerS) {
    /** How the slide of a film lies and drifts. */
    static Stage of(Choices choices) {
        return new Stage(choices.number("umPerPixel"), choices.number("driftX"), choices.number("driftY"));
    }

    /** The pixel that shows a place of the slide. */
    Point px(double xUm, double yUm, double timeS) {
        return new Point((xUm + driftXUmPerS * timeS) / umPerPixel, (yUm + driftYUmPerS * timeS) / umPerPixel);
    }
}
