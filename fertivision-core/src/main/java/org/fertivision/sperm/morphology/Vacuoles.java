package org.fertivision.sperm.morphology;

import java.util.List;
import java.util.Optional;
import org.fertivision.image.Region;
import org.fertivision.pixel.Blob;
import org.fertivision.pixel.Components;
import org.fertivision.pixel.Connectivity;
import org.fertivision.pixel.DiscShaping;
import org.fertivision.pixel.Mask;
import org.fertivision.pixel.Raster;
import org.fertivision.pixel.Smoothing;
import org.fertivision.pixel.SpotContrast;
import org.fertivision.pixel.Threshold;

/** Pale spots inside a stained head, away from its rim: vacuoles. Their sizes are shares of the head's own width. */
final class Vacuoles {
    private static final double DEPTH = 0.08;
    private static final double SMOOTHING_PX = 1.2;
    private static final double AROUND = 0.12;
    private static final double CONTRAST = 0.03;
    private static final double SMALLEST = 0.006;

    private Vacuoles() {}

    /** The vacuoles of a head; empty if it is too small to have an inside. */
    static Optional<List<Blob>> of(HeadOutline head, StainedSmear smear) {
        double width = head.feret().width();
        Raster green = Smoothing.gaussian(smear.green().near(head.mask().box(), 2), SMOOTHING_PX);
        Region region = green.region();
        Mask deep = DiscShaping.shrunk(Mask.union(region, List.of(head.mask())), DEPTH * width);
        if (deep.area() == 0) {
            return Optional.empty();
        }
        Raster spots = SpotContrast.of(green, deep, AROUND * width);
        int smallest = (int) Math.ceil(SMALLEST * width * width);
        return Optional.of(Components.of(spots, Threshold.brighterThan(CONTRAST), Connectivity.EIGHT, smallest));
    }
}
