package org.fertivision.sperm.morphology;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.fertivision.image.Point;
import org.fertivision.pixel.Blob;
import org.fertivision.pixel.Components;
import org.fertivision.pixel.Connectivity;
import org.fertivision.pixel.DeepLevel;
import org.fertivision.pixel.DiscShaping;
import org.fertivision.pixel.Mask;
import org.fertivision.pixel.Raster;
import org.fertivision.pixel.Smoothing;
import org.fertivision.pixel.Threshold;
import org.fertivision.pixel.TwoLevels;

/**
 * What a stained head is made of: the nucleus takes up red light, the acrosome lets most of it pass. The blurred rim of a
 * nucleus lets red light pass too; each place is therefore judged by what lies deep in the head beside it.
 *
 * @param acrosome the largest pale part
 */
record HeadParts(Blob acrosome) {
    private static final double SMOOTHING_PX = 1;
    private static final int DEPTH_PX = 3;
    private static final double SPREAD_PX = 2.5;
    private static final double LEAST_CONTRAST = 0.2;
    private static final double PALE = 0.3;
    private static final int FEWEST_DEEP = 30;

    /** The parts of a head; empty if it is too small or its parts are alike. */
    static Optional<HeadParts> of(Blob head, StainedSmear smear) {
        Raster red = Smoothing.gaussian(smear.red().near(head.box(), DEPTH_PX), SMOOTHING_PX);
        Mask all = Mask.union(red.region(), List.of(head));
        Mask deep = DiscShaping.shrunk(all, DEPTH_PX);
        if (deep.area() < FEWEST_DEEP) {
            return Optional.empty();
        }
        TwoLevels levels = TwoLevels.of(red, deep);
        if (levels.contrast() < LEAST_CONTRAST) {
            return Optional.empty();
        }
        Mask pale = Mask.of(DeepLevel.of(red, deep, SPREAD_PX), Threshold.brighterThan(levels.between(PALE)))
                .and(all);
        return Components.of(pale, Connectivity.EIGHT).stream()
                .max(Comparator.comparingInt(Blob::area))
                .map(HeadParts::new);
    }

    /** Where the tail's end of a head points: from the middle of its acrosome to its own, radians from the x axis towards y. */
    double back(Point middle) {
        Point pale = acrosome.centroid();
        return StrictMath.atan2(middle.y() - pale.y(), middle.x() - pale.x());
    }
}
