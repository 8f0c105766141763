package org.fertivision.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;

/** What was counted round by round, so that ratios are taken within a round before the median over all. */
record Rounds(List<Map<String, Double>> each) {
    static Rounds of(RunResult result) {
        List<Map<String, Double>> each = new ArrayList<>();
        for (BenchmarkResult fork : result.getBenchmarkResults()) {
            for (IterationResult iteration : fork.getIterationResults()) {
                Map<String, Double> counted = new TreeMap<>();
                iteration.getSecondaryResults().forEach((name, sum) -> counted.put(name, sum.getScore()));
                each.add(counted);
            }
        }
        return new Rounds(each);
    }

    /** The median over all rounds of what is computed from one. */
    double median(ToDoubleFunction<Map<String, Double>> of) {
        double[] sorted = each.stream().mapToDouble(of).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    /** Median milliseconds of one turn. */
    double milliseconds(String turn) {
        return median(round -> round.get(turn) / 1e6);
    }

    /** The quartiles of what is computed from one round, lower and upper. */
    double[] quartiles(ToDoubleFunction<Map<String, Double>> of) {
        double[] sorted = each.stream().mapToDouble(of).sorted().toArray();
        return new double[] {sorted[sorted.length / 4], sorted[Math.min(sorted.length - 1, sorted.length * 3 / 4)]};
    }

    @Override
    public String toString() {
        return Arrays.toString(each.toArray());
    }
}
