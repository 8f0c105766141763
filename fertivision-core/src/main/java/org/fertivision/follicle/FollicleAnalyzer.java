package org.fertivision.follicle;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Findings;
import org.fertivision.finding.Item;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Notice;
import org.fertivision.finding.Quality;
import org.fertivision.finding.Reading;
import org.fertivision.finding.Rejection;
import org.fertivision.finding.RejectionCode;
import org.fertivision.finding.measures.FollicleMeasures;
import org.fertivision.image.Calibration;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;
import org.fertivision.image.Plane;
import org.fertivision.image.Region;
import org.fertivision.pixel.Contour;
import org.fertivision.pixel.GrayRange;
import org.fertivision.spi.Analyzer;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.RejectedException;
import org.fertivision.spi.Settings;
import org.fertivision.spi.Work;
import org.jspecify.annotations.Nullable;

/**
 * Follicles in B-mode stills of an ovary: regions without echoes, found half-way between fluid and tissue, outlined near
 * the physical edge, measured in millimeters and sorted by gates that each give their reason. What is dark by gray alone
 * is a follicle, a cyst, a vessel or the bladder; so a person outlines the ovary, and nothing here names a disease.
 */
public final class FollicleAnalyzer implements Analyzer {
    private static final double UM2_PER_MM2 = 1e6;

    private static final Descriptor ABOUT = Descriptor.analyzer("fertivision.follicle", "1.3.3")
            .title("Ovarian follicles in ultrasound stills")
            .intendedUse("Number and size of follicles in one section of an ovary; no antral follicle count of whole"
                    + " ovaries, no diagnosis, no advice on treatment.")
            .source("Broekmans et al. 2010, doi:10.1016/j.fertnstert.2009.04.040")
            .source("Duijkers et al. 2004, Eur J Obstet Gynecol Reprod Biol 117:60")
            .parameters(
                    FollicleSettings.OVARY,
                    FollicleSettings.SMOOTHING,
                    FollicleSettings.FIND_LEVEL,
                    FollicleSettings.NOISE_FACTOR,
                    FollicleSettings.EDGE_LEVEL,
                    FollicleSettings.SMALLEST,
                    FollicleSettings.LARGEST,
                    FollicleSettings.AXIS_RATIO,
                    FollicleSettings.CIRCULARITY,
                    FollicleSettings.CONTRAST,
                    FollicleSettings.EDGE_DISTANCE,
                    FollicleSettings.OVARY_LENGTH,
                    FollicleSettings.OVARY_WIDTH,
                    FollicleSettings.OVARY_HEIGHT)
            .measures(FollicleSummary.MEASURES.toArray(Measure[]::new))
            .itemMeasures(FollicleItems.MEASURES)
            .labels(SizeClass.LABELS, FollicleItems.NEIGHBOR_LABELS)
            .needsCalibration()
            .inColor()
            .build();

    @Override
    public Descriptor descriptor() {
        return ABOUT;
    }

    @Override
    public FieldOfView look(Frames frames, Settings settings, Work work) {
        Calibration calibration = frames.calibration().orElseThrow(FollicleAnalyzer::uncalibrated);
        Frame frame = frames.only();
        Plane gray = frame.gray();
        OvaryScan scan = OvaryScan.of(frame, gray, calibration, settings, work);
        DarkRegions regions = DarkRegions.of(scan, settings, work);
        List<Follicle> seen = seen(scan, regions, settings, work);
        FollicleGates gates = new FollicleGates(scan, seen, settings);
        Region image = new Region(0, 0, frame.width(), frame.height());
        GrayRange levels = GrayRange.of(gray);
        return FieldOfView.still(
                frame.width(),
                frame.height(),
                FollicleItems.of(seen, scan, regions, gates, image),
                readings(scan, settings, calibration),
                new Quality(null, (levels.highest() - levels.lowest()) / (double) levels.maximum(), true, List.of()),
                notices(scan, settings),
                scan.sector().area() * scan.mmX() * scan.mmY());
    }

