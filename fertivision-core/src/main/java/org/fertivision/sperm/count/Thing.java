package org.fertivision.sperm.count;

import org.fertivision.pixel.Blob;
import org.fertivision.pixel.Contour;
import org.fertivision.pixel.Feret;

/**
 * An object of a field, cut out half-way between its own brightness and its surroundings, so that a tail, which is much
 * paler than its head, stays outside.
 *
 * @param blob its pixels
 * @param contour its outline
 * @param feret its largest and smallest diameter, pixels
 * @param contrast brightness over the surroundings, gray levels
 * @param areaUm2 area of its pixels, square micrometers
 * @param isCut whether the edge of the picture cuts it
 */
record Thing(Blob blob, Contour contour, Feret feret, double contrast, double areaUm2, boolean isCut) {
    /** Area of the outline over that of its hull: 1 for convex shapes. */
    double solidity() {
        return contour.solidity();
    }

    /** Smallest over largest diameter. */
    double roundness() {
        return feret.width() / feret.length();
    }
}
