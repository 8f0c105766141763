package org.fertivision.sperm.morphology;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.fertivision.finding.Exclusion;
import org.fertivision.image.Plane;
import org.fertivision.image.Region;
import org.fertivision.stats.Percentiles;

/**
 * Tells heads from what is no head or cannot be measured, the first reason that holds; none is dropped in silence. The
 * last two gates compare a head with the median of its field, where the field has enough heads to have one.
 */
final class HeadGating {
    private static final int FEWEST_FOR_MEDIAN = 5;

    private final HeadGates gates;
    private final Function<HeadOutline, Optional<Exclusion>> likeness;
    private final int imageWidth;
    private final int imageHeight;

    private HeadGating(HeadGates gates, Function<HeadOutline, Optional<Exclusion>> likeness, Plane image) {
        this.gates = gates;
        this.likeness = likeness;
        this.imageWidth = image.width();
        this.imageHeight = image.height();
    }

    /** For each outline why it does not count, or nothing. */
    static List<Optional<Exclusion>> sort(List<HeadOutline> outlines, Plane image, HeadGates gates) {
        return sort(outlines, image, gates, outline -> Optional.empty());
    }

    /**
     * The same, of things that may look like no head at all.
     *
     * @param likeness why a thing that is whole and sharp is no head, or nothing
     */
    static List<Optional<Exclusion>> sort(
            List<HeadOutline> outlines,
            Plane image,
            HeadGates gates,
            Function<HeadOutline, Optional<Exclusion>> likeness) {
        return new HeadGating(gates, likeness, image).sort(outlines);
    }

    private List<Optional<Exclusion>> sort(List<HeadOutline> outlines) {
        List<Optional<Exclusion>> verdicts = outlines.stream()
                .map(outline -> byItself(outline).or(() -> likeness.apply(outline)))
                .toList();
        List<HeadOutline> candidates = new ArrayList<>();
        for (int i = 0; i < outlines.size(); i++) {
            if (verdicts.get(i).isEmpty()) {
                candidates.add(outlines.get(i));
            }
        }
        if (candidates.size() < FEWEST_FOR_MEDIAN) {
            return verdicts;
        }
        double area = median(candidates, HeadOutline::area);
        double edge = median(candidates, HeadOutline::edgeWidth);
        List<Optional<Exclusion>> all = new ArrayList<>();
        for (int i = 0; i < outlines.size(); i++) {
            HeadOutline outline = outlines.get(i);
            all.add(verdicts.get(i).or(() -> besideOthers(outline, area, edge)));
        }
        return all;
    }

    private Optional<Exclusion> byItself(HeadOutline outline) {
        Region box = outline.mask().box();
        if (box.touchesBorder(imageWidth, imageHeight)) {
            return because("touches-border", "cut by the edge of the image");
        }
        if (outline.cutOff()) {
            return because("no-edge", "no closed edge near the object");
        }
        double solidity = outline.solidity();
        double least = gates.minSolidity();
        if (solidity < least) {
            return because("irregular-outline", "solidity %.3f below %.3f", solidity, least);
        }
        double mostAspect = gates.maxAspect();
        if (outline.aspect() > mostAspect) {
            return because("not-a-head", "length/width %.2f above %.2f", outline.aspect(), mostAspect);
        }
        double edge = outline.edgeWidth() / outline.feret().width();
        double mostEdge = gates.maxEdgeToWidth();
        if (!(edge <= mostEdge)) {
            return because("out-of-focus", "edge width / head width %.2f above %.2f", edge, mostEdge);
        }
        return Optional.empty();
    }

    private Optional<Exclusion> besideOthers(HeadOutline outline, double medianArea, double medianEdge) {
        double area = outline.area() / medianArea;
        double least = gates.minRelativeArea();
        double most = gates.maxRelativeArea();
        if (area < least) {
            return because("too-small", "area %.2f of the field's median, below %.2f", area, least);
        }
        if (area > most) {
            return because("too-large", "area %.2f of the field's median, above %.2f", area, most);
        }
        double edge = outline.edgeWidth() / medianEdge;
        double mostEdge = gates.maxRelativeEdge();
        if (edge > mostEdge) {
            return because("out-of-focus", "edge width %.2f of the field's median, above %.2f", edge, mostEdge);
        }
        return Optional.empty();
    }

    private static double median(List<HeadOutline> outlines, ToDoubleFunction<HeadOutline> measure) {
        return Percentiles.median(outlines.stream().mapToDouble(measure).toArray());
    }

    private static Optional<Exclusion> because(String reason, String detail, Object... figures) {
        return Optional.of(new Exclusion(reason, String.format(Locale.ROOT, detail, figures)));
    }
}
