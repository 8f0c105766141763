package org.fertivision.embryo;

import java.util.List;
import java.util.Optional;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Item;
import org.fertivision.finding.Notice;
import org.fertivision.finding.Quality;
import org.fertivision.finding.Reading;
import org.fertivision.image.Calibration;
import org.fertivision.image.Plane;
import org.fertivision.pixel.GrayRange;

/** A still of one cell or embryo as a field: what was seen, the range of its gray levels, how wide its edges are. */
final class CellStill {
    private static final double MM2_PER_UM2 = 1e-6;

    private CellStill() {}

    /**
     * The field.
     *
     * @param edgeWidth full width of the outermost edge at half height, pixels, where one was seen
     */
    static FieldOfView of(
            Plane gray,
            Optional<Calibration> calibration,
            List<Item> items,
            List<Reading> readings,
            Optional<Double> edgeWidth,
            List<Notice> notices) {
        double pixels = gray.width() * (double) gray.height();
        return FieldOfView.still(
                gray.width(),
                gray.height(),
                items,
                readings,
                quality(gray, edgeWidth),
                notices,
                calibration
                        .map(known -> pixels * known.pixelAreaUm2() * MM2_PER_UM2)
                        .orElse(null));
    }

    private static Quality quality(Plane gray, Optional<Double> edgeWidth) {
        GrayRange range = GrayRange.of(gray);
        double exposure = (range.highest() - range.lowest()) / (double) range.maximum();
        if (exposure == 0) {
            return new Quality(null, 0, false, List.of("all pixels have one gray level"));
        }
        return new Quality(edgeWidth.orElse(null), exposure, true, List.of());
    }
}
