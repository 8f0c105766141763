package org.fertivision.phantom;

import java.util.Arrays;

/**
 * The true course of one sperm of a film, frame by frame, in pixels. Frames in which its center lies outside
 * [0, width) x [0, height) are left out. Immutable.
 */
public final class TrueTrack {
    private final int id;
    private final Course course;
    private final int[] frames;
    private final double[] x;
    private final double[] y;

    TrueTrack(int id, Course course, int[] frames, double[] x, double[] y) {
        this.id = id;
        this.course = course;
        this.frames = frames.clone();
        this.x = x.clone();
        this.y = y.clone();
    }

    /** Its number, from 1. */
    public int id() {
        return id;
    }

    /** How it swims, in micrometers of the slide, any drift apart. */
    public Course course() {
        return course;
    }

    /** In how many frames its center is in view. */
    public int size() {
        return frames.length;
    }

    /** The frame of place {@code i}, from 0. */
    public int frame(int i) {
        return frames[i];
    }

    /** Horizontal position of place {@code i}, pixels. */
    public double x(int i) {
        return x[i];
    }

    /** Vertical position of place {@code i}, pixels. */
    public double y(int i) {
        return y[i];
    }

    /** The place at a frame, or a negative number where it is not in view. */
    public int at(int frame) {
        return Arrays.binarySearch(frames, frame);
    }
}
