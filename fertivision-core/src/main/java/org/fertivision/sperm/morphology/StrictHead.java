package org.fertivision.sperm.morphology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fertivision.finding.Label;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Reading;
import org.fertivision.finding.measures.SpermMeasures;

/**
 * The size limits of human heads by strict criteria, which hold for Papanicolaou-stained smears: length 3.7 to 4.7 um,
 * width 2.5 to 3.2 um, length over width 1.3 to 1.8, the acrosome 40 to 70 % of the head where it is told apart. A borderline
 * head is abnormal.
 *
 * <p>Source: WHO laboratory manual, 5th and 6th edition. Vacuoles, midpiece and tail are not looked at.
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
    private static final double SMALLEST_ACROSOME = 40;
    private static final double LARGEST_ACROSOME = 70;

    private StrictHead() {}

    /**
     * The labels of a head with these readings; none where its size in micrometers is unknown, or where its acrosome was
     * looked for, could not be told apart and nothing else is wrong.
     */
    static List<Label> labels(List<Reading> readings) {
        Optional<Double> length = figure(readings, SpermMeasures.HEAD_LENGTH);
        Optional<Double> width = figure(readings, SpermMeasures.HEAD_WIDTH);
        if (length.isEmpty() || width.isEmpty()) {
            return List.of();
        }
        List<String> defects = defects(length.get(), width.get());
        Optional<Double> acrosome = figure(readings, SpermMeasures.ACROSOME_FRACTION);
        acrosome.ifPresent(percent -> {
            addIf(defects, percent < SMALLEST_ACROSOME, "smallAcrosome");
            addIf(defects, percent > LARGEST_ACROSOME, "largeAcrosome");
        });
        if (defects.isEmpty()) {
            return acrosome.isEmpty() && asked(readings) ? List.of() : List.of(new Label(LABELS, NORMAL));
        }
        return defects.stream().map(defect -> new Label(LABELS, defect)).toList();
    }

    /** Whether the acrosome was looked for. */
    private static boolean asked(List<Reading> readings) {
        return readings.stream().anyMatch(r -> r.code().equals(SpermMeasures.ACROSOME_FRACTION.code()));
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
