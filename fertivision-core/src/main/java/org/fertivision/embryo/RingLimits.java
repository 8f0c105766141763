package org.fertivision.embryo;

/**
 * How large the borders of a kind may be, micrometers.
 *
 * @param leastRound smallest radius that votes for a middle
 * @param leastOuter smallest radius of the zona's outer border
 * @param mostOuter largest radius of the zona's outer border
 * @param leastZona thinnest zona
 * @param mostZona thickest zona
 * @param mostSpace widest perivitelline space, 0 where no third border is looked for
 */
record RingLimits(
        double leastRound, double leastOuter, double mostOuter, double leastZona, double mostZona, double mostSpace) {
    /**
     * An oocyte or zygote: published total diameters are 145 to 182 um, those of giant ones reach 220 (PMC6812759;
     * Machtinger 2011, doi:10.1016/j.fertnstert.2010.06.037).
     */
    static final RingLimits OOCYTE = new RingLimits(45, 55, 115, 6, 30, 18);

    /** An embryo of some cells: the zona alone, without a cell's border in it. */
    static final RingLimits EMBRYO = new RingLimits(45, 60, 115, 6, 30, 0);

    /**
     * A blastocyst in its zona: published areas are 11,626 to 35,076 um2 (Lagalla 2015, doi:10.1007/s10815-015-0469-3),
     * which are diameters of 122 to 211 um; the zona is thinner the larger it is.
     */
    static final RingLimits BLASTOCYST = new RingLimits(50, 58, 140, 3, 27, 12);
}
