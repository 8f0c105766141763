package org.fertivision.finding.measures;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Unit;

/** Every measure that FertiVision knows, found by its code. */
public final class Measures {
    private static final List<Measure> WITH_LIMITS = List.of(
            SpermMeasures.HEAD_LENGTH,
            SpermMeasures.HEAD_WIDTH,
            SpermMeasures.HEAD_ASPECT,
            SpermMeasures.ACROSOME_FRACTION,
            SpermMeasures.VACUOLES,
            SpermMeasures.MIDPIECE_WIDTH,
            SpermMeasures.MIDPIECE_ANGLE,
            SpermMeasures.MIDPIECE_OFFSET,
            SpermMeasures.TAIL_TURNING,
            SpermMeasures.CYTOPLASMIC_RESIDUE);

    private Measures() {}

    /** All measures, domain by domain. */
    public static List<Measure> all() {
        return Stream.of(
                        SpermMeasures.all(),
                        MotilityMeasures.all(),
                        FragmentationMeasures.all(),
                        EmbryoMeasures.all(),
                        CleavageMeasures.all(),
                        BlastocystMeasures.all(),
                        TimelapseMeasures.all(),
                        FieldMeasures.all(),
                        FollicleMeasures.all(),
                        EndometriumMeasures.all(),
                        HysteroscopyMeasures.all())
                .flatMap(List::stream)
                .toList();
    }

    /**
     * The measure of a code in a unit, its {@code Sd} and {@code Median} companions and the {@code Margin} of one that
     * strict criteria of sperm morphology ask for included: some words, as {@code area}, are measured in more than one unit.
     */
    public static Optional<Measure> of(String code, Unit unit) {
        return known().filter(m -> m.code().equals(code) && m.unit() == unit).findFirst();
    }

    /** The first measure of a code, its companions included. */
    public static Optional<Measure> of(String code) {
        return known().filter(m -> m.code().equals(code)).findFirst();
    }

    private static Stream<Measure> known() {
        return Stream.concat(
                all().stream().flatMap(m -> Stream.of(m, m.deviation(), m.median())),
                WITH_LIMITS.stream().map(Measure::margin));
    }
}
