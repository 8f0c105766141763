package org.fertivision.image;

import java.util.List;

/**
 * One picture: a gray plane, or a red, a green and a blue one, all of one size and depth.
 *
 * @param planes one plane (gray) or three (red, green, blue)
 * @param index place among the frames of its file, from 0
 * @param timeS time since the first frame, seconds; 0 for a still
 * @param zUm height of the focal plane, micrometers; 0 for a still
 */
public record Frame(List<Plane> planes, int index, double timeS, double zUm) {
    /** Refuses any other number of planes, and planes of unequal size or depth. */
    public Frame {
        planes = List.copyOf(planes);
        if (planes.size() != 1 && planes.size() != 3) {
            throw new IllegalArgumentException("a frame has one plane or three, not " + planes.size());
        }
        Plane first = planes.get(0);
        for (Plane plane : planes) {
            if (plane.width() != first.width() || plane.height() != first.height() || plane.bits() != first.bits()) {
                throw new IllegalArgumentException("the planes of a frame have one size and depth");
            }
        }
        if (index < 0 || !Double.isFinite(timeS) || !Double.isFinite(zUm)) {
            throw new IllegalArgumentException("frame index from 0, time and height finite");
        }
    }

    /** A still of one gray plane. */
    public static Frame gray(Plane plane) {
        return new Frame(List.of(plane), 0, 0, 0);
    }

    /** A still of three color planes. */
    public static Frame color(Plane red, Plane green, Plane blue) {
        return new Frame(List.of(red, green, blue), 0, 0, 0);
    }

    /** Columns. */
    public int width() {
        return planes.get(0).width();
    }

    /** Rows. */
    public int height() {
        return planes.get(0).height();
    }

    /** Whether red, green and blue are held apart. */
    public boolean isColor() {
        return planes.size() == 3;
    }

    /** The red plane, or the gray one of a gray frame. */
    public Plane red() {
        return planes.get(0);
    }

    /** The green plane, or the gray one of a gray frame. */
    public Plane green() {
        return planes.get(isColor() ? 1 : 0);
    }

    /** The blue plane, or the gray one of a gray frame. */
    public Plane blue() {
        return planes.get(isColor() ? 2 : 0);
    }

    /**
     * The brightness: the gray plane itself, or the luma 0.299 R + 0.587 G + 0.114 B of a color frame, rounded (ITU-R
     * BT.601, as in JPEG's Y).
     */
    public Plane gray() {
        return isColor() ? Luma.of(red(), green(), blue()) : planes.get(0);
    }
}
