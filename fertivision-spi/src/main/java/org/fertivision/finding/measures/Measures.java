package org.fertivision.finding.measures;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fertivision.finding.Measure;

/** Every measure that FertiVision knows, found by its code. */
public final class Measures {
    private Measures() {}

    /** All measures, domain by domain. */
    public static List<Measure> all() {
        return Stream.of(SpermMeasures.all(), MotilityMeasures.all(), FieldMeasures.all())
                .flatMap(List::stream)
                .toList();
    }

    /** The measure of a code, its {@code Sd} and {@code Median} companions included. */
    public static Optional<Measure> of(String code) {
        return all().stream()
                .flatMap(m -> Stream.of(m, m.deviation(), m.median()))
                .filter(m -> m.code().equals(code))
                .findFirst();
    }
}
