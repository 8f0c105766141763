package org.fertivision.server.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;

/** How long something took, in seconds, counted in classes up to given bounds. Thread-safe. */
public final class Histogram extends Family {
    private static final double NANOS = 1e9;

    private final List<Double> bounds;
    private final Labeled<Cell> cells;

    /**
     * The counts of one combination of label values since the start.
     *
     * @param labels by name
     * @param classes how many up to each bound and above the one before; the last has no bound
     * @param sum of all, seconds
     * @param sumOfSquares of all, seconds squared
     */
    public record Reading(Map<String, String> labels, List<Long> classes, double sum, double sumOfSquares) {
        /** Copies what it holds. */
        public Reading {
            labels = Map.copyOf(labels);
            classes = List.copyOf(classes);
        }

        /** How many there were. */
        public long count() {
            return classes.stream().mapToLong(Long::longValue).sum();
        }
    }

    /** The counts of one combination of label values; the last class has no bound. */
    private static final class Cell {
        private final List<LongAdder> classes = new ArrayList<>();
        private final LongAdder nanos = new LongAdder();
        private final DoubleAdder squares = new DoubleAdder();

        Cell(int bounds) {
            for (int i = 0; i <= bounds; i++) {
                classes.add(new LongAdder());
            }
        }
    }

    Histogram(String name, String meaning, List<Double> bounds, List<String> labels) {
        super(name, meaning, "histogram");
        this.bounds = List.copyOf(bounds);
        this.cells = new Labeled<>(labels, () -> new Cell(bounds.size()));
    }

    /** It took so long, with these values of its labels. */
    public void took(long nanos, String... values) {
        Cell cell = cells.of(values);
        int at = 0;
        while (at < bounds.size() && nanos / NANOS > bounds.get(at)) {
            at++;
        }
        cell.classes.get(at).increment();
        cell.nanos.add(nanos);
        cell.squares.add(nanos / NANOS * (nanos / NANOS));
    }

    /** The bounds of the classes, seconds. */
    public List<Double> bounds() {
        return bounds;
    }

    /** How it stands now, for each combination of label values that occurred. */
    public List<Reading> readings() {
        List<Reading> readings = new ArrayList<>();
        cells.all().forEach((values, cell) -> {
            Map<String, String> labels = new TreeMap<>();
            for (int i = 0; i < values.size(); i++) {
                labels.put(cells.labels().get(i), values.get(i));
            }
            List<Long> classes = cell.classes.stream().map(LongAdder::sum).toList();
            readings.add(new Reading(labels, classes, cell.nanos.sum() / NANOS, cell.squares.sum()));
        });
        return readings;
    }

    @Override
    void writeNumbers(StringBuilder text) {
        List<String> withBound = new ArrayList<>(cells.labels());
        withBound.add("le");
        cells.all().forEach((values, cell) -> {
            long sum = 0;
            for (int i = 0; i <= bounds.size(); i++) {
                sum += cell.classes.get(i).sum();
                List<String> all = new ArrayList<>(values);
                all.add(number(i < bounds.size() ? bounds.get(i) : Double.POSITIVE_INFINITY));
                line(text, "_bucket", labels(withBound, all), Long.toString(sum));
            }
            String labels = labels(cells.labels(), values);
            line(text, "_sum", labels, number(cell.nanos.sum() / NANOS));
            line(text, "_count", labels, Long.toString(sum));
        });
    }

    private void line(StringBuilder text, String part, String labels, String value) {
        text.append(name())
                .append(part)
                .append(labels)
                .append(' ')
                .append(value)
                .append('\n');
    }
}
