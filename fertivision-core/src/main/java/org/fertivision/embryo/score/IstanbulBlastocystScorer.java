package org.fertivision.embryo.score;

import static org.fertivision.finding.measures.BlastocystMeasures.BLASTOCYST_STAGE;
import static org.fertivision.finding.measures.BlastocystMeasures.INNER_CELL_MASS_GRADE;
import static org.fertivision.finding.measures.BlastocystMeasures.TROPHECTODERM_GRADE;

import java.util.List;
import java.util.Optional;
import org.fertivision.finding.Findings;
import org.fertivision.finding.Score;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.Scorer;
import org.fertivision.spi.Settings;
import org.fertivision.spi.Work;

/** A blastocyst in the words of the Istanbul consensus 2011, by the stage and the grades that a person gives. */
public final class IstanbulBlastocystScorer implements Scorer {
    private static final Descriptor ABOUT = Descriptions.unverified(
                    "fertivision.istanbul-blastocyst", "Istanbul consensus 2011, blastocyst")
            .scores("blastocyst")
            .source("ESHRE Istanbul consensus 2011, doi:10.1093/humrep/der037")
            .build();
    private static final List<String> STAGES = List.of("early", "blastocyst", "expanded", "hatched or hatching");
    private static final List<String> GRADES = List.of("good", "fair", "poor");

    @Override
    public Descriptor descriptor() {
        return ABOUT;
    }

    @Override
    public Score score(Findings findings, Settings settings, Work work) {
        Evidence evidence = new Evidence(findings);
        Optional<Integer> stage = evidence.whole(BLASTOCYST_STAGE, 1, STAGES.size());
        Optional<Integer> mass = evidence.whole(INNER_CELL_MASS_GRADE, 1, GRADES.size());
        Optional<Integer> wall = evidence.whole(TROPHECTODERM_GRADE, 1, GRADES.size());
        if (stage.isEmpty() || mass.isEmpty() || wall.isEmpty()) {
            return evidence.missing();
        }
        String stageWord = STAGES.get(stage.get() - 1);
        String massWord = GRADES.get(mass.get() - 1);
        String wallWord = GRADES.get(wall.get() - 1);
        return new Score.Scored(
                "Istanbul consensus 2011, blastocyst",
                stageWord + ", inner cell mass " + massWord + ", trophectoderm " + wallWord,
                null,
                List.of(
                        evidence.component(BLASTOCYST_STAGE, stageWord, "stage 1 to 4"),
                        evidence.component(INNER_CELL_MASS_GRADE, massWord, "1 good, 2 fair, 3 poor"),
                        evidence.component(TROPHECTODERM_GRADE, wallWord, "1 good, 2 fair, 3 poor")),
                List.of());
    }
}
