package org.fertivision.stats;

/**
 * How much more a total varies between fields than independent objects would make it, and what that does to its
 * interval: the effect to divide the information by, and the quantile to use.
 *
 * <p>The measured effect (variance between fields over the variance of independent objects) is raised by the factor
 * 1 + ¾/√m, m the objects that inform it, because few objects cannot show their clustering: without it, 4 % of 200 with
 * an intra-field correlation of 0.1 is covered 87 %, with it 93 %. Above 1 the t quantile stands in for the normal one,
 * since the effect itself is estimated from few fields. Below 1 the effect counts down to 0.8 and no further: a floor of
 * 1 would widen where fields disagree by chance and never narrow where they agree by chance, and cover independent
 * objects in five fields 97 %. Fields of unequal size count as (Σn)²/Σn² fields.
 *
 * <p>Source: L. Kish, Survey Sampling, 1965 (design effect, effective number). Factor and floor were chosen by
 * simulation with other seeds than those of the tests, see ADR 5.
 *
 * @param measured variance between fields over that of independent objects
 * @param effect the effect to use, 0.8 or more
 * @param quantile how many standard errors the interval reaches on either side
 */
record Spread(double measured, double effect, double quantile) {

    /** Fewer fields than these tell nothing useful about the variance between them. */
    static final int MIN_FIELDS = 5;

    private static final double MIN_EFFECTIVE_FIELDS = 3;
    private static final double FEW_OBJECTS = 0.75;
    private static final double FLOOR = 0.8;

    /** Fields by weight: their number for equal weights, near 1 where one outweighs all others. */
    static double effectiveFields(double[] weights) {
        double sum = 0;
        double squares = 0;
        for (double weight : weights) {
            sum += weight;
            squares += weight * weight;
        }
        return squares == 0 ? 0 : sum / squares * sum;
    }

    /** Whether the fields are many and equal enough to see clustering. */
    static boolean assessable(double[] weights) {
        return weights.length >= MIN_FIELDS && effectiveFields(weights) >= MIN_EFFECTIVE_FIELDS;
    }

    /**
     * The spread of residual totals over fields.
     *
     * @param residuals per field, what was found less what its share of the whole would be
     * @param weights per field, its size
     * @param independent variance of the whole total if objects were independent; positive
     * @param objects how many objects inform the effect; positive
     * @param quantile what to use where there is no extra spread
     */
    static Spread of(
            double[] residuals,
            double[] weights,
            double independent,
            double objects,
            double confidence,
            double quantile) {
        double squares = 0;
        for (double residual : residuals) {
            squares += residual * residual;
        }
        double fields = effectiveFields(weights);
        double measured = squares * fields / (fields - 1) / independent;
        double raised = measured * (1 + FEW_OBJECTS / StrictMath.sqrt(objects));
        return new Spread(
                measured,
                StrictMath.max(FLOOR, raised),
                raised > 1 ? StudentT.twoSided(confidence, fields - 1) : quantile);
    }
}
