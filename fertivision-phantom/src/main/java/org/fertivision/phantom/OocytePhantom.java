package org.fertivision.phantom;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Draws oocytes in their zona pellucida: none, one or two in a field, whole or cut by the border. */
final class OocytePhantom implements Recipe<Drawn> {
    private static final String KIND = "oocyte";
    private static final double OOPLASM_INDEX = 0.03;
    private static final double ZONA_INDEX = 0.012;
    private static final double POLAR_BODY_INDEX = 0.03;
    private static final double VESICLE_RADIUS_UM = 13;
    private static final double VESICLE_INDEX = -0.012;
    private static final double NUCLEOLUS_RADIUS_UM = 4;
    private static final double NUCLEOLUS_INDEX = 0.03;
    private static final double VACUOLE_INDEX = -0.03;
    private static final double NEIGHBOR_GAP_UM = 6;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<Setting> settings() {
        List<Setting> all = new ArrayList<>();
        all.add(Setting.whole("oocytes", 1, "1", 0, 2, "oocytes in the field"));
        all.add(Setting.number("ooplasmUm", 112, "um", 60, 180, "diameter of the ooplasm"));
        all.add(Setting.number("pvsUm", 5, "um", 0, 20, "mean width of the perivitelline space"));
        all.add(Setting.number("zonaUm", 17, "um", 5, 40, "thickness of the zona"));
        all.add(Setting.number("aspect", 1.03, "1", 1, 1.3, "length over width of zona and ooplasm"));
        all.add(Setting.number(
                "offset", 40, "%", 0, 50, "how far the ooplasm lies off the middle, of the space's width"));
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
        double apart = outerRadius(choices) * Math.sqrt(choices.number("aspect")) + NEIGHBOR_GAP_UM / 2;
        for (int i = 0; i < count; i++) {
            double x = choices.number("offCenterUm") + chance.between(-2, 2) + (count == 1 ? 0 : (2 * i - 1) * apart);
            zonas.add(oocyte(scene, x, chance.between(-2, 2), choices, chance));
        }
        scene.addDebris(choices.whole("debris"), zonas, Chance.of(seed, "debris"));
        return scene.photograph(KIND, seed, choices, count == 1 ? summary(choices) : List.of());
    }

    /** Puts in one oocyte; the answer is its zona. */
    private static RefractingBody oocyte(CellScene scene, double x, double y, Choices choices, Chance chance) {
        double aspect = choices.number("aspect");
        double tilt = chance.between(0, Math.PI);
        double pvs = choices.number("pvsUm");
        double radius = choices.number("ooplasmUm") / 2;
        RefractingBody outer = RefractingBody.oval(x, y, outerRadius(choices), aspect, tilt, ZONA_INDEX);
        RefractingBody inner = RefractingBody.oval(x, y, radius + pvs, aspect, tilt, ZONA_INDEX);
        scene.addShell(ObjectClass.ZONA_OUTER, outer, ObjectClass.ZONA_INNER, inner);
        double away = chance.between(0, 2 * Math.PI);
        double off = choices.share("offset") * pvs;
        RefractingBody ooplasm = RefractingBody.oval(
                x - off * StrictMath.cos(away), y - off * StrictMath.sin(away), radius, aspect, tilt, OOPLASM_INDEX);
        scene.add(ObjectClass.OOPLASM, ooplasm);
        scene.addGrains(ooplasm, choices.number("grains"), chance);
        polarBodies(scene, inner, ooplasm, away, choices);
        inside(scene, ooplasm, choices, chance);
        return outer;
    }

    /** The widest part of the space takes the first polar body; it is as thick as the space lets it be. */
    private static void polarBodies(
            CellScene scene, RefractingBody inner, RefractingBody ooplasm, double away, Choices choices) {
        double half = choices.number("polarBodyUm") / 2;
        for (int i = 0; i < choices.whole("polarBodies"); i++) {
            double angle = away + i * half / inner.radiusUm() * 2.6;
            double cos = StrictMath.cos(angle);
            double sin = StrictMath.sin(angle);
            double from = reach(ooplasm, cos, sin, inner);
            double to = reach(inner, cos, sin, inner);
            double thick = Math.min(half, 0.46 * (to - from));
            if (thick > 0) {
                double r = (from + to) / 2;
                scene.add(
                        ObjectClass.POLAR_BODY,
                        new RefractingBody(
                                inner.x() + r * cos,
                                inner.y() + r * sin,
                                new Ellipse(2 * half, 2 * thick),
                                angle + Math.PI / 2,
                                POLAR_BODY_INDEX));
            }
        }
    }

    /** How far the border of a body lies from the middle of another, in a direction, micrometers. */
    private static double reach(RefractingBody body, double cos, double sin, RefractingBody from) {
        double turnCos = StrictMath.cos(body.angleRad());
        double turnSin = StrictMath.sin(body.angleRad());
        double a = body.shape().lengthUm() / 2;
        double b = body.shape().widthUm() / 2;
        double dx = from.x() - body.x();
        double dy = from.y() - body.y();
        double u = (dx * turnCos + dy * turnSin) / a;
        double v = (dy * turnCos - dx * turnSin) / b;
        double du = (cos * turnCos + sin * turnSin) / a;
        double dv = (sin * turnCos - cos * turnSin) / b;
        double square = du * du + dv * dv;
        double mixed = u * du + v * dv;
        return (Math.sqrt(mixed * mixed - square * (u * u + v * v - 1)) - mixed) / square;
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
        for (int i = 0; i < choices.whole("vacuoles"); i++) {
            double angle = chance.between(0, 2 * Math.PI);
            double far = chance.between(0.2, 0.7) * ooplasm.radiusUm();
            scene.add(
                    ObjectClass.VACUOLE,
                    RefractingBody.ball(
                            ooplasm.x() + far * StrictMath.cos(angle),
                            ooplasm.y() + far * StrictMath.sin(angle),
                            chance.between(3, 10),
                            VACUOLE_INDEX));
        }
    }

    private static double outerRadius(Choices choices) {
        return choices.number("ooplasmUm") / 2 + choices.number("pvsUm") + choices.number("zonaUm");
    }

    private static List<TrueValue> summary(Choices choices) {
        double ooplasm = choices.number("ooplasmUm");
        double inner = ooplasm + 2 * choices.number("pvsUm");
        double zona = choices.number("zonaUm");
        int polarBodies = choices.number("pvsUm") > 0 ? choices.whole("polarBodies") : 0;
        return List.of(
                new TrueValue("zonaOuterDiameter", inner + 2 * zona, "um"),
                new TrueValue("zonaInnerDiameter", inner, "um"),
                new TrueValue("zonaThickness", zona, "um"),
                new TrueValue("ooplasmDiameter", ooplasm, "um"),
                new TrueValue("perivitellineArea", Math.PI / 4 * (inner * inner - ooplasm * ooplasm), "um2"),
                new TrueValue("polarBodies", polarBodies, "1"));
    }
}
