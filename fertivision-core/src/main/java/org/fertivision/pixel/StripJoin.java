package org.fertivision.pixel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Runs of neighboring strips that show the same lines. */
final class StripJoin {
    private static final double SAME_PLACE = 0.15;
    private static final double MOST_SHIFT = 0.25;
    private static final double SHARE_MET = 0.75;
    private static final int FEWEST_MET = 4;
    private static final double REACH_STRIPS = 3.5;

    private final List<LineRun> runs = new ArrayList<>();
    private final List<Integer> first = new ArrayList<>();

    /** The most lines that hang together over two or more strips. */
    static Optional<StripJoin> longest(List<LineRun> alike) {
        TreeMap<Double, LineRun> byStrip = new TreeMap<>();
        for (LineRun run : alike) {
            byStrip.merge(run.strip().middleV(), run, StripJoin::better);
        }
        List<StripJoin> joins = new ArrayList<>();
        for (LineRun run : byStrip.values()) {
            if (joins.stream().noneMatch(join -> join.takes(run))) {
                StripJoin join = new StripJoin();
                join.runs.add(run);
                join.first.add(0);
                joins.add(join);
            }
        }
        return joins.stream()
                .filter(join -> join.runs.size() > 1)
                .max(Comparator.comparingInt(
                        join -> join.runs.stream().mapToInt(LineRun::lines).sum()));
    }

    LineGrating grating(double angle) {
        return LineGrating.of(angle, runs, first);
    }

    private static LineRun better(LineRun one, LineRun other) {
        if (one.lines() != other.lines()) {
            return one.lines() > other.lines() ? one : other;
        }
        return one.scatter() <= other.scatter() ? one : other;
    }

    private boolean takes(LineRun next) {
        int last = runs.size() - 1;
        LineRun known = runs.get(last);
        if (next.strip().middleV() - known.strip().middleV()
                > REACH_STRIPS * next.strip().thickness()) {
            return false;
        }
        List<Double> shifts = new ArrayList<>();
        List<int[]> pairs = new ArrayList<>();
        double spacing = (known.spacing() + next.spacing()) / 2;
        for (int i = 0; i < next.lines(); i++) {
            int j = known.closest(next.place(i));
            double shift = next.place(i) - known.place(j);
            if (Math.abs(shift) <= MOST_SHIFT * spacing) {
                shifts.add(shift);
                pairs.add(new int[] {known.index(j) - next.index(i)});
            }
        }
        if (shifts.size() < FEWEST_MET) {
            return false;
        }
        double middle =
                shifts.stream().sorted().skip(shifts.size() / 2).findFirst().orElseThrow();
        long met = shifts.stream()
                .filter(s -> Math.abs(s - middle) <= SAME_PLACE * spacing)
                .count();
        if (met < FEWEST_MET || met < SHARE_MET * Math.min(known.lines(), next.lines())) {
            return false;
        }
        int step = pairs.stream()
                .map(p -> p[0])
                .sorted()
                .skip(pairs.size() / 2)
                .findFirst()
                .orElseThrow();
        runs.add(next);
        first.add(first.get(last) + step);
        return true;
    }
}
