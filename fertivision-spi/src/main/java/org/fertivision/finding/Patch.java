package org.fertivision.finding;

import java.util.List;
import org.fertivision.image.Calibration;
import org.fertivision.image.Plane;
import org.fertivision.image.Point;
import org.jspecify.annotations.Nullable;

/**
 * The picture of one object for a scorer that learns from pixels: its box with a margin, one or three 8-bit channels.
 *
 * @param planes one (gray) or three (red, green, blue) planes of 8 bits
 * @param corner place of the picture's top left corner in the image, pixels
 * @param shrink how many image pixels one patch pixel stands for, 1 or more
 * @param calibration size of a patch pixel, or null if unknown
 */
public record Patch(
        List<Plane> planes,
        Point corner,
        double shrink,
        @Nullable Calibration calibration) {
    /** Refuses other depths and numbers of planes, planes of unequal size, and a picture that was enlarged. */
    public Patch {
        planes = List.copyOf(planes);
        if (planes.size() != 1 && planes.size() != 3) {
            throw new IllegalArgumentException("a patch has one plane or three, not " + planes.size());
        }
        if (planes.stream().anyMatch(p -> p.bits() != 8)) {
            throw new IllegalArgumentException("a patch has 8 bits a sample");
        }
        int width = planes.get(0).width();
        int height = planes.get(0).height();
        if (planes.stream().anyMatch(p -> p.width() != width || p.height() != height)) {
            throw new IllegalArgumentException("the planes of a patch have one size");
        }
        if (!(shrink >= 1 && shrink < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a patch is shrunk 1 time or more, not " + shrink);
        }
    }

    /** Bytes of pixels held. */
    public long bytes() {
        return (long) planes.size() * planes.get(0).width() * planes.get(0).height();
    }
}
