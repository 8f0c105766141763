package org.fertivision.phantom;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Draws oocytes in their zona pellucida: none, one or two in a field, whole or cut by the border. */
final class OocytePhantom implements Recipe<Drawn> {
    private static final String KIND = "oocyte";
    private static final double VESICLE_RADIUS_UM = 13;
    private static final double VESICLE_INDEX = -0.012;
    private static final double NUCLEOLUS_RADIUS_UM = 4;
    private static final double NUCLEOLUS_INDEX = 0.03;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<Setting> settings() {
        List<Setting> all = new ArrayList<>();
        all.add(Setting.whole("oocytes", 1, "1", 0, 2, "oocytes in the field"));
        all.addAll(InZona.settings());
        all.add(Setting.number("offCenterUm", 0, "um", 0, 400, "how far to the right of the middle the oocyte lies"));
        all.add(Setting.whole("polarBodies", 1, "1", 0, 2, "polar bodies in the perivitelline space"));
        all.add(Setting.number("polarBodyUm", 14, "um", 6, 24, "diameter of a polar body along the zona"));
        all.add(Setting.flag("germinalVesicle", false, "whether the nucleus of an immature oocyte is seen"));
        all.add(Setting.whole("vacuoles", 0, "1", 0, 5, "hollows in the ooplasm"));
        all.add(Setting.number("grains", 0.03, "1", 0, 0.1, "amplitude of the grains' optical path, micrometers"));
        all.add(Setting.whole("debris", 0, "1", 0, 40, "crumbs and cumulus cells outside"));
        all.addAll(CellMicroscope.settings());
        return List.copyOf(all);
    }

    @Override
    public Map<String, String> presets() {
        return Map.of();
    }

    @Override
    public Drawn draw(long seed, Choices choices) {
        CellMicroscope microscope = CellMicroscope.of(choices);
        CellScene scene = new CellScene(microscope);
        Chance chance = Chance.of(seed, "oocyte");
        int count = choices.whole("oocytes");
        List<RefractingBody> zonas = new ArrayList<>();
        double apart = InZona.neighborReach(choices);
        for (int i = 0; i < count; i++) {
            double x = choices.number("offCenterUm") + chance.between(-2, 2) + (count == 1 ? 0 : (2 * i - 1) * apart);
            zonas.add(oocyte(scene, x, chance.between(-2, 2), choices, chance));
        }
        scene.addDebris(choices.whole("debris"), zonas, Chance.of(seed, "debris"));
        return scene.photograph(KIND, seed, choices, count == 1 ? summary(choices) : List.of());
    }

    /** Puts in one oocyte; the answer is its zona. */
    private static RefractingBody oocyte(CellScene scene, double x, double y, Choices choices, Chance chance) {
        InZona oocyte = InZona.at(x, y, choices, chance);
        oocyte.addTo(scene);
        scene.addGrains(oocyte.ooplasm(), choices.number("grains"), chance);
        oocyte.polarBodies(choices.whole("polarBodies"), choices.number("polarBodyUm"))
                .forEach(body -> scene.add(ObjectClass.POLAR_BODY, body));
        inside(scene, oocyte.ooplasm(), choices, chance);
        return oocyte.outer();
    }

    private static void inside(CellScene scene, RefractingBody ooplasm, Choices choices, Chance chance) {
        if (choices.flag("germinalVesicle")) {
            double angle = chance.between(0, 2 * Math.PI);
            double far = chance.between(0, 0.35) * ooplasm.radiusUm();
            double x = ooplasm.x() + far * StrictMath.cos(angle);
            double y = ooplasm.y() + far * StrictMath.sin(angle);
            scene.add(ObjectClass.GERMINAL_VESICLE, RefractingBody.ball(x, y, VESICLE_RADIUS_UM, VESICLE_INDEX));
            scene.add(ObjectClass.NUCLEOLUS, RefractingBody.ball(x + 3, y - 2, NUCLEOLUS_RADIUS_UM, NUCLEOLUS_INDEX));
        }
        Hollows.add(scene, ooplasm, choices.whole("vacuoles"), chance);
    }

    private static List<TrueValue> summary(Choices choices) {
        int polarBodies = choices.number("pvsUm") > 0 ? choices.whole("polarBodies") : 0;
        List<TrueValue> summary = new ArrayList<>(InZona.truth(choices));
        summary.add(new TrueValue("polarBodies", polarBodies, "1"));
        return summary;
    }
}
