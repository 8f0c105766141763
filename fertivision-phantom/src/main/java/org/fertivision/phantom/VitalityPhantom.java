package org.fertivision.phantom;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Draws fields of live and dead sperm: SYBR-14 green, propidium iodide red, some cells both. */
final class VitalityPhantom implements Recipe<Drawn> {
    private static final String KIND = "sperm-vitality";
    private static final String CELLS = "cells";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<Setting> settings() {
        List<Setting> all = new ArrayList<>();
        all.add(Setting.choice(
                Choices.PRESET,
                List.of("ram", "human"),
                "values that belong together; any of them can be set besides"));
        all.add(Setting.whole(CELLS, 75, "1", 0, 5000, "heads that lie wholly in the image"));
        all.add(Setting.whole("borderCells", 0, "1", 0, 200, "further heads that the border cuts"));
        all.addAll(Dyes.settings());
        all.addAll(HeadSize.settings(8, 4.6));
        all.addAll(Crowd.settings(10));
        all.addAll(Tails.settings(true, 60, 8));
        all.addAll(Microscope.settings(1920, 1280, 0.481, 0.4, 50));
        return List.copyOf(all);
    }

    @Override
    public Map<String, String> presets() {
        return Map.of("human", "lengthUm=5 widthUm=3 tailUm=45");
    }

    @Override
    public Drawn draw(long seed, Choices choices) {
        Microscope microscope = Microscope.of(choices);
        Dyes dyes = Dyes.of(choices, microscope.gradient());
        Crowd crowd = Crowd.of(choices);
        Layout layout = new Layout(microscope, crowd.gapUm(), Chance.of(seed, "layout"));
        Chance shapes = Chance.of(seed, "shapes");
        HeadSize size = HeadSize.of(choices);
        int cells = choices.whole(CELLS);
        List<List<Placed>> clusters = new ArrayList<>(crowd.heads(cells, size, layout, shapes));
        for (int i = 0; i < choices.whole("borderCells"); i++) {
            clusters.add(List.of(layout.acrossBorder(size.draw(shapes))));
        }
        List<Placed> debris = crowd.debris(cells, layout, shapes);

        Scene scene = new Scene(microscope, 3);
        Chance looks = Chance.of(seed, "looks");
        Tails tails = Tails.of(choices);
        List<ObjectClass> lives = new ArrayList<>(dyes.classes(cells, looks));
        lives.addAll(dyes.classes(choices.whole("borderCells"), looks));
        int next = 0;
        for (List<Placed> cluster : clusters) {
            List<Sperm> sperm = new ArrayList<>();
            for (Placed head : cluster) {
                ObjectClass life = lives.get(next++);
                sperm.add(new Sperm(life, head, tails.draw(looks), dyes.contrast(life, looks)));
            }
            scene.add(sperm);
        }
        debris.forEach(crumb -> scene.add(ObjectClass.DEBRIS, crumb, dyes.crumb(looks)));
        return scene.photograph(
                KIND,
                seed,
                choices,
                List.of(dyes.background(), dyes.background(), dyes.background()),
                microscope.noise(dyes.weakerContrast(), dyes.background()),
                summary(scene.objects()));
    }

    /** Shares of the heads that lie wholly in the image; a head stained twice is dead. */
    private static List<TrueValue> summary(List<TrueObject> objects) {
        List<TrueObject> heads =
                objects.stream().filter(TrueObject::isWholeSperm).toList();
        List<TrueValue> values = new ArrayList<>();
        values.add(new TrueValue("cells", heads.size(), "1"));
        if (!heads.isEmpty()) {
            long live = heads.stream()
                    .filter(head -> head.objectClass() == ObjectClass.LIVE_SPERM)
                    .count();
            values.add(new TrueValue("live", 100.0 * live / heads.size(), "%"));
            values.add(new TrueValue("dead", 100.0 * (heads.size() - live) / heads.size(), "%"));
        }
        return values;
    }
}
