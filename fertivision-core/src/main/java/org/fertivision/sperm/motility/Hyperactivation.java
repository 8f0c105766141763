package org.fertivision.sperm.motility;

import java.util.Optional;

/**
 * Whether a capacitated human sperm is hyperactivated: at 60 frames a second VCL 150 um/s or more, LIN 50 % or less and
 * maximum ALH 7 um or more. Limits of another frame rate do not hold: faster tracks are read at 60 a second, slower ones
 * are not judged.
 *
 * <p>Source: Mortimer and Swan 1995, Human Reproduction 10, 873; the limits were taken from later texts that quote them
 * and not verified at the source.
 */
enum Hyperactivation {
    /** Meets all three limits. */
    HYPERACTIVATED("hyperactivated"),
    /** Misses one of them at least. */
    NOT_HYPERACTIVATED("notHyperactivated"),
    /** Fast and turning, but the width of its beat could not be told. */
    UNDECIDED("undecided");

    /** The naming system of the labels. */
    static final String SYSTEM = "hyperactivation";

    /** Shortest track that is judged, seconds. */
    static final double LEAST_S = 1;

    private static final double RATE = 60;

    /** Rates this close to 60, 59.94 among them, are taken for it. */
    private static final double SAME_RATE = 0.01;

    /**
     * A sine of 20 Hz between samples twice as fast as 60 loses a seventh at most where it is read half-way between two;
     * below, it loses more.
     */
    private static final double FEWEST_FOR_RESAMPLING = 2 * RATE;

    private static final double LEAST_VCL_UM_PER_S = 150;
    private static final double LARGEST_LIN = 0.5;
    private static final double LEAST_ALH_MAX_UM = 7;
    private static final double ALMOST = 1e-6;

    private final String term;

    Hyperactivation(String term) {
        this.term = term;
    }

    /** The word of the label. */
    String term() {
        return term;
    }

    /** Whether tracks of such frames can be judged. */
    static boolean judges(double framesPerSecond) {
        return isSixty(framesPerSecond) || framesPerSecond >= FEWEST_FOR_RESAMPLING * (1 - SAME_RATE);
    }

    private static boolean isSixty(double framesPerSecond) {
        return Math.abs(framesPerSecond / RATE - 1) <= SAME_RATE;
    }

    /** The verdict on a trail in micrometers; nothing where it is shorter than a second or its rate is not judged. */
    static Optional<Hyperactivation> of(Trail trail, MotionLimits limits) {
        if (!judges(trail.framesPerSecond()) || trail.durationS() < LEAST_S - ALMOST) {
            return Optional.empty();
        }
        Trail sixty = isSixty(trail.framesPerSecond()) ? trail : trail.resampled(RATE);
        Kinematics kinematics = Kinematics.of(sixty, limits);
        boolean fast = kinematics.vcl() >= LEAST_VCL_UM_PER_S;
        boolean turning = kinematics.vsl() <= LARGEST_LIN * kinematics.vcl();
        if (!fast || !turning) {
            return Optional.of(NOT_HYPERACTIVATED);
        }
        return Optional.of(kinematics
                .beating()
                .map(beating -> beating.widest() >= LEAST_ALH_MAX_UM ? HYPERACTIVATED : NOT_HYPERACTIVATED)
                .orElse(UNDECIDED));
    }
}
