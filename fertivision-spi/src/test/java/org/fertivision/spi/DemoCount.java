package org.fertivision.spi;

import java.util.List;
import org.fertivision.finding.Findings;
import org.fertivision.finding.Score;
import org.fertivision.finding.measures.SpermMeasures;

/** A small scorer that says whether there are many spots: the subject of the contract's own test. */
public class DemoCount implements Scorer {
    private static final Descriptor ABOUT = Descriptor.scorer("acme.demo-count", "1.0.0")
            .scores("acme.bright-spots")
            .title("Many or few")
            .source("doi:10.0/test")
            .build();

    @Override
    public Descriptor descriptor() {
        return ABOUT;
    }

    @Override
    public Score score(Findings findings, Settings settings, Work work) {
        return findings.summary()
                .reading(SpermMeasures.CELLS)
                .figure()
                .map(cells -> (Score) new Score.Scored(
                        "acme",
                        cells > 4 ? "many" : "few",
                        cells,
                        List.of(new Score.Component("cells", cells > 4 ? "many" : "few", "", cells)),
                        List.of()))
                .orElse(Score.notScored("no cells were counted"));
    }
}
