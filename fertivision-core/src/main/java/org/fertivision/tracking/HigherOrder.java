package org.fertivision.tracking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fertivision.stats.Assignment;
import org.fertivision.stats.Link;

/**
 * Higher order tracking accuracy. At one threshold alpha of similarity (1 - distance/reach) it is the root of the sum, over
 * all matched places, of A = TPA/(TPA + FNA + FPA) of their two tracks, over TP + FN + FP; the result is the mean over alpha
 * 0.05, 0.10, ... 0.95. Places of a frame are matched so that tracks which agree over the whole film are preferred.
 *
 * <p>Source: J. Luiten and others 2021, doi:10.1007/s11263-020-01375-2.
 */
final class HigherOrder {
    private static final int THRESHOLDS = 19;
    private static final double STEP = 0.05;

    /** Room for rounding at a threshold. */
    private static final double ALMOST = 1e-12;

    private final Nearby nearby;
    private final List<List<Nearby.Pair>> matches = new ArrayList<>();

    private HigherOrder(Nearby nearby) {
        this.nearby = nearby;
        Map<Long, Double> alignment = alignment();
        for (List<Nearby.Pair> frame : nearby.frames()) {
            Map<Long, Nearby.Pair> byKey = new HashMap<>();
            List<Link> links = new ArrayList<>();
            for (Nearby.Pair pair : frame) {
                double score = alignment.getOrDefault(Nearby.key(pair), 0.0) * (1 - pair.share());
                if (score > 0) {
                    links.add(new Link(pair.truth(), pair.told(), -score));
                    byKey.put(Nearby.key(pair), pair);
                }
            }
            List<Nearby.Pair> matched = new ArrayList<>();
            for (Link link :
                    Assignment.of(nearby.truth().tracks(), nearby.told().tracks(), links, 0)) {
                Nearby.Pair pair = byKey.get(Nearby.key(link.row(), link.column()));
                if (pair != null) {
                    matched.add(pair);
                }
            }
            matches.add(matched);
        }
    }

    /** The mean over all thresholds, 0 to 1. */
    static double of(Nearby nearby) {
        HigherOrder order = new HigherOrder(nearby);
        double sum = 0;
        for (int i = 1; i <= THRESHOLDS; i++) {
            sum += order.at(i * STEP);
        }
        return sum / THRESHOLDS;
    }

    /** For each pair of tracks the share of their places that may belong together, over the whole film. */
    private Map<Long, Double> alignment() {
        Map<Long, Double> together = new HashMap<>();
        for (List<Nearby.Pair> frame : nearby.frames()) {
            Map<Integer, Double> rows = new HashMap<>();
            Map<Integer, Double> columns = new HashMap<>();
            for (Nearby.Pair pair : frame) {
                rows.merge(pair.truth(), 1 - pair.share(), Double::sum);
                columns.merge(pair.told(), 1 - pair.share(), Double::sum);
            }
            for (Nearby.Pair pair : frame) {
                double similarity = 1 - pair.share();
                double all = rows.getOrDefault(pair.truth(), 0.0) + columns.getOrDefault(pair.told(), 0.0) - similarity;
                if (similarity > 0) {
                    together.merge(Nearby.key(pair), similarity / all, Double::sum);
                }
            }
        }
        together.replaceAll((key, sum) -> sum / (sizes(key) - sum));
        return together;
    }

    private double sizes(long key) {
        return nearby.truth().size((int) (key >> 32)) + (double) nearby.told().size((int) key);
    }

    private double at(double alpha) {
        Map<Long, Integer> together = new HashMap<>();
        int matched = 0;
        for (List<Nearby.Pair> frame : matches) {
            for (Nearby.Pair pair : frame) {
                if (1 - pair.share() >= alpha - ALMOST) {
                    together.merge(Nearby.key(pair), 1, Integer::sum);
                    matched++;
                }
            }
        }
        double sum = 0;
        for (Map.Entry<Long, Integer> pair : together.entrySet()) {
            double both = pair.getValue();
            sum += both * both / (sizes(pair.getKey()) - both);
        }
        int all = nearby.truth().places() + nearby.told().places() - matched;
        return Math.sqrt(sum / all);
    }
}
