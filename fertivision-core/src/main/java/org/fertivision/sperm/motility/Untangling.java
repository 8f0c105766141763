package org.fertivision.sperm.motility;

import java.util.List;
import java.util.Optional;

/**
 * Looks again at every encounter of two tracks once it is over: which of the courses behind it goes on with which of those
 * before it, by place and velocity of straight stretches long enough to average the beat. Tracks that were mistaken for
 * each other change their tails; where the courses do not tell, both are marked.
 */
final class Untangling {
    /** What one encounter showed may settle another one that came before it. */
    private static final int PASSES = 2;

    private static final double STRETCH_S = 0.3;
    private static final double LEAST_S = 0.06;

    /** Error of a place of a head that seems to swim dead straight, micrometers; chosen on drawn tracks, see ADR 11. */
    private static final double LEAST_ERROR_UM = 0.5;

    /** How much better, in twice log likelihood, an exchange must be; below, in either direction, it is anyone's guess. */
    private static final double EVIDENT = 3;

    private final List<Track> tracks;
    private final List<Encounters.Encounter> encounters;
    private final int stretch;
    private final int least;
    private final double leastVariance;

    private Untangling(
            List<Track> tracks, List<Encounters.Encounter> encounters, double framesPerSecond, double pxPerUm) {
        this.tracks = tracks;
        this.encounters = encounters;
        this.stretch = (int) Math.max(4, Math.round(STRETCH_S * framesPerSecond));
        this.least = (int) Math.max(3, Math.round(LEAST_S * framesPerSecond));
        this.leastVariance = LEAST_ERROR_UM * LEAST_ERROR_UM * pxPerUm * pxPerUm;
    }

    /** Sets right what can be; the tracks are those that the encounters number. */
    static void of(List<Track> tracks, Encounters encounters, double framesPerSecond, double pxPerUm) {
        Untangling untangling = new Untangling(tracks, encounters.inOrder(), framesPerSecond, pxPerUm);
        for (int pass = 0; pass < PASSES; pass++) {
            for (int i = 0; i < untangling.encounters.size(); i++) {
                untangling.settle(i);
            }
        }
    }

    private void settle(int number) {
        Encounters.Encounter one = encounters.get(number);
        Track a = tracks.get(one.first());
        Track b = tracks.get(one.second());
        Optional<Double> gain = gain(number, a, b);
        if (gain.isEmpty()) {
            return;
        }
        if (gain.get() > EVIDENT) {
            exchange(number, a, b);
        } else if (gain.get() >= -EVIDENT) {
            a.markAmbiguous();
            b.markAmbiguous();
        }
    }

    /** How much better the courses go on when the tails are exchanged; nothing where a stretch is too short to tell. */
    private Optional<Double> gain(int number, Track a, Track b) {
        Encounters.Encounter one = encounters.get(number);
        int aFrom = a.indexAtOrAfter(one.from() - stretch);
        int aTo = a.indexAtOrAfter(one.from() + 1) - 1;
        int bFrom = b.indexAtOrAfter(one.from() - stretch);
        int bTo = b.indexAtOrAfter(one.from() + 1) - 1;
        int aNext = a.indexAtOrAfter(one.to());
        int aLast = a.indexAtOrAfter(end(number, one.first()) + 1) - 1;
        int bNext = b.indexAtOrAfter(one.to());
        int bLast = b.indexAtOrAfter(end(number, one.second()) + 1) - 1;
        if (Math.min(Math.min(aTo - aFrom, bTo - bFrom), Math.min(aLast - aNext, bLast - bNext)) + 1 < least) {
            return Optional.empty();
        }
        Stretch aBefore = Stretch.of(a, aFrom, aTo, one.closest(), leastVariance);
        Stretch bBefore = Stretch.of(b, bFrom, bTo, one.closest(), leastVariance);
        Stretch aAfter = Stretch.of(a, aNext, aLast, one.closest(), leastVariance);
        Stretch bAfter = Stretch.of(b, bNext, bLast, one.closest(), leastVariance);
        double keep = aBefore.misfit(aAfter) + bBefore.misfit(bAfter);
        double change = aBefore.misfit(bAfter) + bBefore.misfit(aAfter);
        return Optional.of(keep - change);
    }

    /** The last frame of a track before its next encounter begins, at most a stretch after this one. */
    private int end(int number, int track) {
        Encounters.Encounter one = encounters.get(number);
        int end = one.to() + stretch;
        for (int i = number + 1; i < encounters.size() && encounters.get(i).closest() <= end + stretch; i++) {
            Encounters.Encounter other = encounters.get(i);
            if (other.involves(track) && other.from() > one.to() + least) {
                end = Math.min(end, other.from());
            }
        }
        return end;
    }

    private void exchange(int number, Track a, Track b) {
        Encounters.Encounter one = encounters.get(number);
        int last = Math.max(a.lastFrame(), b.lastFrame());
        Track.exchangeTails(a, b, one.closest());
        for (int i = number + 1; i < encounters.size() && encounters.get(i).from() <= last; i++) {
            if (encounters.get(i).closest() > one.closest()) {
                encounters.get(i).exchange(one.first(), one.second());
            }
        }
    }
}
