package org.fertivision.phantom;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Draws stained smears in color: heads with a dark nucleus and a pale acrosome cap of an exact share, tails, crumbs. They
 * are looked at as sperm morphology.
 */
final class StainedSmearPhantom implements Recipe<Drawn> {
    private static final String NAME = "stained-smear";
    private static final String KIND = "sperm-morphology";
    private static final String CELLS = "cells";
    private static final String ACROSOME = "acrosome";
    private static final List<Double> GROUND = List.of(225.0, 230.0, 235.0);
    private static final List<Double> NUCLEUS = List.of(-165.0, -205.0, -35.0);
    private static final List<Double> CAP_PALER = List.of(105.0, 95.0, 25.0);
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
        for (List<Placed> cluster : clusters) {
            scene.add(cluster.stream()
                    .map(head -> new Sperm(ObjectClass.SPERM, head, tails.draw(looks), NUCLEUS))
                    .toList());
            cluster.forEach(head -> cap(scene, head, choices.share(ACROSOME), microscope.umPerPixel()));
        }
        debris.forEach(crumb -> scene.add(ObjectClass.DEBRIS, crumb, NUCLEUS));
        return scene.photograph(
                KIND,
                seed,
                choices,
                GROUND,
                microscope.noise(-NUCLEUS.get(1), GROUND.get(1)),
                summary(scene.objects(), choices.share(ACROSOME)));
    }

    private static void cap(Scene scene, Placed head, double share, double umPerPixel) {
        if (share > 0) {
            scene.shade(Outline.cap(head, share, umPerPixel), CAP_PALER);
        }
    }

    /** Means over the heads that lie wholly in the image. */
    private static List<TrueValue> summary(List<TrueObject> objects, double acrosome) {
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
        }
        return values;
    }

    private static TrueValue mean(String code, List<Ellipse> heads, ToDoubleFunction<Ellipse> measure, String unit) {
        return new TrueValue(code, heads.stream().mapToDouble(measure).sum() / heads.size(), unit);
    }
}
