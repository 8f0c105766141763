package org.fertivision.server.deploy;

import static org.fertivision.server.deploy.DeployFolder.at;
import static org.fertivision.server.deploy.DeployFolder.list;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An alert on how fast the failures that the objective allows are used up.
 *
 * @param longSeconds over which it looks
 * @param shortSeconds over which it has to be so still
 * @param factor how many times faster than allowed
 */
record BurnRate(int longSeconds, int shortSeconds, double factor) {
    /** The alerts of that kind, the fastest first. */
    static List<BurnRate> all(DeployFolder deploy) {
        List<BurnRate> rates = new ArrayList<>();
        deploy.resources("google_monitoring_alert_policy").forEach((name, alert) -> {
            if (name.contains("burning")) {
                if (!"AND".equals(alert.get("combiner"))) {
                    throw new IllegalStateException(name + " looks at either");
                }
                List<Integer> windows = new ArrayList<>();
                List<Double> factors = new ArrayList<>();
                for (Object condition : list(alert.get("conditions"))) {
                    String filter = (String) at(condition, "condition_threshold", "filter");
                    windows.add(Integer.parseInt(
                            DeployFolder.all("\"([0-9]+)s\"", filter).get(0)));
                    factors.add(((Number) at(condition, "condition_threshold", "threshold_value")).doubleValue());
                }
                if (!factors.get(0).equals(factors.get(1))) {
                    throw new IllegalStateException(name + " has two factors");
                }
                rates.add(new BurnRate(windows.get(0), windows.get(1), factors.get(0)));
            }
        });
        return rates;
    }

    /** Whether it is raised at a second, given all and failed requests of each second before it. */
    boolean raised(Map<Integer, long[]> seconds, int now, double objective) {
        return burning(seconds, now, longSeconds, objective) > factor
                && burning(seconds, now, shortSeconds, objective) > factor;
    }

    private static double burning(Map<Integer, long[]> seconds, int now, int window, double objective) {
        long all = 0;
        long failed = 0;
        for (int second = now - window; second < now; second++) {
            long[] counts = seconds.getOrDefault(second, new long[2]);
            all += counts[0];
            failed += counts[1];
        }
        return all == 0 ? 0 : (double) failed / all / (1 - objective);
    }
}
