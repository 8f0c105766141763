package org.fertivision.server.metrics;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * One cell for each combination of label values, up to an end: whatever a caller does, the text stays short, and further
 * combinations are counted together as {@code other}. Thread-safe.
 */
final class Labeled<T> {
    private static final int MOST = 400;

    private final List<String> labels;
    private final Supplier<T> fresh;
    private final Map<List<String>, T> cells = new ConcurrentHashMap<>();

    Labeled(List<String> labels, Supplier<T> fresh) {
        this.labels = List.copyOf(labels);
        this.fresh = fresh;
    }

    T of(String... values) {
        if (values.length != labels.size()) {
            throw new IllegalArgumentException("the labels are " + labels);
        }
        List<String> key = List.of(values);
        T cell = cells.get(key);
        if (cell == null && cells.size() >= MOST) {
            key = labels.stream().map(label -> "other").toList();
        }
        return cell != null ? cell : cells.computeIfAbsent(key, k -> fresh.get());
    }

    List<String> labels() {
        return labels;
    }

    /** All cells by the values of their labels, in order. */
    Map<List<String>, T> all() {
        Map<List<String>, T> all = new TreeMap<>(Comparator.comparing(values -> String.join("\0", values)));
        all.putAll(cells);
        return all;
    }
}
