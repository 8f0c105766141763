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
    /** Refuses other depths and numbers of planes. */
    public Patch {
        planes = List.copyOf(planes);
        if (planes.size() != 1 && planes.size() != 3) {
            throw new IllegalArgumentException("a patch has one plane or three, not " + planes.size());
        }
        if (planes.stream().anyMatch(p -> p.bits() != 8) || shrink < 1) {
            throw new IllegalArgumentException("a patch has 8 bits a sample and is never enlarged");
        }
    }

    /** Bytes of pixels held. */
    public long bytes() {
        return (long) planes.size() * planes.get(0).width() * planes.get(0).height();
    }
}
