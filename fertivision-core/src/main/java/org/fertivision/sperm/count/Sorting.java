package org.fertivision.sperm.count;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.fertivision.finding.Exclusion;
import org.fertivision.image.Region;
import org.fertivision.stats.Percentiles;

/**
 * Tells heads and round cells from what is neither, each other thing with its reason, by size, contrast and shape.
 *
 * <p>A head is as large as the settings say, not thin, and not the size of two heads of this field. What is larger is
 * parted into heads where its shape allows. What is larger than heads, round and of the right diameter is a round cell.
 * What is several heads large and can be parted into none is a cluster, which is not counted.
 */
final class Sorting {
    /** A head fills this share of its hull at least. */
    private static final double SOLID = 0.8;

    private static final double LEAST_ROUND_HEAD = 0.2;
    private static final double LEAST_ROUND_CELL = 0.7;
    /** A single head is smaller than this many median heads: heads vary by 8 to 15 % in area. */
    private static final double SINGLE = 1.45;
    /** A head without a notch is no larger than this many median heads. */
    private static final double LARGEST = 2.5;
    /** A head is no longer than this many median heads. */
    private static final double LONGEST = 1.3;
    /** What blur, noise and a dark halo take off the diameter inside the half level; up to 0.6 um on drawn fields. */
    private static final double EDGE_LOSS_UM = 0.6;
    /** More heads than this in one object are no cluster that could be judged. */
    private static final double MOST_IN_CLUSTER = 20;
    /** Half of a head that the edge cuts lies in the picture when its center does. */
    private static final double HALF = 0.5;

    private final Field field;
    private final Gates gates;
    private final Scale scale;
    private final CountingFrame frame;
    private final double medianArea;
    private final double medianLengthPx;
    private final Parting parting;

    private Sorting(Field field, List<Thing> things, Gates gates, Scale scale, CountingFrame frame) {
        this.field = field;
        this.gates = gates;
        this.scale = scale;
        this.frame = frame;
        List<Thing> heads = things.stream()
                .filter(thing -> isClear(thing) && thing.isHeadShaped(gates))
                .toList();
        this.medianArea = median(heads, Thing::areaUm2, Math.sqrt(gates.minHead() * gates.maxHead()));
        this.medianLengthPx = median(heads, thing -> thing.feret().length(), Double.POSITIVE_INFINITY);
        this.parting = new Parting(medianArea, SINGLE, scale, field.flat().plane());
    }

    static List<Sorted> of(Field field, List<Thing> things, Gates gates, Scale scale, CountingFrame frame) {
        Sorting sorting = new Sorting(field, things, gates, scale, frame);
        List<Sorted> all = new ArrayList<>();
        for (Thing thing : things) {
            sorting.sort(thing, all);
        }
        return all;
    }

    private static double median(List<Thing> things, ToDoubleFunction<Thing> measure, double ofNone) {
        return things.isEmpty()
                ? ofNone
                : Percentiles.median(things.stream().mapToDouble(measure).toArray());
    }

    private void sort(Thing thing, List<Sorted> into) {
        for (Thing part : mayBeSeveral(thing) ? parting.of(thing) : List.of(thing)) {
            into.add(placed(judged(part)));
        }
    }

    private boolean mayBeSeveral(Thing thing) {
        double heads = thing.areaUm2() / medianArea;
        return isClear(thing) && heads <= MOST_IN_CLUSTER && (heads > SINGLE || thing.solidity() < Thing.NOTCHED);
    }

    private Sorted judged(Thing thing) {
        if (!isClear(thing)) {
            return because(thing, "low-contrast", "contrast %.1f below %.1f gray levels", thing.contrast(), dimmest());
        }
        if (thing.areaUm2() < gates.minHead() && !thing.isCut()) {
            return because(thing, "too-small", "area %.1f below %.1f um2", thing.areaUm2(), gates.minHead());
        }
        double heads = thing.areaUm2() / medianArea;
        boolean notched = thing.solidity() < Thing.NOTCHED;
        if (thing.areaUm2() <= gates.maxHead() && isSingle(thing) && !isChip(thing)) {
            return thing.isCut() || thing.roundness() >= LEAST_ROUND_HEAD
                    ? Sorted.cell(thing, Sorted.SPERM)
                    : because(thing, "too-thin", "width/length %.2f below %.2f", thing.roundness(), LEAST_ROUND_HEAD);
        }
        double diameter = diameterUm(thing);
        if (!notched && isRound(thing) && diameter >= gates.minRound() - EDGE_LOSS_UM && diameter <= gates.maxRound()) {
            return Sorted.cell(thing, Sorted.ROUND_CELL);
        }
        if (isChip(thing)) {
            return because(thing, "cut-by-edge", "a piece of something longer than a head");
        }
        if (heads <= SINGLE && thing.solidity() < SOLID) {
            return because(thing, "irregular-outline", "solidity %.2f below %.2f", thing.solidity(), SOLID);
        }
        if (heads > MOST_IN_CLUSTER || !notched) {
            return because(thing, "too-large", "area %.1f um2, %.1f times a head's", thing.areaUm2(), heads);
        }
        int cells = (int) Math.max(1, Math.round(heads));
        return Sorted.cluster(thing, cells, exclusion(Sorted.CLUSTER, "area of about %d heads", cells));
    }

    /** What lies outside the counting frame does not count, whatever it is. */
    private Sorted placed(Sorted sorted) {
        Thing thing = sorted.thing();
        if (thing.isCut() && !isCenterSeen(sorted)) {
            return sorted.outside(exclusion("center-outside", "its center lies beyond the edge of the picture"));
        }
        if (!frame.contains(thing.center())) {
            return sorted.outside(exclusion("outside-frame", "its center lies in the border strip"));
        }
        return sorted;
    }

    private boolean isCenterSeen(Sorted sorted) {
        Thing thing = sorted.thing();
        if (Sorted.ROUND_CELL.equals(sorted.term())) {
            Region box = thing.box();
            return Math.min(box.width(), box.height()) >= HALF * Math.max(box.width(), box.height());
        }
        return thing.areaUm2() >= HALF * medianArea;
    }

    private boolean isClear(Thing thing) {
        return thing.contrast() >= dimmest();
    }

    private double dimmest() {
        return gates.dimFraction() * field.contrast();
    }

    /** Touching heads leave notches between them: what has none may be somewhat larger. */
    private boolean isSingle(Thing thing) {
        double heads = thing.areaUm2() / medianArea;
        return heads <= SINGLE ? thing.solidity() >= SOLID : heads <= LARGEST && thing.solidity() >= Thing.NOTCHED;
    }

    /** Whether it is a piece of something longer than a head, cut off by the edge. */
    private boolean isChip(Thing thing) {
        return thing.isCut() && thing.feret().length() > LONGEST * medianLengthPx;
    }

    private boolean isRound(Thing thing) {
        return thing.isCut() || thing.roundness() >= LEAST_ROUND_CELL;
    }

    /** Of a disc as large; of what the edge cuts, its extent along the edge. */
    private double diameterUm(Thing thing) {
        Region box = thing.box();
        return thing.isCut() ? scale.um(Math.max(box.width(), box.height())) : 2 * Math.sqrt(thing.areaUm2() / Math.PI);
    }

    private static Sorted because(Thing thing, String reason, String detail, Object... figures) {
        return Sorted.other(thing, exclusion(reason, detail, figures));
    }

    private static Exclusion exclusion(String reason, String detail, Object... figures) {
        return new Exclusion(reason, String.format(Locale.ROOT, detail, figures));
    }
}
