package org.fertivision.sperm.morphology;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fertivision.finding.Exclusion;
import org.fertivision.pixel.Blob;
import org.fertivision.pixel.Mask;
import org.fertivision.pixel.OvalMisfit;
import org.fertivision.pixel.Raster;
import org.fertivision.pixel.Threshold;

/**
 * What tells a sperm head from other stained things, whatever its scale: two of three marks, a nucleus in it, a thread that
 * leaves it at one end of its long axis, the outline of an oval; and never without anything that takes up red light as pale
 * nuclei do. Clots of stain and cell remnants let red light pass, or are ragged and tailless. Levels were chosen on one half of a
 * published set of crops, see ADR 46.
 */
final class HeadLikeness {
    private static final double NUCLEUS_PASSES = 0.5;
    private static final double PALE_NUCLEUS_PASSES = 0.6;
    private static final double LEAST_NUCLEUS = 0.1;
    private static final double MOST_MISFIT = 0.15;
    private static final double MOST_OFFSET = 0.5;
    private static final String REASON = "not-a-head";

    private final Raster red;
    private final Raster absorbed;
    private final Mask heads;

    /**
     * Of a field.
     *
     * @param absorbed share of the light that is absorbed, smoothed
     * @param heads all that may be heads
     */
    HeadLikeness(StainedSmear smear, Raster absorbed, Mask heads) {
        this.red = smear.red();
        this.absorbed = absorbed;
        this.heads = heads;
    }

    /** Why an outlined thing is no head, or nothing. */
    Optional<Exclusion> whyNot(HeadOutline outline) {
        double pale = share(outline.mask(), PALE_NUCLEUS_PASSES);
        if (pale < LEAST_NUCLEUS) {
            return because("%.2f of it takes up red light as a nucleus does, below %.2f", pale, LEAST_NUCLEUS);
        }
        double misfit = OvalMisfit.of(outline.mask());
        double dark = share(outline.mask(), NUCLEUS_PASSES);
        if (dark < LEAST_NUCLEUS) {
            return whyNotPale(outline, misfit, dark);
        }
        return misfit <= MOST_MISFIT || hasThread(outline)
                ? Optional.empty()
                : because("no tail, and %.2f of it off an oval, above %.2f", misfit, MOST_MISFIT);
    }

    /** What has no dark nucleus needs both other marks. */
    private Optional<Exclusion> whyNotPale(HeadOutline outline, double misfit, double dark) {
        if (misfit > MOST_MISFIT) {
            return because("its nucleus is pale, and %.2f of it off an oval, above %.2f", misfit, MOST_MISFIT);
        }
        return hasThread(outline)
                ? Optional.empty()
                : because("no tail, and %.2f of it as dark as a nucleus, below %.2f", dark, LEAST_NUCLEUS);
    }

    /** The share of a thing that lets no more red light pass. */
    private double share(Blob mask, double passes) {
        Raster near = red.near(mask.box(), 0);
        Mask dark = Mask.of(near, Threshold.upTo(passes));
        return dark.and(Mask.union(near.region(), List.of(mask))).area() / (double) mask.area();
    }

    private boolean hasThread(HeadOutline outline) {
        double end = outline.mask().ellipse().angle();
        return leavesAt(outline, end) || leavesAt(outline, end + Math.PI);
    }

    private boolean leavesAt(HeadOutline outline, double end) {
        return Flagellum.of(outline, end, absorbed, heads)
                .filter(thread -> thread.offset(outline, 1) <= MOST_OFFSET)
                .isPresent();
    }

    private static Optional<Exclusion> because(String detail, double figure, double limit) {
        return Optional.of(new Exclusion(REASON, String.format(Locale.ROOT, detail, figure, limit)));
    }
}
