package org.fertivision.phantom;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Draws blastocysts in their zona pellucida: none, one or two in a field, whole or cut by the border. */
final class BlastocystPhantom implements Recipe<Drawn> {
    private static final String KIND = "blastocyst";
    private static final double CELL_INDEX = 0.03;
    private static final double ZONA_INDEX = 0.012;
    private static final double GRAINS_UM = 0.03;
    /** The zona of an oocyte, 17.5 um around 120 um, keeps its volume while the blastocyst stretches it. */
    private static final double OOCYTE_OUTER_UM = 77.5;

    private static final double OOCYTE_INNER_UM = 60;
    private static final double THINNEST_WALL_UM = 2;
    private static final double NEIGHBOR_GAP_UM = 6;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<Setting> settings() {
        List<Setting> all = new ArrayList<>();
        all.add(Setting.whole("blastocysts", 1, "1", 0, 2, "blastocysts in the field"));
        all.add(Setting.number("diameterUm", 160, "um", 100, 220, "diameter of the trophectoderm's outer border"));
        all.add(Setting.number("pvsUm", 0, "um", 0, 15, "gap between trophectoderm and zona"));
        all.add(Setting.number("aspect", 1.03, "1", 1, 1.3, "length over width"));
        all.add(Setting.number("cavity", 60, "%", 5, 90, "share of the volume that the blastocoel fills"));
        all.add(Setting.number("icmUm2", 3000, "um2", 1000, 6000, "area of the inner cell mass"));
        all.add(Setting.number("icmAspect", 1.3, "1", 1, 2, "length over width of the inner cell mass"));
        all.add(Setting.whole("wallCells", 40, "1", 0, 120, "cells of the trophectoderm"));
        all.add(Setting.number("wallUm", 6, "um", 3, 14, "thickness of such a cell"));
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
        int count = choices.whole("blastocysts");
        List<RefractingBody> zonas = new ArrayList<>();
        double apart = outerRadius(choices) * Math.sqrt(choices.number("aspect")) + NEIGHBOR_GAP_UM / 2;
        for (int i = 0; i < count; i++) {
            double x = choices.number("offCenterUm") + chance.between(-2, 2) + (count == 1 ? 0 : (2 * i - 1) * apart);
            zonas.add(blastocyst(scene, x, chance.between(-2, 2), choices, chance));
        }
        scene.addDebris(choices.whole("debris"), zonas, Chance.of(seed, "debris"));
        return scene.photograph(KIND, seed, choices, count == 1 ? summary(choices) : List.of());
    }

    /** Puts in one blastocyst; the answer is its zona. */
    private static RefractingBody blastocyst(CellScene scene, double x, double y, Choices choices, Chance chance) {
        double aspect = choices.number("aspect");
        double tilt = chance.between(0, Math.PI);
        double radius = choices.number("diameterUm") / 2;
        RefractingBody outer = RefractingBody.oval(x, y, outerRadius(choices), aspect, tilt, ZONA_INDEX);
        RefractingBody inner = RefractingBody.oval(x, y, radius + choices.number("pvsUm"), aspect, tilt, ZONA_INDEX);
        scene.addShell(ObjectClass.ZONA_OUTER, outer, ObjectClass.ZONA_INNER, inner);
        RefractingBody wall = RefractingBody.oval(x, y, radius, aspect, tilt, CELL_INDEX);
        scene.add(ObjectClass.BLASTOCYST, wall);
        double pole = chance.between(0, 2 * Math.PI);
        double cavity = cavityRadius(choices);
        double off = Math.max(0, radius / Math.sqrt(aspect) - cavity * Math.sqrt(aspect) - THINNEST_WALL_UM);
        scene.add(
                ObjectClass.BLASTOCOEL,
                RefractingBody.oval(
                        x - off * StrictMath.cos(pole),
                        y - off * StrictMath.sin(pole),
                        cavity,
                        aspect,
                        tilt,
                        -CELL_INDEX));
        innerCellMass(scene, wall, pole, choices, chance);
        for (int i = 0; i < choices.whole("wallCells"); i++) {
            wallCell(scene, wall, choices, chance);
        }
        return outer;
    }

    private static void innerCellMass(
            CellScene scene, RefractingBody wall, double pole, Choices choices, Chance chance) {
        double radius = Math.sqrt(choices.number("icmUm2") / Math.PI);
        double aspect = choices.number("icmAspect");
        double far = wall.shape().widthUm() / 2 - radius / Math.sqrt(aspect) - THINNEST_WALL_UM;
        RefractingBody mass = RefractingBody.oval(
                wall.x() + far * StrictMath.cos(pole),
                wall.y() + far * StrictMath.sin(pole),
                radius,
                aspect,
                pole + Math.PI / 2,
                CELL_INDEX);
        scene.add(ObjectClass.INNER_CELL_MASS, mass);
        scene.addGrains(mass, GRAINS_UM, chance);
    }

    private static void wallCell(CellScene scene, RefractingBody wall, Choices choices, Chance chance) {
        WallCell.random(chance)
                .on(wall, choices.number("wallUm"), CELL_INDEX)
                .ifPresent(cell -> scene.add(ObjectClass.TROPHECTODERM_CELL, cell));
    }

    private static double cavityRadius(Choices choices) {
        return choices.number("diameterUm") / 2 * StrictMath.cbrt(choices.share("cavity"));
    }

    private static double outerRadius(Choices choices) {
        double inner = choices.number("diameterUm") / 2 + choices.number("pvsUm");
        double zona = cube(OOCYTE_OUTER_UM) - cube(OOCYTE_INNER_UM);
        return StrictMath.cbrt(cube(inner) + zona);
    }

    private static double cube(double value) {
        return value * value * value;
    }

    private static List<TrueValue> summary(Choices choices) {
        double diameter = choices.number("diameterUm");
        double zona = outerRadius(choices) - diameter / 2 - choices.number("pvsUm");
        double share = StrictMath.pow(choices.share("cavity"), 2.0 / 3);
        return List.of(
                new TrueValue("blastocystDiameter", diameter, "um"),
                new TrueValue("blastocystArea", Math.PI / 4 * diameter * diameter, "um2"),
                new TrueValue("zonaThickness", zona, "um"),
                new TrueValue("blastocoelFraction", 100 * share, "%"),
                new TrueValue("innerCellMassArea", choices.number("icmUm2"), "um2"));
    }
}
