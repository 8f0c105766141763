package org.fertivision.phantom;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.fertivision.image.Point;

/** Where in an ovary its follicles lie, and what else there is around it. Not thread-safe. */
final class OvaryPlan implements Tissue {
    private static final int MOST_TRIES = 4000;
    private static final int MOST_PLANS = 40;
    /** How far from the edge of the sector and of the ovary a follicle stays, millimeters. */
    private static final double CLEAR_MM = 1;

    private static final double REFLECTOR_MM = 1.2;
    private static final double REFLECTOR_DB = 15;
    private static final double SHADOW_DB = 45;
    private static final double DEBRIS_DB = -15;
    private static final double TUBE_MM = 4;

    private final Transducer probe;
    private final Choices choices;
    private final Chance chance;
    private final Body ovary;
    private final List<Body> bodies = new ArrayList<>();
    private final List<int[]> pairs = new ArrayList<>();

    private OvaryPlan(Transducer probe, Choices choices, Chance chance) {
        this.probe = probe;
        this.choices = choices;
        this.chance = chance;
        this.ovary = new Body(
                ObjectClass.OVARY,
                new Point(0, choices.number("ovaryDepthMm")),
                0,
                Math.max(choices.number("ovaryLongMm"), choices.number("ovaryShortMm")),
                Math.min(choices.number("ovaryLongMm"), choices.number("ovaryShortMm")),
                0,
                1);
    }

    /**
     * A plan in which everything has its room.
     *
     * @throws BadSettingException if there is no room for all that was asked for
     */
    static OvaryPlan of(Transducer probe, Choices choices, Chance chance) {
        for (int attempt = 0; attempt < MOST_PLANS; attempt++) {
            OvaryPlan plan = new OvaryPlan(probe, choices, chance);
            if (plan.isComplete()) {
                return plan;
            }
        }
        throw new BadSettingException(
                "not everything finds room: ask for fewer or smaller things, or a larger ovary or sector");
    }

    private boolean isComplete() {
        if (choices.flag("bladder")) {
            bladder();
        }
        return pairs() && debris() && follicles() && tubes() && reflectors();
    }

    Body ovary() {
        return ovary;
    }

    /** Everything but the ovary itself. */
    List<Body> bodies() {
        return List.copyOf(bodies);
    }

    List<Body> ofClass(ObjectClass objectClass) {
        return bodies.stream().filter(b -> b.objectClass() == objectClass).toList();
    }

    /** The places in the list of bodies of those that were put side by side. */
    List<Integer> touching(int body) {
        return pairs.stream()
                .filter(pair -> pair[0] == body || pair[1] == body)
                .map(pair -> pair[0] == body ? pair[1] : pair[0])
                .toList();
    }

    private double fluidDb() {
        return choices.number("fluidDb");
    }

    /** Above the ovary, as wide as the sector allows. */
    private void bladder() {
        double height = 0.7 * (ovary.center().y() - ovary.shortMm() / 2);
        double width = 1.6 * height;
        Point center = new Point(0, 0.15 * height + height / 2 + CLEAR_MM);
        bodies.add(new Body(ObjectClass.BLADDER, center, 0, width, height, fluidDb(), 0));
    }

    private boolean follicles() {
        List<double[]> sizes = new ArrayList<>();
        for (int i = 0; i < choices.whole("follicles"); i++) {
            sizes.add(diameters());
        }
        sizes.sort(Comparator.comparingDouble((double[] size) -> -size[0]));
        return sizes.stream().allMatch(size -> place(ObjectClass.FOLLICLE, size, fluidDb(), 0, true));
    }

    /** Long and short diameter: their mean lies between the smallest and the largest. */
    private double[] diameters() {
        double mean = chance.between(choices.number("smallestMm"), choices.number("largestMm"));
        double ratio = chance.between(1, choices.number("axisRatio"));
        double small = 2 * mean / (1 + ratio);
        return new double[] {ratio * small, small};
    }

    private boolean pairs() {
        for (int i = 0; i < choices.whole("pairs"); i++) {
            double size = chance.between(choices.number("smallestMm"), choices.number("largestMm"));
            if (!pair(size)) {
                return false;
            }
        }
        return true;
    }

