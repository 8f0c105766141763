package org.fertivision.tracking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fertivision.stats.Assignment;
import org.fertivision.stats.Link;

/**
 * True and told places matched frame by frame as CLEAR does: a match of the frame before is kept while it is within reach;
 * of the rest as many as possible are matched, at the least sum of squared distances.
 *
 * <p>Source: K. Bernardin, R. Stiefelhagen 2008, doi:10.1155/2008/246309.
 *
 * @param matched places matched
 * @param switches how often a true track is matched to another told track than it was the last time
 */
record FrameMatching(int matched, int switches) {
    private static final int NONE = -1;

    static FrameMatching of(Nearby nearby) {
        int[] last = new int[nearby.truth().tracks()];
        Arrays.fill(last, NONE);
        int[] before = last.clone();
        int matched = 0;
        int switches = 0;
        for (List<Nearby.Pair> frame : nearby.frames()) {
            int[] now = match(frame, before, nearby.told().tracks());
            for (int one = 0; one < now.length; one++) {
                if (now[one] != NONE) {
                    matched++;
                    switches += last[one] != NONE && last[one] != now[one] ? 1 : 0;
                    last[one] = now[one];
                }
            }
            before = now;
        }
        return new FrameMatching(matched, switches);
    }

    private static int[] match(List<Nearby.Pair> frame, int[] before, int told) {
        int[] now = new int[before.length];
        Arrays.fill(now, NONE);
        boolean[] taken = new boolean[told];
        for (Nearby.Pair pair : frame) {
            if (before[pair.truth()] == pair.told()) {
                now[pair.truth()] = pair.told();
                taken[pair.told()] = true;
            }
        }
        List<Link> rest = new ArrayList<>();
        for (Nearby.Pair pair : frame) {
            if (now[pair.truth()] == NONE && !taken[pair.told()]) {
                rest.add(new Link(pair.truth(), pair.told(), pair.share() * pair.share()));
            }
        }
        double moreThanAll = before.length + 1.0;
        for (Link link : Assignment.of(before.length, told, rest, moreThanAll)) {
            now[link.row()] = link.column();
        }
        return now;
    }
}
