package org.fertivision.embryo;

import static org.fertivision.finding.measures.EmbryoMeasures.POLAR_BODIES;

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
 * The borders of one unstained oocyte in bright field or oblique light: zona pellucida and oolemma, found together so that
 * neither takes the place of the other, and measured only where they hold against the gates of {@link CellGates}; and the
 * polar bodies seen between them.
 */
public final class OocyteAnalyzer implements Analyzer {
    private static final Descriptor ABOUT = Descriptor.analyzer("fertivision.oocyte", "0.2.0")
            .title("Oocyte: zona pellucida and ooplasm, bright field or oblique light")
            .intendedUse("Measures visible structures of oocytes in images supplied by the user, for research and as"
                    + " documentation for qualified staff. Does not select, rank or discard oocytes; predicts neither"
                    + " implantation, ploidy nor live birth; not a diagnosis; not cleared as a medical device.")
            .source("Giusti 2009, doi:10.1109/ISBI.2009.5193028 (closed paths in the unrolled image)")
            .source("Magli 2012, doi:10.1093/humrep/des229 (structures)")
            .parameters(CellSettings.MOST_EDGE_WIDTH, CellSettings.LEAST_SUPPORT)
            .measures(POLAR_BODIES)
            .means(OocyteSummary.MEANS)
            .itemMeasures(PolarBodyItems.MEASURES)
            .labels(CellStructure.LABELS)
            .build();

    private static final PolarBodiesSeen NOTHING_SEEN =
            PolarBodiesSeen.refused(new Verdict(Refusal.WEAK_EDGE, "nothing round stands out"));

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
        PolarBodiesSeen bodies = seen.map(PolarBodyFinder::in).orElse(NOTHING_SEEN);
        List<Item> items = seen.map(
                        s -> PolarBodyItems.of(s, bodies, calibration.isPresent(), gray.width(), gray.height()))
                .orElse(List.of());
        List<Reading> readings =
                new ArrayList<>(BorderMeans.unmeasured(OocyteSummary.MEANS, items, calibration.isPresent()));
        readings.add(PolarBodyItems.count(items, bodies));
        return CellStill.of(
                gray,
                calibration,
                items,
                readings,
                seen.map(s -> s.outer().width() * s.field().factor()),
                stack.notices());
    }

    @Override
    public Findings summarize(List<FieldOfView> fields, Settings settings) {
        return Findings.of(ABOUT.id().toString(), fields, OocyteSummary.of(fields));
    }
}
