package org.fertivision.spi;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The values of a plug-in's parameters for one analysis: checked, defaults filled in, with what single fields have of
 * their own. Immutable.
 */
public final class Settings {
    private final List<Parameter<?>> declared;
    private final SortedMap<String, Object> common;
    private final SortedMap<Integer, SortedMap<String, Object>> ofFields;

    private Settings(
            List<Parameter<?>> declared,
            SortedMap<String, Object> common,
            SortedMap<Integer, SortedMap<String, Object>> ofFields) {
        this.declared = declared;
        this.common = common;
        this.ofFields = ofFields;
    }

    /** The defaults of the given parameters and nothing else. */
    public static Settings defaults(List<Parameter<?>> declared) {
        return of(declared, Map.of(), Map.of());
    }

    /**
     * The values that texts stand for; defaults fill what is not given.
     *
     * @param declared the plug-in's parameters
     * @param texts name to text, for all fields
     * @param fieldTexts field number to name to text, for single fields
     * @throws IllegalArgumentException for an unknown name, a value that is not allowed, or a field's own value of a
     *     parameter that is the same for all fields
     */
    public static Settings of(
            List<Parameter<?>> declared, Map<String, String> texts, Map<Integer, Map<String, String>> fieldTexts) {
        SortedMap<String, Object> common = parse(declared, texts);
        for (Parameter<?> parameter : declared) {
            parameter.defaultValue().ifPresent(value -> common.putIfAbsent(parameter.name(), value));
        }
        SortedMap<Integer, SortedMap<String, Object>> ofFields = new TreeMap<>();
        fieldTexts.forEach((field, own) -> {
            for (String name : own.keySet()) {
                if (!find(declared, name).perField()) {
                    throw new IllegalArgumentException(name + " is the same for all fields");
                }
            }
            if (!own.isEmpty()) {
                ofFields.put(field, Collections.unmodifiableSortedMap(parse(declared, own)));
            }
        });
        return new Settings(
                List.copyOf(declared),
                Collections.unmodifiableSortedMap(common),
                Collections.unmodifiableSortedMap(ofFields));
    }

    /**
     * The value of a parameter.
     *
     * @throws IllegalStateException if it has none: neither given nor by default
     */
    public <T> T get(Parameter<T> parameter) {
        return find(parameter)
                .orElseThrow(() -> new IllegalStateException("no value for parameter " + parameter.name()));
    }

    /** The value of a parameter, if it has one. */
    @SuppressWarnings("unchecked") // parse() checked the value against the declaration of that name
    public <T> Optional<T> find(Parameter<T> parameter) {
        return Optional.ofNullable((T) common.get(parameter.name()));
    }

    /** These settings as one field sees them: its own values in place of the common ones. */
    public Settings forField(int field) {
        SortedMap<String, Object> own = ofFields.get(field);
        if (own == null) {
            return new Settings(declared, common, Collections.emptySortedMap());
        }
        SortedMap<String, Object> merged = new TreeMap<>(common);
        merged.putAll(own);
        return new Settings(declared, Collections.unmodifiableSortedMap(merged), Collections.emptySortedMap());
    }

    /** These settings with only what matters in the given place. */
    public Settings only(Parameter.Use use) {
        List<Parameter<?>> kept = declared.stream().filter(p -> p.use() == use).toList();
        SortedMap<Integer, SortedMap<String, Object>> fields = new TreeMap<>();
        ofFields.forEach((field, own) -> {
            SortedMap<String, Object> some = keep(own, kept);
            if (!some.isEmpty()) {
                fields.put(field, some);
            }
        });
        return new Settings(kept, keep(common, kept), Collections.unmodifiableSortedMap(fields));
    }

    /** The names of required parameters that have no value, neither in common nor in each of the given fields. */
    public List<String> missing(int fieldCount) {
        List<String> names = new ArrayList<>();
        for (Parameter<?> parameter : declared) {
            if (parameter.required() && !common.containsKey(parameter.name())) {
                boolean everywhere = fieldCount > 0;
                for (int field = 0; field < fieldCount; field++) {
                    everywhere &= forField(field).common.containsKey(parameter.name());
                }
                if (!everywhere) {
                    names.add(parameter.name());
                }
            }
        }
        return List.copyOf(names);
    }

    /** Every value in common, as text, sorted by name: the effective parameters of a report. */
    public SortedMap<String, String> texts() {
        return texts(common);
    }

    /** What single fields have of their own, as text: field number to name to text. */
    public SortedMap<Integer, SortedMap<String, String>> fieldTexts() {
        SortedMap<Integer, SortedMap<String, String>> texts = new TreeMap<>();
        ofFields.forEach((field, own) -> texts.put(field, texts(own)));
        return Collections.unmodifiableSortedMap(texts);
    }

    /** The declarations behind the values. */
    public List<Parameter<?>> declared() {
        return declared;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Settings settings
                && texts().equals(settings.texts())
                && fieldTexts().equals(settings.fieldTexts());
    }

    @Override
    public int hashCode() {
        return 31 * texts().hashCode() + fieldTexts().hashCode();
    }

    @Override
    public String toString() {
        return texts() + (ofFields.isEmpty() ? "" : " " + fieldTexts());
    }

    private static SortedMap<String, Object> parse(List<Parameter<?>> declared, Map<String, String> texts) {
        SortedMap<String, Object> values = new TreeMap<>();
        texts.forEach((name, text) -> values.put(name, find(declared, name).parse(text)));
        return values;
    }

    private static Parameter<?> find(List<Parameter<?>> declared, String name) {
        return declared.stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no parameter named " + ParameterText.shortened(name)));
    }

    private static SortedMap<String, Object> keep(SortedMap<String, Object> values, List<Parameter<?>> kept) {
        SortedMap<String, Object> some = new TreeMap<>();
        for (Parameter<?> parameter : kept) {
            Object value = values.get(parameter.name());
            if (value != null) {
                some.put(parameter.name(), value);
            }
        }
        return Collections.unmodifiableSortedMap(some);
    }

    private static SortedMap<String, String> texts(SortedMap<String, Object> values) {
        SortedMap<String, String> texts = new TreeMap<>();
        values.forEach((name, value) -> texts.put(name, ParameterText.print(value)));
        return Collections.unmodifiableSortedMap(texts);
    }
}
