package org.fertivision.sperm.morphology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.fertivision.finding.Item;
import org.fertivision.finding.Label;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Reading;
import org.fertivision.finding.measures.SpermMeasures;

/**
 * One sperm held against all strict criteria: its defects, each with its margin, and how far it is from the nearest limit.
 * A sperm is normal only if every criterion could be asked and none failed; what fails one is abnormal, whatever else was not
 * seen. A measure that is nearer to its limit than it is sure fails it, on either side: borderline is abnormal, and said to
 * be borderline.
 *
 * @param defects the criteria that failed
 * @param complete whether every criterion could be asked
 * @param least distance to the nearest limit as a share of that limit; below 0 beyond one
 */
record StrictVerdict(List<Defect> defects, boolean complete, double least) {
    /** Part of a sperm whose defects count once in the indices. */
    enum Part {
        HEAD,
        MIDPIECE,
        TAIL,
        CYTOPLASM
    }

    /**
     * The criteria. Those of the head, its acrosome, the width of the midpiece and the cytoplasm are the WHO manual's
     * (5th and 6th edition), for human sperm in Papanicolaou-stained smears; that a neck is bent
     * from 30 degrees on and its insertion asymmetric from a quarter of the width on are choices of ours, see ADR 29.
     *
     * <p>The last number is how sure the measure is, percent: the median absolute difference to people who outlined the same
     * sperm (ADR 29), for length over width that of both together; 0 where no such figure is known.
     */
    enum Criterion {
        LARGE_LENGTH("large", Part.HEAD, SpermMeasures.HEAD_LENGTH, 4.7, true, 2.9),
        LARGE_WIDTH("large", Part.HEAD, SpermMeasures.HEAD_WIDTH, 3.2, true, 2.4),
        SMALL_LENGTH("small", Part.HEAD, SpermMeasures.HEAD_LENGTH, 3.7, false, 2.9),
        SMALL_WIDTH("small", Part.HEAD, SpermMeasures.HEAD_WIDTH, 2.5, false, 2.4),
        TAPERED("tapered", Part.HEAD, SpermMeasures.HEAD_ASPECT, 1.8, true, 3.8),
        ROUND("round", Part.HEAD, SpermMeasures.HEAD_ASPECT, 1.3, false, 3.8),
        SMALL_ACROSOME("smallAcrosome", Part.HEAD, SpermMeasures.ACROSOME_FRACTION, 40, false, 11),
        LARGE_ACROSOME("largeAcrosome", Part.HEAD, SpermMeasures.ACROSOME_FRACTION, 70, true, 11),
        VACUOLATED("vacuolated", Part.HEAD, SpermMeasures.VACUOLES, 2, true, 0),
        THICK_MIDPIECE("thickMidpiece", Part.MIDPIECE, SpermMeasures.MIDPIECE_WIDTH, 1, true, 13),
        BENT_NECK("bentNeck", Part.MIDPIECE, SpermMeasures.MIDPIECE_ANGLE, 30, true, 0),
        ASYMMETRIC_NECK("asymmetricNeck", Part.MIDPIECE, SpermMeasures.MIDPIECE_OFFSET, 25, true, 0),
        COILED_TAIL("coiledTail", Part.TAIL, SpermMeasures.TAIL_TURNING, 360, true, 0),
        EXCESS_CYTOPLASM("excessCytoplasm", Part.CYTOPLASM, SpermMeasures.CYTOPLASMIC_RESIDUE, 100 / 3.0, true, 0);

        private final String term;
        private final Part part;
        private final Measure measure;
        private final double limit;
        private final boolean most;
        private final double unsurePercent;

        Criterion(String term, Part part, Measure measure, double limit, boolean most, double unsurePercent) {
            this.term = term;
            this.part = part;
            this.measure = measure;
            this.limit = limit;
            this.most = most;
            this.unsurePercent = unsurePercent;
        }

        /** Distance to the limit as a share of it; below 0 beyond it. */
        private double margin(double value) {
            return (most ? limit - value : value - limit) / limit;
        }

        /** Whether a margin is no larger than the measure is unsure. */
        private boolean isBorderline(double margin) {
            return Math.abs(margin) * PERCENT < unsurePercent;
        }

        /** The part that a defect's word belongs to. */
        static Optional<Part> partOf(String term) {
            return Arrays.stream(values())
                    .filter(criterion -> criterion.term.equals(term))
                    .map(criterion -> criterion.part)
                    .findFirst();
        }
    }

    /**
     * A criterion that failed.
     *
     * @param criterion which one
     * @param margin distance to its limit as a share of it; below 0 beyond it
     * @param borderline whether it failed by no more than the measure is sure
     */
    record Defect(Criterion criterion, double margin, boolean borderline) {
        private String term() {
            return criterion.term;
        }

