package org.fertivision.embryo;

import org.fertivision.image.Point;

/** A closed path around something rough. */
final class Outlined {
    private final Point center;
    private final double[] distances;
    private final EdgeSignal signal;
    private final LightSide light;
    private final double drop;

    Outlined(Point center, double[] distances, EdgeSignal signal, LightSide light, double drop) {
        this.center = center;
        this.distances = distances;
        this.signal = signal;
        this.light = light;
        this.drop = drop;
    }

    /** What the distances are from, pixels of the raster. */
    Point center() {
        return center;
    }

    /** In even directions, pixels of the raster. */
    double[] distances() {
        return distances;
    }

    /** What it was found in. */
    EdgeSignal signal() {
        return signal;
    }

    /** What it tells of the light. */
    LightSide light() {
        return light;
    }

    /** How much rougher it is just inside than just outside, in units of the disc's contrast, the mean over the path. */
    double drop() {
        return drop;
    }

    /** The border with what tells how sure it is. */
    Border border() {
        return Border.of(center, distances, 1, signal);
    }
}
