package org.fertivision.embryo.score;

import static org.fertivision.finding.measures.CleavageMeasures.ASYMMETRY;
import static org.fertivision.finding.measures.CleavageMeasures.BLASTOMERES;
import static org.fertivision.finding.measures.CleavageMeasures.FRAGMENTATION;

import java.util.List;
import java.util.Optional;
import org.fertivision.finding.Findings;
import org.fertivision.finding.Score;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.Scorer;
import org.fertivision.spi.Settings;
import org.fertivision.spi.Work;

/**
 * A cleaving embryo in the words of the SART standard: number of cells (more than 8 are one class), share of fragments (0, below
 * 10, 11 to 25, above 25 %) and asymmetry of the cells (none, moderate, severe). Its overall good, fair or poor is a person's
 * judgment for which there is no rule, so that none is told.
 */
public final class SartScorer implements Scorer {
    private static final Descriptor ABOUT = Descriptions.unverified("fertivision.sart", "SART, cleavage stage")
            .scores("embryo")
            .source("Racowsky 2010, doi:10.1016/j.fertnstert.2010.05.042")
            .build();
    private static final int MOST_CELLS = 32;
    private static final int LARGEST_CLASS = 8;
    private static final double PERCENT = 100;
    private static final double FEW = 10;
    private static final double SOME = 11;
    private static final double MANY = 25;
    private static final List<String> ASYMMETRIES = List.of("none", "moderate", "severe");

    @Override
    public Descriptor descriptor() {
        return ABOUT;
    }

    @Override
    public Score score(Findings findings, Settings settings, Work work) {
        Evidence evidence = new Evidence(findings);
        Optional<Integer> cells = evidence.whole(BLASTOMERES, 1, MOST_CELLS);
        Optional<Double> fragments = evidence.figure(FRAGMENTATION);
        Optional<Integer> asymmetry = evidence.whole(ASYMMETRY, 0, ASYMMETRIES.size() - 1);
        if (cells.isEmpty() || fragments.isEmpty() || asymmetry.isEmpty()) {
            return evidence.missing();
        }
        double share = fragments.get();
        if (!(share >= 0 && share <= PERCENT)) {
            return Score.notScored("fragmentation is from 0 to 100 %");
        }
        if (share >= FEW && share < SOME) {
            return Score.notScored("fragmentation of " + Evidence.plain(share)
                    + " % lies between two classes of the standard: below 10 and 11 to 25 %");
        }
        String number = cells.get() > LARGEST_CLASS ? "more than 8" : String.valueOf(cells.get());
        String pieces = share == 0 ? "0 %" : share < FEW ? "below 10 %" : share <= MANY ? "11 to 25 %" : "above 25 %";
        String word = ASYMMETRIES.get(asymmetry.get());
        return new Score.Scored(
                "SART",
                number + " cells, fragments " + pieces + ", asymmetry " + word,
                null,
                List.of(
                        evidence.component(BLASTOMERES, number, "as counted, more than 8 are one class"),
                        evidence.component(FRAGMENTATION, pieces, "0, below 10, 11 to 25, above 25 %"),
                        evidence.component(ASYMMETRY, word, "0 none, 1 moderate, 2 severe")),
                List.of());
    }
}
