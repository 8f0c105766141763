package org.fertivision.embryo.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fertivision.finding.measures.CleavageMeasures.BLASTOMERES;
import static org.fertivision.finding.measures.CleavageMeasures.BLASTOMERE_EVENNESS;
import static org.fertivision.finding.measures.CleavageMeasures.FRAGMENTATION;

import java.util.List;
import org.fertivision.finding.Findings;
import org.fertivision.spi.Scorer;
import org.fertivision.spi.ScorerContractTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AceScorerTest extends ScorerContractTest {
    @Override
    protected Scorer plugin() {
        return new AceScorer();
    }

    @Override
    protected boolean isBuiltByItsOwner() {
        return true;
    }

    @Override
    protected List<Findings> findings() {
        return List.of(told(4, 0.9, 5).findings());
    }

    private static Told told(double cells, double evenness, double fragments) {
        return Told.of("embryo")
                .with(BLASTOMERES, cells)
                .with(BLASTOMERE_EVENNESS, evenness)
                .with(FRAGMENTATION, fragments);
    }

    @ParameterizedTest
    @CsvSource({
        "4, 1, 0, 4, 4",
        "4, 0.81, 9.9, 3 or 4, 4",
        "8, 0.8, 10, 2, 3",
        "8, 0.5, 20.1, 2, 2",
        "8, 0.49, 50.1, 1, 1"
    })
    void sizesAndFragmentsHaveTheirGrades(double cells, double evenness, double share, String sizes, String fragments) {
        assertThat(told(cells, evenness, share).by(new AceScorer()))
                .isEqualTo((int) cells + " cells, sizes " + sizes + ", fragments " + fragments);
    }

    @Test
    void figuresThatCannotBeAreNotScored() {
        assertThat(told(4, 1.2, 5).by(new AceScorer())).startsWith("evenness is above 0");
    }
}
