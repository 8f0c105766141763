package org.fertivision.sperm.fragmentation;

import java.util.Locale;

/**
 * What a halo says of the DNA of a sperm: large or medium, whole; small, none, or none about a degraded core, fragmented.
 *
 * <p>Source: Fernandez 2005 (as laboratories quote it; not verified against the original): large as wide as the core or wider, small a third of it
 * or narrower.
 */
enum HaloClass {
    LARGE(false),
    MEDIUM(false),
    SMALL(true),
    NONE(true),
    DEGRADED(true);

    private static final double THIRD = 1.0 / 3;
    private static final double PERCENT = 100;
    /** Narrower than this share of the core a rim is the blur of the core's own edge; small and none both count as fragmented. */
    private static final double NO_HALO = 0.14;

    private final boolean fragmented;

    HaloClass(boolean fragmented) {
        this.fragmented = fragmented;
    }

    /**
     * The class of a halo.
     *
     * @param ratio width of the halo over that of the core
     * @param weak whether the core is weak beside those of its field
     */
    static HaloClass of(double ratio, boolean weak) {
        if (ratio >= 1) {
            return LARGE;
        }
        if (ratio > THIRD) {
            return MEDIUM;
        }
        if (weak) {
            return DEGRADED;
        }
        return ratio > NO_HALO ? SMALL : NONE;
    }

    /** The class of a label's word. */
    static HaloClass of(String term) {
        return valueOf(term.toUpperCase(Locale.ROOT));
    }

    /** Whether a ratio is so near to a third, percent of it, that the rule hangs on the measurement. */
    static boolean isBorderline(double ratio, double percent) {
        return Math.abs(ratio - THIRD) <= percent / PERCENT * THIRD;
    }

    boolean isFragmented() {
        return fragmented;
    }

    /** The word of the label. */
    String term() {
        return name().toLowerCase(Locale.ROOT);
    }
}
