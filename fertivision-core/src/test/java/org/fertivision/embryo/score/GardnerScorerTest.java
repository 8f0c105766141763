package org.fertivision.embryo.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fertivision.finding.measures.BlastocystMeasures.BLASTOCOEL_FRACTION;
import static org.fertivision.finding.measures.BlastocystMeasures.BLASTOCYST_DIAMETER;
import static org.fertivision.finding.measures.BlastocystMeasures.BLASTOCYST_EXPANSION;
import static org.fertivision.finding.measures.BlastocystMeasures.HERNIATION;
import static org.fertivision.finding.measures.BlastocystMeasures.INNER_CELL_MASS_GRADE;
import static org.fertivision.finding.measures.BlastocystMeasures.TROPHECTODERM_GRADE;

import java.util.List;
import org.fertivision.finding.Findings;
import org.fertivision.spi.Scorer;
import org.fertivision.spi.ScorerContractTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GardnerScorerTest extends ScorerContractTest {
    @Override
    protected Scorer plugin() {
        return new GardnerScorer();
    }

    @Override
    protected boolean isBuiltByItsOwner() {
        return true;
    }

    @Override
    protected List<Findings> findings() {
        return List.of(
                Told.of("blastocyst").with(BLASTOCYST_EXPANSION, 4).findings(),
                Told.of("blastocyst").with(HERNIATION, 4).findings());
    }

    @ParameterizedTest
    @CsvSource({
        "62.9, 150, 0, 1",
        "63, 150, 0, 2",
        "84.9, 150, 0, 2",
        "85, 150, 0, '3, letters not scored'",
        "85, 175, 3, '4, letters not scored'",
        "20, 150, 3.1, '5, letters not scored'"
    })
    void expansionFollowsTheFigures(double cavity, double diameter, double herniation, String grade) {
        assertThat(Told.of("blastocyst")
                        .with(BLASTOCOEL_FRACTION, cavity)
                        .with(BLASTOCYST_DIAMETER, diameter)
                        .with(HERNIATION, herniation)
                        .by(new GardnerScorer()))
                .isEqualTo(grade);
    }

    @Test
    void aMissingDiameterIsNamed() {
        assertThat(Told.of("blastocyst")
                        .with(BLASTOCOEL_FRACTION, 70)
                        .with(HERNIATION, 0)
                        .by(new GardnerScorer()))
                .isEqualTo("neither measured nor given: blastocystDiameter");
    }

    @Test
    void lettersAreAPersonsAndOnlyFromExpansionThree() {
        Told four = Told.of("blastocyst")
                .with(INNER_CELL_MASS_GRADE, 1)
                .with(TROPHECTODERM_GRADE, 3)
                .with(BLASTOCYST_EXPANSION, 4);
        Told two = Told.of("blastocyst")
                .with(INNER_CELL_MASS_GRADE, 1)
                .with(TROPHECTODERM_GRADE, 3)
                .with(BLASTOCYST_EXPANSION, 2);

        assertThat(four.by(new GardnerScorer())).isEqualTo("4AC");
        assertThat(two.by(new GardnerScorer())).isEqualTo("2");
    }

    @Test
    void withoutHerniationALargeBlastocystIsNotScored() {
        assertThat(Told.of("blastocyst").with(BLASTOCYST_DIAMETER, 200).by(new GardnerScorer()))
                .isEqualTo("neither measured nor given: herniation, blastocoelFraction");
    }
}
