package org.fertivision.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was found in one specimen: its fields, and the summary over all of them.
 *
 * @param kind id of the analyzer that looked
 * @param fields in the order of the request
 * @param annotations what persons said
 * @param summary over all fields
 * @param uncorrected the summary of the fields before persons corrected objects in them, or null where nobody did
 */
public record Findings(
        String kind,
        List<FieldOfView> fields,
        List<Annotation> annotations,
        Summary summary,
        @Nullable Summary uncorrected) {
    /** Copies lists; refuses findings without a field. */
    public Findings {
        fields = List.copyOf(fields);
        annotations = List.copyOf(annotations);
        if (fields.isEmpty()) {
            throw new IllegalArgumentException("findings come from one field or more");
        }
    }

    /** Findings of which no person said anything yet. */
    public static Findings of(String kind, List<FieldOfView> fields, Summary summary) {
        return new Findings(kind, fields, List.of(), summary, null);
    }

    /**
     * These findings with what persons said, after what was said before. A given value enters the summary only where
     * nothing was measured; what was measured stays as it is.
     */
    public Findings annotated(List<Annotation> words) {
        List<Reading> readings = new ArrayList<>(summary.readings());
        for (Annotation word : words) {
            if (word instanceof Annotation.Value value) {
                give(readings, Reading.given(value.measure(), value.value(), value.by()));
            }
        }
        List<Annotation> all = new ArrayList<>(annotations);
        all.addAll(words);
        return new Findings(kind, fields, all, new Summary(readings, summary.notices()), uncorrected);
    }

    /** These findings of corrected fields, with what the summary was before. */
    public Findings correctedFrom(Summary before) {
        return new Findings(kind, fields, annotations, summary, before);
    }

    /** The summary before persons corrected objects, where they did. */
    public Optional<Summary> beforeCorrections() {
        return Optional.ofNullable(uncorrected);
    }

    private static void give(List<Reading> readings, Reading given) {
        for (int i = 0; i < readings.size(); i++) {
            if (readings.get(i).code().equals(given.code())) {
                if (!(readings.get(i) instanceof Reading.Measured)) {
                    readings.set(i, given);
                }
                return;
            }
        }
        readings.add(given);
    }
}
