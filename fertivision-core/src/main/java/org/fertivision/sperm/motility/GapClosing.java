package org.fertivision.sperm.motility;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fertivision.stats.Assignment;
import org.fertivision.stats.Link;

/**
 * Joins tracks that end with tracks that begin a little later where the first one leads to: heads that were not seen for a
 * while. Both are carried on straight to the middle of the gap; all ends and beginnings are joined at once at the least sum
 * of squared distances there.
 *
 * <p>Source: Jaqaman 2008, doi:10.1038/nmeth.1237 (closing of gaps).
 */
final class GapClosing {
    /** Limits chosen on drawn crowds, see ADR 11. */
    private static final double LONGEST_S = 0.5;

    private static final int LONGEST_FRAMES = 4;
    private static final double STRETCH_S = 0.3;
    private static final int FEWEST = 4;
    private static final double REACH_UM = 3;
    private static final double REACH_UM_PER_S = 10;
    private static final double UNLIKE_UM_PER_S = 40;
    private static final double LEAST_VARIANCE = 1;

    private final List<Track> tracks;
    private final double framesPerSecond;
    private final double pxPerUm;
    private final int longest;
    private final int stretch;

    private GapClosing(List<Track> tracks, double framesPerSecond, double pxPerUm) {
        this.tracks = tracks;
        this.framesPerSecond = framesPerSecond;
        this.pxPerUm = pxPerUm;
        this.longest = (int) Math.max(LONGEST_FRAMES, Math.round(LONGEST_S * framesPerSecond));
        this.stretch = (int) Math.max(FEWEST, Math.round(STRETCH_S * framesPerSecond));
    }

    /** The tracks, those that belong together joined; by their first frame, as they were. */
    static List<Track> of(List<Track> tracks, double framesPerSecond, double pxPerUm) {
        return new GapClosing(tracks, framesPerSecond, pxPerUm).joined();
    }

    private List<Track> joined() {
        int[] next = new int[tracks.size()];
        Arrays.fill(next, -1);
        boolean[] goesOn = new boolean[tracks.size()];
        for (Link link : Assignment.of(tracks.size(), tracks.size(), pairs(), 2)) {
            next[link.row()] = link.column();
            goesOn[link.column()] = true;
        }
        List<Track> joined = new ArrayList<>();
        for (int i = 0; i < next.length; i++) {
            if (!goesOn[i]) {
                for (int part = next[i]; part >= 0; part = next[part]) {
                    tracks.get(i).append(tracks.get(part));
                }
                joined.add(tracks.get(i));
            }
        }
        return List.copyOf(joined);
    }

    private List<Link> pairs() {
        List<Link> pairs = new ArrayList<>();
        Stretch[] ends = new Stretch[tracks.size()];
        Stretch[] begins = new Stretch[tracks.size()];
        for (int i = 0; i < ends.length; i++) {
            Track track = tracks.get(i);
            int last = track.size() - 1;
            ends[i] = Stretch.of(
                    track,
                    Math.min(Math.max(0, last + 1 - FEWEST), track.indexAtOrAfter(track.lastFrame() - stretch)),
                    last,
                    track.lastFrame(),
                    LEAST_VARIANCE);
            begins[i] = Stretch.of(
                    track,
                    0,
                    Math.max(Math.min(last, FEWEST - 1), track.indexAtOrAfter(track.firstFrame() + stretch + 1) - 1),
                    track.firstFrame(),
                    LEAST_VARIANCE);
        }
        for (int i = 0; i < ends.length; i++) {
            int end = tracks.get(i).lastFrame();
            for (int j = i + 1; j < begins.length && tracks.get(i).size() >= FEWEST; j++) {
                int gap = tracks.get(j).firstFrame() - end;
                if (gap > longest) {
                    break;
                }
                double share =
                        gap > 0 ? share(ends[i], begins[j], gap, tracks.get(j).size()) : 2;
                if (share < 1) {
                    pairs.add(new Link(i, j, share * share));
                }
            }
        }
        return pairs;
    }

    /** How far apart the two are in the middle of the gap, as a share of how far they may be. */
    private double share(Stretch end, Stretch begin, int gap, int size) {
        double back = size < FEWEST ? 0 : gap / 2.0;
        double forth = gap - back;
        double dx = end.x() + forth * end.velocityX() - begin.x() + back * begin.velocityX();
        double dy = end.y() + forth * end.velocityY() - begin.y() + back * begin.velocityY();
        double reach = (REACH_UM + REACH_UM_PER_S * gap / framesPerSecond) * pxPerUm;
        double apart = Math.sqrt(dx * dx + dy * dy) / reach;
        if (size < FEWEST) {
            return apart;
        }
        double dvx = end.velocityX() - begin.velocityX();
        double dvy = end.velocityY() - begin.velocityY();
        double unlike = Math.sqrt(dvx * dvx + dvy * dvy) * framesPerSecond / (UNLIKE_UM_PER_S * pxPerUm);
        return Math.sqrt(apart * apart + unlike * unlike);
    }
}
