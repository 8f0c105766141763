package org.fertivision.embryo.score;

import static org.fertivision.finding.measures.EmbryoMeasures.GERMINAL_VESICLES;
import static org.fertivision.finding.measures.EmbryoMeasures.POLAR_BODIES;

import java.util.List;
import java.util.Optional;
import org.fertivision.finding.Findings;
import org.fertivision.finding.Score;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.Scorer;
import org.fertivision.spi.Settings;
import org.fertivision.spi.Work;

/**
 * Maturity of an oocyte as seen: a polar body says MII, a germinal vesicle without one GV. Where neither is seen there is
 * no grade, since a polar body may lie above or below the plane: one picture never says MI.
 */
public final class MaturityScorer implements Scorer {
    private static final Descriptor ABOUT = Descriptions.unverified("fertivision.maturity", "Oocyte maturity as seen")
            .scores("oocyte")
            .source("ESHRE Istanbul consensus 2011, doi:10.1093/humrep/der037")
            .build();
    private static final int MOST = 9;

    @Override
    public Descriptor descriptor() {
        return ABOUT;
    }

    @Override
    public Score score(Findings findings, Settings settings, Work work) {
        Evidence evidence = new Evidence(findings);
        Optional<Integer> bodies = evidence.whole(POLAR_BODIES, 0, MOST);
        Optional<Integer> vesicles = evidence.whole(GERMINAL_VESICLES, 0, MOST);
        if (bodies.isPresent() && bodies.get() > 0 && vesicles.isPresent() && vesicles.get() > 0) {
            return Score.notScored("a polar body and a germinal vesicle exclude each other; both are said to be seen");
        }
        if (bodies.isPresent() && bodies.get() > 0) {
            return graded("MII", evidence.component(POLAR_BODIES, "MII", "a polar body is seen"));
        }
        if (bodies.isPresent() && vesicles.isPresent() && vesicles.get() > 0) {
            return graded("GV", evidence.component(GERMINAL_VESICLES, "GV", "a germinal vesicle and no polar body"));
        }
        return bodies.isPresent() && vesicles.isPresent()
                ? Score.notScored("needs-stack: no polar body seen, which may lie above or below the plane; never MI")
                : evidence.missing();
    }

    private static Score graded(String grade, Score.Component component) {
        return new Score.Scored("maturity as seen", grade, null, List.of(component), List.of());
    }
}
