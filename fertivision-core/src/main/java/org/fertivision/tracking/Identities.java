package org.fertivision.tracking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fertivision.stats.Assignment;
import org.fertivision.stats.Link;

/**
 * Each true track given to at most one told track for good, so that as many places as possible agree.
 *
 * <p>Source: E. Ristani and others 2016, doi:10.1007/978-3-319-48881-3_2.
 */
final class Identities {
    private Identities() {}

    /** The pairs chosen, row the true and column the told track, cost minus the number of places that agree. */
    static List<Link> of(Nearby nearby) {
        Map<Long, Integer> together = new HashMap<>();
        nearby.frames().forEach(frame -> frame.forEach(pair -> together.merge(Nearby.key(pair), 1, Integer::sum)));
        List<Link> links = new ArrayList<>();
        together.forEach((pair, frames) -> links.add(new Link((int) (pair >> 32), pair.intValue(), -frames)));
        links.sort(Comparator.comparingInt(Link::row).thenComparingInt(Link::column));
        return Assignment.of(nearby.truth().tracks(), nearby.told().tracks(), links, 0);
    }

    /** How many places agree. */
    static int places(List<Link> chosen) {
        return chosen.stream().mapToInt(link -> (int) -link.cost()).sum();
    }
}
