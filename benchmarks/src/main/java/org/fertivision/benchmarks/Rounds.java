package org.fertivision.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;

/** What was counted round by round, so that ratios are taken within a round before the median over all. */
record Rounds(List<Round> each) {
    /**
     * One round.
     *
     * @param counted name to amount
     */
    record Round(Map<String, Double> counted) {
        /** What was counted under a name. */
        double get(String name) {
            return Objects.requireNonNull(counted.get(name), name);
        }
    }

    static Rounds of(RunResult result) {
        List<Round> each = new ArrayList<>();
        for (BenchmarkResult fork : result.getBenchmarkResults()) {
            for (IterationResult iteration : fork.getIterationResults()) {
                Map<String, Double> counted = new TreeMap<>();
                iteration.getSecondaryResults().forEach((name, sum) -> counted.put(name, sum.getScore()));
                each.add(new Round(counted));
            }
        }
        return new Rounds(each);
    }

    /** The median over all rounds of what is computed from one. */
    double median(ToDoubleFunction<Round> of) {
        double[] sorted = each.stream().mapToDouble(of).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    /** Median milliseconds of one turn. */
    double milliseconds(String turn) {
        return median(round -> round.get(turn) / 1e6);
    }
}
