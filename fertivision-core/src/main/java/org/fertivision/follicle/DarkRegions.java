package org.fertivision.follicle;

import java.util.ArrayList;
import java.util.List;
import org.fertivision.image.Region;
import org.fertivision.pixel.Blob;
import org.fertivision.pixel.Components;
import org.fertivision.pixel.Connectivity;
import org.fertivision.pixel.DiscShaping;
import org.fertivision.pixel.DistanceParts;
import org.fertivision.pixel.Mask;
import org.fertivision.spi.Settings;
import org.fertivision.spi.Work;

/**
 * Regions without echoes: darker than tissue by half the way to fluid and by several standard deviations of its speckle.
 * The second condition keeps a picture without any fluid from having any; a floor taken from the picture alone finds a
 * hundred in it. What is pinched is parted; what is convex never is, since tubes would fall into rows of follicles.
 *
 * @param all everything that is dark, whatever its size
 * @param parts the regions of at least the smallest size, pinched ones in parts
 */
record DarkRegions(Mask all, List<Part> parts) {
    private static final double OPENING_MM = 0.25;
    private static final double SMALLEST_MM = 1.2;
    /** A region with less of its hull filled is pinched. */
    private static final double SPLIT_SOLIDITY = 0.93;
    /** Where a region is hardly pinched, it stays whole and is called touching. */
    private static final double PINCHED_SOLIDITY = 0.96;

    /** Holes are filled up to this growth of a region. */
    private static final double MOST_FILLED = 1.5;

    private static final double PINCH = 0.2;

    /**
     * A region or a part of one.
     *
     * @param blob its pixels
     * @param touching whether it was parted from another, or is hardly pinched and may be two
     */
    record Part(Blob blob, boolean touching) {}

    static DarkRegions of(OvaryScan scan, Settings settings, Work work) {
        Mask dark = scan.tissue()
                .below(
                        scan.smooth(),
                        scan.sector(),
                        1 - settings.get(FollicleSettings.FIND_LEVEL),
                        settings.get(FollicleSettings.NOISE_FACTOR));
        Mask filled = Mask.union(
                dark.box(),
                Components.of(dark, Connectivity.FOUR).stream()
                        .map(DarkRegions::withoutHoles)
                        .toList());
        Mask opened = DiscShaping.opened(filled, OPENING_MM / scan.mm());
        double smallest = Math.PI / 4 * SMALLEST_MM * SMALLEST_MM / (scan.mmX() * scan.mmY());
        List<Part> parts = new ArrayList<>();
        for (Blob region : Components.of(opened, Connectivity.FOUR)) {
            work.checkpoint();
            if (region.area() >= smallest) {
                parts.addAll(partsOf(withoutHoles(region), scan));
            }
        }
        return new DarkRegions(filled, List.copyOf(parts));
    }

    /** The same with the parts alone whose outline may reach into a box of the image. */
    DarkRegions near(Region box, OvaryScan scan) {
        double reach = Follicle.REACH_MM / scan.mm() + 1;
        return new DarkRegions(
                all,
                parts.stream()
                        .filter(part -> {
                            Region own = part.blob().box();
                            return scan.block() * (own.right() + reach) >= box.x()
                                    && scan.block() * (own.x() - reach) <= box.right()
                                    && scan.block() * (own.bottom() + reach) >= box.y()
                                    && scan.block() * (own.y() - reach) <= box.bottom();
                        })
                        .toList());
    }

    /** Echoes inside a region are filled; a dark rim around a large bright piece is no region with a hole. */
    private static Blob withoutHoles(Blob region) {
        Blob filled = region.filled();
        return filled.area() <= MOST_FILLED * region.area() ? filled : region;
    }

    private static List<Part> partsOf(Blob region, OvaryScan scan) {
        double solidity = region.latticeSolidity();
        if (solidity >= SPLIT_SOLIDITY) {
            return List.of(new Part(region, solidity < PINCHED_SOLIDITY));
        }
        List<Blob> parts = DistanceParts.of(region, PINCH, SMALLEST_MM / 2 / scan.mm());
        boolean parted = parts.size() > 1;
        return parts.stream().map(part -> new Part(part, parted)).toList();
    }
}
