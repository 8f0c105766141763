package org.fertivision.pixel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Ridges that follow one another at slowly changing distances, some of them missing, some with another between. */
final class LineChain {
    /** By how much of the last distance the next one may differ. */
    private static final double SLACK = 0.12;
    /** How much the last distance says of the next one. */
    private static final double FRESHNESS = 0.3;

    private static final double MOST_MISSING = 0.2;
    private static final double MOST_DIRTY = 0.2;
    private static final double STRONG = 0.5;

    /** A ridge of the chain: which line it is, and which of the ridges. */
    private record Link(int index, int line) {}

    private final Ridges ridges;
    private final List<Link> links;

    private LineChain(Ridges ridges, List<Link> links) {
        this.ridges = ridges;
        this.links = links;
    }

    /** The longest chain in both directions from two neighboring ridges. */
    static LineChain from(Ridges ridges, int first) {
        Deque<Link> links = new ArrayDeque<>();
        links.add(new Link(0, first));
        links.add(new Link(1, first + 1));
        extend(ridges, links, 1);
        extend(ridges, links, -1);
        return new LineChain(ridges, new ArrayList<>(links));
    }

    private static void extend(Ridges ridges, Deque<Link> links, int way) {
        Link inner = way > 0 ? links.getFirst() : links.getLast();
        Link end = way > 0 ? links.getLast() : links.getFirst();
        double gap = (ridges.place(end.line()) - ridges.place(inner.line())) / (end.index() - inner.index());
        boolean goesOn = true;
        while (goesOn) {
            goesOn = false;
            for (int steps = 1; steps <= 2 && !goesOn; steps++) {
                double expected = ridges.place(end.line()) + way * steps * gap;
                int next = ridges.closest(expected);
                if (next != end.line() && Math.abs(ridges.place(next) - expected) <= SLACK * gap) {
                    double seen = Math.abs(ridges.place(next) - ridges.place(end.line())) / steps;
                    if (dirt(ridges, end.line(), next) > 1) {
                        return;
                    }
                    gap += FRESHNESS * (seen - gap);
                    end = new Link(end.index() + way * steps, next);
                    if (way > 0) {
                        links.addLast(end);
                    } else {
                        links.addFirst(end);
                    }
                    goesOn = true;
                }
            }
        }
    }

    /** How many ridges between two of the chain are as strong as a half of the weaker of them. */
    private static int dirt(Ridges ridges, int one, int other) {
        double strong = STRONG * Math.min(ridges.prominence(one), ridges.prominence(other));
        int dirt = 0;
        for (int i = Math.min(one, other) + 1; i < Math.max(one, other); i++) {
            dirt += ridges.prominence(i) >= strong ? 1 : 0;
        }
        return dirt;
    }

    int lines() {
        return links.size();
    }

    int index(int i) {
        return links.get(i).index();
    }

    int line(int i) {
        return links.get(i).line();
    }

    /** The last ridge of the chain. */
    int last() {
        return links.get(links.size() - 1).line();
    }

    /** The distance to the closer neighbor in the chain, by line, pixels. */
    double gapAround(int i) {
        int other = i > 0 ? i - 1 : 1;
        return Math.abs(ridges.place(line(i)) - ridges.place(line(other))) / Math.abs(index(i) - index(other));
    }

    /** Whether few lines are missing and few gaps hold something else. */
    boolean isClean() {
        int missing = index(lines() - 1) - index(0) + 1 - lines();
        int dirty = 0;
        for (int i = 0; i + 1 < lines(); i++) {
            dirty += dirt(ridges, line(i), line(i + 1)) > 0 ? 1 : 0;
        }
        return missing <= MOST_MISSING * lines() && dirty <= MOST_DIRTY * (lines() - 1);
    }
}
