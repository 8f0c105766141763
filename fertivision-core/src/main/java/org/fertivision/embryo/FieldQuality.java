package org.fertivision.embryo;

import java.util.List;
import java.util.Optional;
import org.fertivision.finding.Quality;
import org.fertivision.image.Plane;
import org.fertivision.pixel.GrayRange;

/** How good a field is: the range of its gray levels, and how wide its edges are. */
final class FieldQuality {
    private FieldQuality() {}

    /**
     * Of a field.
     *
     * @param edgeWidth full width of the outermost edge at half height, pixels, where one was seen
     */
    static Quality of(Plane gray, Optional<Double> edgeWidth) {
        GrayRange range = GrayRange.of(gray);
        double exposure = (range.highest() - range.lowest()) / (double) range.maximum();
        if (exposure == 0) {
            return new Quality(null, 0, false, List.of("all pixels have one gray level"));
        }
        return new Quality(edgeWidth.orElse(null), exposure, true, List.of());
    }
}
