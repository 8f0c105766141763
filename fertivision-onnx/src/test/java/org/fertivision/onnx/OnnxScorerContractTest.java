package org.fertivision.onnx;

import java.util.List;
import org.fertivision.finding.Findings;
import org.fertivision.spi.Scorer;
import org.fertivision.spi.ScorerContractTest;
import org.junit.jupiter.api.AfterAll;

/** What every scorer promises, of a tiny model. */
class OnnxScorerContractTest extends ScorerContractTest {
    private static final OnnxScorer SCORER =
            OnnxScorerTest.scorer(TinyModel.brightness(8, 0.5f, true), "probabilities");

    @AfterAll
    static void close() {
        SCORER.close();
    }

    @Override
    protected Scorer plugin() {
        return SCORER;
    }

    @Override
    protected boolean isBuiltByItsOwner() {
        return true;
    }

    @Override
    protected List<Findings> findings() {
        return List.of(Heads.of(10, 240, 200, -1), Heads.of(90));
    }
}
