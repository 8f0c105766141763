package org.fertivision.phantom;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.fertivision.image.Calibration;

/**
 * All that is known of a drawn image.
 *
 * @param kind the kind of analysis it was drawn for
 * @param seed the seed it was drawn from
 * @param widthPx columns
 * @param heightPx rows
 * @param channels 1 for gray, 3 for red, green, blue
 * @param calibration how large a pixel is
 * @param settings every setting in effect, by name
 * @param objects all that is drawn at least in part, sperm first; the ids count from 1
 * @param summary what an analysis should find, by the codes of the kind's measures
 * @param told what no pixel says and a person would tell the analysis, by the names of the kind's parameters
 */
public record Truth(
        String kind,
        long seed,
        int widthPx,
        int heightPx,
        int channels,
        Calibration calibration,
        SortedMap<String, String> settings,
        List<TrueObject> objects,
        List<TrueValue> summary,
        SortedMap<String, String> told) {
    /** Copies what could change. */
    public Truth {
        told = Collections.unmodifiableSortedMap(new TreeMap<>(told));
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
        objects = List.copyOf(objects);
        summary = List.copyOf(summary);
    }

    /** A truth of which a person need tell nothing. */
    public Truth(
            String kind,
            long seed,
            int widthPx,
            int heightPx,
            int channels,
            Calibration calibration,
            SortedMap<String, String> settings,
            List<TrueObject> objects,
            List<TrueValue> summary) {
        this(
                kind,
                seed,
                widthPx,
                heightPx,
                channels,
                calibration,
                settings,
                objects,
                summary,
                Collections.emptySortedMap());
    }

    /** The true value of a measure. */
    public double value(String code) {
        return summary.stream()
                .filter(value -> value.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("the truth of " + kind + " does not say " + code))
                .value();
    }

    /** How many things of each class have their center in the frame [0, width) x [0, height). */
    public Map<ObjectClass, Integer> counts() {
        Map<ObjectClass, Integer> counts = new EnumMap<>(ObjectClass.class);
        for (TrueObject object : objects) {
            if (object.centerInFrame()) {
                counts.merge(object.objectClass(), 1, Integer::sum);
            }
        }
        return Collections.unmodifiableMap(counts);
    }

    /** The things for which something holds, in order. */
    public List<TrueObject> objects(Predicate<TrueObject> condition) {
        return objects.stream().filter(condition).toList();
    }

    /** The truth as JSON text, one object a line, the same on every machine. */
    public String toJson() {
        return TruthJson.of(this);
    }
}
