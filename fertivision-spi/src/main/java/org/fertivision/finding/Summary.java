package org.fertivision.finding;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is known of the whole specimen: one reading for each measure, over all fields.
 *
 * @param readings in the order in which a report shows them
 */
public record Summary(List<Reading> readings) {
    /** Copies the list; refuses two readings of one measure. */
    public Summary {
        readings = List.copyOf(readings);
        refuseDoubles(readings);
    }

    /** What is known of a measure; never null: what is not part of the analysis is not measured. */
    public Reading reading(Measure measure) {
        for (Reading reading : readings) {
            if (reading.code().equals(measure.code())) {
                return reading;
            }
        }
        return Reading.notMeasured(measure, Reading.NotMeasured.NOT_PART);
    }

    static void refuseDoubles(List<Reading> readings) {
        Set<String> codes = new HashSet<>();
        for (Reading reading : readings) {
            if (!codes.add(reading.code())) {
                throw new IllegalArgumentException("two readings of " + reading.code());
            }
        }
    }
}
