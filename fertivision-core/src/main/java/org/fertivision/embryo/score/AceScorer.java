package org.fertivision.embryo.score;

import static org.fertivision.finding.measures.CleavageMeasures.BLASTOMERES;
import static org.fertivision.finding.measures.CleavageMeasures.BLASTOMERE_EVENNESS;
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
 * A cleaving embryo by the scheme of BFS and ACE (UK NEQAS): number of cells, grade of their sizes (difference below 20 %:
 * 3, to 50 %: 2, above: 1; 4 where they are alike) and of fragments (below 10 %: 4, to 20 %: 3, to 50 %: 2, above: 1).
 */
public final class AceScorer implements Scorer {
    private static final Descriptor ABOUT = Descriptions.unverified("fertivision.ace", "BFS and ACE, cleavage stage")
            .scores("embryo")
            .source("Cutting 2008 (BFS and ACE), quoted at second hand")
            .build();
    private static final int MOST_CELLS = 32;
    private static final double PERCENT = 100;

    @Override
    public Descriptor descriptor() {
        return ABOUT;
    }

    @Override
    public Score score(Findings findings, Settings settings, Work work) {
        Evidence evidence = new Evidence(findings);
        Optional<Integer> cells = evidence.whole(BLASTOMERES, 1, MOST_CELLS);
        Optional<Double> evenness = evidence.figure(BLASTOMERE_EVENNESS);
        Optional<Double> fragments = evidence.figure(FRAGMENTATION);
        if (cells.isEmpty() || evenness.isEmpty() || fragments.isEmpty()) {
            return evidence.missing();
        }
        double share = fragments.get();
        if (!(evenness.get() > 0 && evenness.get() <= 1 && share >= 0 && share <= PERCENT)) {
            return Score.notScored("evenness is above 0 and at most 1, fragmentation from 0 to 100 %");
        }
        double difference = PERCENT * (1 - evenness.get());
        String sizes = evenness.get() == 1 ? "4" : evenness.get() > 0.8 ? "3 or 4" : evenness.get() >= 0.5 ? "2" : "1";
        int byFragments = share < 10 ? 4 : share <= 20 ? 3 : share <= 50 ? 2 : 1;
        return new Score.Scored(
                "BFS and ACE",
                cells.get() + " cells, sizes " + sizes + ", fragments " + byFragments,
                null,
                List.of(
                        evidence.component(BLASTOMERES, String.valueOf(cells.get()), "as counted"),
                        evidence.component(
                                BLASTOMERE_EVENNESS,
                                sizes,
                                "the smallest is " + Evidence.plain(difference)
                                        + " % smaller than the largest; the scheme does not say from where on cells are"
                                        + " alike"),
                        evidence.component(
                                FRAGMENTATION, String.valueOf(byFragments), "4 below 10 %, 3 to 20 %, 2 to 50 %")),
                List.of());
    }
}
