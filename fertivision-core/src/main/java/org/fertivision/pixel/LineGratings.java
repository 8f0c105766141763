package org.fertivision.pixel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.fertivision.image.Plane;

/** All gratings of straight lines that a picture shows, in every direction and of every distance. */
public final class LineGratings {
    private static final double SAME_SPACING = 0.08;
    private static final int MOST_SPACINGS = 8;
    private static final double LEAST_CONTRAST_LEVELS = 1.5;
    private static final double LEAST_CONTRAST_OF_RANGE = 0.02;
    private static final double EIGHT_BIT = 255;
    private static final double TURN_AGAIN = Math.toRadians(0.3);

    private LineGratings() {}

    /** The gratings, those with most sightings first. */
    public static List<LineGrating> of(Plane plane) {
        List<LineGrating> all = new ArrayList<>();
        double least = leastContrast(plane);
        List<Double> done = new ArrayList<>();
        for (double angle : EdgeDirections.of(plane)) {
            List<LineGrating> found = across(plane, angle, least);
            if (found.isEmpty()) {
                continue;
            }
            double better = found.get(0).angle();
            if (done.stream().anyMatch(known -> EdgeDirections.apart(known, better) < Math.toRadians(4))) {
                continue;
            }
            done.add(better);
            all.addAll(EdgeDirections.apart(better, angle) > TURN_AGAIN ? across(plane, better, least) : found);
        }
        all.sort(Comparator.comparingInt((LineGrating g) -> -g.marks().size()));
        return List.copyOf(all);
    }

    private static List<LineGrating> across(Plane plane, double angle, double leastContrast) {
        List<Strip> strips = Strip.cut(plane, angle);
        List<LineGrating> found = new ArrayList<>();
        for (Polarity polarity : Polarity.values()) {
            List<LineRun> runs = new ArrayList<>();
            strips.forEach(strip -> runs.addAll(new RunFinder(strip, polarity, leastContrast).runs()));
            for (int i = 0; i < MOST_SPACINGS && !runs.isEmpty(); i++) {
                double spacing = commonest(runs);
                List<LineRun> alike = runs.stream()
                        .filter(run -> Math.abs(run.spacing() / spacing - 1) <= SAME_SPACING)
                        .toList();
                runs.removeAll(alike);
                StripJoin.longest(alike).ifPresent(join -> found.add(join.grating(angle)));
            }
        }
        found.sort(Comparator.comparingInt((LineGrating g) -> -g.marks().size()));
        return found;
    }

    /** The spacing that most lines of all runs share. */
    private static double commonest(List<LineRun> runs) {
        List<LineRun> sorted = runs.stream()
                .sorted(Comparator.comparingDouble(LineRun::spacing))
                .toList();
        double best = 0;
        int most = 0;
        int from = 0;
        int to = 0;
        int lines = 0;
        for (LineRun middle : sorted) {
            while (to < sorted.size() && sorted.get(to).spacing() <= middle.spacing() * (1 + SAME_SPACING)) {
                lines += sorted.get(to++).lines();
            }
            while (sorted.get(from).spacing() < middle.spacing() * (1 - SAME_SPACING)) {
                lines -= sorted.get(from++).lines();
            }
            if (lines > most) {
                most = lines;
                best = middle.spacing();
            }
        }
        return best;
    }

    /** Lines fainter than this are not looked for: the steps of compression are as regular as any. */
    private static double leastContrast(Plane plane) {
        int[] row = new int[plane.width()];
        int low = plane.maximum();
        int high = 0;
        for (int y = 0; y < plane.height(); y += 8) {
            plane.row(y, row);
            for (int x = 0; x < row.length; x += 8) {
                low = Math.min(low, row[x]);
                high = Math.max(high, row[x]);
            }
        }
        double step = plane.maximum() / EIGHT_BIT;
        return Math.max(
                LEAST_CONTRAST_LEVELS * Math.min(step, high / EIGHT_BIT), LEAST_CONTRAST_OF_RANGE * (high - low));
    }
}
