package org.fertivision.pixel;

import java.util.Optional;
import org.fertivision.image.Plane;
import org.fertivision.image.Region;

/**
 * The outline of one object at its edge: half-way in gray between the object's own level and the background around it,
 * freed of the jitter of noise and of the shrinkage that every blur inflicts on a curved edge.
 *
 * <p>Steps: (1) an inclined plane is fitted to a ring around the blob, neighbors trimmed away, and subtracted; (2) the
 * object's level is the mean of the middle half of its deep pixels; (3) the patch is smoothed the more the noisier it is;
 * (4) the line half-way is followed by marching squares; (5) it is written as the ellipse of its moments plus harmonics of
 * arc length, as many as noise allows, more where the shape asks for them; (6) the blur s of the edge is read from its mean
 * steepness g, s = contrast / (g root(2 pi)), and each point is moved outwards by curvature times s squared / 2, which is
 * where a blurred edge of that curvature came from.
 */
public final class EdgeOutline {
    private static final double SMOOTHING_SHARE = 0.09;
    private static final double LEAST_SMOOTHING = 0.7;
    private static final double MOST_SMOOTHING = 3;
    /** The ratio of contrast to noise up to which the smoothing is full. */
    private static final double NOISY = 10;
    /** No blur wider than this share of the width is undone. */
    private static final double MOST_BLUR = 0.2;

    private static final double RISE = 0.8;
    private static final int MARGIN = 3;
    /** How often the plateau of a blurred object is read anew. */
    private static final int DEEPER = 2;

    private final Contour contour;
    private final Contour halfLevel;
    private final double background;
    private final double contrast;
    private final double noise;
    private final double blur;
    private final double jitter;
    private final int harmonics;

    private EdgeOutline(Contour contour, Contour halfLevel, Facts facts, int harmonics) {
        this.contour = contour;
        this.halfLevel = halfLevel;
        this.background = facts.background;
        this.contrast = facts.contrast;
        this.noise = facts.noise;
        this.blur = facts.blur;
        this.jitter = facts.jitter;
        this.harmonics = harmonics;
    }

    private record Facts(double background, double contrast, double noise, double blur, double jitter) {}

    /**
     * The outline of a blob in a plane.
     *
     * @param blob roughly the object: its pixels need not be exact, but its middle must be inside
     * @param polarity whether the object is brighter or darker than its surroundings
     * @return empty if the object does not stand out in the way {@code polarity} says, or nothing is left around it
     * @throws IndexOutOfBoundsException if the plane is too small to hold the blob
     */
    public static Optional<EdgeOutline> of(Blob blob, Plane plane, Polarity polarity) {
        Region patch = patch(blob, new Region(0, 0, plane.width(), plane.height()));
        return of(blob, Raster.of(plane, patch), polarity);
    }

    /**
     * The outline of a blob in a raster, which should reach some way beyond it.
     *
     * @see #of(Blob, Plane, Polarity)
     */
    public static Optional<EdgeOutline> of(Blob found, Raster raster, Polarity polarity) {
        Blob blob = found.filled();
        double width = blob.ellipse().minorAxis();
        Mask mask = maskIn(raster.region(), blob);
        Surroundings around = Surroundings.of(mask, raster.samples(), width);
        if (!around.known() || mask.area() == 0) {
            return Optional.empty();
        }
        float[] flat = around.flattened();
        double contrast = around.plateau(blob, flat);
        if (!(contrast * polarity.sign() > 0)) {
            return Optional.empty();
        }
        Raster smooth = Smoothing.gaussian(
                new Raster(raster.region(), flat), smoothing(width, Math.abs(contrast) / around.noise()));
        Optional<Contour> line = Contour.around(blob, smooth, new Threshold(contrast / 2, polarity));
        return line.map(contour -> refine(contour, smooth, around, contrast, width));
    }

    /**
     * The outline of a bright blob at a level that is already known, in a raster that reaches some way beyond it: the
     * background and the plateau are taken from {@code edge}, the noise from the ring next to the blob. Where the edge is so
     * blurred that it reaches into the plateau, that is read anew deeper inside.
     *
     * @return empty if nothing is left around the blob or it does not stand out
     */
    public static Optional<EdgeOutline> of(Blob found, Raster wide, EdgeLevel edge) {
        Blob blob = found.filled();
        double width = blob.ellipse().minorAxis();
        Raster raster = wide.near(blob.box(), Math.max(MARGIN, Surroundings.reach(width)));
        Mask mask = maskIn(raster.region(), blob);
        Surroundings around = Surroundings.of(mask, raster.samples(), width);
        if (!around.known() || mask.area() == 0 || !(edge.contrast() > 0)) {
            return Optional.empty();
        }
        Optional<EdgeOutline> outline = at(edge, blob, raster, around, width);
        for (int round = 0; round < DEEPER && outline.isPresent(); round++) {
            EdgeLevel deeper = edge.deeper(
                    blob, raster, outline.get().contour(), outline.get().blur());
            if (deeper.equals(edge)) {
                return outline;
            }
            outline = at(deeper, blob, raster, around, width);
        }
        return outline;
    }

