package org.fertivision.embryo.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fertivision.finding.measures.BlastocystMeasures.BLASTOCYST_STAGE;
import static org.fertivision.finding.measures.BlastocystMeasures.INNER_CELL_MASS_GRADE;
import static org.fertivision.finding.measures.BlastocystMeasures.TROPHECTODERM_GRADE;

import java.util.List;
import org.fertivision.finding.Findings;
import org.fertivision.spi.Scorer;
import org.fertivision.spi.ScorerContractTest;
import org.junit.jupiter.api.Test;

class IstanbulBlastocystScorerTest extends ScorerContractTest {
    @Override
    protected Scorer plugin() {
        return new IstanbulBlastocystScorer();
    }

    @Override
    protected boolean isBuiltByItsOwner() {
        return true;
    }

    @Override
    protected List<Findings> findings() {
        return List.of(told(3, 1, 2).findings());
    }

    private static Told told(double stage, double mass, double wall) {
        return Told.of("blastocyst")
                .with(BLASTOCYST_STAGE, stage)
                .with(INNER_CELL_MASS_GRADE, mass)
                .with(TROPHECTODERM_GRADE, wall);
    }

    @Test
    void wordsAreThoseOfTheConsensus() {
        assertThat(told(3, 1, 2).by(new IstanbulBlastocystScorer()))
                .isEqualTo("expanded, inner cell mass good, trophectoderm fair");
    }

    @Test
    void aStageThatThereIsNotIsMissing() {
        assertThat(told(5, 1, 2).by(new IstanbulBlastocystScorer()))
                .isEqualTo("neither measured nor given: blastocystStage (1 to 4)");
    }
}
