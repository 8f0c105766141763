package org.fertivision.phantom;

import java.util.ArrayList;
import java.util.List;

/**
 * The pronuclei of a zygote: balls of lower index within a thin rim, each with nucleolar precursor bodies.
 *
 * @param bodies one for each pronucleus
 * @param contrast factor of their contrast and that of their rims
 * @param nucleoli precursor bodies in each
 */
record Pronuclei(List<RefractingBody> bodies, double contrast, int nucleoli) {
    private static final double INDEX = -0.012;
    private static final double RIM_INDEX = 0.006;
    private static final double RIM_UM = 0.7;
    private static final double NUCLEOLUS_INDEX = 0.03;
    private static final double NUCLEOLUS_LEAST_UM = 1;
    private static final double NUCLEOLUS_MOST_UM = 2.5;
    /** How far from the middle of their pronucleus the precursor bodies reach, a share of its radius. */
    private static final double NUCLEOLI_REACH = 0.85;
    /** How far from the middle of the cell pronuclei reach, a share of its radius. */
    private static final double CELL_REACH = 0.9;

    /** Copies the list. */
    Pronuclei {
        bodies = List.copyOf(bodies);
    }

    static List<Setting> settings() {
        return List.of(
                Setting.whole("pronuclei", 2, "1", 0, 3, "pronuclei in the ooplasm"),
                Setting.number("pronucleusUm", 24, "um", 12, 36, "mean diameter of the pronuclei"),
                Setting.number("pronucleiDifferUm", 2, "um", 0, 10, "largest less smallest diameter of the pronuclei"),
                Setting.number(
                        "pronucleiGapUm", 0, "um", -20, 30, "gap between pronuclei, negative where they overlap"),
                Setting.number("pronucleusContrast", 100, "%", 0, 300, "contrast of pronuclei and their rims"),
                Setting.whole("nucleoli", 5, "1", 0, 9, "nucleolar precursor bodies in each pronucleus"));
    }

    /** Pronuclei side by side, anywhere in a cell that holds them. */
    static Pronuclei in(RefractingBody cell, Choices choices, Chance chance) {
        int count = choices.whole("pronuclei");
        double axis = chance.between(0, 2 * Math.PI);
        double away = chance.between(0, 2 * Math.PI);
        double share = chance.between(0, 1);
        double gap = choices.number("pronucleiGapUm");
        double far = 0;
        List<RefractingBody> about = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double radius = radius(i, count, choices);
            double angle = axis + 2 * Math.PI * i / count;
            double pitch =
                    count == 1 ? 0 : (choices.number("pronucleusUm") + gap) / (2 * StrictMath.sin(Math.PI / count));
            about.add(RefractingBody.ball(pitch * StrictMath.cos(angle), pitch * StrictMath.sin(angle), radius, INDEX));
            far = Math.max(far, pitch + radius);
        }
        double room = CELL_REACH * cell.shape().widthUm() / 2 - far;
        if (room < 0) {
            throw new BadSettingException("these pronuclei do not fit into the ooplasm");
        }
        double x = cell.x() + share * room * StrictMath.cos(away);
        double y = cell.y() + share * room * StrictMath.sin(away);
        double contrast = choices.share("pronucleusContrast");
        return new Pronuclei(
                about.stream()
                        .map(b -> RefractingBody.ball(x + b.x(), y + b.y(), b.radiusUm(), contrast * INDEX))
                        .toList(),
                contrast,
                choices.whole("nucleoli"));
    }

    /** Sizes spread evenly about the mean. */
    private static double radius(int i, int count, Choices choices) {
        double off = count == 1 ? 0 : choices.number("pronucleiDifferUm") * ((double) i / (count - 1) - 0.5);
        return (choices.number("pronucleusUm") + off) / 2;
    }

    /** Puts them into a scene. */
    void addTo(CellScene scene, Chance chance) {
        for (RefractingBody body : bodies) {
            scene.add(ObjectClass.PRONUCLEUS, body);
            scene.addRim(body.index(contrast * RIM_INDEX), RIM_UM);
            for (int i = 0; i < nucleoli; i++) {
                double angle = chance.between(0, 2 * Math.PI);
                double radius = chance.between(NUCLEOLUS_LEAST_UM, NUCLEOLUS_MOST_UM);
                double most = Math.max(0, NUCLEOLI_REACH * body.radiusUm() - radius);
                double far = most * Math.sqrt(chance.between(0, 1));
                scene.add(
                        ObjectClass.NUCLEOLUS,
                        RefractingBody.ball(
                                body.x() + far * StrictMath.cos(angle),
                                body.y() + far * StrictMath.sin(angle),
                                radius,
                                contrast * NUCLEOLUS_INDEX));
            }
        }
    }

    /** How many there are, and how large. */
    List<TrueValue> truth() {
        List<TrueValue> truth = new ArrayList<>();
        truth.add(new TrueValue("pronuclei", bodies.size(), "1"));
        if (!bodies.isEmpty()) {
            double sum = bodies.stream().mapToDouble(b -> 2 * b.radiusUm()).sum();
            truth.add(new TrueValue("pronucleusDiameter", sum / bodies.size(), "um"));
        }
        return truth;
    }
}