        private Reading reading() {
            return Reading.measured(criterion.measure.margin(), PERCENT * margin, "failed-limit");
        }
    }

    /** How far a sperm is from the limit that it fails, for each measure that a criterion asks for. */
    static final List<Measure> MARGINS = Arrays.stream(Criterion.values())
            .map(criterion -> criterion.measure.margin())
            .distinct()
            .toList();

    private static final Set<Criterion> OF_OUTLINE = EnumSet.of(
            Criterion.LARGE_LENGTH,
            Criterion.LARGE_WIDTH,
            Criterion.SMALL_LENGTH,
            Criterion.SMALL_WIDTH,
            Criterion.TAPERED,
            Criterion.ROUND);

    private static final String UNJUDGED =
            "strict criteria hold for Papanicolaou-stained human sperm; set stain=papanicolaou";
    private static final String LIMITS_MET = "within its limits";
    private static final String INCOMPLETE = "not every part could be measured";
    private static final double PERCENT = 100;

    /** The naming system of the defects that are borderline. */
    static final String BORDERLINE_LABELS = "strictBorderline";

    StrictVerdict {
        defects = List.copyOf(defects);
    }

    /** The verdict on a sperm with these readings. */
    static StrictVerdict of(List<Reading> readings) {
        return of(readings, EnumSet.allOf(Criterion.class), true);
    }

    /**
     * The verdict on a head by its size and outline alone, where no parts are told apart; none where its size in micrometers
     * is unknown. How sure the sizes are was found on stained smears only: nothing is borderline.
     */
    static StrictVerdict ofOutline(List<Reading> readings) {
        StrictVerdict verdict = of(readings, OF_OUTLINE, false);
        return verdict.complete ? verdict : unjudged();
    }

    private static StrictVerdict of(List<Reading> readings, Set<Criterion> criteria, boolean isSureKnown) {
        List<Defect> defects = new ArrayList<>();
        boolean complete = true;
        double least = Double.POSITIVE_INFINITY;
        for (Criterion criterion : criteria) {
            Optional<Double> value = readings.stream()
                    .filter(reading -> reading.code().equals(criterion.measure.code()))
                    .findFirst()
                    .flatMap(Reading::figure);
            complete &= value.isPresent();
            if (value.isPresent()) {
                double margin = criterion.margin(value.get());
                boolean borderline = isSureKnown && criterion.isBorderline(margin);
                least = Math.min(least, margin);
                if (margin < 0 || borderline) {
                    defects.add(new Defect(criterion, margin, borderline));
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
        return Stream.concat(
                        labels(defects.stream(), StrictHead.LABELS),
                        labels(defects.stream().filter(Defect::borderline), BORDERLINE_LABELS))
                .toList();
    }

    private static Stream<Label> labels(Stream<Defect> defects, String system) {
        return defects.map(Defect::term).distinct().map(term -> new Label(system, term));
    }

    /** The margin of each defect, whatever else was not seen. */
    List<Reading> margins() {
        return defects.stream().map(Defect::reading).toList();
    }

    /**
     * A reading for each of {@link #MARGINS} of a head that a person drew, whose verdict is by its outline.
     *
     * @param judged whether strict criteria hold for it
     */
    List<Reading> marginsOfDrawn(boolean judged) {
        List<Reading> known = margins();
        return MARGINS.stream()
                .map(measure -> known.stream()
                        .filter(reading -> reading.measure().equals(measure))
                        .findFirst()
                        .orElseGet(() -> Reading.notMeasured(measure, whyNoneOfDrawn(measure, judged))))
                .toList();
    }

    private String whyNoneOfDrawn(Measure margin, boolean judged) {
        if (OF_OUTLINE.stream().noneMatch(asked -> asked.measure.margin().equals(margin))) {
            return Reading.NotMeasured.DRAWN;
        }
        if (!judged) {
            return UNJUDGED;
        }
        return complete ? LIMITS_MET : Reading.NotMeasured.UNCALIBRATED;
    }

    /** Nothing is said of what was not judged. */
    static StrictVerdict unjudged() {
        return new StrictVerdict(List.of(), false, Double.POSITIVE_INFINITY);
    }

    /** Whether a sperm is abnormal by borderline measures alone. */
    static boolean isBorderline(Item item) {
        List<String> clear = new ArrayList<>(terms(item, StrictHead.LABELS));
        List<String> borderline = terms(item, BORDERLINE_LABELS);
        clear.removeAll(borderline);
        return !borderline.isEmpty() && clear.isEmpty();
    }

    private static List<String> terms(Item item, String system) {
        return item.labels().stream()
                .filter(label -> label.system().equals(system))
                .map(Label::term)
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
