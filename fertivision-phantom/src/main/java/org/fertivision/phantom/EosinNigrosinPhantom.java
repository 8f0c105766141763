package org.fertivision.phantom;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fertivision.image.Point;

/**
 * Draws smears stained with eosin and nigrosin: white live heads, some with a pink neck, and pink dead ones on a dark purple
 * ground. They are looked at as sperm vitality.
 */
final class EosinNigrosinPhantom implements Recipe<Drawn> {
    private static final String NAME = "eosin-nigrosin";
    private static final String KIND = "sperm-vitality";
    private static final String CELLS = "cells";
    private static final String LIVE = "live";
    private static final String EOSIN = "eosin";
    private static final List<Double> GROUND = List.of(92.0, 66.0, 104.0);
    private static final List<Double> WHITE = List.of(118.0, 136.0, 108.0);
    /** How much of its light over the ground the darkest pink takes from red, green and blue. */
    private static final List<Double> TAKEN = List.of(0.08, 0.75, 0.45);

    private static final double NECK_SIZE = 0.28;

    @Override
    public String kind() {
        return NAME;
    }

    @Override
    public List<Setting> settings() {
        List<Setting> all = new ArrayList<>();
        all.add(Setting.whole(CELLS, 60, "1", 0, 2000, "heads that lie wholly in the image"));
        all.add(Setting.whole("borderCells", 0, "1", 0, 100, "further heads that the border cuts"));
        all.add(Setting.number(LIVE, 60, "%", 0, 100, "heads without eosin"));
        all.add(Setting.number("neck", 10, "%", 0, 100, "live heads of which the neck alone is pink"));
        all.add(Setting.number(EOSIN, 80, "%", 30, 100, "how dark the pink of dead heads is, of the darkest"));
        all.add(Setting.number("contrastCv", 4, "%", 0, 7, "coefficient of variation of the contrast"));
        all.addAll(HeadSize.settings(5, 3));
        all.addAll(Crowd.settings(10));
        all.addAll(Tails.settings(true, 45, 12));
        all.addAll(Microscope.settings(1280, 1024, 0.12, 0.75, 30));
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
            Tone.check(GROUND.get(channel), WHITE.get(channel), choices.share("contrastCv"), microscope.gradient());
        }
        Crowd crowd = Crowd.of(choices);
        Layout layout = new Layout(microscope, crowd.gapUm(), Chance.of(seed, "layout"));
        Chance shapes = Chance.of(seed, "shapes");
        HeadSize size = HeadSize.of(choices);
        int inside = choices.whole(CELLS);
        List<List<Placed>> clusters = new ArrayList<>(crowd.heads(inside, size, layout, shapes));
        int cut = choices.whole("borderCells");
        for (int i = 0; i < cut; i++) {
            clusters.add(List.of(layout.acrossBorder(size.draw(shapes))));
        }
        List<Placed> debris = crowd.debris(inside, layout, shapes);
        Scene scene = new Scene(microscope, GROUND.size());
        Chance looks = Chance.of(seed, "looks");
        List<Boolean> lives = lives(inside, choices, looks);
        lives.addAll(lives(cut, choices, looks));
        int next = 0;
        for (List<Placed> cluster : clusters) {
            List<Sperm> sperm = new ArrayList<>();
            for (Placed head : cluster) {
                sperm.add(sperm(head, lives.get(next++), choices, looks));
            }
            scene.add(sperm);
            sperm.forEach(one -> neck(scene, one, choices, microscope.umPerPixel(), looks));
        }
        debris.forEach(crumb -> scene.add(ObjectClass.DEBRIS, crumb, scaled(Crowd.debrisContrast(looks))));
        Drawn drawn = scene.photograph(
                KIND, seed, choices, GROUND, microscope.noise(WHITE.get(1), GROUND.get(1)), summary(scene.objects()));
        return told(drawn);
    }

    /** The same picture with what a person would tell of it: the stain. */
    private static Drawn told(Drawn drawn) {
        Truth truth = drawn.truth();
        return new Drawn(
                drawn.frame(),
                drawn.calibration(),
                new Truth(
                        truth.kind(),
                        truth.seed(),
                        truth.widthPx(),
                        truth.heightPx(),
                        truth.channels(),
                        truth.calibration(),
                        truth.settings(),
                        truth.objects(),
                        truth.summary(),
                        new TreeMap<>(Map.of("stain", NAME))));
    }

    private static List<Boolean> lives(int heads, Choices choices, Chance looks) {
        long live = Math.round(choices.share(LIVE) * heads);
        List<Boolean> lives = new ArrayList<>();
        for (int i = 0; i < heads; i++) {
            lives.add(i < live);
        }
        looks.shuffle(lives);
        return lives;
    }

    private static Sperm sperm(Placed head, boolean live, Choices choices, Chance looks) {
        double factor = Tone.factor(choices.share("contrastCv"), looks);
        List<Double> levels = live ? scaled(factor) : pink(factor, choices.share(EOSIN));
        return new Sperm(
                live ? ObjectClass.LIVE_SPERM : ObjectClass.DEAD_SPERM,
                head,
                Tails.of(choices).draw(looks),
                levels);
    }

    /** A pink spot where the tail leaves a live head, on some. */
    private static void neck(Scene scene, Sperm sperm, Choices choices, double umPerPixel, Chance looks) {
        if (looks.uniform() >= choices.share("neck") || sperm.objectClass() != ObjectClass.LIVE_SPERM) {
            return;
        }
        Point neck = sperm.neckPx(umPerPixel);
        double spot = NECK_SIZE * sperm.head().shape().widthUm();
        List<Double> taken = new ArrayList<>();
        for (int channel = 0; channel < WHITE.size(); channel++) {
            taken.add(-choices.share(EOSIN) * TAKEN.get(channel) * WHITE.get(channel));
        }
        Point within = new Point(
                neck.x() + spot / umPerPixel * StrictMath.cos(sperm.head().angleRad()),
                neck.y() + spot / umPerPixel * StrictMath.sin(sperm.head().angleRad()));
        scene.shine(new Placed(within, 0, new Ellipse(spot, spot)), taken);
    }

    private static List<Double> scaled(double factor) {
        return WHITE.stream().map(level -> factor * level).toList();
    }

    private static List<Double> pink(double factor, double eosin) {
        List<Double> levels = new ArrayList<>();
        for (int channel = 0; channel < WHITE.size(); channel++) {
            levels.add(factor * WHITE.get(channel) * (1 - eosin * TAKEN.get(channel)));
        }
        return levels;
    }

    private static List<TrueValue> summary(List<TrueObject> objects) {
        List<TrueObject> heads =
                objects.stream().filter(TrueObject::isWholeSperm).toList();
        List<TrueValue> values = new ArrayList<>();
        values.add(new TrueValue(CELLS, heads.size(), "1"));
        if (!heads.isEmpty()) {
            double live = heads.stream()
                    .filter(head -> head.objectClass() == ObjectClass.LIVE_SPERM)
                    .count();
            values.add(new TrueValue(LIVE, 100 * live / heads.size(), "%"));
            values.add(new TrueValue("dead", 100 * (heads.size() - live) / heads.size(), "%"));
        }
        return values;
    }
}
