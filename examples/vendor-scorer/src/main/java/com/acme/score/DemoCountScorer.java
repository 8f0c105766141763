package com.acme.score;

import java.util.List;
import java.util.Locale;
import org.fertivision.finding.Findings;
import org.fertivision.finding.Score;
import org.fertivision.finding.Unit;
import org.fertivision.finding.measures.SpermMeasures;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.Parameter;
import org.fertivision.spi.Scorer;
import org.fertivision.spi.Settings;
import org.fertivision.spi.Work;

/** Says whether enough cells were counted to rest a percentage on: 200, unless set otherwise. */
public final class DemoCountScorer implements Scorer {
    private static final Parameter<Double> WANTED = Parameter.number(
                    "cellsWanted", Unit.ONE, 1, 100_000, "Cells that should be counted.")
            .defaultsTo(200.0)
            .inSummary();

    private static final Descriptor ABOUT = Descriptor.scorer("acme.demo-count", "1.0.0")
            .scores("sperm-count", "sperm-vitality")
            .title("Acme counting effort")
            .source("WHO laboratory manual, 6th edition (2021), ISBN 978-92-4-003078-7")
            .parameters(WANTED)
            .build();

    @Override
    public Descriptor descriptor() {
        return ABOUT;
    }

    @Override
    public Score score(Findings findings, Settings settings, Work work) {
        double wanted = settings.get(WANTED);
        return findings.summary()
                .reading(SpermMeasures.CELLS)
                .fold(
                        measured -> grade(measured.value(), wanted),
                        given -> grade(given.value(), wanted),
                        missing -> Score.notScored(missing.reason()));
    }

    private static Score grade(double cells, double wanted) {
        String grade = cells >= wanted ? "enough cells" : "too few cells";
        String detail = String.format(Locale.ROOT, "%.0f cells counted, %.0f wanted", cells, wanted);
        Score.Component part = new Score.Component(SpermMeasures.CELLS.code(), grade, detail, cells);
        return new Score.Scored("acme-effort", grade, null, List.of(part), List.of());
    }
}
