package org.fertivision.sperm;

import java.util.List;
import org.fertivision.finding.Quality;
import org.fertivision.pixel.GrayRange;
import org.jspecify.annotations.Nullable;

/** How much of the gray range a picture of sperm uses, and that nothing can be measured where it is a single level. */
public final class Exposure {
    private Exposure() {}

    /** Share of the gray range between the darkest and the brightest pixel, 0 to 1. */
    public static double of(GrayRange levels) {
        return (levels.highest() - levels.lowest()) / (double) levels.maximum();
    }

    /**
     * The quality of a field: usable unless all its pixels have one gray level, all white for example.
     *
     * @param focus median width of the edges, pixels, or null where none was measured
     * @param exposure share of the gray range that is used, 0 to 1
     */
    public static Quality quality(@Nullable Double focus, double exposure) {
        return exposure > 0
                ? new Quality(focus, exposure, true, List.of())
                : new Quality(null, 0.0, false, List.of("all pixels have one gray level"));
    }
}
