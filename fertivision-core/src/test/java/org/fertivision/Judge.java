package org.fertivision;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.fertivision.finding.Findings;
import org.fertivision.finding.Score;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.Scorer;
import org.fertivision.spi.Settings;
import org.fertivision.spi.Work;

/** A scorer for tests of the engine: it keeps what it was shown last and says what a test wants. */
final class Judge implements Scorer {
    final AtomicReference<Findings> shown = new AtomicReference<>();
    private final Descriptor about;
    private final Function<Findings, Score> verdict;

    Judge(Descriptor about, Function<Findings, Score> verdict) {
        this.about = about;
        this.verdict = verdict;
    }

    /** A scorer of that name for the eye. */
    static Judge of(String id, Function<Findings, Score> verdict) {
        return new Judge(described(id).build(), verdict);
    }

    static Descriptor.Builder described(String id) {
        return Descriptor.scorer(id, "1.0.0").scores("acme.eye").title("Judge");
    }

    @Override
    public Descriptor descriptor() {
        return about;
    }

    @Override
    public Score score(Findings findings, Settings settings, Work work) {
        shown.set(findings);
        return verdict.apply(findings);
    }
}
