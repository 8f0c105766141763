package com.acme.score;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Findings;
import org.fertivision.finding.Quality;
import org.fertivision.finding.Reading;
import org.fertivision.finding.Score;
import org.fertivision.finding.Summary;
import org.fertivision.finding.measures.SpermMeasures;
import org.fertivision.spi.Scorer;
import org.fertivision.spi.ScorerContractTest;
import org.fertivision.spi.Settings;
import org.fertivision.spi.Work;
import org.junit.jupiter.api.Test;

class DemoCountScorerTest extends ScorerContractTest {
    @Override
    protected Scorer plugin() {
        return new DemoCountScorer();
    }

    @Override
    protected List<Findings> findings() {
        return List.of(counted("fertivision.sperm-count", 200), counted("fertivision.sperm-vitality", 12));
    }

    @Test
    void twoHundredCellsAreEnough() {
        assertEquals("too few cells", grade(199, Map.of()));
        assertEquals("enough cells", grade(200, Map.of()));
        assertEquals("too few cells", grade(200, Map.of("cellsWanted", "400")));
    }

    private String grade(int cells, Map<String, String> texts) {
        Settings settings = Settings.of(plugin().descriptor().parameters(), texts, Map.of());
        return plugin().score(counted("fertivision.sperm-count", cells), settings, Work.unlimited())
                .fold(Score.Scored::grade, Score.NotScored::reason);
    }

    private static Findings counted(String kind, int cells) {
        FieldOfView field = FieldOfView.still(
                100, 100, List.of(), List.of(), new Quality(null, 0.5, true, List.of()), List.of(), null);
        Reading reading = Reading.measured(SpermMeasures.CELLS, cells, cells, "counted");
        return Findings.of(kind, List.of(field), new Summary(List.of(reading)));
    }
}
