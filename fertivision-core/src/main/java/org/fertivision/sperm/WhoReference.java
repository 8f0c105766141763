package org.fertivision.sperm;

import java.util.List;
import org.fertivision.finding.Interval;
import org.fertivision.finding.Measure;
import org.fertivision.finding.measures.MotilityMeasures;
import org.fertivision.finding.measures.SpermMeasures;

/**
 * The 5th centiles of men whose partner conceived within 12 months, as the WHO laboratory manual prints them. A centile
 * is no threshold of fertility: it says where a value lies among those men and nothing of this one.
 *
 * <p>Source: 5th edition (2010), Cooper 2010, doi:10.1093/humupd/dmp048; 6th edition (2021), Campbell 2021,
 * doi:10.1111/andr.12929.
 */
public enum WhoReference {
    /** The 5th edition, 2010. */
    WHO5(
            "WHO 2010",
            "WHO laboratory manual, 5th edition (2010); Cooper 2010, doi:10.1093/humupd/dmp048",
            List.of(
                    new Centile(SpermMeasures.CONCENTRATION, 15, new Interval(12, 16)),
                    new Centile(SpermMeasures.TOTAL_COUNT, 39, new Interval(33, 46)),
                    new Centile(MotilityMeasures.MOTILE, 40, new Interval(38, 42)),
                    new Centile(MotilityMeasures.PROGRESSIVE, 32, new Interval(31, 34)),
                    new Centile(SpermMeasures.LIVE, 58, new Interval(55, 63)),
                    new Centile(SpermMeasures.NORMAL_FORMS, 4, new Interval(3, 4)))),
    /** The 6th edition, 2021. */
    WHO6(
            "WHO 2021",
            "WHO laboratory manual, 6th edition (2021); Campbell 2021, doi:10.1111/andr.12929",
            List.of(
                    new Centile(SpermMeasures.CONCENTRATION, 16, new Interval(15, 18)),
                    new Centile(SpermMeasures.TOTAL_COUNT, 39, new Interval(35, 40)),
                    new Centile(MotilityMeasures.MOTILE, 42, new Interval(40, 43)),
                    new Centile(MotilityMeasures.PROGRESSIVE, 30, new Interval(29, 31)),
                    new Centile(SpermMeasures.LIVE, 54, new Interval(50, 56)),
                    new Centile(SpermMeasures.NORMAL_FORMS, 4, new Interval(3.9, 4))));

    private final String edition;
    private final String source;
    private final List<Centile> centiles;

    /**
     * The 5th centile of one measure.
     *
     * @param measure what it is of
     * @param value the centile, in the measure's unit
     * @param ci95 its own 95 % confidence interval
     */
    public record Centile(Measure measure, double value, Interval ci95) {}

    WhoReference(String edition, String source, List<Centile> centiles) {
        this.edition = edition;
        this.source = source;
        this.centiles = centiles;
    }

    /** The edition as sentences name it. */
    public String edition() {
        return edition;
    }

    /** Where the figures are printed. */
    public String source() {
        return source;
    }

    /** The centiles, in the manual's order. */
    public List<Centile> centiles() {
        return centiles;
    }
}
