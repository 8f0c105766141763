package org.fertivision.sperm.morphology;

import java.util.Set;
import org.fertivision.finding.Item;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Reading;
import org.fertivision.finding.measures.SpermMeasures;

/** What the strict verdict says of the head alone. */
final class StrictHead {
    /** The naming system: {@code normal}, or each defect. */
    static final String LABELS = "strict";

    static final String NORMAL = "normal";

    private static final Set<String> NOT_LOOKED_FOR = Set.of(Reading.NotMeasured.NOT_PART, Reading.NotMeasured.DRAWN);

    private StrictHead() {}

    /** Whether a head was held against all that its picture lets be asked of heads. */
    static boolean isJudged(Item item) {
        return isStained(item)
                ? isMeasured(item, SpermMeasures.HEAD_LENGTH)
                        && isMeasured(item, SpermMeasures.ACROSOME_FRACTION)
                        && isMeasured(item, SpermMeasures.VACUOLES)
                : item.term(LABELS).isPresent();
    }

    /** Whether nothing is wrong with a head that was judged, whatever its midpiece and tail are. */
    static boolean isNormal(Item item) {
        return isStained(item)
                ? item.labels().stream()
                        .filter(label -> label.system().equals(LABELS))
                        .flatMap(label -> StrictVerdict.Criterion.partOf(label.term()).stream())
                        .noneMatch(StrictVerdict.Part.HEAD::equals)
                : item.term(LABELS).filter(NORMAL::equals).isPresent();
    }

    /** Whether the parts of the head were looked for, found or not. */
    private static boolean isStained(Item item) {
        Reading acrosome = item.reading(SpermMeasures.ACROSOME_FRACTION);
        return !(acrosome instanceof Reading.NotMeasured missing && NOT_LOOKED_FOR.contains(missing.reason()));
    }

    private static boolean isMeasured(Item item, Measure measure) {
        return item.reading(measure).figure().isPresent();
    }
}