    /**
     * Regions that are dark against the ovary's own tissue, where a person outlined it; then those that only the whole
     * sector shows, since an ovary full of follicles has little tissue of its own.
     */
    private static List<Follicle> seen(OvaryScan scan, DarkRegions regions, Settings settings, Work work) {
        List<Follicle> seen = new ArrayList<>();
        settings.find(FollicleSettings.OVARY)
                .map(Contour::of)
                .ifPresent(ovary -> scan.within(ovary)
                        .ifPresent(own ->
                                outlined(
                                                own,
                                                DarkRegions.of(own, settings, work)
                                                        .near(ovary.box(), own),
                                                settings,
                                                work)
                                        .stream()
                                        .filter(follicle -> follicle.liesIn(ovary, own.block()))
                                        .forEach(seen::add)));
        List<Follicle> ofOvary = List.copyOf(seen);
        outlined(scan, regions, settings, work).stream()
                .filter(follicle -> ofOvary.stream().noneMatch(follicle::covers))
                .forEach(seen::add);
        return seen;
    }

    private static List<Follicle> outlined(OvaryScan scan, DarkRegions regions, Settings settings, Work work) {
        List<Follicle> outlined = new ArrayList<>();
        for (DarkRegions.Part part : regions.parts()) {
            work.checkpoint();
            Follicle.of(part, scan, regions, settings.get(FollicleSettings.EDGE_LEVEL))
                    .ifPresent(outlined::add);
        }
        return outlined;
    }

    @Override
    public Findings summarize(List<FieldOfView> fields, Settings settings) {
        return Findings.of(ABOUT.id().toString(), fields, FollicleSummary.of(fields, settings));
    }

    @Override
    public Item drawn(Item item, @Nullable Calibration calibration, Settings settings) {
        return calibration == null
                ? Analyzer.super.drawn(item, null, settings)
                : item.read(FollicleItems.drawn(item.outline(), calibration));
    }

    private static List<Reading> readings(OvaryScan scan, Settings settings, Calibration calibration) {
        List<Reading> readings = new ArrayList<>();
        readings.add(Reading.measured(FollicleMeasures.TISSUE, scan.tissueLevel(), "upper-level"));
        readings.add(Reading.measured(FollicleMeasures.FLUID, scan.tissue().floor(), "second-percentile"));
        readings.add(Reading.measured(FollicleMeasures.SPECKLE, scan.tissue().scatter(), "median-of-distances"));
        Optional<Contour> ovary = settings.find(FollicleSettings.OVARY).map(Contour::of);
        readings.add(ovary.filter(outline -> outline.area() > 0)
                .map(outline -> Reading.measured(
                        FollicleMeasures.OVARY_AREA,
                        outline.area() * calibration.pixelAreaUm2() / UM2_PER_MM2,
                        "user-outline"))
                .orElseGet(() -> Reading.notMeasured(FollicleMeasures.OVARY_AREA, "ovary-not-outlined")));
        return readings;
    }

    private static List<Notice> notices(OvaryScan scan, Settings settings) {
        List<Notice> notices = new ArrayList<>();
        if (settings.find(FollicleSettings.OVARY).isEmpty()) {
            notices.add(new Notice(
                    "ovary-not-outlined",
                    "Nobody outlined the ovary: vessels, bowel, cysts and the bladder may be among what counts."));
        }
        if (scan.strokes() + scan.colored() > 0) {
            notices.add(new Notice(
                    "graphics-masked",
                    String.format(
                            Locale.ROOT,
                            "%d pixels of bright strokes and %d colored ones were drawn over the image and left out.",
                            scan.strokes(),
                            scan.colored())));
        }
        if (scan.isCropped()) {
            notices.add(new Notice(
                    "cropped-sector",
                    "The ultrasound sector meets the border of the picture: what lies beyond is not seen."));
        }
        return notices;
    }

    private static RejectedException uncalibrated() {
        return new RejectedException(Rejection.of(
                RejectionCode.CALIBRATION_MISSING,
                "Follicles are counted by their size, so the size of a pixel must be known."));
    }
}
