package org.fertivision.sperm.morphology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fertivision.finding.Item;
import org.fertivision.finding.Label;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Reading;
import org.fertivision.finding.measures.SpermMeasures;

/**
 * One sperm held against all strict criteria: its defects, and how far it is from the nearest limit. A sperm is normal only
 * if every criterion could be asked and none failed; what fails one is abnormal, whatever else was not seen.
 *
 * @param defects the criteria that failed
 * @param complete whether every criterion could be asked
 * @param least distance to the nearest limit as a share of that limit; below 0 beyond one
 */
record StrictVerdict(List<Criterion> defects, boolean complete, double least) {
    /** Part of a sperm whose defects count once in the indices. */
    enum Part {
        HEAD,
        MIDPIECE,
        TAIL
    }

    /**
     * The criteria. Those of the head, its acrosome and the width of the midpiece are the WHO manual's; that a neck is bent
     * from 30 degrees on and its insertion asymmetric from a quarter of the width on are choices of ours, see ADR 29.
     */
    enum Criterion {
        LARGE_LENGTH("large", Part.HEAD, SpermMeasures.HEAD_LENGTH, 4.7, true),
        LARGE_WIDTH("large", Part.HEAD, SpermMeasures.HEAD_WIDTH, 3.2, true),
        SMALL_LENGTH("small", Part.HEAD, SpermMeasures.HEAD_LENGTH, 3.7, false),
        SMALL_WIDTH("small", Part.HEAD, SpermMeasures.HEAD_WIDTH, 2.5, false),
        TAPERED("tapered", Part.HEAD, SpermMeasures.HEAD_ASPECT, 1.8, true),
        ROUND("round", Part.HEAD, SpermMeasures.HEAD_ASPECT, 1.3, false),
        SMALL_ACROSOME("smallAcrosome", Part.HEAD, SpermMeasures.ACROSOME_FRACTION, 40, false),
        LARGE_ACROSOME("largeAcrosome", Part.HEAD, SpermMeasures.ACROSOME_FRACTION, 70, true),
        VACUOLATED("vacuolated", Part.HEAD, SpermMeasures.VACUOLES, 2, true),
        THICK_MIDPIECE("thickMidpiece", Part.MIDPIECE, SpermMeasures.MIDPIECE_WIDTH, 1, true),
        BENT_NECK("bentNeck", Part.MIDPIECE, SpermMeasures.MIDPIECE_ANGLE, 30, true),
        ASYMMETRIC_NECK("asymmetricNeck", Part.MIDPIECE, SpermMeasures.MIDPIECE_OFFSET, 25, true),
        COILED_TAIL("coiledTail", Part.TAIL, SpermMeasures.TAIL_TURNING, 360, true);

        private final String term;
        private final Part part;
        private final Measure measure;
        private final double limit;
        private final boolean most;

        Criterion(String term, Part part, Measure measure, double limit, boolean most) {
            this.term = term;
            this.part = part;
            this.measure = measure;
            this.limit = limit;
            this.most = most;
        }

        /** Distance to the limit as a share of it; below 0 beyond it. */
        private double margin(double value) {
            return (most ? limit - value : value - limit) / limit;
        }

        /** The part that a defect's word belongs to. */
        static Optional<Part> partOf(String term) {
            return Arrays.stream(values())
                    .filter(criterion -> criterion.term.equals(term))
                    .map(criterion -> criterion.part)
                    .findFirst();
        }
    }

    private static final String UNJUDGED =
            "strict criteria hold for Papanicolaou-stained human sperm; set stain=papanicolaou";
    private static final String INCOMPLETE = "not every part could be measured";
    private static final double PERCENT = 100;

    StrictVerdict {
        defects = List.copyOf(defects);
    }

    /** The verdict on a sperm with these readings. */
    static StrictVerdict of(List<Reading> readings) {
        List<Criterion> defects = new ArrayList<>();
        boolean complete = true;
        double least = Double.POSITIVE_INFINITY;
        for (Criterion criterion : Criterion.values()) {
            Optional<Double> value = readings.stream()
                    .filter(reading -> reading.code().equals(criterion.measure.code()))
                    .findFirst()
                    .flatMap(Reading::figure);
            complete &= value.isPresent();
            if (value.isPresent()) {
                double margin = criterion.margin(value.get());
                least = Math.min(least, margin);
                if (margin < 0) {
                    defects.add(criterion);
                }
            }
        }
        return new StrictVerdict(defects, complete, least);
    }

    /** Each defect's word, {@code normal}, or nothing where none was found but not everything could be asked. */
    List<Label> labels() {
        if (defects.isEmpty()) {
            return complete ? List.of(new Label(StrictHead.LABELS, StrictHead.NORMAL)) : List.of();
        }
        return defects.stream()
                .map(criterion -> criterion.term)
                .distinct()
                .map(term -> new Label(StrictHead.LABELS, term))
                .toList();
    }

    /** The distance to the nearest limit as a reading. */
    Reading margin(boolean judged) {
        if (!judged) {
            return Reading.notMeasured(SpermMeasures.STRICT_MARGIN, UNJUDGED);
        }
        return complete
                ? Reading.measured(SpermMeasures.STRICT_MARGIN, PERCENT * least, "nearest-limit")
                : Reading.notMeasured(SpermMeasures.STRICT_MARGIN, INCOMPLETE);
    }

    /** Whether every criterion was asked of this sperm. */
    static boolean isComplete(Item item) {
        return item.reading(SpermMeasures.STRICT_MARGIN).figure().isPresent();
    }
}
