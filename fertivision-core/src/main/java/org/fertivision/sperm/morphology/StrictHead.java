package org.fertivision.sperm.morphology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fertivision.finding.Item;
import org.fertivision.finding.Label;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Reading;
import org.fertivision.finding.measures.SpermMeasures;

/**
 * The size limits of human heads by strict criteria, which hold for Papanicolaou-stained smears: length 3.7 to 4.7 um,
 * width 2.5 to 3.2 um, length over width 1.3 to 1.8. A borderline head is abnormal.
 *
 * <p>Source: WHO laboratory manual, 5th and 6th edition. The other parts of a sperm in {@link StrictVerdict}.
 */
final class StrictHead {
    /** The naming system: {@code normal}, or each defect. */
    static final String LABELS = "strict";

    static final String NORMAL = "normal";

    private static final double SHORTEST_UM = 3.7;
    private static final double LONGEST_UM = 4.7;
    private static final double NARROWEST_UM = 2.5;
    private static final double WIDEST_UM = 3.2;
    private static final double ROUNDEST = 1.3;
    private static final double SLIMMEST = 1.8;

    private StrictHead() {}

    /** The labels of a head by its size alone; none where its size in micrometers is unknown. */
    static List<Label> labels(List<Reading> readings) {
        Optional<Double> length = figure(readings, SpermMeasures.HEAD_LENGTH);
        Optional<Double> width = figure(readings, SpermMeasures.HEAD_WIDTH);
        if (length.isEmpty() || width.isEmpty()) {
            return List.of();
        }
        List<Label> labels = new ArrayList<>();
        defects(length.get(), width.get()).forEach(defect -> labels.add(new Label(LABELS, defect)));
        return labels.isEmpty() ? List.of(new Label(LABELS, NORMAL)) : labels;
    }

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

    /** Whether the parts of the head were looked for and some were found. */
    private static boolean isStained(Item item) {
        return isMeasured(item, SpermMeasures.ACROSOME_FRACTION) || isMeasured(item, SpermMeasures.VACUOLES);
    }

    private static boolean isMeasured(Item item, Measure measure) {
        return item.reading(measure).figure().isPresent();
    }

    private static List<String> defects(double length, double width) {
        List<String> defects = new ArrayList<>();
        addIf(defects, length > LONGEST_UM || width > WIDEST_UM, "large");
        addIf(defects, length < SHORTEST_UM || width < NARROWEST_UM, "small");
        addIf(defects, length / width > SLIMMEST, "tapered");
        addIf(defects, length / width < ROUNDEST, "round");
        return defects;
    }

    private static void addIf(List<String> defects, boolean found, String defect) {
        if (found) {
            defects.add(defect);
        }
    }

    private static Optional<Double> figure(List<Reading> readings, Measure measure) {
        return readings.stream()
                .filter(r -> r.code().equals(measure.code()))
                .findFirst()
                .flatMap(Reading::figure);
    }
}
