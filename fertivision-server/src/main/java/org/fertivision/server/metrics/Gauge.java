package org.fertivision.server.metrics;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** What is so at the moment it is asked; what cannot be asked at that moment is left out. */
final class Gauge extends Family {
    private final List<String> labels;
    private final Supplier<? extends Map<String, ? extends Number>> values;

    /** A gauge of one number, whose map has the empty text as its key, or of one for each value of a label. */
    Gauge(String name, String meaning, List<String> labels, Supplier<? extends Map<String, ? extends Number>> values) {
        super(name, meaning, "gauge");
        this.labels = List.copyOf(labels);
        this.values = values;
    }

    @Override
    void writeNumbers(StringBuilder text) {
        Map<String, Number> now;
        try {
            now = new TreeMap<>(values.get());
        } catch (RuntimeException e) {
            return; // the database is away, and its own gauge says so
        }
        now.forEach((value, number) -> text.append(name())
                .append(labels(labels, labels.isEmpty() ? List.of() : List.of(value)))
                .append(' ')
                .append(number(number.doubleValue()))
                .append('\n'));
    }
}
