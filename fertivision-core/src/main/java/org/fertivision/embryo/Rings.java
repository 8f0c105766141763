package org.fertivision.embryo;

import org.fertivision.image.Point;

/**
 * Three closed borders about one center, as distances in even directions: the outer and the inner border of the zona and
 * the border of the cell within.
 */
final class Rings {
    private final Point center;
    private final double[] outer;
    private final double[] inner;
    private final double[] cell;
    private final double gain;
    private final EdgeSignal signal;

    Rings(Point center, double[] outer, double[] inner, double[] cell, double gain, EdgeSignal signal) {
        this.center = center;
        this.outer = outer;
        this.inner = inner;
        this.cell = cell;
        this.gain = gain;
        this.signal = signal;
    }

    /** What the distances are from, pixels of the raster looked at. */
    Point center() {
        return center;
    }

    /** Outer border of the zona, pixels. */
    double[] outer() {
        return outer;
    }

    /** Inner border of the zona, pixels. */
    double[] inner() {
        return inner;
    }

    /** Border of the cell, pixels. */
    double[] cell() {
        return cell;
    }

    /** How well they fit together, units of the scatter. */
    double gain() {
        return gain;
    }

    /** What they were found in. */
    EdgeSignal signal() {
        return signal;
    }

    /** How well they fit what one light asks for: in bright field a shore stands out less than the border; the gain tells less. */
    double fit() {
        return signal.oblique() ? gain : Border.of(center, outer, 1, signal).height();
    }

    /** The radius of a disc of the same area as what such distances surround. */
    static double radius(double[] distances) {
        return Math.sqrt(area(distances) / Math.PI);
    }

    /** The area that distances in even directions surround. */
    static double area(double[] distances) {
        double sum = 0;
        for (int i = 0; i < distances.length; i++) {
            sum += distances[i] * distances[(i + 1) % distances.length];
        }
        return sum * StrictMath.sin(2 * Math.PI / distances.length) / 2;
    }

    /** The length of the polygon through the ends of such distances. */
    static double perimeter(double[] distances) {
        double cos = StrictMath.cos(2 * Math.PI / distances.length);
        double sum = 0;
        for (int i = 0; i < distances.length; i++) {
            double a = distances[i];
            double b = distances[(i + 1) % distances.length];
            sum += Math.sqrt(a * a + b * b - 2 * a * b * cos);
        }
        return sum;
    }

    /** The middle of what distances in even directions surround, from the center. */
    static Point middle(double[] distances) {
        double x = 0;
        double y = 0;
        double weight = 0;
        for (int i = 0; i < distances.length; i++) {
            double angle = 2 * Math.PI * i / distances.length;
            double square = distances[i] * distances[i];
            x += square * distances[i] * StrictMath.cos(angle);
            y += square * distances[i] * StrictMath.sin(angle);
            weight += square;
        }
        return new Point(2.0 / 3 * x / weight, 2.0 / 3 * y / weight);
    }
}
