package org.fertivision.sperm.motility;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Findings;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Notice;
import org.fertivision.finding.Quality;
import org.fertivision.finding.Reading;
import org.fertivision.finding.Rejection;
import org.fertivision.finding.RejectionCode;
import org.fertivision.finding.measures.FieldMeasures;
import org.fertivision.finding.measures.MotilityMeasures;
import org.fertivision.finding.measures.SpermMeasures;
import org.fertivision.image.Calibration;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;
import org.fertivision.spi.Analyzer;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.RejectedException;
import org.fertivision.spi.Settings;
import org.fertivision.spi.Work;

/**
 * Sperm motility from a video: heads in every frame, tracks, kinematics, WHO grades. A few frames are in memory at a time.
 *
 * <p>Source: WHO laboratory manual, 6th edition (2021).
 */
public final class SpermMotilityAnalyzer implements Analyzer {
    private static final int FIRST = 8;
    private static final double MM2_PER_UM2 = 1e-6;
    private static final double NL_PER_UM3 = 1e-6;

    /** Length of a uniform ellipse in standard deviations along its long axis. */
    private static final double LENGTH = 4;

    private static final double HEAD_UM = 5;

    /** Error of a center in noise over contrast x length over root area, on drawn heads. */
    private static final double CENTER_ERROR = 1;

    private static final Descriptor ABOUT = Descriptor.analyzer("fertivision.sperm-motility", "1.2.2")
            .title("Sperm motility")
            .intendedUse("Motility grades and kinematics of sperm in videos; research and decision support, not a"
                    + " diagnosis.")
            .source("WHO laboratory manual for the examination and processing of human semen, 6th edition (2021)")
            .parameters(
                    MotilitySettings.POLARITY,
                    MotilitySettings.CHAMBER_DEPTH,
                    MotilitySettings.DILUTION,
                    MotilitySettings.TEMPERATURE,
                    MotilitySettings.PREPARATION)
            .measures(SpermMeasures.CELLS, MotilityMeasures.TRACKS)
            .measures(MotilityMeasures.grades().toArray(new Measure[0]))
            .measures(MotilityMeasures.MOVED_HEAD_LENGTH)
            .means(MotilityMeasures.kinematics())
            .measures(MotilityMeasures.HYPERACTIVATED, MotilityMeasures.AMBIGUOUS_TRACKS, SpermMeasures.CONCENTRATION)
            .itemMeasures(MotilityMeasures.DURATION)
            .itemMeasures(MotilityMeasures.kinematics())
            .labels(MotilityGrade.SYSTEM, TrackItems.MOVED, TrackItems.LINKING, Hyperactivation.SYSTEM)
            .ofVideo()
            .build();

    @Override
    public Descriptor descriptor() {
        return ABOUT;
    }

    @Override
    public FieldOfView look(Frames frames, Settings settings, Work work) {
        if (frames.count() == 1) {
            throw new RejectedException(Rejection.of(
                    RejectionCode.UNUSABLE_IMAGE,
                    "This is a single picture, and motility needs a video of two frames or more."));
        }
        double fps = frames.timing()
                .orElseThrow(() -> new RejectedException(Rejection.of(
                        RejectionCode.TIMING_MISSING,
                        "Motility needs the frames per second, and the file does not tell them: give them (--fps F,"
                                + " fps=F).")))
                .framesPerSecond();
        Optional<Calibration> calibration = frames.calibration();
        List<Frame> first = first(frames);
        HeadFinder finder = new HeadFinder(frames.width(), frames.height());
        finder.begin(
                first.stream().map(Frame::gray).toList(),
                MotilitySettings.darkHeads(settings),
                calibration.map(Calibration::pixelAreaUm2).orElse(0.0));
        double headPx =
                finder.model().isKnown() ? LENGTH * Math.sqrt(finder.model().longest()) : HEAD_UM;
        double pxPerUm = calibration
                .map(known -> 2 / (known.umPerPixelX() + known.umPerPixelY()))
                .orElse(headPx / HEAD_UM);
        Linker linker = new Linker(fps, pxPerUm);
        int seen = 0;
        int place = 0;
        for (Frame frame : first) {
            place = Math.max(place, frame.index()); // frames may be missing
            linker.add(place++, finder.find(frame.gray()));
            seen++;
        }
        for (Optional<Frame> next = frames.next(); next.isPresent(); next = frames.next()) {
            work.checkpoint();
            place = Math.max(place, next.get().index());
            linker.add(place++, finder.find(next.get().gray()));
            seen++;
            work.progress((double) place / Math.max(place, frames.count()));
        }
        refuseShort(seen / fps);
        List<Track> tracks = linker.finish();
        Optional<StageDrift> drift = StageDrift.of(tracks, fps, pxPerUm);
        double noisePx = PlaceNoise.px(drift.map(StageDrift::resting).orElse(List.of()), expectedError(finder, headPx));
        Measuring measuring = Measuring.of(fps, calibration, drift, noisePx, headPx);
        return field(frames, settings, finder, measuring, tracks, drift, seen, headPx);
    }

