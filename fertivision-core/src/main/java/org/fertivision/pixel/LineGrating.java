package org.fertivision.pixel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Equally distant straight lines in a picture, followed over neighboring strips. Every strip has an offset of its own, so
 * that lines may bow; one distance holds for all. Immutable.
 */
public final class LineGrating {
    private static final double OUTLIER = 3.5;
    private static final double MAD_TO_SIGMA = 1.482602218505602;
    private static final int ROUNDS = 4;

    /**
     * A piece of a line as it was seen in one strip, pixels.
     *
     * @param line the number of the line, from 0
     */
    public record Mark(int line, double x0, double y0, double x1, double y1) {}

    /** One sighting of a line. */
    record Sighting(int strip, int line, double u) {}

    private final double angle;
    private final List<LineRun> runs;
    private final List<Sighting> sightings;
    private final LatticeFit fit;

    private LineGrating(double angle, List<LineRun> runs, List<Sighting> sightings, LatticeFit fit) {
        this.angle = angle;
        this.runs = runs;
        this.sightings = sightings;
        this.fit = fit;
    }

    /** Fits one distance to runs of neighboring strips whose lines were brought together by {@code first}. */
    static LineGrating of(double angle, List<LineRun> runs, List<Integer> first) {
        List<Sighting> all = new ArrayList<>();
        for (int strip = 0; strip < runs.size(); strip++) {
            LineRun run = runs.get(strip);
            for (int i = 0; i < run.lines(); i++) {
                all.add(new Sighting(strip, first.get(strip) + run.index(i), run.place(i)));
            }
        }
        LatticeFit fit = LatticeFit.of(all);
        for (int round = 0; round < ROUNDS; round++) {
            LatticeFit known = fit;
            double limit = OUTLIER * Math.max(0.02 * fit.spacing(), scale(all, fit));
            List<Sighting> kept =
                    all.stream().filter(s -> Math.abs(known.miss(s)) <= limit).toList();
            if (kept.size() < 4) {
                break;
            }
            fit = LatticeFit.of(kept);
        }
        LatticeFit last = fit;
        double limit = OUTLIER * Math.max(0.02 * fit.spacing(), scale(all, fit));
        List<Sighting> kept =
                all.stream().filter(s -> Math.abs(last.miss(s)) <= limit).toList();
        return new LineGrating(angle, List.copyOf(runs), kept, LatticeFit.of(kept));
    }

    private static double scale(List<Sighting> all, LatticeFit fit) {
        List<Double> misses =
                new ArrayList<>(all.stream().map(s -> Math.abs(fit.miss(s))).toList());
        Collections.sort(misses);
        return MAD_TO_SIGMA * misses.get(misses.size() / 2);
    }

    /** The direction across the lines, radians from the x axis towards y, -pi/4 to 3 pi/4. */
    public double angle() {
        double tilted = angle + tilt();
        double turned = tilted % Math.PI;
        return turned > 0.75 * Math.PI ? turned - Math.PI : turned < -Math.PI / 4 ? turned + Math.PI : turned;
    }

    /** The angle between the directions of two gratings, 0 to pi/2. */
    public double apart(LineGrating other) {
        return EdgeDirections.apart(angle(), other.angle());
    }

    /** The distance of neighboring lines, across them, pixels. */
    public double spacing() {
        return fit.spacing() * StrictMath.cos(tilt());
    }

    /** The standard error of the distance, from how far whole lines lie from where they should, pixels. */
    public double standardError() {
        return fit.standardError() * StrictMath.cos(tilt());
    }

    /** How many different lines were used. */
    public int lines() {
        return lineNumbers().size();
    }

    /** In how many strips they were seen. */
    public int strips() {
        return runs.size();
    }

    /** How far the lines lie from where they should, root mean square, pixels. */
    public double residual() {
        return fit.residual();
    }

    /** The same beside a distance that may grow evenly from line to line. */
    public double residualOfCurve() {
        return fit.residualOfCurve();
    }

    /** By which share the distance differs between the middles of the two halves. */
    public double distortion() {
        return fit.distortion();
    }

    /** By how many gray levels a usual line stands out. */
    public double contrast() {
        List<Double> all = new ArrayList<>(runs.stream().map(LineRun::contrast).toList());
        Collections.sort(all);
        return all.get(all.size() / 2);
    }

    /** Whether the lines are brighter or darker than what lies between. */
    public Polarity polarity() {
        return runs.get(0).polarity();
    }

    /** How long the lines are that were seen, all strips together, pixels. */
    public double lengthSeen() {
        return runs.stream().mapToDouble(run -> run.strip().thickness()).sum();
    }

    /** How many of the gaps between neighboring lines lie, across the lines, outside the other grating. */
    public int gapsOutside(LineGrating other) {
        double from = other.sightings.stream().mapToDouble(Sighting::u).min().orElse(0) - other.spacing() / 2;
        double to = other.sightings.stream().mapToDouble(Sighting::u).max().orElse(0) + other.spacing() / 2;
        SortedMap<Integer, Double> lines = new TreeMap<>();
        sightings.forEach(s -> lines.merge(s.line(), s.u(), (a, b) -> (a + b) / 2));
        int outside = 0;
        double before = Double.NaN;
        for (double u : lines.values()) {
            double middle = (u + before) / 2;
            outside += middle < from || middle > to ? 1 : 0;
            before = u;
        }
        return outside;
    }

    /** What was seen of the lines, for drawing. */
    public List<Mark> marks() {
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        int first = lineNumbers().get(0);
        return sightings.stream()
                .map(s -> {
                    Strip strip = runs.get(s.strip()).strip();
                    double from = strip.middleV() - strip.thickness() / 2;
                    double to = strip.middleV() + strip.thickness() / 2;
                    return new Mark(
                            s.line() - first,
                            s.u() * cos - from * sin,
                            s.u() * sin + from * cos,
                            s.u() * cos - to * sin,
                            s.u() * sin + to * cos);
                })
                .toList();
    }

    /** By how much the lines lean from the strips' v axis, radians. */
    double tilt() {
        double sumV = 0;
        double sumO = 0;
        for (int i = 0; i < runs.size(); i++) {
            sumV += runs.get(i).strip().middleV();
            sumO += fit.offset(i);
        }
        double squares = 0;
        double products = 0;
        for (int i = 0; i < runs.size(); i++) {
            double v = runs.get(i).strip().middleV() - sumV / runs.size();
            squares += v * v;
            products += v * (fit.offset(i) - sumO / runs.size());
        }
        return squares == 0 ? 0 : -StrictMath.atan(products / squares);
    }

    private List<Integer> lineNumbers() {
        return sightings.stream().map(Sighting::line).distinct().sorted().toList();
    }
}
