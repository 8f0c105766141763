package org.fertivision.embryo;

import static org.fertivision.finding.measures.BlastocystMeasures.BLASTOCOEL_FRACTION;
import static org.fertivision.finding.measures.BlastocystMeasures.BLASTOCYST_AREA;
import static org.fertivision.finding.measures.BlastocystMeasures.BLASTOCYST_DIAMETER;
import static org.fertivision.finding.measures.BlastocystMeasures.INNER_CELL_MASS_AREA;
import static org.fertivision.finding.measures.BlastocystMeasures.TROPHECTODERM_CELLS;
import static org.fertivision.finding.measures.EmbryoMeasures.ZONA_OUTER_DIAMETER;
import static org.fertivision.finding.measures.EmbryoMeasures.ZONA_THICKNESS;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Findings;
import org.fertivision.finding.Item;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Reading;
import org.fertivision.finding.Summary;
import org.fertivision.image.Calibration;
import org.fertivision.image.Frames;
import org.fertivision.image.Plane;
import org.fertivision.spi.Analyzer;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.Settings;
import org.fertivision.spi.Work;

/**
 * The outline of one unstained blastocyst in bright field or oblique light, in a dish or in the well of a time-lapse
 * incubator, and the thickness of its zona where that is a clear step.
 */
public final class BlastocystAnalyzer implements Analyzer {
    /** What is summed up. */
    static final List<Measure> MEANS =
            List.of(BLASTOCYST_DIAMETER, BLASTOCYST_AREA, ZONA_OUTER_DIAMETER, ZONA_THICKNESS);

    /** What a person may give and this kind does not measure. */
    static final List<Measure> NOT_YET = List.of(BLASTOCOEL_FRACTION, INNER_CELL_MASS_AREA, TROPHECTODERM_CELLS);

    private static final Descriptor ABOUT = Descriptor.analyzer("fertivision.blastocyst", "0.2.1")
            .title("Blastocyst: outline and zona, bright field or oblique light")
            .intendedUse(
                    "Measures visible structures of blastocysts in images supplied by the user, for research and as"
                            + " documentation for qualified staff. Does not select, rank or discard embryos; predicts neither"
                            + " implantation, ploidy nor live birth; not a diagnosis; not cleared as a medical device.")
            .source("Lagalla 2015, doi:10.1007/s10815-015-0469-3 (range of areas)")
            .source("Sun and Pallottino 2003, Pattern Recognition 36, 709 (closed paths)")
            .parameters(CellSettings.MOST_EDGE_WIDTH, CellSettings.LEAST_SUPPORT)
            .means(MEANS)
            .measures(NOT_YET.toArray(Measure[]::new))
            .itemMeasures(BlastocystItems.MEASURES)
            .labels(CellStructure.LABELS)
            .build();

    @Override
    public Descriptor descriptor() {
        return ABOUT;
    }

    @Override
    public FieldOfView look(Frames frames, Settings settings, Work work) {
        Optional<Calibration> calibration = frames.calibration();
        BlastocystFinder finder = new BlastocystFinder(CellSettings.outlineGates(settings));
        FocalStack<BlastocystSighting> stack = FocalStack.of(
                frames,
                "the outline stands out",
                plane -> finder.find(plane, CellSettings.umPerPixel(calibration), work));
        Plane gray = stack.gray();
        Optional<BlastocystSighting> seen = stack.seen();
        List<Item> items = seen.map(s -> BlastocystItems.of(s, calibration.isPresent(), gray.width(), gray.height()))
                .orElse(List.of());
        return CellStill.of(
                gray,
                calibration,
                items,
                BorderMeans.unmeasured(MEANS, items, calibration.isPresent()),
                seen.map(s -> s.outline().width() * s.factor()),
                stack.notices());
    }

    @Override
    public Findings summarize(List<FieldOfView> fields, Settings settings) {
        List<Reading> readings = new ArrayList<>(BorderMeans.of(MEANS, fields));
        NOT_YET.forEach(measure -> readings.add(Reading.notMeasured(measure, Refusal.NO_METHOD.reason())));
        return Findings.of(ABOUT.id().toString(), fields, new Summary(readings));
    }
}
