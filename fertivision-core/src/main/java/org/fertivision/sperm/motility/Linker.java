package org.fertivision.sperm.motility;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fertivision.stats.Assignment;
import org.fertivision.stats.Link;

/**
 * Links heads from frame to frame into tracks. Each track predicts its next place by a velocity so slow that the beat does
 * not sway it; all tracks and heads of a frame are linked at once at the least sum of squared distances. A track without
 * a head waits a while; one that vanishes into another's blob coasts along until the blob parts. Not thread-safe.
 *
 * <p>Source: Jaqaman 2008, doi:10.1038/nmeth.1237 (global assignment from frame to frame).
 */
final class Linker {
    /** How far a head may be from where it was predicted; chosen on drawn crowds, see ADR 11, as all that follows. */
    private static final double GATE_STILL_UM = 2.5;

    private static final double GATE_UM_PER_S = 225;
    private static final double MERGE_UM = 5.5;
    private static final double NEAR_UM = 3;
    private static final int NONE = -1;
    private static final double MEMORY_S = 0.3;
    private static final double WAIT_S = 0.1;
    private static final double COAST_S = 0.4;
    private static final double NO_LINK = 1.05;
    private static final double WAITING_PRICE = 0.25;
    private static final int FEWEST_TO_COAST = 5;

    private final double gatePx;
    private final double mergePx;
    private final double nearPx;
    private final double share;
    private final int waitFrames;
    private final int coastFrames;
    private final List<Track> all = new ArrayList<>();
    private final List<Integer> active = new ArrayList<>();
    private final Encounters encounters;
    private final double framesPerSecond;
    private final double pxPerUm;
    private int[] trackOf = new int[0];
    private final List<Link> pairs = new ArrayList<>();
    private final HeadGrid heads = new HeadGrid();

    /** Links heads of a video of some frames a second, where a micrometer is so many pixels long. */
    Linker(double framesPerSecond, double pxPerUm) {
        gatePx = (GATE_STILL_UM + GATE_UM_PER_S / framesPerSecond) * pxPerUm;
        mergePx = MERGE_UM * pxPerUm;
        nearPx = NEAR_UM * pxPerUm;
        this.framesPerSecond = framesPerSecond;
        this.pxPerUm = pxPerUm;
        share = 1 - StrictMath.exp(-1 / (MEMORY_S * framesPerSecond));
        waitFrames = (int) Math.max(2, Math.round(WAIT_S * framesPerSecond));
        coastFrames = (int) Math.max(2, Math.round(COAST_S * framesPerSecond));
        encounters = new Encounters(waitFrames);
    }

    /** Takes in the heads of a frame; frames come in order. */
    void add(int frame, Heads found) {
        heads.take(found, Math.max(Math.max(gatePx, mergePx), nearPx));
        collectPairs(frame, found);
        trackOf = trackOf.length < found.count() ? new int[2 * found.count()] : trackOf;
        Arrays.fill(trackOf, 0, found.count(), NONE);
        boolean[] linked = new boolean[active.size()];
        for (Link link : Assignment.of(active.size(), found.count(), pairs, NO_LINK * gatePx * gatePx)) {
            int head = link.column();
            Track track = track(link.row());
            trackOf[head] = active.get(link.row());
            linked[link.row()] = true;
            track.add(frame, found.x(head), found.y(head), found.isShared(head) || track.isCoasting());
            track.follow(share);
            track.endCoasting();
        }
        coastOrEnd(frame, found, linked);
        for (int head = 0; head < found.count(); head++) {
            if (trackOf[head] == NONE) {
                Track track = new Track();
                track.add(frame, found.x(head), found.y(head), found.isShared(head));
                trackOf[head] = all.size();
                active.add(all.size());
                all.add(track);
            }
        }
        noteEncounters(frame, found);
    }

    private Track track(int row) {
        return all.get(active.get(row));
    }

    private void collectPairs(int frame, Heads found) {
        pairs.clear();
        for (int row = 0; row < active.size(); row++) {
            Track track = track(row);
            double x = track.predictedX(frame);
            double y = track.predictedY(frame);
            double price = 1 + WAITING_PRICE * (frame - track.lastFrame() - 1);
            int index = row;
            heads.near(x, y, head -> {
                double square = square(found, head, x, y);
                if (square <= gatePx * gatePx) {
                    pairs.add(new Link(index, head, square * price));
                }
            });
        }
    }

    private static double square(Heads found, int head, double x, double y) {
        double dx = found.x(head) - x;
        double dy = found.y(head) - y;
        return dx * dx + dy * dy;
    }

    private void coastOrEnd(int frame, Heads found, boolean[] linked) {
        int kept = 0;
        for (int row = 0; row < linked.length; row++) {
            if (linked[row] || waits(track(row), frame, found)) {
                active.set(kept++, active.get(row));
            }
        }
        active.subList(kept, active.size()).clear();
    }

    private boolean waits(Track track, int frame, Heads found) {
        if (track.size() >= FEWEST_TO_COAST
                && hides(track.predictedX(frame), track.predictedY(frame), found)
                && track.coast() <= coastFrames) {
            return true;
        }
        return frame - track.lastFrame() < waitFrames;
    }

    private boolean hides(double x, double y, Heads found) {
        boolean[] hidden = {false};
        heads.near(x, y, head -> hidden[0] |= trackOf[head] != NONE && square(found, head, x, y) <= mergePx * mergePx);
        return hidden[0];
    }

    private void noteEncounters(int frame, Heads found) {
        for (int i = 0; i < found.count(); i++) {
            int one = i;
            heads.near(found.x(i), found.y(i), other -> {
                double square = square(found, other, found.x(one), found.y(one));
                if (other > one && square <= nearPx * nearPx) {
                    encounters.note(frame, trackOf[one], trackOf[other], square);
                }
            });
        }
    }

    /** All tracks, by their first frame, encounters settled and gaps closed. */
    List<Track> finish() {
        Untangling.of(all, encounters, framesPerSecond, pxPerUm);
        return GapClosing.of(all, framesPerSecond, pxPerUm);
    }
}
