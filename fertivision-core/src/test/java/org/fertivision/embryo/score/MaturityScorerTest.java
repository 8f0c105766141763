package org.fertivision.embryo.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fertivision.finding.measures.EmbryoMeasures.GERMINAL_VESICLES;
import static org.fertivision.finding.measures.EmbryoMeasures.POLAR_BODIES;

import java.util.List;
import org.fertivision.finding.Findings;
import org.fertivision.spi.Scorer;
import org.fertivision.spi.ScorerContractTest;
import org.junit.jupiter.api.Test;

class MaturityScorerTest extends ScorerContractTest {
    @Override
    protected Scorer plugin() {
        return new MaturityScorer();
    }

    @Override
    protected boolean isBuiltByItsOwner() {
        return true;
    }

    @Override
    protected List<Findings> findings() {
        return List.of(Told.of("oocyte").with(POLAR_BODIES, 1).findings());
    }

    private static String told(double bodies, double vesicles) {
        return Told.of("oocyte")
                .with(POLAR_BODIES, bodies)
                .with(GERMINAL_VESICLES, vesicles)
                .by(new MaturityScorer());
    }

    @Test
    void aPolarBodyIsMatureAndAVesicleWithoutOneIsNot() {
        assertThat(told(1, 0)).isEqualTo("MII");
        assertThat(told(2, 0)).isEqualTo("MII");
        assertThat(told(0, 1)).isEqualTo("GV");
    }

    @Test
    void whatExcludesEachOtherIsNotGraded() {
        assertThat(told(1, 1)).contains("exclude each other");
    }

    @Test
    void whatIsNotSeenInOnePictureIsNeverMi() {
        assertThat(told(0, 0)).startsWith("needs-stack");
    }

    @Test
    void whatNobodySaidIsMissing() {
        assertThat(Told.of("oocyte").with(GERMINAL_VESICLES, 1).by(new MaturityScorer()))
                .startsWith("neither measured nor given: polarBodies");
        assertThat(told(0.5, 0)).contains("polarBodies (0 to 9)");
    }

    @Test
    void theDescriptorSaysThatTheRuleWasNotVerified() {
        assertThat(new MaturityScorer().descriptor().intendedUse()).contains("not verified against the original");
    }
}
