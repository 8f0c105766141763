package org.fertivision.embryo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.fertivision.finding.Exclusion;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Findings;
import org.fertivision.finding.Item;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Quality;
import org.fertivision.finding.Reading;
import org.fertivision.finding.Rejection;
import org.fertivision.finding.RejectionCode;
import org.fertivision.image.Calibration;
import org.fertivision.image.Frames;
import org.fertivision.image.Plane;
import org.fertivision.pixel.GrayRange;
import org.fertivision.spi.Analyzer;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.RejectedException;
import org.fertivision.spi.Settings;
import org.fertivision.spi.Work;

/**
 * The borders of one unstained oocyte in bright field or oblique light: zona pellucida and oolemma, found together so that
 * neither takes the place of the other, and measured only where they hold against the gates of {@link CellGates}.
 */
public final class OocyteAnalyzer implements Analyzer {
    private static final Descriptor ABOUT = Descriptor.analyzer("fertivision.oocyte", "0.1.2")
            .title("Oocyte: zona pellucida and ooplasm, bright field or oblique light")
            .intendedUse("Measures visible structures of oocytes in images supplied by the user, for research and as"
                    + " documentation for qualified staff. Does not select, rank or discard oocytes; predicts neither"
                    + " implantation, ploidy nor live birth; not a diagnosis; not cleared as a medical device.")
            .source("Giusti 2009, doi:10.1109/ISBI.2009.5193028 (closed paths in the unrolled image)")
            .source("Magli 2012, doi:10.1093/humrep/des229 (structures)")
            .parameters(CellSettings.MOST_EDGE_WIDTH, CellSettings.LEAST_SUPPORT)
            .means(OocyteSummary.MEANS)
            .itemMeasures(OocyteItems.MEASURES)
            .labels(CellStructure.LABELS)
            .build();

    @Override
    public Descriptor descriptor() {
        return ABOUT;
    }

    @Override
    public FieldOfView look(Frames frames, Settings settings, Work work) {
        Plane gray = frames.only().gray();
        Optional<Calibration> calibration = frames.calibration();
        Optional<Sighting> seen = new CellFinder(RingLimits.OOCYTE, CellSettings.gates(settings))
                .find(gray, umPerPixel(calibration), work);
        List<Item> items = seen.map(s -> OocyteItems.of(s, calibration.isPresent(), gray.width(), gray.height()))
                .orElse(List.of());
        return FieldOfView.still(
                gray.width(),
                gray.height(),
                items,
                unmeasured(items, calibration.isPresent()),
                quality(gray, seen),
                List.of(),
                calibration
                        .map(known -> gray.width() * (double) gray.height() * known.pixelAreaUm2() * 1e-6)
                        .orElse(null));
    }

    @Override
    public Findings summarize(List<FieldOfView> fields, Settings settings) {
        return Findings.of(ABOUT.id().toString(), fields, OocyteSummary.of(fields));
    }

    /** The size of a pixel, which is square. */
    private static OptionalDouble umPerPixel(Optional<Calibration> calibration) {
        if (calibration.isPresent() && !calibration.get().isSquare()) {
            throw new RejectedException(Rejection.of(
                    RejectionCode.UNUSABLE_IMAGE, "Borders are looked for in images with square pixels only."));
        }
        return calibration.isPresent() ? OptionalDouble.of(calibration.get().umPerPixelX()) : OptionalDouble.empty();
    }

    /** Every measure that no counted border has, with the reason. */
    private static List<Reading> unmeasured(List<Item> items, boolean calibrated) {
        List<Reading> readings = new ArrayList<>();
        for (Measure measure : OocyteSummary.MEANS) {
            boolean measured = items.stream()
                    .anyMatch(item ->
                            item.counts() && item.reading(measure).figure().isPresent());
            if (!measured) {
                readings.add(Reading.notMeasured(measure, reason(items, measure, calibrated)));
            }
        }
        return readings;
    }

    private static String reason(List<Item> items, Measure measure, boolean calibrated) {
        if (items.isEmpty()) {
            return Refusal.WEAK_EDGE.reason();
        }
        return items.stream()
                .filter(item -> item.reading(measure)
                        .fold(m -> true, g -> true, n -> !n.reason().equals(OocyteItems.OTHER_BORDER)))
                .flatMap(item -> item.whyExcluded().map(Exclusion::reason).stream())
                .findFirst()
                .orElse(
                        !calibrated && OocyteItems.isScaled(measure)
                                ? Reading.NotMeasured.UNCALIBRATED
                                : Refusal.WEAK_EDGE.reason());
    }

    private static Quality quality(Plane gray, Optional<Sighting> seen) {
        GrayRange range = GrayRange.of(gray);
        double exposure = (range.highest() - range.lowest()) / (double) range.maximum();
        if (exposure == 0) {
            return new Quality(null, 0, false, List.of("all pixels have one gray level"));
        }
        return new Quality(
                seen.map(s -> s.outer().width() * s.field().factor()).orElse(null), exposure, true, List.of());
    }
}
