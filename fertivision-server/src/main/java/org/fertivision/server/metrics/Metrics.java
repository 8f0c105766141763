package org.fertivision.server.metrics;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;

/** Everything that is counted, in the text format of Prometheus. Thread-safe. */
public final class Metrics {
    /** The media type of the text. */
    public static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final ConcurrentSkipListMap<String, Family> families = new ConcurrentSkipListMap<>();

    /** Begins to count something. */
    public Counter counter(String name, String meaning, String... labels) {
        return added(new Counter(name, meaning, List.of(labels)));
    }

    /** Begins to measure how long something takes, in classes up to the given seconds. */
    public Histogram histogram(String name, String meaning, List<Double> bounds, String... labels) {
        return added(new Histogram(name, meaning, bounds, List.of(labels)));
    }

    /** What measures under a name how long something takes, if anything does. */
    public Optional<Histogram> findHistogram(String name) {
        return families.get(name) instanceof Histogram histogram ? Optional.of(histogram) : Optional.empty();
    }

    /** Tells a number whenever it is asked. */
    public void gauge(String name, String meaning, Supplier<? extends Number> value) {
        Gauge unused = added(new Gauge(name, meaning, List.of(), () -> Map.of("", value.get())));
    }

    /** Tells a number for each value of a label whenever it is asked. */
    public void gauges(
            String name, String meaning, String label, Supplier<? extends Map<String, ? extends Number>> values) {
        Gauge unused = added(new Gauge(name, meaning, List.of(label), values));
    }

    private <F extends Family> F added(F family) {
        if (families.putIfAbsent(family.name(), family) != null) {
            throw new IllegalArgumentException(family.name() + " is counted already");
        }
        return family;
    }

    /** All numbers as they are now. */
    public String text() {
        StringBuilder text = new StringBuilder();
        families.values().forEach(family -> family.writeTo(text));
        return text.toString();
    }
}
