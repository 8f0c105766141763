package org.fertivision.embryo;

import static org.fertivision.finding.measures.CleavageMeasures.BLASTOMERES;
import static org.fertivision.finding.measures.CleavageMeasures.BLASTOMERE_DIAMETER;
import static org.fertivision.finding.measures.CleavageMeasures.BLASTOMERE_EVENNESS;
import static org.fertivision.finding.measures.CleavageMeasures.FRAGMENTATION;
import static org.fertivision.finding.measures.EmbryoMeasures.ZONA_INNER_DIAMETER;
import static org.fertivision.finding.measures.EmbryoMeasures.ZONA_OUTER_DIAMETER;
import static org.fertivision.finding.measures.EmbryoMeasures.ZONA_THICKNESS;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
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
 * The zona pellucida of one unstained cleaving embryo in bright field or oblique light, and its cells where each stands out.
 * Fragments are not measured; a person may give them.
 */
public final class EmbryoAnalyzer implements Analyzer {
    /** What is summed up. */
    static final List<Measure> MEANS = List.of(
            ZONA_OUTER_DIAMETER,
            ZONA_INNER_DIAMETER,
            ZONA_THICKNESS,
            BLASTOMERES,
            BLASTOMERE_DIAMETER,
            BLASTOMERE_EVENNESS);

    /** What a person may give and this kind does not measure. */
    static final List<Measure> NOT_YET = List.of(FRAGMENTATION);

    private static final Descriptor ABOUT = Descriptor.analyzer("fertivision.embryo", "0.3.1")
            .title("Cleaving embryo: zona pellucida and cells, bright field or oblique light")
            .intendedUse("Measures visible structures of embryos in images supplied by the user, for research and as"
                    + " documentation for qualified staff. Does not select, rank or discard embryos; predicts neither"
                    + " implantation, ploidy nor live birth; not a diagnosis; not cleared as a medical device.")
            .source("Giusti 2009, doi:10.1109/ISBI.2009.5193028 (closed paths in the unrolled image)")
            .source("Kheradmand, arXiv:1910.05972 (each edge explained by one cell)")
            .parameters(CellSettings.MOST_EDGE_WIDTH, CellSettings.LEAST_SUPPORT)
            .means(MEANS)
            .measures(NOT_YET.toArray(Measure[]::new))
            .itemMeasures(EmbryoItems.MEASURES)
            .labels(CellStructure.LABELS)
            .build();

    @Override
    public Descriptor descriptor() {
        return ABOUT;
    }

    @Override
    public FieldOfView look(Frames frames, Settings settings, Work work) {
        Optional<Calibration> calibration = frames.calibration();
        OptionalDouble umPerPixel = CellSettings.umPerPixel(calibration);
        ZonaFinder finder = new ZonaFinder(CellSettings.zonaGates(settings));
        FocalStack<ZonaSighting> stack = FocalStack.of(
                frames,
                "both borders of the zona stand out",
                plane ->
                        umPerPixel.isPresent() ? finder.find(plane, umPerPixel.getAsDouble(), work) : Optional.empty());
        Plane gray = stack.gray();
        Optional<ZonaSighting> seen = stack.seen();
        List<Item> items = seen.map(s -> items(s, gray, work)).orElse(List.of());
        return CellStill.of(
                gray,
                calibration,
                items,
                calibration.isPresent() ? BorderMeans.unmeasured(MEANS, items, true) : uncalibrated(),
                seen.map(s -> s.outer().width() * s.field().factor()),
                stack.notices());
    }

    @Override
    public Findings summarize(List<FieldOfView> fields, Settings settings) {
        List<Reading> readings = new ArrayList<>(BorderMeans.of(MEANS, fields));
        NOT_YET.forEach(measure -> readings.add(Reading.notMeasured(measure, Refusal.NO_METHOD.reason())));
        return Findings.of(ABOUT.id().toString(), fields, new Summary(readings));
    }

    private static List<Item> items(ZonaSighting zona, Plane gray, Work work) {
        Optional<Blastomeres> cells =
                zona.refusal().isPresent() ? Optional.empty() : Optional.of(BlastomereFinder.within(zona, work));
        return EmbryoItems.of(zona, cells, gray.width(), gray.height());
    }

    private static List<Reading> uncalibrated() {
        return MEANS.stream()
                .map(measure -> Reading.notMeasured(measure, Reading.NotMeasured.UNCALIBRATED))
                .toList();
    }
}
