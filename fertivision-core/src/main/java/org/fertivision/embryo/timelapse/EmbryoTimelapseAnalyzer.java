package org.fertivision.embryo.timelapse;

import static org.fertivision.finding.measures.EmbryoMeasures.ZONA_THICKNESS;
import static org.fertivision.finding.measures.TimelapseMeasures.COLLAPSES;
import static org.fertivision.finding.measures.TimelapseMeasures.COLLAPSE_DEPTH;
import static org.fertivision.finding.measures.TimelapseMeasures.EMBRYO_AREA;
import static org.fertivision.finding.measures.TimelapseMeasures.EMBRYO_DIAMETER;
import static org.fertivision.finding.measures.TimelapseMeasures.EVENT_CANDIDATES;
import static org.fertivision.finding.measures.TimelapseMeasures.EXPANSION_FROM;
import static org.fertivision.finding.measures.TimelapseMeasures.EXPANSION_RATE;
import static org.fertivision.finding.measures.TimelapseMeasures.EXPANSION_TO;
import static org.fertivision.finding.measures.TimelapseMeasures.FRAMES_OUTLINED;
import static org.fertivision.finding.measures.TimelapseMeasures.SEEN_IN_FRAME;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.fertivision.embryo.EmbryoOutline;
import org.fertivision.embryo.EmbryoOutlines;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Findings;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Rejection;
import org.fertivision.finding.RejectionCode;
import org.fertivision.finding.Summary;
import org.fertivision.image.Calibration;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;
import org.fertivision.spi.Analyzer;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.Parameter;
import org.fertivision.spi.RejectedException;
import org.fertivision.spi.Settings;
import org.fertivision.spi.Work;

/**
 * One embryo over time, as a time-lapse incubator films it: curves of its area, its zona and its motion, frames in which
 * something may have happened, collapses, and how fast it expands. One frame and the one before are in memory at a time.
 */
public final class EmbryoTimelapseAnalyzer implements Analyzer {
    /** What is summed up. */
    static final List<Measure> MEASURES = List.of(
            EXPANSION_RATE, EXPANSION_FROM, EXPANSION_TO, EVENT_CANDIDATES, COLLAPSES, COLLAPSE_DEPTH, FRAMES_OUTLINED);

    /** What is said of an outline. */
    static final List<Measure> OF_ITEMS = Stream.concat(
                    Stream.of(EMBRYO_AREA, EMBRYO_DIAMETER, ZONA_THICKNESS, SEEN_IN_FRAME),
                    EmbryoOutline.CONFIDENCE.stream())
            .toList();

    private static final Descriptor ABOUT = Descriptor.analyzer("fertivision.embryo-timelapse", "0.1.2")
            .title("Embryo over time: area, zona, motion, collapses, expansion")
            .intendedUse("Measures visible structures of embryos in films supplied by the user, for research and as"
                    + " documentation for qualified staff. Names no division and no stage; does not select, rank or"
                    + " discard embryos; predicts neither implantation, ploidy nor live birth; not a diagnosis; not"
                    + " cleared as a medical device.")
            .source("Sen 1968, doi:10.1080/01621459.1968.10480934 (slope)")
            .source("Ciray 2014, doi:10.1093/humrep/deu278 (names of events, which a person gives)")
            .parameters(
                    TimelapseSettings.MINUTES_PER_FRAME,
                    TimelapseSettings.EXPANSION_FROM,
                    TimelapseSettings.EXPANSION_TO,
                    TimelapseSettings.SHOWN_FRAME)
            .parameters(EmbryoOutlines.PARAMETERS.toArray(Parameter<?>[]::new))
            .measures(MEASURES.toArray(Measure[]::new))
            .itemMeasures(OF_ITEMS)
            .labels(EmbryoOutline.LABELS)
            .ofVideo()
            .build();

    @Override
    public Descriptor descriptor() {
        return ABOUT;
    }

    @Override
    public FieldOfView look(Frames frames, Settings settings, Work work) {
        if (frames.count() == 1) {
            throw single();
        }
        double seconds = TimelapseSettings.secondsPerFrame(frames, settings);
        Optional<Calibration> calibration = frames.calibration();
        EmbryoOutlines outlines = EmbryoOutlines.of(settings, calibration);
        OptionalDouble um =
                calibration.isPresent() ? OptionalDouble.of(calibration.get().umPerPixelX()) : OptionalDouble.empty();
        SeriesWatch watch = new SeriesWatch(
                outlines,
                new MotionEnergy(frames.width(), frames.height(), um),
                TimelapseSettings.shownFrame(settings));
        for (Optional<Frame> next = frames.next(); next.isPresent(); next = frames.next()) {
            work.checkpoint();
            watch.see(next.get(), work);
            work.progress((double) watch.length() / Math.max(watch.length(), frames.count()));
        }
        if (watch.seen() < 2) {
            throw single();
        }
        return new TimelapseField(watch, settings, seconds, um).of(frames.width(), frames.height());
    }

    private static RejectedException single() {
        return new RejectedException(Rejection.of(
                RejectionCode.UNUSABLE_IMAGE,
                "This is a single picture, and an embryo over time needs a film of two frames or more."));
    }

    @Override
    public Findings summarize(List<FieldOfView> fields, Settings settings) {
        return Findings.of(ABOUT.id().toString(), fields, new Summary(TimelapseSummary.of(fields)));
    }
}
