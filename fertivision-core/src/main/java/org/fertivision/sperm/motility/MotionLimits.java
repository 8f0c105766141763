package org.fertivision.sperm.motility;

/**
 * What tells motion from the lack of it, in units of a trail: micrometers, or pixels where nobody knows their size.
 *
 * @param noise error of places along one axis, standard deviation
 * @param largeRadius least radius of a circle that counts as progress
 * @param restingRoaming largest box that a head without motion of its own stays in within a second
 * @param restingSway how far such a head strays from a smooth course, by the error of its places and by Brownian motion,
 *     root mean square
 */
record MotionLimits(double noise, double largeRadius, double restingRoaming, double restingSway) {
    /** Length of a living human head, the head length of the manual's grades. */
    private static final double HEAD_UM = 5;

    private static final double LARGE_CIRCLE_UM = 20;
    private static final double RESTING_UM = 1.5;
    private static final double RESTING_NOISES = 6;
    private static final double RESTING_SWAY_UM = 0.2;
    private static final double RESTING_SWAY_NOISES = 1.5;

    /** In micrometers; radius, box and sway are our choice, see ADR 9. */
    static MotionLimits inUm(double noiseUm) {
        return of(noiseUm, 1);
    }

    /** In pixels, where a head of the length of {@code headPx} stands for one of 5 micrometers. */
    static MotionLimits inHeads(double noisePx, double headPx) {
        return of(noisePx, headPx / HEAD_UM);
    }

    private static MotionLimits of(double noise, double perUm) {
        return new MotionLimits(
                noise,
                LARGE_CIRCLE_UM * perUm,
                Math.max(RESTING_UM * perUm, RESTING_NOISES * noise),
                Math.max(RESTING_SWAY_UM * perUm, RESTING_SWAY_NOISES * noise));
    }
}
