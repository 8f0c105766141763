package org.fertivision.phantom;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Draws zygotes in their zona pellucida: pronuclei with nucleolar precursor bodies, polar bodies. */
final class ZygotePhantom implements Recipe<Drawn> {
    private static final String KIND = "zygote";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<Setting> settings() {
        List<Setting> all = new ArrayList<>();
        all.add(Setting.whole("zygotes", 1, "1", 0, 2, "zygotes in the field"));
        all.addAll(InZona.settings());
        all.add(Setting.number("offCenterUm", 0, "um", 0, 400, "how far to the right of the middle the zygote lies"));
        all.addAll(Pronuclei.settings());
        all.add(Setting.whole("polarBodies", 2, "1", 0, 2, "polar bodies in the perivitelline space"));
        all.add(Setting.number("polarBodyUm", 12, "um", 6, 24, "diameter of a polar body along the zona"));
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
        CellScene scene = new CellScene(CellMicroscope.of(choices));
        Chance chance = Chance.of(seed, "zygote");
        int count = choices.whole("zygotes");
        double apart = InZona.neighborReach(choices);
        List<RefractingBody> zonas = new ArrayList<>();
        List<TrueValue> summary = List.of();
        for (int i = 0; i < count; i++) {
            double x = choices.number("offCenterUm") + chance.between(-2, 2) + (count == 1 ? 0 : (2 * i - 1) * apart);
            InZona zygote = InZona.at(x, chance.between(-2, 2), choices, chance);
            zonas.add(zygote.outer());
            summary = fill(scene, zygote, choices, chance);
        }
        scene.addDebris(choices.whole("debris"), zonas, Chance.of(seed, "debris"));
        return scene.photograph(KIND, seed, choices, count == 1 ? summary : List.of());
    }

    /** Puts in one zygote; the answer is its truth. */
    private static List<TrueValue> fill(CellScene scene, InZona zygote, Choices choices, Chance chance) {
        Pronuclei pronuclei = Pronuclei.in(zygote.ooplasm(), choices, chance);
        List<RefractingBody> polar = zygote.polarBodies(choices.whole("polarBodies"), choices.number("polarBodyUm"));
        zygote.addTo(scene);
        scene.addGrains(zygote.ooplasm(), choices.number("grains"), pronuclei.bodies(), chance);
        polar.forEach(body -> scene.add(ObjectClass.POLAR_BODY, body));
        pronuclei.addTo(scene, chance);
        Hollows.add(scene, zygote.ooplasm(), choices.whole("vacuoles"), chance);
        List<TrueValue> truth = new ArrayList<>(InZona.truth(choices));
        truth.addAll(pronuclei.truth());
        truth.add(new TrueValue("polarBodies", polar.size(), "1"));
        return truth;
    }
}
