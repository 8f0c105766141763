package org.fertivision.embryo;

import java.util.List;
import java.util.OptionalLong;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Reading;

/** How many of a structure one cell shows: the most that any of its fields does. */
final class MostSeen {
    private static final String MOST_OF_ANY = "most-of-any-field";

    private MostSeen() {}

    /** Of fields that count them, what still counts there; else the reason of the first field. */
    static Reading of(Measure measure, CellStructure structure, List<FieldOfView> fields) {
        OptionalLong most = fields.stream()
                .filter(field -> field.reading(measure).figure().isPresent())
                .mapToLong(field -> field.counted().filter(structure::is).count())
                .max();
        return most.isPresent()
                ? Reading.measured(measure, (double) most.getAsLong(), MOST_OF_ANY)
                : fields.stream()
                        .map(field -> field.reading(measure))
                        .findFirst()
                        .orElseGet(() -> Reading.notMeasured(measure, Reading.NotMeasured.NO_OBJECTS));
    }
}
