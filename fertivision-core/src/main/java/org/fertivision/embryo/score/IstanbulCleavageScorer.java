package org.fertivision.embryo.score;

import static org.fertivision.finding.measures.CleavageMeasures.FRAGMENTATION;
import static org.fertivision.finding.measures.CleavageMeasures.MULTINUCLEATED;
import static org.fertivision.finding.measures.CleavageMeasures.STAGE_SPECIFIC;

import java.util.List;
import java.util.Optional;
import org.fertivision.finding.Findings;
import org.fertivision.finding.Score;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.Scorer;
import org.fertivision.spi.Settings;
import org.fertivision.spi.Work;

/**
 * A cleaving embryo by the Istanbul consensus 2011: good with less than 10 % fragments, cells of the sizes of their stage
 * and no multinucleation; fair with 10 to 25 % and such sizes in the majority; else poor.
 */
public final class IstanbulCleavageScorer implements Scorer {
    private static final Descriptor ABOUT = Descriptions.unverified(
                    "fertivision.istanbul-cleavage", "Istanbul consensus 2011, cleavage stage")
            .scores("embryo")
            .source("ESHRE Istanbul consensus 2011, doi:10.1093/humrep/der037")
            .build();
    private static final double FEW = 10;
    private static final double MANY = 25;
    private static final int ALL = 2;

    @Override
    public Descriptor descriptor() {
        return ABOUT;
    }

    @Override
    public Score score(Findings findings, Settings settings, Work work) {
        Evidence evidence = new Evidence(findings);
        Optional<Double> fragments = evidence.figure(FRAGMENTATION).filter(f -> f >= 0 && f <= 100);
        Optional<Integer> sizes = evidence.whole(STAGE_SPECIFIC, 0, ALL);
        Optional<Integer> nuclei = evidence.whole(MULTINUCLEATED, 0, 1);
        if (fragments.isEmpty() || sizes.isEmpty() || nuclei.isEmpty()) {
            return fragments.isEmpty() && evidence.ifKnown(FRAGMENTATION).isPresent()
                    ? Score.notScored("fragmentation is from 0 to 100 %")
                    : evidence.missing();
        }
        int byFragments = fragments.get() < FEW ? 1 : fragments.get() <= MANY ? 2 : 3;
        int bySizes = 3 - sizes.get();
        int byNuclei = nuclei.get() == 0 ? 1 : 3;
        int grade = Math.max(byFragments, Math.max(bySizes, byNuclei));
        return new Score.Scored(
                "Istanbul consensus 2011, cleavage stage",
                List.of("1 good", "2 fair", "3 poor").get(grade - 1),
                (double) grade,
                List.of(
                        evidence.component(
                                FRAGMENTATION, String.valueOf(byFragments), "1 below 10 %, 2 to 25 %, 3 above"),
                        evidence.component(
                                STAGE_SPECIFIC, String.valueOf(bySizes), "2 all cells, 1 the majority, 0 neither"),
                        evidence.component(MULTINUCLEATED, String.valueOf(byNuclei), "0 not seen, 1 seen")),
                List.of());
    }
}
