package org.fertivision.sperm.vitality;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Findings;
import org.fertivision.finding.Item;
import org.fertivision.finding.Reading;
import org.fertivision.finding.Rejection;
import org.fertivision.finding.RejectionCode;
import org.fertivision.finding.measures.FieldMeasures;
import org.fertivision.finding.measures.SpermMeasures;
import org.fertivision.image.Calibration;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;
import org.fertivision.pixel.Blob;
import org.fertivision.sperm.Exposure;
import org.fertivision.spi.Analyzer;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.RejectedException;
import org.fertivision.spi.Settings;
import org.fertivision.spi.Work;

/**
 * Sperm vitality by SYBR-14 (green, intact membrane) and propidium iodide (red, damaged membrane) on a dark field. A cell
 * that takes both stains is dying and counts once, as dead. Set to eosin and nigrosin, white heads on a dark ground are live
 * and pink ones dead.
 *
 * <p>Source: WHO laboratory manual, 6th edition (2021); Garner 1995, doi:10.1095/biolreprod53.2.276.
 */
public final class VitalityAnalyzer implements Analyzer {
    /** The naming system of the labels: {@code live} or {@code dead}. */
    static final String LABELS = "vitality";

    private static final Descriptor ABOUT = Descriptor.analyzer("fertivision.sperm-vitality", "1.1.0")
            .title("Sperm vitality by membrane stains")
            .intendedUse(
                    "Share of live sperm by SYBR-14 and propidium iodide or by eosin and nigrosin; research and decision support, not a"
                            + " diagnosis.")
            .source("WHO laboratory manual for the examination and processing of human semen, 6th edition (2021)")
            .source("Garner and Johnson 1995, doi:10.1095/biolreprod53.2.276")
            .parameters(
                    StainSettings.STAIN,
                    StainSettings.NOISE_FACTOR,
                    StainSettings.MIN_AREA,
                    StainSettings.MAX_AREA,
                    StainSettings.PAIR_DISTANCE,
                    StainSettings.LOCAL_CONTRAST,
                    StainSettings.DIM_FRACTION)
            .measures(SpermMeasures.CELLS, SpermMeasures.LIVE, SpermMeasures.DEAD)
            .itemMeasures(
                    FieldMeasures.AREA, FieldMeasures.AREA_PX, FieldMeasures.LIVE_SIGNAL, FieldMeasures.DEAD_SIGNAL)
            .labels(LABELS, CellItems.STAIN_LABELS)
            .inColor()
            .build();

    @Override
    public Descriptor descriptor() {
        return ABOUT;
    }

    @Override
    public FieldOfView look(Frames frames, Settings settings, Work work) {
        Frame frame = frames.only();
        refuseGray(frame);
        Optional<Calibration> calibration = frames.calibration();
        if (settings.get(StainSettings.STAIN).equals(StainSettings.EOSIN_NIGROSIN)) {
            return EosinLook.of(frame, calibration, work);
        }
        double noiseFactor = settings.get(StainSettings.NOISE_FACTOR);
        double mostSmoothing = CellScale.mostSmoothing(calibration);
        Channel green = Channel.of(frame.green(), noiseFactor, mostSmoothing);
        Channel red = Channel.of(frame.red(), noiseFactor, mostSmoothing);
        work.checkpoint();
        CellScale scale = calibration
                .map(known -> CellScale.calibrated(known, settings))
                .orElseGet(() -> CellScale.ofObjects(both(green, red)));
        List<StainedObject> live = Stained.sort(green, scale, settings, work);
        List<StainedObject> dead = Stained.sort(red, scale, settings, work);
        List<Item> items = CellItems.of(live, dead, green, red, scale, calibration);
        Bleed bleed = Bleed.of(items);
        return FieldOfView.still(
                frame.width(),
                frame.height(),
                items,
                readings(green, red, bleed),
                Exposure.quality(null, Math.max(green.exposure(), red.exposure())),
                bleed.notices(),
                calibration
                        .map(known -> frame.width() * (double) frame.height() * known.pixelAreaUm2() * 1e-6)
                        .orElse(null));
    }

    @Override
    public Findings summarize(List<FieldOfView> fields, Settings settings) {
        return Findings.of(ABOUT.id().toString(), fields, VitalitySummary.of(fields));
    }

    private static List<Blob> both(Channel green, Channel red) {
        List<Blob> all = new ArrayList<>(green.objects());
        all.addAll(red.objects());
        return all;
    }

    private static List<Reading> readings(Channel green, Channel red, Bleed bleed) {
        List<Reading> readings = new ArrayList<>();
        readings.add(Reading.measured(FieldMeasures.LIVE_THRESHOLD, green.threshold(), "otsu-above-noise-floor"));
        readings.add(Reading.measured(FieldMeasures.DEAD_THRESHOLD, red.threshold(), "otsu-above-noise-floor"));
        readings.addAll(bleed.readings());
        return readings;
    }

    private static void refuseGray(Frame frame) {
        if (!frame.isColor()) {
            throw new RejectedException(Rejection.of(
                    RejectionCode.UNUSABLE_IMAGE,
                    "Vitality needs a color image with the live stain in green and the dead one in red; this one is"
                            + " gray."));
        }
    }
}
