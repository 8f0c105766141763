package org.fertivision.embryo.timelapse;

import java.util.Optional;
import java.util.OptionalDouble;
import org.fertivision.embryo.EmbryoOutline;
import org.fertivision.image.Plane;
import org.fertivision.image.Point;
import org.fertivision.pixel.Binning;
import org.fertivision.pixel.DiscPixels;
import org.fertivision.pixel.Raster;
import org.fertivision.pixel.Registration;
import org.fertivision.pixel.Smoothing;
import org.jspecify.annotations.Nullable;

/**
 * How much an embryo changes from frame to frame, what its stage misses and its lamp flickers left out. It holds the
 * frame before. Not thread-safe.
 */
final class MotionEnergy {
    private static final double FINE_UM = 0.8;
    private static final int FINE_SIDE = 320;
    private static final double SMOOTHING = 1.2;
    /** The zona and what lies beside it tell the shift when cells move. */
    private static final double WIDER = 1.2;
    /** A stage that misses by more than this share of the picture is not followed. */
    private static final double REACH_SHARE = 0.12;

    private static final double PERCENT = 100;

    private final int factor;
    private final int reach;
    private @Nullable Seen before;

    /** For frames of one size; the size of a pixel where it is known. */
    MotionEnergy(int width, int height, OptionalDouble umPerPixel) {
        int side = Math.min(width, height);
        this.factor = Math.max(
                1, (int) (umPerPixel.isPresent() ? FINE_UM / umPerPixel.getAsDouble() : side / (double) FINE_SIDE));
        this.reach = Math.max(1, (int) (REACH_SHARE * side / factor));
    }

    /** One frame, and where the embryo lies in it. */
    private record Seen(int frame, Raster raster, Point center, double radius) {}

    /** The change since the frame before, percent; nothing where that frame is missing, or the embryo in one of both. */
    OptionalDouble at(int frame, Plane gray, Optional<EmbryoOutline> outline) {
        Seen last = before;
        if (outline.isEmpty()) {
            before = null;
            return OptionalDouble.empty();
        }
        Raster raster = Smoothing.gaussian(Binning.of(gray, factor), SMOOTHING);
        Point center = outline.get().center();
        Seen now = new Seen(
                frame,
                raster,
                new Point(center.x() / factor, center.y() / factor),
                outline.get().reachPx() / factor);
        before = now;
        if (last == null || last.frame() != frame - 1) {
            return OptionalDouble.empty();
        }
        Registration.Shift shift =
                Registration.between(last.raster(), raster, last.center(), WIDER * last.radius(), reach);
        return OptionalDouble.of(PERCENT
                * DiscPixels.of(last.raster(), last.center(), last.radius()).change(last.raster(), raster, shift));
    }
}
