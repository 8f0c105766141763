package org.fertivision.embryo.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fertivision.finding.measures.CleavageMeasures.CELLS_AT_66_H;
import static org.fertivision.finding.measures.CleavageMeasures.PRONUCLEI_FADED;
import static org.fertivision.finding.measures.CleavageMeasures.T2;
import static org.fertivision.finding.measures.CleavageMeasures.T3;
import static org.fertivision.finding.measures.CleavageMeasures.T5;

import java.util.List;
import org.fertivision.finding.Findings;
import org.fertivision.spi.Scorer;
import org.fertivision.spi.ScorerContractTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PetersenScorerTest extends ScorerContractTest {
    @Override
    protected Scorer plugin() {
        return new PetersenScorer();
    }

    @Override
    protected boolean isBuiltByItsOwner() {
        return true;
    }

    @Override
    protected List<Findings> findings() {
        return List.of(told(24, 27, 38, 50, 8).findings());
    }

    private static Told told(double faded, double t2, double t3, double t5, double cells) {
        return Told.of("embryo")
                .with(PRONUCLEI_FADED, faded)
                .with(T2, t2)
                .with(T3, t3)
                .with(T5, t5)
                .with(CELLS_AT_66_H, cells);
    }

    @ParameterizedTest
    @CsvSource({
        "27, 29, 38, 50, 8, 1",
        "24, 30, 43, 56, 8, 2",
        "24, 27, 38, 43, 8, 3",
        "24, 27, 38, 60, 8, 3",
        "24, 27, 38, 50, 7, 4",
        "24, 27, 38, 50, 8, 5"
    })
    void theFirstRuleThatHoldsTellsTheClass(double faded, double t2, double t3, double t5, double cells, String grade) {
        assertThat(told(faded, t2, t3, t5, cells).by(new PetersenScorer())).isEqualTo(grade);
    }

    @Test
    void timesOutOfOrderAreNotScored() {
        assertThat(told(28, 27, 38, 50, 8).by(new PetersenScorer())).startsWith("times are above 0 and in order");
    }
}
