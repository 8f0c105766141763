package org.fertivision.beam;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.fertivision.cli.SpecimenEnd;

/** The last step: writes the tables once it is known how it ended with every specimen. */
final class WriteTables extends DoFn<KV<String, Iterable<SpecimenEnd>>, Void> {
    /** The counter of reports that were there before and still hold. */
    static final String KEPT = "kept";

    private static final long serialVersionUID = 1;

    @SuppressWarnings("serial") // the list comes from List.copyOf, which is serializable
    private final List<String> words;

    private final int specimens;
    private final Counter kept = Metrics.counter(WriteTables.class, KEPT);

    /** The last step of the batch that the words describe, with so many specimens. */
    WriteTables(List<String> words, int specimens) {
        this.words = List.copyOf(words);
        this.specimens = specimens;
    }

    /** Writes. */
    @ProcessElement
    public void write(@Element KV<String, Iterable<SpecimenEnd>> all) throws IOException {
        List<SpecimenEnd> ends = new ArrayList<>();
        all.getValue().forEach(ends::add);
        if (ends.size() != specimens) {
            throw new IllegalStateException(specimens + " specimens were given out, " + ends.size() + " came back");
        }
        BatchesHere.of(words).finish(ends);
        kept.inc(ends.stream()
                .filter(end -> end instanceof SpecimenEnd.Measured measured && measured.before())
                .count());
    }
}
