package org.fertivision.phantom;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Draws cleaving embryos of 1 to 8 cells in their zona pellucida: none, one or two in a field, whole or cut by the border. */
final class EmbryoPhantom implements Recipe<Drawn> {
    private static final String KIND = "embryo";
    private static final double CELL_INDEX = 0.03;
    private static final double ZONA_INDEX = 0.012;
    private static final double NEIGHBOR_GAP_UM = 6;
    private static final double LEAST_FRAGMENT_UM = 5;
    private static final double MOST_FRAGMENT_UM = 25;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<Setting> settings() {
        List<Setting> all = new ArrayList<>();
        all.add(Setting.whole("embryos", 1, "1", 0, 2, "embryos in the field"));
        all.add(Setting.whole("cells", 4, "1", 1, 8, "blastomeres"));
        all.add(Setting.number("ooplasmUm", 110, "um", 80, 130, "diameter of the ooplasm that was divided"));
        all.add(Setting.number("unevenness", 0, "%", 0, 40, "how far a cell's volume may lie off that of its stage"));
        all.add(Setting.number("fragments", 0, "%", 0, 40, "share of the volume in fragments"));
        all.add(Setting.number("innerUm", 130, "um", 110, 160, "inner diameter of the zona"));
        all.add(Setting.number("zonaUm", 16, "um", 5, 30, "thickness of the zona"));
        all.add(Setting.number("aspect", 1.02, "1", 1, 1.2, "length over width of the zona"));
        all.add(Setting.number("offCenterUm", 0, "um", 0, 400, "how far to the right of the middle it lies"));
        all.add(Setting.whole("debris", 0, "1", 0, 40, "crumbs outside"));
        all.addAll(CellMicroscope.settings());
        return List.copyOf(all);
    }

    @Override
    public Map<String, String> presets() {
        return Map.of();
    }

    @Override
    public Drawn draw(long seed, Choices choices) {
        CellScene scene = new CellScene(CellMicroscope.of(choices));
        Chance chance = Chance.of(seed, KIND);
        int count = choices.whole("embryos");
        List<RefractingBody> zonas = new ArrayList<>();
        List<TrueValue> summary = List.of();
        double outer = choices.number("innerUm") / 2 + choices.number("zonaUm");
        double apart = outer * Math.sqrt(choices.number("aspect")) + NEIGHBOR_GAP_UM / 2;
        for (int i = 0; i < count; i++) {
            double x = choices.number("offCenterUm") + chance.between(-2, 2) + (count == 1 ? 0 : (2 * i - 1) * apart);
            double y = chance.between(-2, 2);
            double aspect = choices.number("aspect");
            double tilt = chance.between(0, Math.PI);
            RefractingBody zona = RefractingBody.oval(x, y, outer, aspect, tilt, ZONA_INDEX);
            RefractingBody space = RefractingBody.oval(x, y, choices.number("innerUm") / 2, aspect, tilt, ZONA_INDEX);
            scene.addShell(ObjectClass.ZONA_OUTER, zona, ObjectClass.ZONA_INNER, space);
            zonas.add(zona);
            Packing packing = packed(space, choices, chance);
            scene.addUnited(ObjectClass.BLASTOMERE, packing.bodies(0, choices.whole("cells"), CELL_INDEX));
            scene.addUnited(ObjectClass.FRAGMENT, packing.bodies(choices.whole("cells"), packing.count(), CELL_INDEX));
            summary = summary(choices, packing);
        }
        scene.addDebris(choices.whole("debris"), zonas, Chance.of(seed, "debris"));
        return scene.photograph(KIND, seed, choices, count == 1 ? summary : List.of());
    }

    /** Cells of the sizes of their stage, then fragments, in the space within the zona. */
    private static Packing packed(RefractingBody space, Choices choices, Chance chance) {
        double whole = ball(choices.number("ooplasmUm") / 2);
        double fragments = choices.share("fragments");
        int cells = choices.whole("cells");
        int stage = Integer.highestOneBit(cells);
        List<Double> radii = new ArrayList<>();
        for (int i = 0; i < cells; i++) {
            double share = i < 2 * stage - cells ? 1.0 / stage : 0.5 / stage;
            double off = 1 + choices.share("unevenness") * chance.between(-1, 1);
            radii.add(radius(whole * (1 - fragments) * share * off));
        }
        double left = whole * fragments;
        while (left > ball(LEAST_FRAGMENT_UM / 2)) {
            double most = Math.min(MOST_FRAGMENT_UM, 2 * radius(left));
            double radius = chance.between(LEAST_FRAGMENT_UM, most) / 2;
            radii.add(radius);
            left -= ball(radius);
        }
        return Packing.of(radii, space, chance);
    }

    private static double ball(double radiusUm) {
        return 4.0 / 3 * Math.PI * radiusUm * radiusUm * radiusUm;
    }

    private static double radius(double volumeUm3) {
        return StrictMath.cbrt(volumeUm3 / (4.0 / 3 * Math.PI));
    }

    private static List<TrueValue> summary(Choices choices, Packing packing) {
        int cells = choices.whole("cells");
        double least = Double.MAX_VALUE;
        double most = 0;
        double sum = 0;
        double volume = 0;
        double rest = 0;
        for (int i = 0; i < packing.count(); i++) {
            double radius = packing.radiusUm(i);
            if (i < cells) {
                least = Math.min(least, radius);
                most = Math.max(most, radius);
                sum += 2 * radius;
                volume += ball(radius);
            } else {
                rest += ball(radius);
            }
        }
        double inner = choices.number("innerUm");
        return List.of(
                new TrueValue("zonaOuterDiameter", inner + 2 * choices.number("zonaUm"), "um"),
                new TrueValue("zonaInnerDiameter", inner, "um"),
                new TrueValue("zonaThickness", choices.number("zonaUm"), "um"),
                new TrueValue("blastomeres", cells, "1"),
                new TrueValue("blastomereDiameter", sum / cells, "um"),
                new TrueValue("blastomereEvenness", least / most, "1"),
                new TrueValue("fragmentation", 100 * rest / (rest + volume), "%"));
    }
}
