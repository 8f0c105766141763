package org.fertivision.embryo;

import java.util.List;
import org.fertivision.image.Plane;
import org.fertivision.image.Point;
import org.fertivision.pixel.Binning;
import org.fertivision.pixel.Raster;
import org.fertivision.pixel.RoundVotes;
import org.fertivision.pixel.Smoothing;

/**
 * A field made ready for the search: as coarse as borders allow, and where round things have their middles.
 *
 * @param raster the gray values
 * @param factor pixels of the image in one of the raster
 * @param umPerPixel size of a pixel of the raster, micrometers, told or supposed
 * @param middles the best middles of round things, pixels of the raster, at most two
 */
record CellField(Raster raster, int factor, double umPerPixel, List<RoundVotes.Middle> middles) {
    private static final double FINE_UM = 0.5;
    private static final double COARSE_UM = 2;

    /**
     * Looks for middles of round things.
     *
     * @param umPerImagePixel size of a pixel of the image, micrometers, told or supposed
     */
    static CellField of(Plane gray, double umPerImagePixel, RingLimits limits) {
        int factor = factor(FINE_UM / umPerImagePixel, gray.width(), gray.height());
        Raster raster = Binning.of(gray, factor);
        double umPerPixel = factor * umPerImagePixel;
        int coarser = factor(COARSE_UM / umPerPixel, raster.width(), raster.height());
        double um = coarser * umPerPixel;
        Raster coarse = Smoothing.gaussian(Binning.of(raster, coarser), 1);
        List<RoundVotes.Middle> middles =
                RoundVotes.of(coarse, limits.leastRound() / um, limits.mostOuter() / um, 2, limits.leastOuter() / um)
                        .stream()
                        .map(m -> new RoundVotes.Middle(
                                new Point(m.center().x() * coarser, m.center().y() * coarser), m.support()))
                        .toList();
        return new CellField(raster, factor, umPerPixel, middles);
    }

    private static int factor(double wanted, int width, int height) {
        return Math.max(1, Math.min((int) wanted, Math.min(width, height)));
    }

    /** Support of the second best middle over that of the best, 0 where there is no second. */
    double rivalry() {
        return middles.size() < 2
                ? 0
                : middles.get(1).support() / middles.get(0).support();
    }
}
