package org.fertivision.follicle;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fertivision.finding.Findings;
import org.fertivision.finding.Score;
import org.fertivision.finding.measures.FollicleMeasures;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.Scorer;
import org.fertivision.spi.Settings;
import org.fertivision.spi.Work;

/**
 * Sets the follicles of one section beside published numbers. Most of these are about a whole ovary, which holds at least
 * what one of its sections shows: so a section can reach such a number, and never fall short of it. What reaching it means
 * is for a physician; nothing here names a disease.
 */
public final class FollicleCountScorer implements Scorer {
    private static final double SMALLEST_MM = 2;
    private static final double TEN_MM = 10;
    private static final String SYSTEM = "Published numbers of follicles, one section";

    private static final List<Rule> RULES = List.of(
            new Rule("rotterdam2003", "Rotterdam 2003", 12, false, true),
            new Rule("dewailly2014", "Dewailly 2014", 25, false, true),
            new Rule("international2018", "International 2018", 20, false, true),
            new Rule("international2023", "International 2023, in one section", 10, true, false));

    private static final Descriptor ABOUT = Descriptor.scorer("fertivision.follicle-count", "1.0.0")
            .scores("follicle")
            .title("Follicles in one section beside published numbers")
            .intendedUse("Compares a count in one section with published numbers; names no disease, not a diagnosis.")
            .source("Rotterdam 2003: 12 or more of 2 to 9 mm in an ovary, doi:10.1016/j.fertnstert.2003.10.004")
            .source("Dewailly et al. 2014: 25 or more, Hum Reprod Update 20:334, doi:10.1093/humupd/dmt061")
            .source("International guideline 2018: 20 or more of 2 to 9 mm, doi:10.1016/j.fertnstert.2018.05.004")
            .source("International guideline 2023: 10 or more in one section, doi:10.1093/humrep/dead156; rule not"
                    + " verified against the original")
            .build();

    /**
     * One published number.
     *
     * @param code its short name
     * @param name whose it is
     * @param follicles how many follicles of 2 to below 10 mm
     * @param ofSection whether the number is about one section, or about the whole ovary
     * @param verified whether it was checked against its source
     */
    private record Rule(String code, String name, int follicles, boolean ofSection, boolean verified) {
        String grade(int seen) {
            if (seen >= follicles) {
                return "reached";
            }
            return ofSection ? "not-reached" : "not-decided";
        }

        Score.Component compare(int seen) {
            String sentence = String.format(
                    Locale.ROOT,
                    "%d follicles of 2 to 9 mm in the section that shows most; %s: %d in %s.%s%s",
                    seen,
                    name,
                    follicles,
                    ofSection ? "one section" : "the whole ovary",
                    !ofSection && seen < follicles ? " One section does not show the whole ovary." : "",
                    verified ? "" : " Rule not verified against the original.");
            return new Score.Component(code, grade(seen), sentence, (double) seen);
        }
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
        if (sections.most(FollicleMeasures.MEAN_DIAMETER, TEN_MM, Double.MAX_VALUE) > 0) {
            return Score.notScored("a follicle of 10 mm or more is seen: the numbers are about ovaries without one");
        }
        int seen = sections.most(FollicleMeasures.MEAN_DIAMETER, SMALLEST_MM, TEN_MM);
        List<Score.Component> components = new ArrayList<>();
        List<String> grades = new ArrayList<>();
        for (Rule rule : RULES) {
            components.add(rule.compare(seen));
            grades.add(rule.name() + " " + rule.grade(seen));
        }
        return new Score.Scored(SYSTEM, String.join("; ", grades), null, components, List.of());
    }
}
