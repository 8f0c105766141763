package org.fertivision.sperm.count;

import org.fertivision.image.Plane;
import org.fertivision.image.Point;
import org.fertivision.image.Region;
import org.fertivision.pixel.Contour;
import org.fertivision.pixel.Feret;

/**
 * An object of a field, cut out half-way between its own brightness and its surroundings, so that a tail, which is much
 * paler than its head, stays outside.
 *
 * @param contour its outline
 * @param center of the area inside, pixels
 * @param contrast brightness over the surroundings, gray levels
 * @param areaUm2 inside the outline, square micrometers
 * @param isCut whether the edge of the picture cuts it
 */
record Thing(Contour contour, Point center, double contrast, double areaUm2, boolean isCut) {
    /** Touching heads fill less of their hull, single ones more. */
    static final double NOTCHED = 0.95;

    static Thing of(Contour contour, double contrast, Scale scale, Plane picture) {
        return new Thing(
                contour,
                contour.centroid(),
                contrast,
                scale.um2(contour.area()),
                contour.box().touchesBorder(picture.width(), picture.height()));
    }

    /** Whether it is whole, as large as a head and without a notch. */
    boolean isHeadShaped(Gates gates) {
        return !isCut && gates.isHeadSized(areaUm2) && solidity() >= NOTCHED;
    }

    /** Area of the outline over that of its hull: 1 for convex shapes. */
    double solidity() {
        return contour.solidity();
    }

    /** Its largest and smallest diameter, pixels. */
    Feret feret() {
        return contour.feret();
    }

    /** Smallest over largest diameter. */
    double roundness() {
        Feret feret = feret();
        return feret.width() / feret.length();
    }

    /** The pixels it covers. */
    Region box() {
        return contour.box();
    }
}
