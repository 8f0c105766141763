package org.fertivision.pixel;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.fertivision.image.Region;

/**
 * The outline of an object that absorbs light, more in one part than in another. Each place is measured by how much light
 * it absorbs of what the nearest deep parts of the object absorb, which is 0 beside it and 1 inside; the line of one level
 * of that share is the outline, whatever part ends there. What is narrower than a share of the object's thickest part is
 * cut off first: a tail, a neighbor's tip.
 *
 * @param blob its pixels
 * @param contour its sub-pixel line
 * @param edgeWidth distance over which the share rises from 10 to 90 %, pixels
 */
public record UnevenOutline(Blob blob, Contour contour, double edgeWidth) {
    private static final int MARGIN = 8;
    private static final double SPREAD = 4;
    private static final double DEPTH = 4;
    private static final double LEAST_DEEP = 0.15;
    private static final double REACH = 3;
    private static final double SMOOTHING = 0.7;
    private static final float BESIDE = 0.2f;
    private static final float LEAST_ABSORBED = 0.02f;
    private static final double RISE = 0.8;

    /**
     * The outline of an object that is roughly known.
     *
     * @param found its pixels as far as known
     * @param passed the share of light that passes, 1 beside objects
     * @param level the share of the object's own absorption at its rim, 0 to 1
     * @param narrow what is narrower than this share of the thickest part is cut off
     * @return empty if it has no deep part or no line around it
     */
    public static Optional<UnevenOutline> of(Blob found, Raster passed, double level, double narrow) {
        Raster patch = passed.near(found.box(), MARGIN);
        Mask all = Mask.union(patch.region(), List.of(found));
        DistanceMap distances = DistanceMap.inside(all);
        double depth = Math.min(DEPTH, distances.largest() * (1 - LEAST_DEEP));
        Mask deep = DiscShaping.shrunk(all, depth);
        if (deep.area() == 0) {
            return Optional.empty();
        }
        Raster covered = covered(patch, deep);
        Threshold rim = Threshold.brighterThan(level);
        return Contour.around(found, held(covered, DiscShaping.grown(all, REACH), deep), rim)
                .flatMap(rough -> thick(rough, patch.region(), narrow))
                .flatMap(kept -> ofKept(kept, covered, deep, patch, rim));
    }

    private static Optional<UnevenOutline> ofKept(Blob kept, Raster covered, Mask deep, Raster patch, Threshold rim) {
        Mask near = DiscShaping.grown(Mask.union(patch.region(), List.of(kept)), 1);
        Raster own = held(covered, near, deep.and(near));
        return Contour.around(kept, own, rim).map(contour -> {
            double steepness = EdgeProfile.meanSteepness(contour, covered);
            return new UnevenOutline(kept, contour, steepness == 0 ? Double.POSITIVE_INFINITY : RISE / steepness);
        });
    }

    /** The largest piece of what is inside a contour once its narrow parts are cut off. */
    private static Optional<Blob> thick(Contour contour, Region within, double narrow) {
        Mask inside = within(Mask.inside(contour), within);
        double radius = narrow * DistanceMap.inside(inside).largest();
        return Components.of(DiscShaping.opened(inside, radius), Connectivity.EIGHT).stream()
                .max(Comparator.comparingInt(Blob::area));
    }

    private static Mask within(Mask mask, Region box) {
        boolean[] bits = new boolean[box.width() * box.height()];
        for (int y = 0, at = 0; y < box.height(); y++) {
            for (int x = 0; x < box.width(); x++, at++) {
                bits[at] = mask.contains(box.x() + x, box.y() + y);
            }
        }
        return new Mask(box, bits);
    }

    private static Raster covered(Raster passed, Mask deep) {
        float[] level = DeepLevel.of(passed, deep, SPREAD).samples();
        float[] in = passed.samples();
        float[] covered = new float[in.length];
        for (int i = 0; i < in.length; i++) {
            covered[i] = (1 - in[i]) / Math.max(LEAST_ABSORBED, 1 - level[i]);
        }
        return new Raster(passed.region(), covered);
    }

    /** Deep places are covered whatever they pass, and what lies away from the object is not part of it. */
    private static Raster held(Raster covered, Mask near, Mask deep) {
        float[] in = covered.samples();
        float[] held = new float[in.length];
        for (int i = 0; i < in.length; i++) {
            float limited = near.bits()[i] ? in[i] : Math.min(BESIDE, in[i]);
            held[i] = deep.bits()[i] ? Math.max(1, limited) : limited;
        }
        return Smoothing.gaussian(new Raster(covered.region(), held), SMOOTHING);
    }
}
