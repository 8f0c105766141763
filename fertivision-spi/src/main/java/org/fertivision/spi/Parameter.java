package org.fertivision.spi;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fertivision.finding.Unit;
import org.fertivision.image.Point;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be set for an analyzer, scorer or reader, declared once: from this come the check, the help, the
 * schema, the documentation, the cache key and the list in the report.
 *
 * @param <T> {@link Double}, {@link Boolean}, {@link String} or a list of {@link Point}s
 */
public final class Parameter<T> {
    private static final double SMALLEST_AREA = 1e-6;
    private static final Pattern NAME = Pattern.compile("[a-z][a-zA-Z0-9]{0,63}");

    private final String name;
    private final Type type;
    private final Unit unit;
    private final String meaning;
    private final List<String> choices;
    private final double lowest;
    private final double highest;
    private final @Nullable T defaultValue;
    private final boolean required;
    private final Use use;
    private final boolean perField;

    /** What values a parameter takes. */
    public enum Type {
        /** A number within a range. */
        NUMBER,
        /** Yes or no. */
        FLAG,
        /** One word of a list. */
        CHOICE,
        /** Places in the image, such as the ends of a caliper. */
        POINTS,
        /** A closed outline in the image, such as an ovary. */
        POLYGON
    }

    /** Where a parameter matters. */
    public enum Use {
        /** When pixels are looked at: a new value means a new look. */
        LOOK,
        /** When fields are summed up or scored: a new value costs nothing. */
        SUMMARY
    }

