package org.fertivision.embryo;

import java.util.Optional;
import java.util.OptionalDouble;
import org.fertivision.finding.Rejection;
import org.fertivision.finding.RejectionCode;
import org.fertivision.finding.Unit;
import org.fertivision.image.Calibration;
import org.fertivision.spi.Parameter;
import org.fertivision.spi.RejectedException;
import org.fertivision.spi.Settings;

/** What can be set for all kinds of oocytes and embryos. The defaults were chosen on drawn images, see ADR 25. */
final class CellSettings {
    static final Parameter<Double> MOST_EDGE_WIDTH = Parameter.number(
                    "maxEdgeWidth",
                    Unit.MICROMETER,
                    1,
                    20,
                    "Borders with wider edges (full width at half height) are not measured: out of focus.")
            .defaultsTo(7.0);

    static final Parameter<Double> LEAST_SUPPORT = Parameter.number(
                    "minSupport",
                    Unit.PERCENT,
                    30,
                    100,
                    "A border stands out in at least this share of the directions, else it is not measured.")
            .defaultsTo(60.0);

    private CellSettings() {}

    static CellGates gates(Settings settings) {
        return new CellGates(settings.get(MOST_EDGE_WIDTH), settings.get(LEAST_SUPPORT) / 100);
    }

    static ZonaGates zonaGates(Settings settings) {
        return new ZonaGates(settings.get(MOST_EDGE_WIDTH), settings.get(LEAST_SUPPORT) / 100);
    }

    static PronucleusGates pronucleusGates(Settings settings) {
        return new PronucleusGates(settings.get(LEAST_SUPPORT) / 100);
    }

    static BlastocystGates outlineGates(Settings settings) {
        return new BlastocystGates(settings.get(MOST_EDGE_WIDTH), settings.get(LEAST_SUPPORT) / 100);
    }

    /** The size of a pixel, which is square. */
    static OptionalDouble umPerPixel(Optional<Calibration> calibration) {
        if (calibration.isPresent() && !calibration.get().isSquare()) {
            throw new RejectedException(Rejection.of(
                    RejectionCode.UNUSABLE_IMAGE, "Borders are looked for in images with square pixels only."));
        }
        return calibration.isPresent() ? OptionalDouble.of(calibration.get().umPerPixelX()) : OptionalDouble.empty();
    }
}
