package org.fertivision.sperm.count;

import java.util.List;
import java.util.Optional;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Findings;
import org.fertivision.finding.Item;
import org.fertivision.finding.Notice;
import org.fertivision.finding.Reading;
import org.fertivision.finding.Rejection;
import org.fertivision.finding.RejectionCode;
import org.fertivision.finding.measures.FieldMeasures;
import org.fertivision.finding.measures.SpermMeasures;
import org.fertivision.image.Calibration;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;
import org.fertivision.pixel.GrayRange;
import org.fertivision.pixel.Polarity;
import org.fertivision.sperm.Exposure;
import org.fertivision.spi.Analyzer;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.RejectedException;
import org.fertivision.spi.Settings;
import org.fertivision.spi.Work;

/**
 * Sperm concentration: heads counted in a field of known area and a chamber of known depth, round cells apart. A head
 * counts when its center lies in the half-open frame of the field. No head at all is a result too, with the upper bound
 * that the volume looked at allows.
 *
 * <p>Sources: WHO laboratory manual, 6th edition (2021); depths of chambers: Lu 2016, doi:10.22074/ijfs.2016.4612.
 */
public final class SpermCountAnalyzer implements Analyzer {
    /** The naming system of the labels: {@code sperm} or {@code roundCell}. */
    static final String LABELS = "cell";

    private static final double MM2_PER_UM2 = 1e-6;
    private static final double NL_PER_UM3 = 1e-6;

    private static final Descriptor ABOUT = Descriptor.analyzer("fertivision.sperm-count", "1.0.2")
            .title("Sperm count and concentration")
            .intendedUse(
                    "Sperm and round cells per volume in stills of a counting chamber; research and decision support,"
                            + " not a diagnosis. It cannot prove that there are no sperm, and tells no leukocytes.")
            .source("WHO laboratory manual for the examination and processing of human semen, 6th edition (2021)")
            .source("Lu et al. 2016, doi:10.22074/ijfs.2016.4612 (depth of chambers)")
            .source("Kuster 2005, doi:10.1016/j.theriogenology.2005.05.047 (Segre-Silberberg effect)")
            .parameters(
                    CountSettings.CHAMBER,
                    CountSettings.CHAMBER_DEPTH,
                    CountSettings.DILUTION,
                    CountSettings.VOLUME,
                    CountSettings.DEPTH_CORRECTION,
                    CountSettings.POLARITY,
                    CountSettings.MIN_HEAD_AREA,
                    CountSettings.MAX_HEAD_AREA,
                    CountSettings.ROUND_CELL_MIN,
                    CountSettings.ROUND_CELL_MAX,
                    CountSettings.BORDER,
                    CountSettings.NOISE_FACTOR,
                    CountSettings.DIM_FRACTION)
            .measures(
                    SpermMeasures.CELLS,
                    SpermMeasures.CONCENTRATION,
                    SpermMeasures.TOTAL_COUNT,
                    SpermMeasures.ROUND_CELLS)
            .itemMeasures(FieldMeasures.AREA, FieldMeasures.AREA_PX, SpermMeasures.CLUSTER_CELLS)
            .labels(LABELS)
            .needsCalibration()
            .build();

    @Override
    public Descriptor descriptor() {
        return ABOUT;
    }

    @Override
    public FieldOfView look(Frames frames, Settings settings, Work work) {
        Frame frame = frames.only();
        Calibration calibration = frames.calibration().orElseThrow(SpermCountAnalyzer::uncalibrated);
        Scale scale = Scale.of(calibration);
        Gates gates = Gates.of(settings);
        CountingFrame counting = CountingFrame.of(frame.width(), frame.height(), calibration, settings);
        Field rough = Field.of(frame.gray(), polarity(settings), scale, gates);
        work.checkpoint();
        Field field = rough.knowing(Things.of(rough, scale, gates, work), gates);
        List<Thing> things = Things.of(field, scale, gates, work);
        List<Item> items = CountItems.of(Sorting.of(field, things, gates, scale, counting));
        double areaUm2 = scale.um2(counting.area());
        return new FieldOfView(
                frame.width(),
                frame.height(),
                items,
                readings(field),
                Exposure.quality(null, Exposure.of(GrayRange.of(frame.gray()))),
                notices(field, settings),
                List.of(),
                areaUm2 * MM2_PER_UM2,
                Chamber.depthUm(settings)
                        .map(depth -> areaUm2 * depth * NL_PER_UM3)
                        .orElse(null),
                null);
    }

    @Override
    public Findings summarize(List<FieldOfView> fields, Settings settings) {
        return Findings.of(ABOUT.id().toString(), fields, CountSummary.of(fields, settings));
    }

    private static Optional<Polarity> polarity(Settings settings) {
        return switch (settings.get(CountSettings.POLARITY)) {
            case "bright" -> Optional.of(Polarity.BRIGHT);
            case "dark" -> Optional.of(Polarity.DARK);
            default -> Optional.empty();
        };
    }

    private static List<Reading> readings(Field field) {
        return List.of(
                Reading.measured(FieldMeasures.NOISE, field.noise(), "below-median-of-flattened"),
                Reading.measured(FieldMeasures.THRESHOLD, field.level(), "above-tails-and-noise-of-flattened"));
    }

    private static List<Notice> notices(Field field, Settings settings) {
        if (!settings.get(CountSettings.POLARITY).equals("auto")) {
            return List.of();
        }
        boolean bright = field.flat().polarity() == Polarity.BRIGHT;
        return List.of(new Notice(
                "polarity",
                "Heads were taken to be " + (bright ? "brighter" : "darker") + " than their surroundings."));
    }

    private static RejectedException uncalibrated() {
        return new RejectedException(
                Rejection.of(RejectionCode.CALIBRATION_MISSING, "A count per volume needs the micrometers per pixel."));
    }
}
