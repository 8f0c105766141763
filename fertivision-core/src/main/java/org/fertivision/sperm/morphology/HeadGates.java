package org.fertivision.sperm.morphology;

import org.fertivision.spi.Settings;

/**
 * What a head must meet to count.
 *
 * @param minSolidity least area over that of the convex hull
 * @param maxAspect most length over width
 * @param maxEdgeToWidth widest edge over the head's width
 * @param minRelativeArea least area over the field's median
 * @param maxRelativeArea most area over the field's median
 * @param maxRelativeEdge widest edge over the field's median
 */
record HeadGates(
        double minSolidity,
        double maxAspect,
        double maxEdgeToWidth,
        double minRelativeArea,
        double maxRelativeArea,
        double maxRelativeEdge) {
    /**
     * Those of stained smears: wide, because a nucleus and its colors tell a head there, and because the abnormal forms are
     * what is looked for; see ADR 29.
     */
    static final HeadGates OF_SMEAR = new HeadGates(0.8, 3.5, 0.4, 0.35, 2, 2);

    /** As set. */
    static HeadGates of(Settings settings) {
        return new HeadGates(
                settings.get(HeadSettings.MIN_SOLIDITY),
                settings.get(HeadSettings.MAX_ASPECT),
                settings.get(HeadSettings.MAX_EDGE_TO_WIDTH),
                settings.get(HeadSettings.MIN_RELATIVE_AREA),
                settings.get(HeadSettings.MAX_RELATIVE_AREA),
                settings.get(HeadSettings.MAX_RELATIVE_EDGE));
    }
}
