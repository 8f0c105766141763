package org.fertivision.phantom;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How heads and what lies between them are spread.
 *
 * @param touchingShare share of the heads that touch another one, in pairs
 * @param gapUm least distance between the circles around things that do not touch, micrometers
 * @param debrisShare crumbs for each head
 */
record Crowd(double touchingShare, double gapUm, double debrisShare) {
    /** Contrast of a round cell as a share of a head's. */
    static final double ROUND_CELL_CONTRAST = 0.6;

    private static final double ROUND_CELL_LEAST_UM = 8;
    private static final double ROUND_CELL_MOST_UM = 15;
    private static final double DEBRIS_LEAST_UM = 0.5;
    private static final double DEBRIS_MOST_UM = 2;

    static List<Setting> settings(double debrisPercent) {
        return List.of(
                Setting.number("touching", 0, "%", 0, 100, "heads that touch another one, in pairs"),
                Setting.number("gapUm", 2, "um", 0, 50, "least distance between the circles around other things"),
                Setting.number("debris", debrisPercent, "%", 0, 100, "crumbs of 0.5 to 2 um for each 100 heads"));
    }

    static Crowd of(Choices choices) {
        return new Crowd(choices.share("touching"), choices.number("gapUm"), choices.share("debris"));
    }

    /** Heads wholly in the image: pairs that touch first, then single ones. */
    List<List<Placed>> heads(int count, HeadSize size, Layout layout, Chance shapes) {
        int pairs = pairs(count);
        List<List<Placed>> clusters = new ArrayList<>();
        for (int i = 0; i < pairs; i++) {
            clusters.add(layout.pairInside(size.draw(shapes), size.draw(shapes)));
        }
        for (int i = 2 * pairs; i < count; i++) {
            clusters.add(List.of(layout.inside(size.draw(shapes))));
        }
        return clusters;
    }

    /** Heads in the image and at most {@code beyondPx} around it. */
    List<List<Placed>> heads(int count, HeadSize size, Layout layout, Chance shapes, double beyondPx) {
        int pairs = pairs(count);
        List<List<Placed>> clusters = new ArrayList<>();
        for (int i = 0; i < pairs; i++) {
            clusters.add(layout.pair(size.draw(shapes), size.draw(shapes), beyondPx));
        }
        for (int i = 2 * pairs; i < count; i++) {
            clusters.add(List.of(layout.single(size.draw(shapes), beyondPx)));
        }
        return clusters;
    }

    private int pairs(int count) {
        return (int) Math.min(count / 2, Math.round(touchingShare * count / 2));
    }

    /** Crumbs wholly in the image. */
    List<Placed> debris(int heads, Layout layout, Chance shapes) {
        int count = (int) Math.round(debrisShare * heads);
        return IntStream.range(0, count)
                .mapToObj(i -> layout.inside(crumb(shapes)))
                .toList();
    }

    /** A round cell: nearly a disc. */
    static Ellipse roundCell(Chance shapes) {
        double length = shapes.between(ROUND_CELL_LEAST_UM, ROUND_CELL_MOST_UM);
        return new Ellipse(length, Math.max(ROUND_CELL_LEAST_UM, length * shapes.between(0.92, 1)));
    }

    private static Ellipse crumb(Chance shapes) {
        double length = shapes.between(DEBRIS_LEAST_UM, DEBRIS_MOST_UM);
        return new Ellipse(length, length * shapes.between(0.5, 1));
    }

    /** Contrast of a crumb as a share of a head's. */
    static double debrisContrast(Chance looks) {
        return looks.between(0.3, 1);
    }
}
