package org.fertivision.sperm.vitality;

import java.util.List;
import java.util.function.Predicate;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Item;
import org.fertivision.finding.Summary;
import org.fertivision.finding.measures.SpermMeasures;
import org.fertivision.tally.Tally;

/** Live and dead shares over all fields. */
final class VitalitySummary {
    private VitalitySummary() {}

    static Summary of(List<FieldOfView> fields) {
        Predicate<Item> live = called("live");
        Predicate<Item> dead = called("dead");
        Tally tally = Tally.of(fields, live.or(dead));
        return new Summary(
                List.of(
                        tally.count(SpermMeasures.CELLS),
                        tally.share(SpermMeasures.LIVE, live),
                        tally.share(SpermMeasures.DEAD, dead)),
                tally.notices());
    }

    private static Predicate<Item> called(String term) {
        return item -> item.term(VitalityAnalyzer.LABELS).filter(term::equals).isPresent();
    }
}