    private static List<Frame> first(Frames frames) {
        List<Frame> first = new ArrayList<>();
        while (first.size() < FIRST) {
            Optional<Frame> next = frames.next();
            if (next.isEmpty()) {
                break;
            }
            first.add(next.get());
        }
        if (first.size() < 2) {
            throw new RejectedException(
                    Rejection.of(RejectionCode.UNUSABLE_IMAGE, "Motility needs a video of two frames or more."));
        }
        return first;
    }

    private static void refuseShort(double durationS) {
        if (durationS < TrackItems.MEASURED_S - TrackItems.ALMOST) {
            throw new RejectedException(Rejection.of(
                    RejectionCode.UNUSABLE_IMAGE,
                    String.format(
                            Locale.ROOT,
                            "The video shows %.3f s, and sperm are graded by %.1f s or more. If it is longer, its frame rate is"
                                    + " not the true one: give frames per second (--fps F, fps=F).",
                            durationS,
                            TrackItems.MEASURED_S)));
        }
    }

    private static double expectedError(HeadFinder finder, double headPx) {
        HeadModel model = finder.model();
        return model.isKnown()
                ? CENTER_ERROR * finder.noise() / model.contrast() * headPx / Math.sqrt(model.area())
                : 0;
    }

    private static FieldOfView field(
            Frames frames,
            Settings settings,
            HeadFinder finder,
            Measuring measuring,
            List<Track> tracks,
            Optional<StageDrift> drift,
            int seen,
            double headPx) {
        double headLength = measuring.isCalibrated() ? headPx * (measuring.unitX() + measuring.unitY()) / 2 : headPx;
        Double areaUm2 = measuring.isCalibrated()
                ? frames.width() * measuring.unitX() * frames.height() * measuring.unitY()
                : null;
        Optional<Double> depth = settings.find(MotilitySettings.CHAMBER_DEPTH);
        return new FieldOfView(
                frames.width(),
                frames.height(),
                new TrackItems(frames.width(), frames.height(), measuring, headLength, isCapacitated(settings))
                        .of(tracks),
                List.of(
                        Reading.measured(FieldMeasures.NOISE, finder.noise(), "below-median-of-surroundings"),
                        drift(drift, measuring)),
                new Quality(null, Math.min(1, finder.model().contrast() / 255), true, List.of()),
                notices(finder, measuring),
                List.of(),
                areaUm2 == null ? null : areaUm2 * MM2_PER_UM2,
                areaUm2 == null || depth.isEmpty() ? null : areaUm2 * depth.get() * NL_PER_UM3,
                seen / measuring.framesPerSecond());
    }

    private static boolean isCapacitated(Settings settings) {
        return settings.get(MotilitySettings.PREPARATION).equals(MotilitySettings.CAPACITATED);
    }

    private static Reading drift(Optional<StageDrift> drift, Measuring measuring) {
        if (!measuring.isCalibrated()) {
            return Reading.notMeasured(MotilityMeasures.STAGE_DRIFT, "uncalibrated");
        }
        return drift.map(known -> Reading.measured(
                        MotilityMeasures.STAGE_DRIFT,
                        known.perFrame() * measuring.framesPerSecond() * (measuring.unitX() + measuring.unitY()) / 2,
                        known.resting().size(),
                        "densest-velocity"))
                .orElseGet(() -> Reading.notMeasured(MotilityMeasures.STAGE_DRIFT, "fewer than 5 heads rest"));
    }

    private static List<Notice> notices(HeadFinder finder, Measuring measuring) {
        List<Notice> notices = new ArrayList<>();
        notices.add(new Notice(
                "polarity",
                "Heads were taken to be " + (finder.isDarkHeads() ? "darker" : "brighter")
                        + " than their surroundings."));
        if (measuring.framesPerSecond() < 40) {
            notices.add(new Notice(
                    "slow-video",
                    String.format(
                            Locale.ROOT,
                            "At %.1f frames a second a beat of up to 20 Hz may look like a slower one.",
                            measuring.framesPerSecond())));
        }
        return notices;
    }

    @Override
    public Findings summarize(List<FieldOfView> fields, Settings settings) {
        return Findings.of(ABOUT.id().toString(), fields, MotilitySummary.of(fields, settings));
    }
}
