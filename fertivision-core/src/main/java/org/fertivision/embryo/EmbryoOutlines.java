package org.fertivision.embryo;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.fertivision.image.Calibration;
import org.fertivision.image.Plane;
import org.fertivision.spi.Parameter;
import org.fertivision.spi.Settings;
import org.fertivision.spi.Work;

/** Finds the outline of an embryo in single pictures, as the kind {@code blastocyst} does. Immutable and thread-safe. */
public final class EmbryoOutlines {
    /** What can be set. */
    public static final List<Parameter<?>> PARAMETERS =
            List.of(CellSettings.MOST_EDGE_WIDTH, CellSettings.LEAST_SUPPORT);

    /** The reason where nothing in a picture is rough enough to be an embryo. */
    public static final String NO_EMBRYO = Refusal.WEAK_EDGE.reason();

    private final BlastocystFinder finder;
    private final OptionalDouble umPerPixel;

    private EmbryoOutlines(BlastocystFinder finder, OptionalDouble umPerPixel) {
        this.finder = finder;
        this.umPerPixel = umPerPixel;
    }

    /**
     * A finder for pictures of one scale.
     *
     * @throws org.fertivision.spi.RejectedException if pixels are not square
     */
    public static EmbryoOutlines of(Settings settings, Optional<Calibration> calibration) {
        return new EmbryoOutlines(
                new BlastocystFinder(CellSettings.outlineGates(settings)), CellSettings.umPerPixel(calibration));
    }

    /** What there is in a picture; nothing where it is too small, or nothing in it is rough. */
    public Optional<EmbryoOutline> in(Plane gray, Work work) {
        return finder.find(gray, umPerPixel, work)
                .filter(seen -> seen.contrast() >= BlastocystGates.LEAST_CONTRAST)
                .map(seen -> new EmbryoOutline(seen, gray.width(), gray.height()));
    }
}
