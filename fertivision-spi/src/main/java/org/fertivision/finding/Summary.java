package org.fertivision.finding;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is known of the whole specimen: one reading for each measure, over all fields.
 *
 * @param readings in the order in which a report shows them
 * @param notices what a reader of the summary should know
 */
public record Summary(List<Reading> readings, List<Notice> notices) {
    /** Copies the lists; refuses two readings of one measure. */
    public Summary {
        readings = List.copyOf(readings);
        notices = List.copyOf(notices);
        refuseDoubles(readings);
    }

    /** A summary of which nothing more need be said. */
    public Summary(List<Reading> readings) {
        this(readings, List.of());
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
