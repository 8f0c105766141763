package org.fertivision.server.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** How long something took, in seconds, counted in classes up to given bounds. Thread-safe. */
public final class Histogram extends Family {
    private static final double NANOS = 1e9;

    private final List<Double> bounds;
    private final Labeled<Cell> cells;

    /** The counts of one combination of label values; the last class has no bound. */
    private static final class Cell {
        private final List<LongAdder> classes = new ArrayList<>();
        private final LongAdder nanos = new LongAdder();

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
