package org.fertivision.sperm.motility;

import java.util.Optional;

/**
 * The kinematics of one track. Lengths in units of its trail, micrometers or pixels.
 *
 * <p>Source: WHO laboratory manual, 6th edition (2021); Mortimer 2015, Asian Journal of
 * Andrology 17, 545 (definitions).
 *
 * @param vcl length of the steps from frame to frame over the time (VCL), per second
 * @param vsl distance from the first place to the last over the time (VSL), per second
 * @param vap length of the average path over its time (VAP), per second
 * @param straightness distance from start to end of the average path over its length (STR), 0 to 1
 * @param mad mean absolute angle between steps of 20 ms, or of one frame where frames are longer, degrees (MAD)
 * @param averagedS window of the average path, seconds
 * @param beats whether it beats regularly
 * @param moves whether it beats or roams further than a dead head does
 * @param progress how far it gets
 * @param beating its beat, all zeros for a head without one; nothing where that could not be told
 * @param whyNoBeating why not
 */
record Kinematics(
        double vcl,
        double vsl,
        double vap,
        double straightness,
        double mad,
        double averagedS,
        boolean beats,
        boolean moves,
        Progress progress,
        Optional<Beating> beating,
        String whyNoBeating) {
    /** Window of the average path of a head without a regular beat. */
    private static final double PLAIN_WINDOW_S = 0.2;

    /** Window of a head that strays no further than one at rest: it has nothing to smooth but that. */
    private static final double STILL_WINDOW_S = 0.4;

    /** Shortest track whose beat is measured. */
    private static final double BEAT_DURATION_S = 1;

    /** A beat faster than this share of the frame rate is not sampled well enough; chosen on drawn tracks, see ADR 9. */
    private static final double FASTEST_SHARE = 0.42;

    /** The slowest frame rate at which a beat is looked for at all: human heads beat at up to 20 Hz. */
    private static final double SLOWEST_RATE = 25;

    /** Holes of at most this many seconds are bridged within a beat. */
    private static final double HOLE_S = 0.04;

    private static final double TURN_STEP_S = 0.02;
    private static final double ALMOST = 1e-6;

    /**
     * Of a trail.
     *
     * @param limits what tells motion from the lack of it, in units of the trail
     */
    static Kinematics of(Trail trail, MotionLimits limits) {
        double noise = limits.noise();
        Trail clear = trail.longestPart((int) Math.max(1, Math.round(HOLE_S * trail.framesPerSecond())));
        Sway sway = Sway.of(clear);
        double windowS = windowS(sway, limits);
        AveragePath path = AveragePath.of(trail, windowS);
        Progress progress = Progress.of(path, trail.framesPerSecond(), limits.largeRadius());
        boolean beats = sway.isBeat(limits);
        String reason = whyNoBeating(
                clear, sway, beats, beats || sway.isRest(limits) || progress.roaming() <= limits.restingRoaming());
        return new Kinematics(
                stepLength(trail) / trail.spanS(),
                distance(trail, 0, trail.size() - 1) / trail.spanS(),
                path.speed(),
                path.straightness(),
                Turning.meanDegrees(trail, TURN_STEP_S),
                windowS,
                beats,
                beats || progress.roaming() > limits.restingRoaming(),
                progress,
                reason.isEmpty()
                        ? Optional.of(beats ? beating(clear, trail, path, sway, noise) : Beating.none())
                        : Optional.empty(),
                reason);
    }

    private static double windowS(Sway sway, MotionLimits limits) {
        if (sway.isBeat(limits)) {
            return 1 / sway.frequencyHz();
        }
        return sway.isRest(limits) ? STILL_WINDOW_S : PLAIN_WINDOW_S;
    }

    private static Beating beating(Trail clear, Trail whole, AveragePath path, Sway sway, double noise) {
        AveragePath own = clear.size() == whole.size() ? path : AveragePath.of(clear, 1 / sway.frequencyHz());
        return Beating.of(clear, own, sway, noise);
    }

    private static String whyNoBeating(Trail clear, Sway sway, boolean beats, boolean isClearCut) {
        if (clear.framesPerSecond() < SLOWEST_RATE || !sway.hasSpectrum()) {
            return "frame rate too low";
        }
        if (clear.durationS() < BEAT_DURATION_S - ALMOST) {
            return "followed for less than 1 s without a break";
        }
        if (!isClearCut) {
            return "no regular beat";
        }
        return beats && sway.frequencyHz() > FASTEST_SHARE * clear.framesPerSecond()
                ? "beat too fast for the frame rate"
                : "";
    }

    private static double stepLength(Trail trail) {
        double length = 0;
        for (int i = 1; i < trail.size(); i++) {
            length += distance(trail, i - 1, i);
        }
        return length;
    }

    private static double distance(Trail trail, int from, int to) {
        double dx = trail.x(to) - trail.x(from);
        double dy = trail.y(to) - trail.y(from);
        return Math.sqrt(dx * dx + dy * dy);
    }
}