    private static Optional<EdgeOutline> at(
            EdgeLevel edge, Blob blob, Raster raster, Surroundings around, double width) {
        Raster smooth = Smoothing.gaussian(raster, smoothing(width, edge.contrast() / around.noise()));
        Optional<Contour> line = Contour.around(blob, smooth, Threshold.brighterThan(edge.level()));
        return line.map(contour -> refine(contour, smooth, around, edge.contrast(), width));
    }

    private static Region patch(Blob blob, Region image) {
        int reach = Math.max(MARGIN, Surroundings.reach(blob.ellipse().minorAxis()));
        return blob.box().grown(reach, image.width(), image.height());
    }

    private static Mask maskIn(Region region, Blob blob) {
        boolean[] bits = new boolean[region.width() * region.height()];
        blob.forEachRun((row, from, to) -> {
            int y = row - region.y();
            for (int x = Math.max(0, from - region.x()); x < Math.min(region.width(), to - region.x()); x++) {
                if (y >= 0 && y < region.height()) {
                    bits[y * region.width() + x] = true;
                }
            }
        });
        return new Mask(region, bits);
    }

    private static double smoothing(double width, double signalToNoise) {
        double full = Math.min(MOST_SMOOTHING, SMOOTHING_SHARE * width);
        double wanted = full * Math.min(1, NOISY / signalToNoise);
        return Math.min(full, Math.max(LEAST_SMOOTHING, wanted));
    }

    private static EdgeOutline refine(Contour line, Raster smooth, Surroundings around, double contrast, double width) {
        double own = smoothing(width, Math.abs(contrast) / around.noise());
        double steepness = EdgeProfile.meanSteepness(line, smooth);
        double variance = EdgeProfile.blurVariance(Math.abs(contrast), steepness);
        double limit = MOST_BLUR * width;
        double undone = Math.min(limit * limit, variance);
        double scatter = around.scatterOf(smooth.samples());
        double jitter = steepness == 0 ? 0 : scatter / steepness;
        Contour bare = steepness == 0
                ? line
                : Appendage.drawnIn(
                        line,
                        smooth,
                        Math.abs(contrast),
                        Math.signum(contrast),
                        Math.sqrt(variance),
                        steepness,
                        scatter);
        Harmonics harmonics = Harmonics.of(bare);
        HarmonicOrder.choose(harmonics, jitter, own, Math.sqrt(undone));
        double blur = Math.sqrt(Math.max(0, variance - own * own));
        Facts facts = new Facts(around.level(), contrast, around.noise(), blur, jitter);
        Contour halfLevel = harmonics.unblurred(Math.min(undone, own * own));
        Contour contour = near(harmonics.unblurred(undone), line, limit);
        return new EdgeOutline(contour, near(halfLevel, line, limit), facts, contour == line ? 0 : harmonics.order());
    }

    /** The refined line, or the one that was seen where that lies further beyond it than any edge of an object could. */
    private static Contour near(Contour refined, Contour seen, double farthest) {
        Region within = seen.box();
        Region box = refined.box();
        boolean isNear = within.x() - box.x() <= farthest + 1
                && within.y() - box.y() <= farthest + 1
                && box.right() - within.right() <= farthest + 1
                && box.bottom() - within.bottom() <= farthest + 1;
        return isNear ? refined : seen;
    }

    /** The object's edge as it would be without any blur. */
    public Contour contour() {
        return contour;
    }

    /** The line half-way in gray as the picture shows it, blurred by the optics but not by our own smoothing. */
    public Contour halfLevel() {
        return halfLevel;
    }

    /** The gray level of the background where the object lies. */
    public double background() {
        return background;
    }

    /** The object's own gray level less the background: negative for dark objects. */
    public double contrast() {
        return contrast;
    }

    /** The scatter of single background pixels around the object, gray levels. */
    public double noise() {
        return noise;
    }

    /** Contrast over noise, 0 or more. */
    public double signalToNoise() {
        return Math.abs(contrast) / noise;
    }

    /** The sigma of the Gaussian blur that the edge shows on average around the object, pixels. */
    public double blur() {
        return blur;
    }

    /** The distance over which the edge rises from 10 to 90 % of its contrast, were it as steep all the way, pixels. */
    public double edgeWidth() {
        return RISE * Math.sqrt(2 * Math.PI) * blur;
    }

    /** How far noise moves a single place of the edge, one standard deviation, pixels, before the harmonics smooth it. */
    public double jitter() {
        return jitter;
    }

    /** How many harmonics of the outline were kept; 0 where it is the line that was seen. */
    public int harmonics() {
        return harmonics;
    }
}
