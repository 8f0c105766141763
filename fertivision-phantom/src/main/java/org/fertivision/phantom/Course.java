package org.fertivision.phantom;

import java.util.Optional;

/**
 * The exact course of one sperm's head: where it is at any time, and what an analysis should measure of it. Times in
 * seconds from the first frame, places in micrometers, x to the right, y down. Immutable.
 */
public final class Course {
    /** A circle at least this wide counts as progress. Source: WHO laboratory manual, 6th edition: "a large circle". */
    private static final double LARGE_CIRCLE_UM = 20;

    private static final double RAPID_UM_PER_S = 25;
    private static final double SLOW_UM_PER_S = 5;
    private static final double FINE_HZ = 10_000;
    private static final double STAR_INNER_UM = 6;
    private static final double STAR_OUTER_UM = 9;
    private static final double STAR_RATIO = 1.5;
    private static final double HELIX_FLASH = 0.3;

    private final Swim swim;
    private final double startXUm;
    private final double startYUm;
    private final double headingRad;
    private final double speedUmPerS;
    private final double turnRadPerS;
    private final Beat beat;
    private final Wander wander;

    private Course(
            Swim swim,
            double startXUm,
            double startYUm,
            double headingRad,
            double speedUmPerS,
            double turnRadPerS,
            Beat beat,
            Wander wander) {
        this.swim = swim;
        this.startXUm = startXUm;
        this.startYUm = startYUm;
        this.headingRad = headingRad;
        this.speedUmPerS = speedUmPerS;
        this.turnRadPerS = turnRadPerS;
        this.beat = beat;
        this.wander = wander;
    }

    /** Straight ahead. */
    public static Course straight(double speedUmPerS, double headingRad) {
        return new Course(Swim.STRAIGHT, 0, 0, headingRad, speedUmPerS, 0, Beat.none(), Wander.none());
    }

    /** A planar sine about a straight line. */
    public static Course sine(
            double speedUmPerS, double headingRad, double amplitudeUm, double beatHz, double phaseRad) {
        return new Course(
                Swim.SINE, 0, 0, headingRad, speedUmPerS, 0, Beat.steady(amplitudeUm, beatHz, phaseRad), Wander.none());
    }

    /** A helix seen from the side. */
    public static Course helix(double speedUmPerS, double headingRad, double radiusUm, double rollHz, double phaseRad) {
        return new Course(
                Swim.HELIX, 0, 0, headingRad, speedUmPerS, 0, Beat.steady(radiusUm, rollHz, phaseRad), Wander.none());
    }

    /** A circle; a negative radius turns the other way round. */
    public static Course circle(
            double speedUmPerS,
            double headingRad,
            double radiusUm,
            double amplitudeUm,
            double beatHz,
            double phaseRad) {
        return new Course(
                Swim.CIRCLE,
                0,
                0,
                headingRad,
                speedUmPerS,
                speedUmPerS / radiusUm,
                Beat.steady(amplitudeUm, beatHz, phaseRad),
                Wander.none());
    }

    /** A sine whose frequency scatters by 10 % of its mean, known for the given seconds. */
    public static Course jitter(
            double speedUmPerS, double headingRad, double amplitudeUm, double beatHz, double seconds, long seed) {
        Beat beat = Beat.unsteady(amplitudeUm, beatHz, 0, 0.1, seconds, Chance.of(seed, "jitter"));
        return new Course(Swim.JITTER, 0, 0, headingRad, speedUmPerS, 0, beat, Wander.none());
    }

    /** A star-spin of the given turns a second. */
    public static Course starSpin(double headingRad, double turnsPerS) {
        return new Course(Swim.STAR_SPIN, 0, 0, headingRad, 0, 2 * Math.PI * turnsPerS, Beat.none(), Wander.none());
    }

    /** A dead cell with the given diffusion coefficient, known for the given seconds. */
    public static Course immotile(double headingRad, double diffusionUm2PerS, double seconds, long seed) {
        Wander wander = Wander.brownian(diffusionUm2PerS, seconds, Chance.of(seed, "brownian"));
        return new Course(Swim.IMMOTILE, 0, 0, headingRad, 0, 0, Beat.none(), wander);
    }

    /** A cell that beats on the spot. */
    public static Course twitching(double headingRad, double amplitudeUm, double beatHz, double phaseRad) {
        return new Course(
                Swim.TWITCHING, 0, 0, headingRad, 0, 0, Beat.steady(amplitudeUm, beatHz, phaseRad), Wander.none());
    }

    /** This course begun elsewhere. */
    Course from(double xUm, double yUm) {
        return new Course(swim, xUm, yUm, headingRad, speedUmPerS, turnRadPerS, beat, wander);
    }

    /** How it moves. */
    public Swim swim() {
        return swim;
    }

    /** Where it is to the right, micrometers. */
    public double xUm(double timeS) {
        double along = alongUm(timeS);
        double across = acrossUm(timeS);
        return startXUm + along * StrictMath.cos(headingRad) - across * StrictMath.sin(headingRad) + wander.xUm(timeS);
    }

