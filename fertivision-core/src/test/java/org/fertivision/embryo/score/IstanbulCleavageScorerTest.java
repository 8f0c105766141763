package org.fertivision.embryo.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fertivision.finding.measures.CleavageMeasures.FRAGMENTATION;
import static org.fertivision.finding.measures.CleavageMeasures.MULTINUCLEATED;
import static org.fertivision.finding.measures.CleavageMeasures.STAGE_SPECIFIC;

import java.util.List;
import org.fertivision.finding.Findings;
import org.fertivision.spi.Scorer;
import org.fertivision.spi.ScorerContractTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IstanbulCleavageScorerTest extends ScorerContractTest {
    @Override
    protected Scorer plugin() {
        return new IstanbulCleavageScorer();
    }

    @Override
    protected boolean isBuiltByItsOwner() {
        return true;
    }

    @Override
    protected List<Findings> findings() {
        return List.of(told(5, 2, 0).findings());
    }

    private static Told told(double fragments, double sizes, double nuclei) {
        return Told.of("embryo")
                .with(FRAGMENTATION, fragments)
                .with(STAGE_SPECIFIC, sizes)
                .with(MULTINUCLEATED, nuclei);
    }

    /** Ten and twenty-five percent themselves are fair. */
    @ParameterizedTest
    @CsvSource({
        "9.9, 2, 0, 1 good",
        "10, 2, 0, 2 fair",
        "25, 2, 0, 2 fair",
        "25.1, 2, 0, 3 poor",
        "5, 1, 0, 2 fair",
        "5, 0, 0, 3 poor",
        "5, 2, 1, 3 poor"
    })
    void theWorstPartTellsTheGrade(double fragments, double sizes, double nuclei, String grade) {
        assertThat(told(fragments, sizes, nuclei).by(new IstanbulCleavageScorer()))
                .isEqualTo(grade);
    }

    @Test
    void absenceOfManyNucleiIsNotSupposed() {
        assertThat(Told.of("embryo")
                        .with(FRAGMENTATION, 5)
                        .with(STAGE_SPECIFIC, 2)
                        .by(new IstanbulCleavageScorer()))
                .isEqualTo("neither measured nor given: multinucleated (0 to 1)");
        assertThat(told(120, 2, 0).by(new IstanbulCleavageScorer())).contains("from 0 to 100 %");
    }
}
