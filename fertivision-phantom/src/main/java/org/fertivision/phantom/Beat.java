package org.fertivision.phantom;

/**
 * A beat of the head to either side: amplitude x sin(phase). A steady one has phase = 2 pi f t + start. In an unsteady
 * one the frequency is an Ornstein-Uhlenbeck process around its mean, its phase held every millisecond. Immutable.
 */
final class Beat {
    private static final double KNOTS_PER_S = 1000;
    private static final double MEMORY_S = 0.2;
    private static final double LEAST_SHARE = 0.2;

    private final double amplitudeUm;
    private final double frequencyHz;
    private final double startRad;
    private final double[] phaseKnots;

    private Beat(double amplitudeUm, double frequencyHz, double startRad, double[] phaseKnots) {
        this.amplitudeUm = amplitudeUm;
        this.frequencyHz = frequencyHz;
        this.startRad = startRad;
        this.phaseKnots = phaseKnots;
    }

    static Beat none() {
        return steady(0, 0, 0);
    }

    static Beat steady(double amplitudeUm, double frequencyHz, double startRad) {
        return new Beat(amplitudeUm, frequencyHz, startRad, new double[0]);
    }

    /** A beat whose frequency scatters by {@code cv} of its mean and forgets within 0.2 s, for {@code seconds}. */
    static Beat unsteady(
            double amplitudeUm, double frequencyHz, double startRad, double cv, double seconds, Chance chance) {
        int knots = (int) Math.ceil(seconds * KNOTS_PER_S) + 2;
        double[] phase = new double[knots];
        double keep = StrictMath.exp(-1 / (MEMORY_S * KNOTS_PER_S));
        double kick = Math.sqrt(1 - keep * keep);
        double deviation = chance.normal();
        phase[0] = startRad;
        for (int i = 1; i < knots; i++) {
            double hz = Math.max(LEAST_SHARE, 1 + cv * deviation) * frequencyHz;
            phase[i] = phase[i - 1] + 2 * Math.PI * hz / KNOTS_PER_S;
            deviation = keep * deviation + kick * chance.normal();
        }
        return new Beat(amplitudeUm, frequencyHz, startRad, phase);
    }

    double amplitudeUm() {
        return amplitudeUm;
    }

    boolean isPresent() {
        return amplitudeUm > 0 && frequencyHz > 0;
    }

    /** Offset from the path, micrometers. */
    double offsetUm(double timeS) {
        return isPresent() ? amplitudeUm * StrictMath.sin(phaseRad(timeS)) : 0;
    }

    double phaseRad(double timeS) {
        if (phaseKnots.length == 0) {
            return startRad + 2 * Math.PI * frequencyHz * timeS;
        }
        double at = Math.max(0, Math.min(timeS * KNOTS_PER_S, phaseKnots.length - 1.000001));
        int knot = (int) at;
        return phaseKnots[knot] + (at - knot) * (phaseKnots[knot + 1] - phaseKnots[knot]);
    }

    /** Mean frequency between two times, hertz. */
    double meanHz(double fromS, double toS) {
        return (phaseRad(toS) - phaseRad(fromS)) / (2 * Math.PI * (toS - fromS));
    }
}