    /** Where it is down, micrometers. */
    public double yUm(double timeS) {
        double along = alongUm(timeS);
        double across = acrossUm(timeS);
        return startYUm + along * StrictMath.sin(headingRad) + across * StrictMath.cos(headingRad) + wander.yUm(timeS);
    }

    private double alongUm(double timeS) {
        double turn = turnRadPerS * timeS;
        if (swim == Swim.STAR_SPIN) {
            return STAR_INNER_UM * StrictMath.cos(turn) + STAR_OUTER_UM * StrictMath.cos(STAR_RATIO * turn);
        }
        double path = turnRadPerS == 0 ? speedUmPerS * timeS : speedUmPerS / turnRadPerS * StrictMath.sin(turn);
        return path - beat.offsetUm(timeS) * StrictMath.sin(turn);
    }

    private double acrossUm(double timeS) {
        double turn = turnRadPerS * timeS;
        if (swim == Swim.STAR_SPIN) {
            return STAR_INNER_UM * StrictMath.sin(turn) - STAR_OUTER_UM * StrictMath.sin(STAR_RATIO * turn);
        }
        double path = turnRadPerS == 0 ? 0 : speedUmPerS / turnRadPerS * (1 - StrictMath.cos(turn));
        return path + beat.offsetUm(timeS) * StrictMath.cos(turn);
    }

    /** Where the head points, radians from the x axis towards y. */
    public double facingRad(double timeS) {
        if (swim == Swim.STAR_SPIN) {
            double step = 1 / FINE_HZ;
            return StrictMath.atan2(yUm(timeS + step) - yUm(timeS - step), xUm(timeS + step) - xUm(timeS - step));
        }
        return headingRad + turnRadPerS * timeS;
    }

    /** How much brighter than usual it is: the flashing of a rolling head, else 1. */
    public double brightness(double timeS) {
        return swim == Swim.HELIX ? 1 + HELIX_FLASH * StrictMath.cos(2 * beat.phaseRad(timeS)) : 1;
    }

    /** Straight distance between two times over the time, micrometers a second. */
    public double vslUmPerS(double fromS, double toS) {
        return distanceUm(fromS, toS) / (toS - fromS);
    }

    /** Length of the chords between samples at the given rate over the time, micrometers a second. */
    public double vclUmPerS(double framesPerSecond, double fromS, double toS) {
        int steps = (int) Math.round((toS - fromS) * framesPerSecond);
        double length = 0;
        for (int i = 0; i < steps; i++) {
            length += distanceUm(fromS + i / framesPerSecond, fromS + (i + 1) / framesPerSecond);
        }
        return length * framesPerSecond / steps;
    }

    /** Speed along the average path, micrometers a second; nothing where the path has none apart from the beat. */
    public Optional<Double> vapUmPerS() {
        return swim == Swim.STAR_SPIN || swim == Swim.IMMOTILE ? Optional.empty() : Optional.of(speedUmPerS);
    }

    /** Full width of the beat, micrometers; nothing where there is no regular one. */
    public Optional<Double> alhUm() {
        return swim == Swim.STAR_SPIN ? Optional.empty() : Optional.of(2 * beat.amplitudeUm());
    }

    /** Crossings of the average path a second between two times; nothing where there is no regular beat. */
    public Optional<Double> bcfHz(double fromS, double toS) {
        if (swim == Swim.STAR_SPIN) {
            return Optional.empty();
        }
        return Optional.of(beat.isPresent() ? 2 * beat.meanHz(fromS, toS) : 0);
    }

    /** Start to end distance of the average path in one second, by which WHO grades; the path itself in a large circle. */
    public double progressUmPerS() {
        return switch (swim) {
            case IMMOTILE, TWITCHING -> 0;
            case STAR_SPIN -> Math.min(SLOW_UM_PER_S / 2, distanceUm(0, 1));
            default -> {
                double radius = turnRadPerS == 0 ? Double.POSITIVE_INFINITY : Math.abs(speedUmPerS / turnRadPerS);
                yield radius >= LARGE_CIRCLE_UM
                        ? speedUmPerS
                        : Math.abs(2 * radius * StrictMath.sin(speedUmPerS / (2 * radius)));
            }
        };
    }

    /** The grade of the WHO laboratory manual, 6th edition. */
    public String who6() {
        if (!swim.isMotile()) {
            return "immotile";
        }
        double progress = progressUmPerS();
        if (progress >= RAPID_UM_PER_S) {
            return "rapidProgressive";
        }
        return progress >= SLOW_UM_PER_S ? "slowProgressive" : "nonProgressive";
    }

    private double distanceUm(double fromS, double toS) {
        double dx = xUm(toS) - xUm(fromS);
        double dy = yUm(toS) - yUm(fromS);
        return Math.sqrt(dx * dx + dy * dy);
    }
}
