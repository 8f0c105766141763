package org.fertivision.embryo.score;

import java.util.ArrayList;
import java.util.List;
import org.fertivision.finding.Annotation;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Findings;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Quality;
import org.fertivision.finding.Score;
import org.fertivision.finding.Summary;
import org.fertivision.spi.Scorer;
import org.fertivision.spi.Settings;
import org.fertivision.spi.Work;

/** Findings of a kind of which a person tells values. */
final class Told {
    private final String kind;
    private final List<Annotation> words = new ArrayList<>();

    private Told(String kind) {
        this.kind = kind;
    }

    static Told of(String kind) {
        return new Told("fertivision." + kind);
    }

    Told with(Measure measure, double value) {
        words.add(new Annotation.Value("Dr. A", measure, value));
        return this;
    }

    Findings findings() {
        FieldOfView field =
                FieldOfView.still(9, 9, List.of(), List.of(), new Quality(null, 1, true, List.of()), List.of(), null);
        return Findings.of(kind, List.of(field), new Summary(List.of())).annotated(words);
    }

    /** The grade, or why there is none. */
    String by(Scorer scorer) {
        return scorer.score(findings(), Settings.defaults(scorer.descriptor().parameters()), Work.unlimited())
                .fold(Score.Scored::grade, Score.NotScored::reason);
    }
}
