package org.fertivision.sperm.morphology;

import java.awt.image.Raster;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.fertivision.image.Point;

/**
 * Midpiece and tail of one cell as an annotator drew them: the longest of the shortest ways from the head through the drawn
 * area, its gaps at crossings bridged, smoothed.
 *
 * @param lengthPx along the way, pixels
 * @param atBorder whether it leaves the field
 */
record AnnotatedThread(double lengthPx, boolean atBorder) {
    private static final int BRIDGE_PX = 14;
    private static final int EDGE_PX = 6;
    private static final int HEAD_PX = 4;
    private static final int WINDOW = 8;
    private static final double BESIDE = 3;
    private static final double LEAST_REACHED = 0.9;

    private record Reached(int at, double cost) {}

    /** The thread of a cell; empty if none was drawn or a tenth of it is not reached from the head. */
    static Optional<AnnotatedThread> of(Raster parts, Raster numbers, int cell) {
        int width = parts.getWidth();
        int height = parts.getHeight();
        int[] part = new int[width * height];
        for (int i = 0; i < part.length; i++) {
            part[i] = numbers.getSample(i % width, i / width, 0) == cell ? parts.getSample(i % width, i / width, 0) : 0;
        }
        boolean[] open = grown(part, width, height, 4, BRIDGE_PX);
        boolean[] nearHead = grown(part, width, height, 1, HEAD_PX);
        double[] cost = new double[part.length];
        Arrays.fill(cost, Double.POSITIVE_INFINITY);
        int[] from = new int[part.length];
        Arrays.fill(from, -1);
        PriorityQueue<Reached> next = new PriorityQueue<>(Comparator.comparingDouble(Reached::cost));
        for (int i = 0; i < part.length; i++) {
            if (part[i] >= 4 && nearHead[i]) {
                cost[i] = 0;
                next.add(new Reached(i, 0));
            }
        }
        while (!next.isEmpty()) {
            Reached here = next.poll();
            if (here.cost() <= cost[here.at()]) {
                step(here, part, open, width, height, cost, from, next);
            }
        }
        return farthest(part, cost).filter(end -> reached(part, cost)).map(end -> {
            boolean atBorder = false;
            for (int i = 0; i < part.length; i++) {
                int x = i % width;
                int y = i / width;
                atBorder |= part[i] >= 4 && Math.min(Math.min(x, y), Math.min(width - 1 - x, height - 1 - y)) < EDGE_PX;
            }
            return new AnnotatedThread(length(way(end, from, width)), atBorder);
        });
    }

    private static boolean[] grown(int[] part, int width, int height, int first, int by) {
        boolean[] grown = new boolean[part.length];
        for (int i = 0; i < part.length; i++) {
            if (first == 4 ? part[i] >= 4 : part[i] >= 1 && part[i] < 4) {
                for (int y = Math.max(0, i / width - by); y <= Math.min(height - 1, i / width + by); y++) {
                    int from = Math.max(0, i % width - by);
                    Arrays.fill(grown, y * width + from, y * width + Math.min(width, i % width + by + 1), true);
                }
            }
        }
        return grown;
    }

    private static void step(
            Reached here,
            int[] part,
            boolean[] open,
            int width,
            int height,
            double[] cost,
            int[] from,
            PriorityQueue<Reached> next) {
        int x = here.at() % width;
        int y = here.at() / width;
        for (int ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
            for (int nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
                int there = ny * width + nx;
                double way = here.cost() + Math.hypot(nx - x, ny - y) * (part[there] >= 4 ? 1 : BESIDE);
                if (open[there] && way < cost[there]) {
                    cost[there] = way;
                    from[there] = here.at();
                    next.add(new Reached(there, way));
                }
            }
        }
    }

    private static Optional<Integer> farthest(int[] part, double[] cost) {
        int farthest = -1;
        for (int i = 0; i < part.length; i++) {
            if (part[i] >= 4 && Double.isFinite(cost[i]) && (farthest < 0 || cost[i] > cost[farthest])) {
                farthest = i;
            }
        }
        return farthest < 0 ? Optional.empty() : Optional.of(farthest);
    }

    private static boolean reached(int[] part, double[] cost) {
        int all = 0;
        int met = 0;
        for (int i = 0; i < part.length; i++) {
            if (part[i] >= 4) {
                all++;
                met += Double.isFinite(cost[i]) ? 1 : 0;
            }
        }
        return met >= LEAST_REACHED * all;
    }

    private static List<Point> way(int end, int[] from, int width) {
        List<Point> way = new ArrayList<>();
        for (int at = end; at >= 0; at = from[at]) {
            way.add(new Point(at % width, at / width));
        }
        return way;
    }

    private static double length(List<Point> way) {
        double length = 0;
        Point before = way.get(0);
        for (int i = 1; i < way.size(); i++) {
            int reach = Math.min(WINDOW, Math.min(i, way.size() - 1 - i));
            List<Point> near = way.subList(i - reach, i + reach + 1);
            Point mean = new Point(
                    near.stream().mapToDouble(Point::x).average().orElseThrow(),
                    near.stream().mapToDouble(Point::y).average().orElseThrow());
            length += mean.distanceTo(before);
            before = mean;
        }
        return length;
    }
}
