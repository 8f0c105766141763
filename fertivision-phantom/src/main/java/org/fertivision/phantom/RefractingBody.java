package org.fertivision.phantom;

/**
 * An ellipsoid that light passes through, as deep as the mean of its length and width.
 *
 * @param x its center right of the image's middle, micrometers
 * @param y its center below the image's middle, micrometers
 * @param shape its outline as seen
 * @param angleRad where its long axis points, radians from the x axis towards y (down)
 * @param index its refractive index over that of its surroundings
 */
record RefractingBody(double x, double y, Ellipse shape, double angleRad, double index) {
    /** A ball. */
    static RefractingBody ball(double x, double y, double radiusUm, double index) {
        return new RefractingBody(x, y, new Ellipse(2 * radiusUm, 2 * radiusUm), 0, index);
    }

    /** An ellipsoid with the area of a disc of this radius. */
    static RefractingBody oval(double x, double y, double radiusUm, double aspect, double angleRad, double index) {
        double root = Math.sqrt(aspect);
        return new RefractingBody(x, y, new Ellipse(2 * radiusUm * root, 2 * radiusUm / root), angleRad, index);
    }

    /** The radius of a disc of the same area, micrometers. */
    double radiusUm() {
        return Math.sqrt(shape.lengthUm() * shape.widthUm()) / 2;
    }

    /** Its volume, cubic micrometers. */
    double volumeUm3() {
        return 4.0 / 3 * Math.PI * StrictMath.pow(radiusUm(), 3);
    }

    /** The same body of another index. */
    RefractingBody index(double other) {
        return new RefractingBody(x, y, shape, angleRad, other);
    }
}
