package org.fertivision.agreement;

import org.fertivision.finding.Interval;

/**
 * What was estimated, with its 95 % confidence interval.
 *
 * @param value the estimate
 * @param ci95 its interval
 */
public record Estimate(double value, Interval ci95) {
    /** An estimate whose interval reaches as far to either side. */
    static Estimate around(double value, double reach) {
        return new Estimate(value, new Interval(value - reach, value + reach));
    }
}
