package org.fertivision.beam;

import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.fertivision.cli.Specimen;
import org.fertivision.cli.SpecimenEnd;

/** The step that measures one specimen and writes its folder. A runner may do it again: the folder is then the same. */
final class MeasureSpecimen extends DoFn<Specimen, SpecimenEnd> {
    private static final long serialVersionUID = 1;

    @SuppressWarnings("serial") // the list comes from List.copyOf, which is serializable
    private final List<String> words;

    /** A step of the batch that the words describe. */
    MeasureSpecimen(List<String> words) {
        this.words = List.copyOf(words);
    }

    /** Measures. */
    @ProcessElement
    public void measure(@Element Specimen specimen, OutputReceiver<SpecimenEnd> ends) {
        ends.output(end(specimen));
    }

    SpecimenEnd end(Specimen specimen) {
        return BatchesHere.of(words).measure(specimen);
    }
}
