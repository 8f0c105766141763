package org.fertivision.sperm.morphology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.fertivision.image.Plane;
import org.fertivision.pixel.Blob;
import org.fertivision.pixel.Components;
import org.fertivision.pixel.Connectivity;
import org.fertivision.pixel.DiscShaping;
import org.fertivision.pixel.DistanceMap;
import org.fertivision.pixel.DistanceParts;
import org.fertivision.pixel.EdgeLevel;
import org.fertivision.pixel.Threshold;
import org.fertivision.pixel.UnevenOutline;
import org.fertivision.spi.Work;

/**
 * Finds the heads of a stained smear: what holds a nucleus and takes up green light, its tails cut off, pinched ones parted,
 * each outlined where it ends, whether its pale acrosome ends there or its dark nucleus. Sizes are shares of the field's own
 * typical head, so that no scale is needed.
 */
final class StainedHeads {
    private static final int FEWEST_PIXELS = 200;
    private static final int MARGIN_PX = 2;
    private static final double NARROW = 0.3;
    private static final double NARROW_OF_OUTLINE = 0.4;
    private static final double PINCH = 0.25;
    private static final double SMALLEST_DISC = 0.5;
    private static final double RIM_LEVEL = 0.4;
    private static final double HALF_OF_NUCLEUS = 0.5;

    private final StainedSmear smear;
    private final Plane gray;

    private StainedHeads(StainedSmear smear, Plane gray) {
        this.smear = smear;
        this.gray = gray;
    }

    /**
     * The heads of a field.
     *
     * @param gray the mean of the channels, as stored
     */
    static List<HeadOutline> of(StainedSmear smear, Plane gray, Work work) {
        return new StainedHeads(smear, gray).outlines(work);
    }

    private List<HeadOutline> outlines(Work work) {
        List<Blob> candidates = candidates();
        double radius = typicalRadius(candidates);
        List<HeadOutline> outlines = new ArrayList<>();
        for (Blob candidate : candidates) {
            work.checkpoint();
            Blob opened = candidate;
            for (Blob piece :
                    Components.of(DiscShaping.opened(opened.mask(MARGIN_PX), NARROW * radius), Connectivity.EIGHT)) {
                if (piece.area() >= radius * radius) {
                    DistanceParts.of(piece, PINCH, SMALLEST_DISC * radius).stream()
                            .filter(part -> holdsNucleus(part, 0))
                            .forEach(part -> outline(part).ifPresent(outlines::add));
                }
            }
        }
        return outlines;
    }

    private List<Blob> candidates() {
        return Components.of(smear.heads(), Threshold.upTo(StainedSmear.HEAD_LEVEL), Connectivity.EIGHT, FEWEST_PIXELS)
                .stream()
                .filter(blob -> holdsNucleus(blob, HALF_OF_NUCLEUS))
                .map(Blob::filled)
                .toList();
    }

    private boolean holdsNucleus(Blob blob, double leastShare) {
        return smear.nuclei().stream().anyMatch(nucleus -> nucleus.overlap(blob) > leastShare * nucleus.area());
    }

    /** The half width of a head: the median of the thickest parts, each weighing as much as its disc. */
    private static double typicalRadius(List<Blob> candidates) {
        List<Double> radii = candidates.stream()
                .map(blob -> DistanceMap.inside(blob.mask()).largest())
                .sorted(Comparator.naturalOrder())
                .toList();
        double half = radii.stream().mapToDouble(r -> r * r).sum() / 2;
        double sum = 0;
        for (double radius : radii) {
            sum += radius * radius;
            if (sum >= half) {
                return radius;
            }
        }
        return 0;
    }

    private Optional<HeadOutline> outline(Blob part) {
        return UnevenOutline.of(part, smear.green(), RIM_LEVEL, NARROW_OF_OUTLINE)
                .map(found -> {
                    Blob blob = found.blob();
                    double passed = passed(blob);
                    return new HeadOutline(
                            blob,
                            new EdgeLevel(1, passed, 1 - RIM_LEVEL * (1 - passed)),
                            found.contour(),
                            found.contour().feret(),
                            found.edgeWidth(),
                            blob.intensity(gray).mean(),
                            false);
                });
    }

    private double passed(Blob blob) {
        double[] sum = new double[1];
        blob.forEachRun((y, from, to) -> {
            for (int x = from; x < to; x++) {
                sum[0] += smear.green().at(x, y);
            }
        });
        return sum[0] / blob.area();
    }
}
