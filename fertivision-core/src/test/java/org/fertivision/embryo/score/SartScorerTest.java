package org.fertivision.embryo.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fertivision.finding.measures.CleavageMeasures.ASYMMETRY;
import static org.fertivision.finding.measures.CleavageMeasures.BLASTOMERES;
import static org.fertivision.finding.measures.CleavageMeasures.FRAGMENTATION;

import java.util.List;
import org.fertivision.finding.Findings;
import org.fertivision.spi.Scorer;
import org.fertivision.spi.ScorerContractTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SartScorerTest extends ScorerContractTest {
    @Override
    protected Scorer plugin() {
        return new SartScorer();
    }

    @Override
    protected boolean isBuiltByItsOwner() {
        return true;
    }

    @Override
    protected List<Findings> findings() {
        return List.of(told(4, 5, 0).findings());
    }

    private static Told told(double cells, double fragments, double asymmetry) {
        return Told.of("embryo")
                .with(BLASTOMERES, cells)
                .with(FRAGMENTATION, fragments)
                .with(ASYMMETRY, asymmetry);
    }

    @ParameterizedTest
    @CsvSource({
        "4, 0, 0, '4 cells, fragments 0 %, asymmetry none'",
        "8, 9.9, 1, '8 cells, fragments below 10 %, asymmetry moderate'",
        "9, 11, 2, 'more than 8 cells, fragments 11 to 25 %, asymmetry severe'",
        "6, 25, 0, '6 cells, fragments 11 to 25 %, asymmetry none'",
        "6, 25.1, 0, '6 cells, fragments above 25 %, asymmetry none'"
    })
    void eachPartHasItsClass(double cells, double fragments, double asymmetry, String grade) {
        assertThat(told(cells, fragments, asymmetry).by(new SartScorer())).isEqualTo(grade);
    }

    @Test
    void sharesBetweenTwoClassesHaveNone() {
        assertThat(told(4, 10, 0).by(new SartScorer())).startsWith("fragmentation of 10 % lies between");
        assertThat(told(4, 101, 0).by(new SartScorer())).isEqualTo("fragmentation is from 0 to 100 %");
    }

    @Test
    void whatNobodyToldIsNamed() {
        assertThat(Told.of("embryo").with(BLASTOMERES, 4).by(new SartScorer()))
                .contains("fragmentation", "asymmetry (0 to 2)");
    }
}
