package org.fertivision.pixel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * u = offset of the strip + distance x number of the line, by least squares over all sightings. What strips say of the
 * same line goes wrong together, so that the error of the distance rests on lines, not on sightings.
 */
final class LatticeFit {
    private final Map<Integer, double[]> means = new HashMap<>();
    private final double spacing;
    private final double standardError;
    private final double residual;
    private final double residualOfCurve;
    private final double distortion;

    private LatticeFit(List<LineGrating.Sighting> sightings) {
        for (LineGrating.Sighting s : sightings) {
            double[] sums = means.computeIfAbsent(s.strip(), strip -> new double[3]);
            sums[0]++;
            sums[1] += s.line();
            sums[2] += s.u();
        }
        double squares = 0;
        double products = 0;
        for (LineGrating.Sighting s : sightings) {
            double k = number(s);
            squares += k * k;
            products += k * place(s);
        }
        this.spacing = products / squares;
        double[] line = lineMeans(sightings);
        this.residual = line[0];
        this.standardError = line[1];
        this.residualOfCurve = line[2];
        this.distortion = line[3];
    }

    static LatticeFit of(List<LineGrating.Sighting> sightings) {
        return new LatticeFit(sightings);
    }

    /** Residual, standard error of the distance, residual beside a parabola, relative change of the distance. */
    private double[] lineMeans(List<LineGrating.Sighting> sightings) {
        Map<Integer, double[]> lines = new TreeMap<>();
        for (LineGrating.Sighting s : sightings) {
            double[] sums = lines.computeIfAbsent(s.line(), line -> new double[2]);
            sums[0]++;
            sums[1] += miss(s);
        }
        int n = lines.size();
        double middle = lines.keySet().stream().mapToInt(i -> i).average().orElse(0);
        double squares = 0;
        double spread = 0;
        double[][] equations = new double[3][4];
        for (Map.Entry<Integer, double[]> line : lines.entrySet()) {
            double k = line.getKey() - middle;
            double miss = line.getValue()[1] / line.getValue()[0];
            squares += miss * miss;
            spread += k * k;
            double[] powers = {1, k, k * k};
            for (int row = 0; row < 3; row++) {
                for (int column = 0; column < 3; column++) {
                    equations[row][column] += powers[row] * powers[column];
                }
                equations[row][3] += powers[row] * miss;
            }
        }
        double[] curve = LinearSystem.solve(equations);
        double left = 0;
        int span = 0;
        for (Map.Entry<Integer, double[]> line : lines.entrySet()) {
            double k = line.getKey() - middle;
            double miss = line.getValue()[1] / line.getValue()[0] - curve[0] - curve[1] * k - curve[2] * k * k;
            left += miss * miss;
            span = Math.max(span, (int) Math.ceil(Math.abs(k)));
        }
        double variance = squares / Math.max(1, n - 2);
        return new double[] {
            Math.sqrt(variance),
            Math.sqrt(variance / Math.max(1e-9, spread)),
            Math.sqrt(left / Math.max(1, n - 3)),
            2 * curve[2] * span / spacing
        };
    }

    private double number(LineGrating.Sighting s) {
        double[] sums = means.getOrDefault(s.strip(), new double[] {1, 0, 0});
        return s.line() - sums[1] / sums[0];
    }

    private double place(LineGrating.Sighting s) {
        double[] sums = means.getOrDefault(s.strip(), new double[] {1, 0, 0});
        return s.u() - sums[2] / sums[0];
    }

    double spacing() {
        return spacing;
    }

    double standardError() {
        return standardError;
    }

    double residual() {
        return residual;
    }

    double residualOfCurve() {
        return residualOfCurve;
    }

    double distortion() {
        return distortion;
    }

    /** The u of line 0 in a strip. */
    double offset(int strip) {
        double[] sums = means.getOrDefault(strip, new double[] {1, 0, 0});
        return (sums[2] - spacing * sums[1]) / sums[0];
    }

    /** How far a sighting lies from where it should, pixels. */
    double miss(LineGrating.Sighting s) {
        return place(s) - spacing * number(s);
    }
}
