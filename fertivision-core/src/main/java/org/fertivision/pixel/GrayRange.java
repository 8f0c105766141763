package org.fertivision.pixel;

import org.fertivision.image.Plane;

/**
 * The gray levels that a picture uses.
 *
 * @param lowest that occurs
 * @param highest that occurs
 * @param maximum that a sample can have
 */
public record GrayRange(int lowest, int highest, int maximum) {
    /** The range of a whole plane. */
    public static GrayRange of(Plane plane) {
        int[] row = new int[plane.width()];
        int lowest = plane.maximum();
        int highest = 0;
        for (int y = 0; y < plane.height(); y++) {
            plane.row(y, row);
            for (int sample : row) {
                lowest = Math.min(lowest, sample);
                highest = Math.max(highest, sample);
            }
        }
        return new GrayRange(lowest, highest, plane.maximum());
    }
}
