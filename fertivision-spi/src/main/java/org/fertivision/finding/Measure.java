package org.fertivision.finding;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A quantity that can be read off an image: its code, unit, name, definition and where the definition comes from.
 *
 * @param code the name in documents and tables, lower camel case
 * @param unit the unit of every reading of it
 * @param label a few words for people
 * @param definition one sentence that says how it is obtained
 * @param source guideline or DOI
 */
public record Measure(String code, Unit unit, String label, String definition, String source) {
    static final Pattern CODE = Pattern.compile("[a-z][a-zA-Z0-9]{0,63}");

    /** Refuses a code that is not lower camel case, and empty texts. */
    public Measure {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("a measure's code is lower camel case, not '" + code + "'");
        }
        if (label.isBlank() || definition.isBlank() || source.isBlank()) {
            throw new IllegalArgumentException("measure " + code + " needs a label, a definition and a source");
        }
    }

    /**
     * Equal in every component. Spelled out because on Java 17 the {@code equals} that a record brings along keeps the class
     * loader of a component's type for good (JDK-8078641), so that an application that unloads FertiVision would leak it.
     */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Measure that
                && code.equals(that.code)
                && unit == that.unit
                && label.equals(that.label)
                && definition.equals(that.definition)
                && source.equals(that.source);
    }

    @Override
    public int hashCode() {
        return 31 * code.hashCode() + unit.hashCode();
    }

    /** The measure of this one's standard deviation over the counted items: code with {@code Sd} behind it. */
    public Measure deviation() {
        return new Measure(
                code + "Sd",
                unit,
                label + ", standard deviation",
                "Sample standard deviation of " + code + " over the counted items.",
                source);
    }

    /** The measure of this one's median over the counted items: code with {@code Median} behind it. */
    public Measure median() {
        return new Measure(
                code + "Median", unit, label + ", median", "Median of " + code + " over the counted items.", source);
    }

    /** The measure of how far one item is from the limit of this one that it fails: code with {@code Margin} behind it. */
    public Measure margin() {
        return new Measure(
                code + "Margin",
                Unit.PERCENT,
                label + ", margin",
                "Distance of " + code + " to the limit that an item fails / that limit; below 0 beyond it.",
                source);
    }
}
