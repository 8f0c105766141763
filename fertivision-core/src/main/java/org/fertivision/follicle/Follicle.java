package org.fertivision.follicle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fertivision.image.Point;
import org.fertivision.pixel.Blob;
import org.fertivision.pixel.Contour;
import org.fertivision.pixel.Ellipse;
import org.fertivision.pixel.GrayInside;
import org.fertivision.pixel.RadialOutline;

/**
 * A dark region with its outline and what it is judged by.
 *
 * @param blob its pixels, in squares of the scan
 * @param outline its outline, in squares of the scan
 * @param touching whether it was parted from another or may be two
 * @param longMm long diameter, millimeters
 * @param shortMm short diameter, millimeters
 * @param areaMm2 area inside the outline, square millimeters
 * @param circularity 4 pi area / perimeter^2
 * @param core gray levels of its inner part, not smoothed
 * @param ring mean gray level around it, if anything around it is seen
 * @param tissue local level of tissue
 * @param fluid level of fluid in this picture
 */
record Follicle(
        Blob blob,
        RadialOutline outline,
        boolean touching,
        double longMm,
        double shortMm,
        double areaMm2,
        double circularity,
        GrayInside core,
        Optional<Double> ring,
        double tissue,
        double fluid) {
    private static final double CORE_SHARE = 0.6;

    /** What lies as near to the outline is blurred by the beam: in a small follicle that is no echo of its own. */
    private static final double BLURRED_MM = 0.8;

    /** Wider ones, no less than the width over which the level of tissue is known, have other tissue at each side. */
    private static final double WIDE_MM = 8;

    /** Their edge rises by this share of the way from the inside to the tissue beside it. */
    private static final double RISE = 0.6;

    private static final double LEAST_CORE = 0.3;
    private static final double RING_FROM_MM = 0.5;
    private static final double RING_TO_MM = 1.5;
    static final double REACH_MM = 1.5;

    /** The outline of a dark region at the given level between its inside and tissue, if an edge is seen around it. */
    static Optional<Follicle> of(DarkRegions.Part part, OvaryScan scan, DarkRegions regions, double edgeLevel) {
        Blob blob = part.blob();
        Point center = blob.centroid();
        double tissue = scan.tissue().at(center.x(), center.y());
        double half = Math.sqrt(blob.area() / Math.PI);
        double inside = GrayInside.of(scan.smooth(), disc(center, Math.max(1, CORE_SHARE * half)))
                .map(GrayInside::median)
                .orElse(tissue);
        if (!(tissue > inside)) {
            return Optional.empty();
        }
        double level = inside + edgeLevel * (tissue - inside);
        double reach = REACH_MM / scan.mm();
        Optional<RadialOutline> atLevel = RadialOutline.of(blob, scan.smooth(), regions.all(), level, reach);
        boolean isWide = 2 * half * scan.mm() >= WIDE_MM;
        return (atLevel.isPresent() || !isWide
                        ? atLevel
                        : RadialOutline.rising(
                                blob, scan.smooth(), regions.all(), inside, scan.tissue(), RISE, edgeLevel, reach))
                .flatMap(outline -> measured(part, outline, scan, regions, tissue));
    }

    private static Optional<Follicle> measured(
            DarkRegions.Part part, RadialOutline outline, OvaryScan scan, DarkRegions regions, double tissue) {
        Contour inMm = scaled(outline.contour(), scan.mmX(), scan.mmY());
        double radius = Math.sqrt(inMm.area() / Math.PI);
        double share = Math.max(LEAST_CORE, Math.min(CORE_SHARE, 1 - BLURRED_MM / radius));
        Optional<GrayInside> core = GrayInside.of(scan.raw(), outline.scaled(share));
        Optional<Double> ring = GrayInside.between(
                        scan.raw(),
                        outline.grown(RING_FROM_MM / scan.mm()),
                        outline.grown(RING_TO_MM / scan.mm()),
                        scan.sector(),
                        regions.all())
                .map(GrayInside::mean);
        double perimeter = inMm.perimeter();
        return core.flatMap(inner -> Ellipse.of(inMm)
                .map(ellipse -> new Follicle(
                        part.blob(),
                        outline,
                        part.touching(),
                        ellipse.majorAxis(),
                        ellipse.minorAxis(),
                        inMm.area(),
                        4 * Math.PI * inMm.area() / (perimeter * perimeter),
                        inner,
                        ring,
                        tissue,
                        scan.tissue().floor())));
    }

    private static Contour disc(Point center, double radius) {
        List<Point> corners = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            double angle = 2 * Math.PI * i / 24;
            corners.add(new Point(
                    center.x() + radius * StrictMath.cos(angle), center.y() + radius * StrictMath.sin(angle)));
        }
        return Contour.of(corners);
    }

    static Contour scaled(Contour contour, double x, double y) {
        return Contour.of(contour.points().stream()
                .map(p -> new Point(p.x() * x, p.y() * y))
                .toList());
    }

    /** Half the sum of long and short diameter, millimeters. */
    double meanMm() {
        return (longMm + shortMm) / 2;
    }

    /** Whether its center lies inside a contour of the image, {@code block} pixels a square of the scan. */
    boolean liesIn(Contour contour, int block) {
        return contour.contains(center().x() * block, center().y() * block);
    }

    /** Whether this and another one are the same place: one's center lies inside the other. */
    boolean covers(Follicle other) {
        return liesIn(other.outline().contour(), 1) || other.liesIn(outline().contour(), 1);
    }

    double axisRatio() {
        return longMm / shortMm;
    }

    /** How much darker it is than the ring around it, as a share of tissue over fluid; 0 where no ring is seen. */
    double contrast() {
        return ring.map(around -> (around - core.mean()) / Math.max(1e-9, tissue - fluid))
                .orElse(0.0);
    }

    /** The center of the area inside its outline, in squares of the scan. */
    Point center() {
        return outline.contour().centroid();
    }
}
