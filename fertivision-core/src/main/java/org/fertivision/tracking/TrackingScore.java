package org.fertivision.tracking;

import java.util.List;
import java.util.Optional;
import org.fertivision.finding.Interval;
import org.fertivision.stats.Link;

/**
 * How well told tracks keep to the true ones. A true and a told place may match when they are no further apart than the
 * reach. Shares are percentages.
 *
 * @param reach largest distance of a match, in the unit of the places
 * @param trueTracks true tracks
 * @param truePlaces their places
 * @param toldTracks told tracks
 * @param toldPlaces their places
 * @param matched places matched frame by frame (TP)
 * @param switches how often a true track goes on as another told track (IDSW)
 * @param identified places that agree when each true track is given to one told track for good (IDTP)
 * @param idf1 2 IDTP/(2 IDTP + IDFP + IDFN)
 * @param idf1Ci95 its 95 % interval over the tracks, each left out in turn
 * @param hota higher order tracking accuracy, similarity 1 - distance/reach, mean over thresholds 0.05 to 0.95
 * @param judgedEnds told tracks of ten places or more
 * @param wrongEnds those of them whose first and last five places belong to different true tracks
 */
public record TrackingScore(
        double reach,
        int trueTracks,
        int truePlaces,
        int toldTracks,
        int toldPlaces,
        int matched,
        int switches,
        int identified,
        double idf1,
        Interval idf1Ci95,
        double hota,
        int judgedEnds,
        int wrongEnds) {
    private static final double PERCENT = 100;

    /**
     * Compares tracks.
     *
     * @param truth the true tracks, one place or more
     * @param told what a linker says, in the same unit and frames
     * @param reach largest distance of a match in that unit, positive and finite; 5 um is usual for sperm
     * @throws IllegalArgumentException if there is no true place, or the reach is not positive and finite
     */
    public static TrackingScore of(TrackTable truth, TrackTable told, double reach) {
        if (truth.places() == 0) {
            throw new IllegalArgumentException("there are no true places to compare with");
        }
        if (!(reach > 0) || Double.isInfinite(reach)) {
            throw new IllegalArgumentException("the reach must be positive and finite, not " + reach);
        }
        Nearby nearby = new Nearby(truth, told, reach);
        FrameMatching matching = FrameMatching.of(nearby);
        List<Link> identities = Identities.of(nearby);
        IdentityShare share = IdentityShare.of(truth, told, identities);
        TrackEnds ends = TrackEnds.of(nearby);
        return new TrackingScore(
                reach,
                truth.tracks(),
                truth.places(),
                told.tracks(),
                told.places(),
                matching.matched(),
                matching.switches(),
                Identities.places(identities),
                PERCENT * share.f1(),
                share.interval(PERCENT),
                PERCENT * HigherOrder.of(nearby),
                ends.judged(),
                ends.wrong());
    }

    /** Percent of the true places that were matched. */
    public double recall() {
        return PERCENT * matched / truePlaces;
    }

    /** Percent of the told places that were matched; nothing where none was told. */
    public Optional<Double> precision() {
        return toldPlaces == 0 ? Optional.empty() : Optional.of(PERCENT * matched / toldPlaces);
    }

    /** Multiple object tracking accuracy, 1 - (FN + FP + IDSW)/true places, in percent; below 0 when more is wrong than true. */
    public double mota() {
        int missed = truePlaces - matched;
        int extra = toldPlaces - matched;
        return PERCENT * (1 - (double) (missed + extra + switches) / truePlaces);
    }

    /** Percent of the told tracks of ten places or more that end as another cell than they began; nothing without any. */
    public Optional<Double> wrongEndsShare() {
        return judgedEnds == 0 ? Optional.empty() : Optional.of(PERCENT * wrongEnds / judgedEnds);
    }
}
