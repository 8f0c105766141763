package org.fertivision.server.metrics;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** Counts what happened since the start. Thread-safe. */
public final class Counter extends Family {
    private final Labeled<LongAdder> cells;

    Counter(String name, String meaning, List<String> labels) {
        super(name, meaning, "counter");
        this.cells = new Labeled<>(labels, LongAdder::new);
        if (labels.isEmpty()) {
            cells.of();
        }
    }

    /** It happened once more, with these values of its labels. */
    public void add(String... values) {
        cells.of(values).increment();
    }

    @Override
    void writeNumbers(StringBuilder text) {
        cells.all()
                .forEach((values, cell) -> text.append(name())
                        .append(labels(cells.labels(), values))
                        .append(' ')
                        .append(cell.sum())
                        .append('\n'));
    }
}
