package org.fertivision.embryo.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fertivision.finding.measures.CleavageMeasures.ABRUPT_DIVISION;
import static org.fertivision.finding.measures.CleavageMeasures.MULTINUCLEATED;
import static org.fertivision.finding.measures.CleavageMeasures.T2;
import static org.fertivision.finding.measures.CleavageMeasures.T3;
import static org.fertivision.finding.measures.CleavageMeasures.T4;
import static org.fertivision.finding.measures.CleavageMeasures.T5;
import static org.fertivision.finding.measures.CleavageMeasures.UNEVEN_TWO_CELLS;

import java.util.List;
import org.fertivision.finding.Findings;
import org.fertivision.spi.Scorer;
import org.fertivision.spi.ScorerContractTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeseguerScorerTest extends ScorerContractTest {
    @Override
    protected Scorer plugin() {
        return new MeseguerScorer();
    }

    @Override
    protected boolean isBuiltByItsOwner() {
        return true;
    }

    @Override
    protected List<Findings> findings() {
        return List.of(told(26, 37, 37.5, 50).findings());
    }

    private static Told told(double t2, double t3, double t4, double t5) {
        return Told.of("embryo")
                .with(UNEVEN_TWO_CELLS, 0)
                .with(ABRUPT_DIVISION, 0)
                .with(MULTINUCLEATED, 0)
                .with(T2, t2)
                .with(T3, t3)
                .with(T4, t4)
                .with(T5, t5);
    }

    @ParameterizedTest
    @CsvSource({
        "26, 37, 37.5, 48.8, A+",
        "26, 37, 37.8, 56.6, B+",
        "26, 37, 37.5, 48.7, C+",
        "26, 37, 38, 56.7, D+",
        "26, 38, 38.5, 50, A-"
    })
    void timesTellTheClass(double t2, double t3, double t4, double t5, String grade) {
        assertThat(told(t2, t3, t4, t5).by(new MeseguerScorer())).isEqualTo(grade);
    }

    @Test
    void oneExclusionIsEnough() {
        assertThat(Told.of("embryo").with(ABRUPT_DIVISION, 1).by(new MeseguerScorer()))
                .isEqualTo("E");
    }

    @Test
    void timesOutOfOrderAreNotScored() {
        assertThat(told(38, 37, 37.5, 50).by(new MeseguerScorer())).startsWith("times are above 0 and in order");
        assertThat(Told.of("embryo").with(T2, 26).by(new MeseguerScorer())).contains("unevenTwoCells", "t3", "t5");
    }
}
