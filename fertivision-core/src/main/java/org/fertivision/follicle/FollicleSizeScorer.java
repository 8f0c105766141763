package org.fertivision.follicle;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fertivision.finding.Findings;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Score;
import org.fertivision.finding.measures.FollicleMeasures;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.Scorer;
import org.fertivision.spi.Settings;
import org.fertivision.spi.Work;

/**
 * Counts follicles in the ranges of size for which yields of oocytes were published, in the section that shows most of each.
 * It advises no trigger and promises no oocyte.
 */
public final class FollicleSizeScorer implements Scorer {
    private static final String SYSTEM = "Ranges of follicle size under stimulation, one section";

    private static final List<Range> RANGES = List.of(
            new Range(
                    "from12to19",
                    FollicleMeasures.MEAN_DIAMETER,
                    "12 to 19 mm mean",
                    12,
                    20,
                    "gave most mature oocytes (Abbara 2018)"),
            new Range(
                    "from16",
                    FollicleMeasures.LONG_DIAMETER,
                    "16 mm long or more",
                    16,
                    Double.MAX_VALUE,
                    recovered("76.3")),
            new Range("from13to15", FollicleMeasures.LONG_DIAMETER, "13 to 15 mm long", 13, 16, recovered("70.3")),
            new Range("below13", FollicleMeasures.LONG_DIAMETER, "less than 13 mm long", 0, 13, recovered("55.6")));

    private static final Descriptor ABOUT = Descriptor.scorer("fertivision.follicle-size", "1.0.0")
            .scores("follicle")
            .title("Follicles by published ranges of size")
            .intendedUse("Counts follicles in published ranges of size; advises no treatment, not a diagnosis.")
            .source("12 to 19 mm on the day of trigger: Abbara et al. 2018, doi:10.3389/fendo.2018.00193")
            .source(
                    "Longest diameter 16, 13 to 15, below 13 mm: Mohr-Sasson et al. 2020, doi:10.1016/j.rbmo.2020.02.005")
            .build();

    /**
     * A published range of diameters.
     *
     * @param code its short name
     * @param diameter which diameter the publication means
     * @param words its name, which is also its grade
     * @param fromMm its smallest diameter, millimeters
     * @param endMm where it ends, itself excluded, millimeters
     * @param published what was published of follicles in it, in groups of women
     */
    private record Range(String code, Measure diameter, String words, double fromMm, double endMm, String published) {
        Score.Component count(OutlinedSections sections) {
            int seen = sections.most(diameter, fromMm, endMm);
            return new Score.Component(
                    code,
                    seen + " of " + words,
                    String.format(
                            Locale.ROOT,
                            "%d of %s in the section that shows most. In a published group of women such follicles %s;"
                                    + " that says nothing of a single one.",
                            seen,
                            words,
                            published),
                    (double) seen);
        }
    }

    private static String recovered(String percent) {
        return "gave an oocyte in " + percent + " % (Mohr-Sasson 2020)";
    }

    @Override
    public Descriptor descriptor() {
        return ABOUT;
    }

    @Override
    public Score score(Findings findings, Settings settings, Work work) {
        Optional<Score> refusal = OutlinedSections.refusal(findings);
        return refusal.isPresent() ? refusal.get() : compared(OutlinedSections.of(findings));
    }

    private static Score compared(OutlinedSections sections) {
        List<Score.Component> components =
                RANGES.stream().map(range -> range.count(sections)).toList();
        return new Score.Scored(
                SYSTEM,
                String.join(
                        "; ", components.stream().map(Score.Component::grade).toList()),
                null,
                components,
                List.of());
    }
}
