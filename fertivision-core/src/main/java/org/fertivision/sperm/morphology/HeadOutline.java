package org.fertivision.sperm.morphology;

import org.fertivision.pixel.Blob;
import org.fertivision.pixel.Contour;
import org.fertivision.pixel.EdgeLevel;
import org.fertivision.pixel.Feret;

/**
 * One object with the outline of its edge, pixels. Gray levels are those of the picture, turned over where heads are dark.
 *
 * @param mask its pixels
 * @param edge where its edge lies between surroundings and plateau
 * @param contour the sub-pixel line of that level
 * @param feret largest and smallest caliper diameter
 * @param edgeWidth distance over which the edge rises from 10 to 90 %, pixels
 * @param meanGray mean of the picture's own gray levels inside
 * @param cutOff whether the mask reaches the rim of the patch in which it was looked for
 */
record HeadOutline(
        Blob mask, EdgeLevel edge, Contour contour, Feret feret, double edgeWidth, double meanGray, boolean cutOff) {

    double area() {
        return contour.area();
    }

    double aspect() {
        return feret.length() / feret.width();
    }

    /** Area over the area of the convex hull, both of the contour. */
    double solidity() {
        return contour.solidity();
    }
}
