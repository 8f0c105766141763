package org.fertivision.sperm.motility;

/**
 * What tells motion from the lack of it, in units of a trail: micrometers, or pixels where nobody knows their size.
 *
 * @param noise error of places along one axis, standard deviation
 * @param largeRadius least radius of a circle that counts as progress
 * @param restingRoaming largest box that a head without motion of its own stays in within a second
 */
record MotionLimits(double noise, double largeRadius, double restingRoaming) {
    /** Length of a living human head, the head length of the manual's grades. */
    private static final double HEAD_UM = 5;

    private static final double LARGE_CIRCLE_UM = 20;
    private static final double RESTING_UM = 1.5;
    private static final double RESTING_NOISES = 6;

    /** In micrometers; the radius and the box are our choice, see ADR 9. */
    static MotionLimits inUm(double noiseUm) {
        return new MotionLimits(noiseUm, LARGE_CIRCLE_UM, Math.max(RESTING_UM, RESTING_NOISES * noiseUm));
    }

    /** In pixels, where a head of the length of {@code headPx} stands for one of 5 micrometers. */
    static MotionLimits inHeads(double noisePx, double headPx) {
        double pxPerUm = headPx / HEAD_UM;
        return new MotionLimits(
                noisePx, LARGE_CIRCLE_UM * pxPerUm, Math.max(RESTING_UM * pxPerUm, RESTING_NOISES * noisePx));
    }
}
