package org.fertivision.sperm.fragmentation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fertivision.finding.Exclusion;
import org.fertivision.image.Plane;
import org.fertivision.image.Region;
import org.fertivision.pixel.Contour;
import org.fertivision.stats.Percentiles;

/** Tells cells whose halo can be judged from all others, the first reason that holds; none is dropped in silence. */
final class HaloGating {
    private static final int FEWEST_FOR_MEDIAN = 5;
    private static final double LEAST_AREA = 0.4;
    private static final double MOST_AREA = 2.2;
    private static final double LEAST_SOLIDITY = 0.85;
    private static final double MOST_ASPECT = 3;
    private static final double MOST_EDGE = 0.4;
    private static final double LEAST_WIDTH_PX = 6;

    private final Plane picture;
    private final double medianArea;

    private HaloGating(Plane picture, double medianArea) {
        this.picture = picture;
        this.medianArea = medianArea;
    }

    /** For each cell why it does not count, or nothing. */
    static List<Optional<Exclusion>> sort(List<HaloedCell> cells, Plane picture) {
        double median = cells.size() < FEWEST_FOR_MEDIAN
                ? 0
                : Percentiles.median(cells.stream()
                        .mapToDouble(cell -> cell.contour().area())
                        .toArray());
        HaloGating gating = new HaloGating(picture, median);
        return cells.stream().map(gating::why).toList();
    }

    private Optional<Exclusion> why(HaloedCell cell) {
        Region box = cell.halo().map(Contour::box).orElse(cell.contour().box());
        if (box.touchesBorder(picture.width(), picture.height())) {
            return because("touches-border", "cut by the edge of the image");
        }
        double width = cell.coreWidth();
        if (width < LEAST_WIDTH_PX) {
            return because("too-few-pixels", "core %.1f px wide, below %.0f", width, LEAST_WIDTH_PX);
        }
        double area = medianArea > 0 ? cell.contour().area() / medianArea : 1;
        if (area < LEAST_AREA) {
            return because("too-small", "core area %.2f of the field's median, below %.2f", area, LEAST_AREA);
        }
        if (area > MOST_AREA) {
            return because("too-large", "core area %.2f of the field's median, above %.2f", area, MOST_AREA);
        }
        double aspect = cell.contour().feret().length() / width;
        if (aspect > MOST_ASPECT) {
            return because("not-a-head", "length/width %.2f above %.2f", aspect, MOST_ASPECT);
        }
        double solidity = cell.contour().solidity();
        if (solidity < LEAST_SOLIDITY) {
            return because("irregular-outline", "solidity %.3f below %.3f", solidity, LEAST_SOLIDITY);
        }
        double edge = cell.edgeWidth() / width;
        if (edge > MOST_EDGE) {
            return because("out-of-focus", "edge width / core width %.2f above %.2f", edge, MOST_EDGE);
        }
        return cell.halo().isEmpty()
                ? because("halo-hidden", "in less than half of all directions the end of the halo is seen")
                : Optional.empty();
    }

    private static Optional<Exclusion> because(String reason, String detail, Object... figures) {
        return Optional.of(new Exclusion(reason, String.format(Locale.ROOT, detail, figures)));
    }
}