    private Parameter(
            String name,
            Type type,
            Unit unit,
            String meaning,
            List<String> choices,
            double lowest,
            double highest,
            @Nullable T defaultValue,
            boolean required,
            Use use,
            boolean perField) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a parameter's name is lower camel case, not '" + name + "'");
        }
        if (meaning.isBlank()) {
            throw new IllegalArgumentException("parameter " + name + " needs a meaning");
        }
        if (!(lowest <= highest)) {
            throw new IllegalArgumentException("parameter " + name + ": range " + lowest + " to " + highest);
        }
        this.name = name;
        this.type = type;
        this.unit = unit;
        this.meaning = meaning;
        this.choices = List.copyOf(choices);
        this.lowest = lowest;
        this.highest = highest;
        this.defaultValue = defaultValue;
        this.required = required;
        this.use = use;
        this.perField = perField;
    }

    /** A number in a unit, optional and for the look until told otherwise. */
    public static Parameter<Double> number(String name, Unit unit, double lowest, double highest, String meaning) {
        return new Parameter<>(
                name, Type.NUMBER, unit, meaning, List.of(), lowest, highest, null, false, Use.LOOK, false);
    }

    /** A yes or no. */
    public static Parameter<Boolean> flag(String name, String meaning) {
        return new Parameter<>(name, Type.FLAG, Unit.ONE, meaning, List.of(), 0, 1, null, false, Use.LOOK, false);
    }

    /** One word of a list, which is not empty; a word begins and ends with something else than a space. */
    public static Parameter<String> choice(String name, List<String> words, String meaning) {
        if (words.isEmpty() || words.stream().anyMatch(w -> w.isBlank() || !w.equals(w.strip()))) {
            throw new IllegalArgumentException("parameter " + name + " is one of some words, not of " + words);
        }
        return new Parameter<>(name, Type.CHOICE, Unit.ONE, meaning, words, 0, 0, null, false, Use.LOOK, false);
    }

    /** Between {@code fewest} and {@code most} places in the image, pixels. */
    public static Parameter<List<Point>> points(String name, int fewest, int most, String meaning) {
        return new Parameter<>(
                name, Type.POINTS, Unit.PIXEL, meaning, List.of(), fewest, most, null, false, Use.LOOK, true);
    }

    /** A closed outline in the image that encloses something, pixels, 3 to 10,000 corners. */
    public static Parameter<List<Point>> polygon(String name, String meaning) {
        return new Parameter<>(
                name, Type.POLYGON, Unit.PIXEL, meaning, List.of(), 3, 10_000, null, false, Use.LOOK, true);
    }

    /**
     * This parameter with a value that holds where none is given.
     *
     * @throws IllegalArgumentException if the value is not allowed
     */
    public Parameter<T> defaultsTo(T value) {
        check(value);
        return new Parameter<>(name, type, unit, meaning, choices, lowest, highest, value, false, use, perField);
    }

    /** This parameter as one without which a request is rejected. */
    public Parameter<T> asRequired() {
        return new Parameter<>(name, type, unit, meaning, choices, lowest, highest, null, true, use, perField);
    }

    /** This parameter as one that matters only when fields are summed up or scored. */
    public Parameter<T> inSummary() {
        return new Parameter<>(
                name, type, unit, meaning, choices, lowest, highest, defaultValue, required, Use.SUMMARY, perField);
    }

    /** This parameter as one that may differ between the fields. */
    public Parameter<T> eachField() {
        return new Parameter<>(name, type, unit, meaning, choices, lowest, highest, defaultValue, required, use, true);
    }

    /** Its name, lower camel case. */
    public String name() {
        return name;
    }

    /** What values it takes. */
    public Type type() {
        return type;
    }

    /** The unit of a number. */
    public Unit unit() {
        return unit;
    }

    /** One sentence that says what it does. */
    public String meaning() {
        return meaning;
    }

    /** The words of a choice. */
    public List<String> choices() {
        return choices;
    }

    /** Smallest number, or fewest places. */
    public double lowest() {
        return lowest;
    }

    /** Largest number, or most places. */
    public double highest() {
        return highest;
    }

    /** The value that holds where none is given. */
    public Optional<T> defaultValue() {
        return Optional.ofNullable(defaultValue);
    }

    /** Whether a request without it is rejected. */
    public boolean required() {
        return required;
    }

    /** Where it matters. */
    public Use use() {
        return use;
    }

    /** Whether it may differ between the fields. */
    public boolean perField() {
        return perField;
    }

    /** What it allows, in words: {@code 0.5 to 3 um} or {@code one of: auto, bright, dark}. */
    public String range() {
        String suffix = unit.symbol().isEmpty() ? "" : " " + unit.ucum();
        return switch (type) {
            case NUMBER -> ParameterText.print(lowest) + " to " + ParameterText.print(highest) + suffix;
            case FLAG -> "true or false";
            case CHOICE -> "one of: " + String.join(", ", choices);
            case POINTS ->
                ParameterText.print(lowest) + " to " + ParameterText.print(highest) + " places 'x,y x,y ...' in pixels";
            case POLYGON ->
                ParameterText.print(lowest) + " to " + ParameterText.print(highest)
                        + " corners 'x,y x,y x,y ...' in pixels";
        };
    }

    /**
     * The value that a text stands for.
     *
     * @throws IllegalArgumentException whose message says what is allowed
     */
    public T parse(String text) {
        @SuppressWarnings("unchecked") // the factories tie the type to T
        T value = (T) ParameterText.parse(this, text.strip());
        check(value);
        return value;
    }

    /** The text that {@link #parse} reads back as this value. */
    public String print(T value) {
        return ParameterText.print(value);
    }

    /**
     * Refuses a value that is not allowed.
     *
     * @throws IllegalArgumentException whose message says what is allowed
     */
    public void check(T value) {
        boolean allowed =
                switch (type) {
                    case NUMBER -> value instanceof Double d && d >= lowest && d <= highest;
                    case FLAG -> value instanceof Boolean;
                    case CHOICE -> value instanceof String s && choices.contains(s);
                    case POINTS, POLYGON -> value instanceof List<?> l && l.size() >= lowest && l.size() <= highest;
                };
        if (!allowed) {
            throw new IllegalArgumentException(
                    name + " is " + range() + ", not '" + ParameterText.shortened(print(value)) + "'");
        }
        if (type == Type.POLYGON && enclosesNothing((List<?>) value)) {
            throw new IllegalArgumentException(name + " is " + range() + ", not '"
                    + ParameterText.shortened(print(value)) + "', which encloses nothing");
        }
    }

    /** Whether the area is below a millionth of a square pixel: corners lie on one line, or parts on both sides of a crossing make up for each other. */
    private static boolean enclosesNothing(List<?> corners) {
        double twice = 0;
        Point last = (Point) corners.get(corners.size() - 1);
        for (Object corner : corners) {
            Point next = (Point) corner;
            twice += last.x() * next.y() - next.x() * last.y();
            last = next;
        }
        return Math.abs(twice) / 2 < SMALLEST_AREA;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Parameter<?> parameter
                && name.equals(parameter.name)
                && type == parameter.type
                && unit == parameter.unit
                && meaning.equals(parameter.meaning)
                && choices.equals(parameter.choices)
                && Double.compare(lowest, parameter.lowest) == 0
                && Double.compare(highest, parameter.highest) == 0
                && Objects.equals(defaultValue, parameter.defaultValue)
                && required == parameter.required
                && use == parameter.use
                && perField == parameter.perField;
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
