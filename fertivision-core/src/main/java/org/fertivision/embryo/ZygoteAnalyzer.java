package org.fertivision.embryo;

import static org.fertivision.finding.measures.EmbryoMeasures.PRONUCLEI;
import static org.fertivision.finding.measures.EmbryoMeasures.PRONUCLEUS_DIAMETER;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Findings;
import org.fertivision.finding.Item;
import org.fertivision.finding.Reading;
import org.fertivision.image.Calibration;
import org.fertivision.image.Frames;
import org.fertivision.image.Plane;
import org.fertivision.spi.Analyzer;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.Settings;
import org.fertivision.spi.Work;

/**
 * One unstained zygote in bright field or oblique light: zona pellucida and oolemma as in an oocyte, and the pronuclei
 * that are seen within. Two or more are a count; one or none in one plane is none, since others may lie above or below.
 */
public final class ZygoteAnalyzer implements Analyzer {
    private static final Descriptor ABOUT = Descriptor.analyzer("fertivision.zygote", "0.1.5")
            .title("Zygote: zona pellucida, ooplasm and pronuclei seen, bright field or oblique light")
            .intendedUse("Measures visible structures of zygotes in images supplied by the user, for research and as"
                    + " documentation for qualified staff. Does not select, rank or discard zygotes; predicts neither"
                    + " implantation, ploidy nor live birth; not a diagnosis; not cleared as a medical device.")
            .source("Giusti 2009, doi:10.1109/ISBI.2009.5193028 (closed paths in the unrolled image)")
            .source("ESHRE atlas of human embryology 2012 (structures, not verified against the original)")
            .parameters(CellSettings.MOST_EDGE_WIDTH, CellSettings.LEAST_SUPPORT)
            .measures(PRONUCLEI)
            .means(ZygoteSummary.MEANS)
            .itemMeasures(ZygoteItems.MEASURES)
            .labels(CellStructure.LABELS)
            .build();

    private static final String METHOD = "rims-that-stand-out";

    @Override
    public Descriptor descriptor() {
        return ABOUT;
    }

    @Override
    public FieldOfView look(Frames frames, Settings settings, Work work) {
        Optional<Calibration> calibration = frames.calibration();
        CellFinder finder = new CellFinder(RingLimits.OOCYTE, CellSettings.gates(settings));
        FocalStack<Sighting> stack = FocalStack.of(
                frames,
                "zona and cell stand out",
                plane -> finder.find(plane, CellSettings.umPerPixel(calibration), work));
        Plane gray = stack.gray();
        Optional<Sighting> seen = stack.seen();
        work.checkpoint();
        Optional<PronucleiSeen> pronuclei = seen.map(new PronucleusFinder(CellSettings.pronucleusGates(settings))::in);
        List<Item> items = seen.isPresent() && pronuclei.isPresent()
                ? ZygoteItems.of(seen.get(), pronuclei.get(), calibration.isPresent(), gray.width(), gray.height())
                : List.of();
        List<Reading> readings =
                new ArrayList<>(BorderMeans.unmeasured(OocyteSummary.MEANS, items, calibration.isPresent()));
        readings.addAll(pronuclei(items, pronuclei, calibration.isPresent()));
        return CellStill.of(
                gray,
                calibration,
                items,
                readings,
                seen.map(s -> s.outer().width() * s.field().factor()),
                stack.notices());
    }

    /** How many there are, or why that is not said; and why their diameter is not, where none has one. */
    private static List<Reading> pronuclei(List<Item> items, Optional<PronucleiSeen> seen, boolean calibrated) {
        String why = seen.map(s -> s.refusal().map(v -> v.refusal().reason()).orElse(""))
                .orElse(Refusal.WEAK_EDGE.reason());
        long count = items.stream()
                .filter(Item::counts)
                .filter(CellStructure.PRONUCLEUS::is)
                .count();
        List<Reading> readings = new ArrayList<>();
        readings.add(
                why.isEmpty()
                        ? Reading.measured(PRONUCLEI, (double) count, METHOD)
                        : Reading.notMeasured(PRONUCLEI, why));
        if (!calibrated) {
            readings.add(Reading.notMeasured(PRONUCLEUS_DIAMETER, Reading.NotMeasured.UNCALIBRATED));
        } else if (count == 0) {
            readings.add(Reading.notMeasured(PRONUCLEUS_DIAMETER, why));
        }
        return readings;
    }

    @Override
    public Findings summarize(List<FieldOfView> fields, Settings settings) {
        return Findings.of(ABOUT.id().toString(), fields, ZygoteSummary.of(fields));
    }
}
