package org.fertivision.sperm.morphology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.fertivision.image.Region;
import org.fertivision.pixel.Blob;
import org.fertivision.pixel.Components;
import org.fertivision.pixel.Connectivity;
import org.fertivision.pixel.EdgeLevel;
import org.fertivision.pixel.EdgeOutline;
import org.fertivision.pixel.Neighborhood;
import org.fertivision.pixel.Polarity;
import org.fertivision.pixel.Raster;
import org.fertivision.pixel.Threshold;

/**
 * Draws the outline of the object behind a seed: the level is read from the object's own plateau and surroundings, the
 * mask grows or shrinks to that level, and both are read again from the new mask. Heads that only their halos joined fall
 * apart on the way.
 */
final class HeadOutliner {
    private static final int MARGIN_PX = 4;
    private static final int OTHERS_MARGIN_PX = 3;
    private static final int ROUNDS = 2;
    private static final double SMALLEST_PART = 0.2;
    private static final int FEWEST_PIXELS = 10;

    private final Scene scene;
    private final double share;

    HeadOutliner(Scene scene, double share) {
        this.scene = scene;
        this.share = share;
    }

    /** The outlines behind a seed: usually one, more where a seed held several objects, none where no level was found. */
    List<HeadOutline> outline(Blob seed) {
        Region box = seed.box();
        int margin = Math.max(box.width(), box.height()) + MARGIN_PX;
        Region region = box.grown(margin, scene.gray().width(), scene.gray().height());
        Raster raster = upright(region);
        boolean[] taken =
                Neighborhood.taken(seed, region, scene.flat().plane(), scene.aboveSeedLevel(), OTHERS_MARGIN_PX);
        List<Blob> masks = List.of(seed);
        for (int round = 0; round < ROUNDS; round++) {
            masks = grown(masks, raster, taken, round == 0 ? SMALLEST_PART : 1);
        }
        List<HeadOutline> outlines = new ArrayList<>();
        for (Blob mask : masks) {
            EdgeLevel.of(mask, raster, taken, share)
                    .flatMap(edge -> outline(mask, edge, raster))
                    .ifPresent(outlines::add);
        }
        return outlines;
    }

    private List<Blob> grown(List<Blob> masks, Raster raster, boolean[] taken, double smallestPart) {
        List<Blob> next = new ArrayList<>();
        for (Blob mask : masks) {
            EdgeLevel.of(mask, raster, taken, share)
                    .ifPresent(edge -> next.addAll(parts(mask, edge, raster, smallestPart)));
        }
        return next;
    }

    /** The components above the edge's level that hold enough of the mask; the best one alone where the share is 1. */
    private static List<Blob> parts(Blob mask, EdgeLevel edge, Raster raster, double smallestPart) {
        List<Blob> above =
                Components.of(raster, Threshold.brighterThan(edge.level()), Connectivity.EIGHT, FEWEST_PIXELS);
        if (smallestPart < 1) {
            return above.stream()
                    .filter(part -> part.overlap(mask) >= smallestPart * mask.area())
                    .map(Blob::filled)
                    .toList();
        }
        return above.stream()
                .filter(part -> part.overlap(mask) > 0)
                .max(Comparator.comparingInt((Blob part) -> part.overlap(mask)))
                .map(Blob::filled)
                .stream()
                .toList();
    }

    private Optional<HeadOutline> outline(Blob mask, EdgeLevel edge, Raster raster) {
        return parts(mask, edge, raster, 1).stream()
                .findFirst()
                .flatMap(last -> EdgeOutline.of(last, raster, edge)
                        .map(sharp -> new HeadOutline(
                                last,
                                edge,
                                sharp.contour(),
                                sharp.contour().feret(),
                                sharp.edgeWidth(),
                                last.intensity(scene.gray()).mean(),
                                reachesRim(last, raster.region()))));
    }

    /** Whether the mask meets the rim of its patch where the picture goes on beyond. */
    private boolean reachesRim(Blob mask, Region patch) {
        Region box = mask.box();
        boolean left = box.x() == patch.x() && patch.x() > 0;
        boolean top = box.y() == patch.y() && patch.y() > 0;
        boolean right =
                box.right() == patch.right() && patch.right() < scene.gray().width();
        boolean bottom =
                box.bottom() == patch.bottom() && patch.bottom() < scene.gray().height();
        return left || top || right || bottom;
    }

    /** A patch of the picture in which heads are bright. */
    private Raster upright(Region region) {
        Raster raster = Raster.of(scene.gray(), region);
        return scene.flat().polarity() == Polarity.BRIGHT
                ? raster
                : raster.turnedOver(scene.gray().maximum());
    }
}
