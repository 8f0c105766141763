package org.fertivision.phantom;

import java.util.ArrayList;
import java.util.List;

/**
 * A round cell in its zona pellucida, as oocytes and zygotes are.
 *
 * @param outer the outer border of the zona
 * @param inner the inner border of the zona
 * @param ooplasm the cell
 * @param awayRad where the perivitelline space is widest, radians from the x axis towards y (down)
 */
record InZona(RefractingBody outer, RefractingBody inner, RefractingBody ooplasm, double awayRad) {
    private static final double OOPLASM_INDEX = 0.03;
    private static final double ZONA_INDEX = 0.012;
    private static final double POLAR_BODY_INDEX = 0.03;
    private static final double NEIGHBOR_GAP_UM = 6;
    /** How far apart polar bodies lie along the zona, half lengths. */
    private static final double BODY_PITCH = 2.6;

    /** What can be set of the cell, its zona and the space between them. */
    static List<Setting> settings() {
        return List.of(
                Setting.number("ooplasmUm", 112, "um", 60, 180, "diameter of the ooplasm"),
                Setting.number("pvsUm", 5, "um", 0, 20, "mean width of the perivitelline space"),
                Setting.number("zonaUm", 17, "um", 5, 40, "thickness of the zona"),
                Setting.number("aspect", 1.03, "1", 1, 1.3, "length over width of zona and ooplasm"),
                Setting.number(
                        "offset", 40, "%", 0, 50, "how far the ooplasm lies off the middle, of the space's width"));
    }

    /** A cell about a place, micrometers from the middle of the image. */
    static InZona at(double x, double y, Choices choices, Chance chance) {
        double aspect = choices.number("aspect");
        double tilt = chance.between(0, Math.PI);
        double pvs = choices.number("pvsUm");
        double radius = choices.number("ooplasmUm") / 2;
        RefractingBody outer = RefractingBody.oval(x, y, outerRadius(choices), aspect, tilt, ZONA_INDEX);
        RefractingBody inner = RefractingBody.oval(x, y, radius + pvs, aspect, tilt, ZONA_INDEX);
        double away = chance.between(0, 2 * Math.PI);
        double off = choices.share("offset") * pvs;
        RefractingBody ooplasm = RefractingBody.oval(
                x - off * StrictMath.cos(away), y - off * StrictMath.sin(away), radius, aspect, tilt, OOPLASM_INDEX);
        return new InZona(outer, inner, ooplasm, away);
    }

    /** The radius of the zona's outer border, micrometers. */
    private static double outerRadius(Choices choices) {
        return choices.number("ooplasmUm") / 2 + choices.number("pvsUm") + choices.number("zonaUm");
    }

    /** How far from the middle between two neighbors each lies, micrometers. */
    static double neighborReach(Choices choices) {
        return outerRadius(choices) * Math.sqrt(choices.number("aspect")) + NEIGHBOR_GAP_UM / 2;
    }

    /** Puts zona and cell into a scene. */
    void addTo(CellScene scene) {
        scene.addShell(ObjectClass.ZONA_OUTER, outer, ObjectClass.ZONA_INNER, inner);
        scene.add(ObjectClass.OOPLASM, ooplasm);
    }

    /**
     * Polar bodies in the space: its widest part takes the first, and each is as thick as the space lets it be.
     *
     * @param lengthUm their length along the zona
     */
    List<RefractingBody> polarBodies(int count, double lengthUm) {
        double half = lengthUm / 2;
        List<RefractingBody> bodies = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double angle = awayRad + i * half / inner.radiusUm() * BODY_PITCH;
            double cos = StrictMath.cos(angle);
            double sin = StrictMath.sin(angle);
            double from = reach(ooplasm, cos, sin, inner);
            double to = reach(inner, cos, sin, inner);
            double thick = Math.min(half, 0.46 * (to - from));
            if (thick > 0) {
                double r = (from + to) / 2;
                bodies.add(new RefractingBody(
                        inner.x() + r * cos,
                        inner.y() + r * sin,
                        new Ellipse(2 * half, 2 * thick),
                        angle + Math.PI / 2,
                        POLAR_BODY_INDEX));
            }
        }
        return bodies;
    }

    /** What the settings make of zona, space and cell. */
    static List<TrueValue> truth(Choices choices) {
        double cell = choices.number("ooplasmUm");
        double space = cell + 2 * choices.number("pvsUm");
        double zona = choices.number("zonaUm");
        return List.of(
                new TrueValue("zonaOuterDiameter", space + 2 * zona, "um"),
                new TrueValue("zonaInnerDiameter", space, "um"),
                new TrueValue("zonaThickness", zona, "um"),
                new TrueValue("ooplasmDiameter", cell, "um"),
                new TrueValue("perivitellineArea", Math.PI / 4 * (space * space - cell * cell), "um2"));
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
}
