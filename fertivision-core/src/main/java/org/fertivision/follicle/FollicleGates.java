package org.fertivision.follicle;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fertivision.finding.Exclusion;
import org.fertivision.image.Point;
import org.fertivision.pixel.Contour;
import org.fertivision.pixel.DistanceMap;
import org.fertivision.spi.Settings;
import org.jspecify.annotations.Nullable;

/** Says why a region without echoes does not count as a follicle; the first reason that holds is given. */
final class FollicleGates {
    /** An elongated region is a vessel only while it is convex: two follicles side by side are not. */
    private static final double CONVEX = 0.88;

    /** Echoes inside: this many times the scatter of the region that is darkest. */
    private static final double ECHO_FACTOR = 2;

    /** And no less than this share of tissue over fluid, so that a darkest region without any scatter means nothing. */
    private static final double ECHO_SHARE = 0.15;

    /** The bladder is by this factor larger in area than anything else that is dark. */
    private static final double BLADDER_SHARE = 3;

    private static final double BLADDER_MM = 15;

    private final OvaryScan scan;
    private final Settings settings;
    private final @Nullable Contour ovary;
    private final double quietest;
    private final @Nullable Follicle bladder;

    FollicleGates(OvaryScan scan, List<Follicle> seen, Settings settings) {
        this.scan = scan;
        this.settings = settings;
        this.ovary = settings.find(FollicleSettings.OVARY).map(Contour::of).orElse(null);
        this.quietest = seen.stream()
                .min(Comparator.comparingDouble(f -> f.core().mean()))
                .map(f -> f.core().spread())
                .orElse(0.0);
        this.bladder = ovary == null ? bladder(seen) : null;
    }

    /** The nearest region, if it is also by far the largest. */
    private static @Nullable Follicle bladder(List<Follicle> seen) {
        Optional<Follicle> largest = seen.stream().max(Comparator.comparingDouble(Follicle::areaMm2));
        if (largest.isEmpty() || seen.size() < 2 || largest.get().meanMm() < BLADDER_MM) {
            return null;
        }
        Follicle first = largest.get();
        boolean nearest = seen.stream()
                .allMatch(
                        f -> f.equals(first) || f.center().y() > first.center().y());
        boolean outgrows =
                seen.stream().allMatch(f -> f.equals(first) || first.areaMm2() >= BLADDER_SHARE * f.areaMm2());
        return nearest && outgrows ? first : null;
    }

    Optional<Exclusion> verdict(Follicle region) {
        double smallest = settings.get(FollicleSettings.SMALLEST);
        double largest = settings.get(FollicleSettings.LARGEST);
        double edge = settings.get(FollicleSettings.EDGE_DISTANCE);
        if (isOutsideOvary(region)) {
            return Optional.of(new Exclusion("outside-ovary", "its center lies outside the drawn outline"));
        }
        if (region.equals(bladder)) {
            return Optional.of(new Exclusion("bladder-like", "nearest to the probe and by far the largest"));
        }
        if (region.meanMm() > largest) {
            return beyond("too-large", "mean diameter", region.meanMm(), "mm above", largest);
        }
        if (nearestEdgeMm(region) <= edge) {
            return beyond("touches-edge", "distance", nearestEdgeMm(region), "mm from the sector's edge, least", edge);
        }
        if (region.meanMm() < smallest) {
            return beyond("too-small", "mean diameter", region.meanMm(), "mm below", smallest);
        }
        return shape(region).or(() -> levels(region));
    }

    private Optional<Exclusion> shape(Follicle region) {
        double ratio = settings.get(FollicleSettings.AXIS_RATIO);
        double circularity = settings.get(FollicleSettings.CIRCULARITY);
        if (region.axisRatio() > ratio && region.outline().contour().solidity() > CONVEX) {
            return beyond("elongated", "long over short diameter", region.axisRatio(), "above", ratio);
        }
        if (region.circularity() < circularity) {
            return beyond("irregular", "circularity", region.circularity(), "below", circularity);
        }
        return Optional.empty();
    }

    private Optional<Exclusion> levels(Follicle region) {
        double contrast = settings.get(FollicleSettings.CONTRAST);
        if (region.contrast() < contrast) {
            return beyond("low-contrast", "contrast", region.contrast(), "of tissue over fluid, below", contrast);
        }
        double quiet = Math.max(ECHO_FACTOR * quietest, ECHO_SHARE * (region.tissue() - region.fluid()));
        if (region.core().spread() > quiet) {
            return beyond("echoes-inside", "scatter", region.core().spread(), "gray levels, above", quiet);
        }
        return Optional.empty();
    }

    private boolean isOutsideOvary(Follicle region) {
        return ovary != null && !region.liesIn(ovary, scan.block());
    }

    /** How near its outline comes to the edge of the sector or of the picture, millimeters. */
    private double nearestEdgeMm(Follicle region) {
        double reach = settings.get(FollicleSettings.EDGE_DISTANCE) / scan.mm();
        double nearest = Double.POSITIVE_INFINITY;
        for (Point corner : region.outline().contour().points()) {
            nearest = Math.min(
                    nearest,
                    DistanceMap.inside(scan.sector(), (int) Math.floor(corner.x()), (int) Math.floor(corner.y()), reach)
                            * scan.mm());
        }
        return nearest;
    }

    private static Optional<Exclusion> beyond(String reason, String what, double value, String how, double limit) {
        return Optional.of(
                new Exclusion(reason, String.format(Locale.ROOT, "%s %.2f %s %.2f", what, value, how, limit)));
    }
}
