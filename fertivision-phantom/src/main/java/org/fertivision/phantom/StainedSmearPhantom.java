package org.fertivision.phantom;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.fertivision.image.Point;

/**
 * Draws stained smears in color: heads with a dark nucleus, hollows in it and a pale acrosome cap of an exact share,
 * midpieces, cytoplasm of an exact share left at them, tails, crumbs. They are looked at as sperm morphology.
 */
final class StainedSmearPhantom implements Recipe<Drawn> {
    private static final String NAME = "stained-smear";
    private static final String KIND = "sperm-morphology";
    private static final String CELLS = "cells";
    private static final String ACROSOME = "acrosome";
    private static final List<Double> GROUND = List.of(225.0, 230.0, 235.0);
    private static final List<Double> NUCLEUS = List.of(-165.0, -205.0, -35.0);
    private static final List<Double> CAP_PALER = List.of(105.0, 95.0, 25.0);
    private static final String VACUOLES = "vacuoles";
    private static final String MIDPIECE = "midpieceUm";
    private static final String ANGLE = "neckDeg";
    private static final String CURL = "curlDeg";
    private static final List<Double> THICK = List.of(-52.0, -32.0, -4.0);
    private static final String CYTOPLASM = "cytoplasm";
    private static final List<Double> BLUISH = List.of(-62.0, -55.0, -10.0);
    private static final List<Double> HOLLOW = List.of(70.0, 80.0, 15.0);
    private static final double HOLLOW_UM = 0.7;
    private static final double HOLLOWS_AT = -0.25;
    private static final double HOLLOWS_APART_UM = 1.1;
    private static final double NEAREST_LEVEL = 2;

    @Override
    public String kind() {
        return NAME;
    }

    @Override
    public List<Setting> settings() {
        List<Setting> all = new ArrayList<>();
        all.add(Setting.whole(CELLS, 12, "1", 0, 500, "heads that lie wholly in the image"));
        all.add(Setting.whole("borderCells", 1, "1", 0, 100, "further heads that the border cuts"));
        all.add(Setting.number(ACROSOME, 55, "%", 0, 90, "share of the head that the acrosome takes"));
        all.add(Setting.whole(VACUOLES, 0, "1", 0, 2, "vacuoles of 0.7 um in each nucleus"));
        all.add(Setting.number(MIDPIECE, 0.8, "um", 0.3, 2, "width of the midpiece, which is 4.5 um long"));
        all.add(Setting.number(ANGLE, 0, "deg", -90, 90, "angle between head and midpiece"));
        all.add(Setting.number(
                CYTOPLASM, 0, "%", 0, 100, "cytoplasm left beside each midpiece, share of the area of its head"));
        all.add(Setting.number(CURL, 0, "deg", 0, 720, "how far the tail turns one way beyond the midpiece"));
        all.addAll(HeadSize.settings(4.1, 2.8));
        all.addAll(Crowd.settings(30));
        all.addAll(Tails.settings(true, 45, 15));
        all.addAll(Microscope.settings(1280, 1024, 0.06, 1.25, 30));
        return List.copyOf(all);
    }

    @Override
    public Map<String, String> presets() {
        return Map.of();
    }

    @Override
    public Drawn draw(long seed, Choices choices) {
        Microscope microscope = Microscope.of(choices);
        for (int channel = 0; channel < GROUND.size(); channel++) {
            Tone.check(GROUND.get(channel) - NEAREST_LEVEL, NUCLEUS.get(channel), 0, microscope.gradient());
        }
        Crowd crowd = Crowd.of(choices);
        Layout layout = new Layout(microscope, crowd.gapUm(), Chance.of(seed, "layout"));
        Chance shapes = Chance.of(seed, "shapes");
        HeadSize size = HeadSize.of(choices);
        List<List<Placed>> clusters = new ArrayList<>(crowd.heads(choices.whole(CELLS), size, layout, shapes));
        for (int i = 0; i < choices.whole("borderCells"); i++) {
            clusters.add(List.of(layout.acrossBorder(size.draw(shapes))));
        }
        List<Placed> debris = crowd.debris(choices.whole(CELLS), layout, shapes);
        Scene scene = new Scene(microscope, GROUND.size());
        Chance looks = Chance.of(seed, "looks");
        Tails tails = Tails.of(choices);
        Chance droplets = Chance.of(seed, CYTOPLASM);
        for (List<Placed> cluster : clusters) {
            List<Sperm> sperm = new ArrayList<>();
            for (Placed head : cluster) {
                Tail tail = tails.draw(looks).curled(StrictMath.toRadians(choices.number(CURL)));
                sperm.add(new Sperm(ObjectClass.SPERM, head, tail, NUCLEUS));
            }
            scene.addHeads(sperm);
            for (Sperm one : sperm) {
                cap(scene, one.head(), choices.share(ACROSOME), microscope.umPerPixel());
                hollows(scene, one.head(), choices.whole(VACUOLES), microscope.umPerPixel());
                thread(scene, one, choices, microscope.umPerPixel(), droplets);
            }
        }
        debris.forEach(crumb -> scene.add(ObjectClass.DEBRIS, crumb, NUCLEUS));
        return scene.photograph(
                KIND,
                seed,
                choices,
                GROUND,
                microscope.noise(-NUCLEUS.get(1), GROUND.get(1)),
                summary(scene.objects(), choices));
    }

