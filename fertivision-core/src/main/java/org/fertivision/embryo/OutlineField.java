package org.fertivision.embryo;

import java.util.Arrays;
import java.util.List;
import org.fertivision.image.Point;
import org.fertivision.pixel.DiscContrast;
import org.fertivision.pixel.PolarImage;
import org.fertivision.pixel.Raster;

/**
 * A field made ready for the search of an outline.
 *
 * @param raster the gray values
 * @param roughness how rough they are, coarser
 * @param rough pixels of the raster in one of the roughness
 * @param factor pixels of the image in one of the raster
 * @param discs the discs rougher than what surrounds them, the best first, one or two, pixels of the raster
 */
record OutlineField(Raster raster, Raster roughness, int rough, int factor, List<DiscContrast.Disc> discs) {
    /**
     * How much the roughness drops outwards at each place about a center, in units of the first disc's contrast.
     *
     * @param step distance of two columns, pixels of the raster
     * @param reach columns that are compared on both sides
     */
    PolarImage drop(Point center, int directions, int columns, double step, int reach) {
        double[] level = new double[directions];
        Arrays.fill(level, 1 / discs.get(0).contrast());
        Point there = new Point(center.x() / rough, center.y() / rough);
        return PolarImage.around(roughness, there, directions, columns, step / rough)
                .drop(reach)
                .times(level);
    }

    /** Contrast of the second disc over that of the first, 0 where there is no second. */
    double rivalry() {
        return discs.size() < 2 ? 0 : discs.get(1).contrast() / discs.get(0).contrast();
    }
}
