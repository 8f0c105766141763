package org.fertivision.sperm.count;

import java.util.ArrayList;
import java.util.List;
import org.fertivision.image.Plane;
import org.fertivision.pixel.Blob;
import org.fertivision.pixel.Components;
import org.fertivision.pixel.Connectivity;
import org.fertivision.pixel.Contour;
import org.fertivision.pixel.Raster;
import org.fertivision.pixel.Surround;
import org.fertivision.pixel.Threshold;
import org.fertivision.spi.Work;

/** Cuts the objects of a field out, each at its own half level. */
final class Things {
    /** Objects below this share of the smallest head are specks, not worth a line each. */
    private static final double SPECK_SHARE = 0.3;

    private static final double HALO_UM = 1.5;
    private static final double SURROUND_UM = 5;
    private static final int CONTOUR_MARGIN_PX = 2;
    private static final int FEWEST_AROUND = 20;
    private static final int CHECK_EVERY = 64;

    private final Field field;
    private final Scale scale;
    private final int speckPx;

    private Things(Field field, Scale scale, Gates gates) {
        this.field = field;
        this.scale = scale;
        this.speckPx = (int) Math.max(2, SPECK_SHARE * scale.px2(gates.minHead()));
    }

    /** All objects that are no specks. */
    static List<Thing> of(Field field, Scale scale, Gates gates, Work work) {
        Things things = new Things(field, scale, gates);
        List<Thing> all = new ArrayList<>();
        int seen = 0;
        for (Blob blob : field.objects(things.speckPx)) {
            if (seen++ % CHECK_EVERY == 0) {
                work.checkpoint();
            }
            things.cutOut(blob, all);
        }
        return all;
    }

    private void cutOut(Blob blob, List<Thing> into) {
        Plane plane = field.flat().plane();
        double background = background(blob);
        double contrast = field.brightness(blob) - background;
        double half = background + contrast / 2;
        Raster box = Raster.of(plane, blob.box());
        Threshold halfLevel = field.above(Math.max(half, field.level()));
        for (Blob piece : Components.of(box, halfLevel, Connectivity.EIGHT, speckPx)) {
            if (isPart(piece, blob)) {
                Contour.around(piece, plane, halfLevel, CONTOUR_MARGIN_PX)
                        .ifPresent(contour -> into.add(Thing.of(contour, contrast, scale, plane)));
            }
        }
    }

    private double background(Blob blob) {
        Surround around = Surround.of(
                blob,
                field.flat().plane(),
                scale.pixels(HALO_UM),
                scale.pixels(HALO_UM) + scale.pixels(SURROUND_UM),
                field.above(field.level()));
        return around.samples() < FEWEST_AROUND ? 0 : field.flat().gray(around.median());
    }

    /** Whether a piece of the same picture above a higher level lies in a blob: it does wholly or not at all. */
    private static boolean isPart(Blob piece, Blob blob) {
        boolean[] inside = {true};
        piece.forEachRun((y, from, to) -> inside[0] &= blob.contains(from, y));
        return inside[0];
    }
}
