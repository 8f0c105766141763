package org.fertivision.embryo.timelapse;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.fertivision.finding.Rejection;
import org.fertivision.finding.RejectionCode;
import org.fertivision.finding.Unit;
import org.fertivision.image.Frames;
import org.fertivision.image.Timing;
import org.fertivision.spi.Parameter;
import org.fertivision.spi.RejectedException;
import org.fertivision.spi.Settings;

/** What can be set for embryos over time. */
final class TimelapseSettings {
    private static final double MOST_HOURS = 1000;

    static final Parameter<Double> MINUTES_PER_FRAME = Parameter.number(
            "minutesPerFrame",
            Unit.MINUTE,
            0.01,
            1440,
            "Time from one frame to the next; overrules the frame rate of the file and of the request.");

    static final Parameter<Double> EXPANSION_FROM = Parameter.number(
            "expansionFrom",
            Unit.HOUR,
            0,
            MOST_HOURS,
            "Where the window of the expansion rate begins, since the first frame; untold, where the area has grown by a"
                    + " tenth of all its growth.");

    static final Parameter<Double> EXPANSION_TO = Parameter.number(
            "expansionTo",
            Unit.HOUR,
            0,
            MOST_HOURS,
            "Where it ends; untold, where the area has grown by nine tenths of all its growth.");

    static final Parameter<Double> SHOWN_FRAME = Parameter.number(
            "shownFrame",
            Unit.ONE,
            0,
            1e6,
            "The frame whose outline the pictures of the report show, from 0; untold, the last one whose outline holds.");

    /** Frames of an embryo are not nearer in time, so a file that says so tells how fast it is to be played. */
    private static final double SHORTEST_TOLD_S = 10;

    private TimelapseSettings() {}

    /**
     * The time from one frame to the next.
     *
     * @throws RejectedException if nobody told it, or the file tells how fast it is to be played
     */
    static double secondsPerFrame(Frames frames, Settings settings) {
        Optional<Double> minutes = settings.find(MINUTES_PER_FRAME);
        if (minutes.isPresent()) {
            return 60 * minutes.get();
        }
        Timing timing = frames.timing().orElseThrow(() -> untold("The file does not tell the time between frames"));
        double seconds = 1 / timing.framesPerSecond();
        if (timing.origin() == Timing.Origin.FILE && seconds < SHORTEST_TOLD_S) {
            throw untold(String.format(
                    Locale.ROOT,
                    "The file says %.4g frames a second, which is how fast it is to be played",
                    timing.framesPerSecond()));
        }
        return seconds;
    }

    private static RejectedException untold(String why) {
        return new RejectedException(Rejection.of(
                RejectionCode.TIMING_MISSING,
                why + ", and an embryo over time needs the minutes from one frame to the next: give them (--set"
                        + " minutesPerFrame=M, or --fps F with F below 1)."));
    }

    /** The frame that is to be shown, if somebody chose it. */
    static OptionalInt shownFrame(Settings settings) {
        return settings.find(SHOWN_FRAME)
                .map(frame -> OptionalInt.of((int) Math.round(frame)))
                .orElseGet(OptionalInt::empty);
    }
}