    private static void cap(Scene scene, Placed head, double share, double umPerPixel) {
        if (share > 0) {
            scene.shade(Outline.cap(head, share, umPerPixel), CAP_PALER);
        }
    }

    private static void hollows(Scene scene, Placed head, int count, double umPerPixel) {
        double along = HOLLOWS_AT * head.shape().lengthUm();
        double cos = StrictMath.cos(head.angleRad());
        double sin = StrictMath.sin(head.angleRad());
        for (int i = 0; i < count; i++) {
            double across = (i - (count - 1) / 2.0) * HOLLOWS_APART_UM;
            Point center = new Point(
                    head.centerPx().x() + (along * cos - across * sin) / umPerPixel,
                    head.centerPx().y() + (along * sin + across * cos) / umPerPixel);
            scene.shine(new Placed(center, 0, new Ellipse(HOLLOW_UM, HOLLOW_UM)), HOLLOW);
        }
    }

    private static void thread(Scene scene, Sperm sperm, Choices choices, double umPerPixel, Chance droplets) {
        Tail tail = sperm.tail();
        if (!tail.isDrawn()) {
            return;
        }
        double bent = StrictMath.toRadians(choices.number(ANGLE));
        double heading = sperm.head().angleRad() + Math.PI + bent;
        Point neck = sperm.neckPx(umPerPixel);
        List<Double> pale =
                NUCLEUS.stream().map(levels -> tail.contrastShare() * levels).toList();
        scene.shade(tail.outline(neck, heading, umPerPixel), pale);
        scene.shade(tail.midpiece(neck, heading, choices.number(MIDPIECE), umPerPixel), THICK);
        double cytoplasmUm2 = choices.share(CYTOPLASM) * sperm.head().shape().areaUm2();
        int side = bent == 0 ? 2 * droplets.below(2) - 1 : awayFromHead(bent);
        Droplet droplet = Droplet.random(cytoplasmUm2, side, droplets);
        if (cytoplasmUm2 > 0) {
            scene.shade(droplet.outline(tail, neck, heading, choices.number(MIDPIECE), umPerPixel), BLUISH);
        }
    }

    /** The outer side of a neck that is bent. */
    private static int awayFromHead(double bentRad) {
        return bentRad > 0 ? -1 : 1;
    }

    /** Means over the heads that lie wholly in the image. */
    private static List<TrueValue> summary(List<TrueObject> objects, Choices choices) {
        double acrosome = choices.share(ACROSOME);
        List<Ellipse> heads = objects.stream()
                .filter(TrueObject::isWholeSperm)
                .map(TrueObject::shape)
                .toList();
        List<TrueValue> values = new ArrayList<>();
        values.add(new TrueValue(CELLS, heads.size(), "1"));
        if (!heads.isEmpty()) {
            values.add(mean("headArea", heads, Ellipse::areaUm2, "um2"));
            values.add(mean("headLength", heads, Ellipse::lengthUm, "um"));
            values.add(mean("headWidth", heads, Ellipse::widthUm, "um"));
            values.add(mean("acrosomeArea", heads, head -> acrosome * head.areaUm2(), "um2"));
            values.add(new TrueValue("acrosomeFraction", 100 * acrosome, "%"));
            values.add(new TrueValue(VACUOLES, choices.whole(VACUOLES), "1"));
            if (choices.flag("tail")) {
                values.add(new TrueValue("midpieceLength", Tail.MIDPIECE_UM, "um"));
                values.add(new TrueValue("midpieceWidth", choices.number(MIDPIECE), "um"));
                values.add(new TrueValue("midpieceAngle", Math.abs(choices.number(ANGLE)), "deg"));
                values.add(new TrueValue("cytoplasmicResidue", 100 * choices.share(CYTOPLASM), "%"));
                values.add(new TrueValue("tailLength", choices.number("tailUm") - Tail.MIDPIECE_UM, "um"));
                if (choices.number(CURL) > 0) {
                    values.add(new TrueValue("tailTurning", choices.number(CURL), "deg"));
                }
            }
        }
        return values;
    }

    private static TrueValue mean(String code, List<Ellipse> heads, ToDoubleFunction<Ellipse> measure, String unit) {
        return new TrueValue(code, heads.stream().mapToDouble(measure).sum() / heads.size(), unit);
    }
}
