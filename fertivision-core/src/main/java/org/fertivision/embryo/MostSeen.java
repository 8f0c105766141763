package org.fertivision.embryo;

import java.util.List;
import java.util.stream.Stream;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Reading;

/** How many of a structure one cell shows: the most that any of its fields does, and never fewer than can be a count. */
final class MostSeen {
    private static final String MOST_OF_ANY = "most-of-any-field";

    private MostSeen() {}

    /**
     * What counts in the field that shows most, persons' corrections included. Fewer are not measured: for the reason of the
     * first field that gives one, or, where persons took some away, since others may lie in other planes.
     *
     * @param least how many are a count
     */
    static Reading of(Measure measure, CellStructure structure, int least, List<FieldOfView> fields) {
        long most = fields.stream()
                .mapToLong(field -> field.counted().filter(structure::is).count())
                .max()
                .orElse(0);
        if (most >= least) {
            return Reading.measured(measure, (double) most, MOST_OF_ANY);
        }
        String reason = fields.stream()
                .flatMap(field -> field.reading(measure)
                        .fold(m -> Stream.<String>empty(), g -> Stream.<String>empty(), n -> Stream.of(n.reason())))
                .findFirst()
                .orElse(fields.isEmpty() ? Reading.NotMeasured.NO_OBJECTS : Refusal.NEEDS_STACK.reason());
        return Reading.notMeasured(measure, reason);
    }
}
