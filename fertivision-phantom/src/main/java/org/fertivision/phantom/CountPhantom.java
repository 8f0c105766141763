package org.fertivision.phantom;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Draws fields of a counting chamber: a Poisson number of sperm from a sample of known concentration, round cells and
 * debris. Cells lie around the field too, so that the border cuts some; those with their center in the half-open frame
 * [0, width) x [0, height) count.
 */
final class CountPhantom implements Recipe<Drawn> {
    private static final String KIND = "sperm-count";
    private static final double AROUND_UM = 30;
    private static final double UM3_PER_ML = 1e12;
    private static final double MILLION = 1e6;
    private static final double HALO_UM = 1;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<Setting> settings() {
        List<Setting> all = new ArrayList<>();
        all.add(Setting.choice(
                Choices.PRESET,
                List.of("leja-phase", "makler-bright-field"),
                "values that belong together; any of them can be set besides"));
        all.add(Setting.number(
                "concentration",
                25,
                "10*6/mL",
                0,
                1000,
                "sperm in the undiluted sample; the field holds a Poisson number"));
        all.add(Setting.number("roundCells", 1, "10*6/mL", 0, 100, "round cells of 8 to 15 um in the sample"));
        all.add(Setting.number("dilution", 1, "1", 1, 100, "dilution factor: 20 for one part and 19 parts"));
        all.add(Setting.number("depthUm", 20, "um", 1, 200, "depth of the chamber"));
        all.addAll(HeadSize.settings(5, 3));
        all.addAll(Crowd.settings(10));
        all.addAll(Tone.settings(false, 90, 110, 15));
        all.add(Setting.number("halo", 40, "%", 0, 60, "ring of opposite contrast around cells, of their contrast"));
        all.addAll(Tails.settings(true, 45, 20));
        all.addAll(Microscope.settings(1280, 1024, 0.48, 0.4, 15));
        return List.copyOf(all);
    }

    @Override
    public Map<String, String> presets() {
        return Map.of("makler-bright-field", "depthUm=10 polarity=dark background=180 contrast=90 halo=0");
    }

    @Override
    public Drawn draw(long seed, Choices choices) {
        Microscope microscope = Microscope.of(choices);
        Tone tone = Tone.of(choices, microscope.gradient());
        double halo = choices.share("halo");
        Tone.check(tone.background(), -halo * tone.contrast(), tone.contrastCv(), microscope.gradient());
        Crowd crowd = Crowd.of(choices);
        Layout layout = new Layout(microscope, crowd.gapUm(), Chance.of(seed, "layout"));
        Chance shapes = Chance.of(seed, "shapes");
        Chance numbers = Chance.of(seed, "numbers");
        double aroundPx = AROUND_UM / microscope.umPerPixel();
        double perMillion = millilitersSeen(microscope, choices, AROUND_UM) * MILLION;
        int sperm = numbers.poisson(choices.number("concentration") * perMillion);
        int round = numbers.poisson(choices.number("roundCells") * perMillion);
        List<Placed> roundCells = new ArrayList<>();
        for (int i = 0; i < round; i++) {
            roundCells.add(layout.single(Crowd.roundCell(shapes), aroundPx));
        }
        List<List<Placed>> clusters = crowd.heads(sperm, HeadSize.of(choices), layout, shapes, aroundPx);
        List<Placed> debris = crowd.debris(sperm, layout, shapes);

        Scene scene = new Scene(microscope, 1);
        Chance looks = Chance.of(seed, "looks");
        Tails tails = Tails.of(choices);
        for (List<Placed> cluster : clusters) {
            List<Sperm> drawn = cluster.stream()
                    .map(head -> new Sperm(ObjectClass.SPERM, head, tails.draw(looks), List.of(tone.draw(looks))))
                    .toList();
            drawn.forEach(
                    one -> ring(scene, one.head(), halo * one.contrastLevels().get(0)));
            scene.add(drawn);
        }
        for (Placed cell : roundCells) {
            double contrast = Crowd.ROUND_CELL_CONTRAST * tone.contrast();
            ring(scene, cell, halo * contrast);
            scene.add(ObjectClass.ROUND_CELL, cell, List.of(contrast));
        }
        debris.forEach(
                crumb -> scene.add(ObjectClass.DEBRIS, crumb, List.of(Crowd.debrisContrast(looks) * tone.contrast())));
        return scene.photograph(
                KIND,
                seed,
                choices,
                List.of(tone.background()),
                microscope.noise(tone.contrast(), tone.background()),
                summary(scene.objects(), millilitersSeen(microscope, choices, 0)));
    }

    /** Takes light away 1 um around a cell, and none within it. */
    private static void ring(Scene scene, Placed cell, double levels) {
        if (levels != 0) {
            Ellipse shape = cell.shape();
            Ellipse outer = new Ellipse(shape.lengthUm() + 2 * HALO_UM, shape.widthUm() + 2 * HALO_UM);
            scene.shine(new Placed(cell.centerPx(), cell.angleRad(), outer), List.of(-levels));
            scene.shine(cell, List.of(levels));
        }
    }

    /** How much of the undiluted sample lies in the field and a strip of the given width around it. */
    private static double millilitersSeen(Microscope microscope, Choices choices, double aroundUm) {
        double widthUm = microscope.width() * microscope.umPerPixel() + 2 * aroundUm;
        double heightUm = microscope.height() * microscope.umPerPixel() + 2 * aroundUm;
        return widthUm * heightUm * choices.number("depthUm") / UM3_PER_ML / choices.number("dilution");
    }

    /** What a faultless count of this very field gives. */
    private static List<TrueValue> summary(List<TrueObject> objects, double milliliters) {
        long sperm = objects.stream()
                .filter(object -> object.objectClass().isSperm() && object.centerInFrame())
                .count();
        long round = objects.stream()
                .filter(object -> object.objectClass() == ObjectClass.ROUND_CELL && object.centerInFrame())
                .count();
        return List.of(
                new TrueValue("cells", sperm, "1"),
                new TrueValue("concentration", sperm / milliliters / MILLION, "10*6/mL"),
                new TrueValue("roundCells", round / milliliters / MILLION, "10*6/mL"));
    }
}