    /** Puts two follicles of equal size side by side, if there is room. */
    private boolean pair(double size) {
        double apart = (size + choices.number("pairGapMm")) / 2;
        for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
            double direction = chance.between(0, 2 * Math.PI);
            Point middle = somewhere(ovary);
            Body first = disc(middle, direction, apart, size);
            Body second = disc(middle, direction, -apart, size);
            if (isFree(first, true) && isFree(second, true)) {
                bodies.add(first);
                bodies.add(second);
                pairs.add(new int[] {bodies.size() - 2, bodies.size() - 1});
                return true;
            }
        }
        return false;
    }

    private Body disc(Point middle, double direction, double distance, double size) {
        Point center = new Point(
                middle.x() + distance * StrictMath.cos(direction), middle.y() + distance * StrictMath.sin(direction));
        return new Body(ObjectClass.FOLLICLE, center, 0, size, size, fluidDb(), 0);
    }

    private boolean debris() {
        boolean complete = true;
        for (int i = 0; i < choices.whole("debrisCysts"); i++) {
            double size = chance.between(8, 14);
            complete &= place(ObjectClass.DEBRIS_CYST, new double[] {size, size}, DEBRIS_DB, 0.5, true);
        }
        return complete;
    }

    private boolean tubes() {
        boolean complete = true;
        for (int i = 0; i < choices.whole("tubes"); i++) {
            double[] size = {TUBE_MM * choices.number("tubeRatio"), TUBE_MM};
            complete &= place(ObjectClass.TUBE, size, fluidDb(), 0, false);
        }
        return complete;
    }

    private boolean reflectors() {
        double loss = probe.attenuation() == 0
                ? 1
                : SHADOW_DB * 10 / (2 * probe.megahertz() * probe.attenuation() * REFLECTOR_MM);
        boolean complete = true;
        for (int i = 0; i < choices.whole("shadows"); i++) {
            double[] size = {3 * REFLECTOR_MM, REFLECTOR_MM};
            complete &= place(ObjectClass.REFLECTOR, size, REFLECTOR_DB, loss, false);
        }
        return complete;
    }

    /** Puts one more thing anywhere, if there is room. */
    private boolean place(ObjectClass what, double[] size, double backscatterDb, double loss, boolean inside) {
        for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
            Point center = inside ? somewhere(ovary) : somewhere();
            double angle = what == ObjectClass.REFLECTOR ? 0 : chance.between(0, Math.PI);
            Body body = new Body(what, center, angle, size[0], size[1], backscatterDb, loss);
            if (isFree(body, inside)) {
                bodies.add(body);
                return true;
            }
        }
        return false;
    }

    /** Whether it lies in the sector, in or beside the ovary as asked for, apart from all others and in no shadow. */
    private boolean isFree(Body body, boolean inside) {
        return body.rim(CLEAR_MM).stream().allMatch(p -> probe.holds(p, 0) && ovary.contains(p.x(), p.y()) == inside)
                && bodies.stream().allMatch(other -> isApart(body, other))
                && (body.objectClass() != ObjectClass.REFLECTOR || shadowIsFree(body));
    }

    private boolean isApart(Body body, Body other) {
        double gap = choices.number("gapMm");
        return body.rim(gap).stream().noneMatch(p -> other.contains(p.x(), p.y()))
                && other.rim(gap).stream().noneMatch(p -> body.contains(p.x(), p.y()))
                && !body.contains(other.center().x(), other.center().y())
                && !other.contains(body.center().x(), body.center().y());
    }

    /** A shadow falls beside everything else, so that what is to be seen is seen. */
    private boolean shadowIsFree(Body reflector) {
        double angle = probe.angleOf(reflector.center());
        return bodies.stream()
                        .flatMap(b -> b.rim(2).stream())
                        .noneMatch(p -> Math.abs(probe.angleOf(p) - angle) * probe.rangeOf(reflector.center())
                                < 2 * REFLECTOR_MM)
                && ovary.rim(1).stream()
                        .noneMatch(p ->
                                Math.abs(probe.angleOf(p) - angle) * probe.rangeOf(reflector.center()) < REFLECTOR_MM);
    }

    private Point somewhere(Body body) {
        return new Point(
                body.center().x() + body.longMm() * (chance.uniform() - 0.5),
                body.center().y() + body.shortMm() * (chance.uniform() - 0.5));
    }

    private Point somewhere() {
        return probe.place(chance.between(0, probe.width()), chance.between(0, probe.height()));
    }

    @Override
    public double backscatterDb(double xMm, double yMm) {
        for (Body body : bodies) {
            if (body.contains(xMm, yMm)) {
                return body.backscatterDb();
            }
        }
        return 0;
    }

    @Override
    public double loss(double xMm, double yMm) {
        for (Body body : bodies) {
            if (body.contains(xMm, yMm)) {
                return body.loss();
            }
        }
        return 1;
    }
}
