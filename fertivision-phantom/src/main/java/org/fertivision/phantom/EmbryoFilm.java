package org.fertivision.phantom;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fertivision.image.Frame;
import org.fertivision.image.Timing;

/** One embryo over time: what it does frame by frame, its pictures, and the truth of it. */
final class EmbryoFilm {
    private static final double CELL_INDEX = 0.03;
    private static final double ZONA_INDEX = 0.012;
    private static final double FINEST_UM = 0.5;
    private static final double ASPECT = 1.03;
    private static final double CAVITY = 0.6;
    private static final double WALL_UM = 6;
    private static final double MASS_SHARE = 0.4;
    private static final double MASS_ASPECT = 1.3;
    private static final double THINNEST_WALL_UM = 2;
    private static final int PERCENT = 100;

    private final String kind;
    private final long seed;
    private final Choices choices;
    private final CellMicroscope microscope;
    private final ExpansionCourse expansion;
    private final List<Integer> divisions;
    private final List<Packing> cells;
    private final double tiltRad;
    private final double poleRad;
    private final List<WallCell> wallCells;
    private final List<RefractingBody> debris;

    EmbryoFilm(String kind, long seed, Choices choices) {
        this.kind = kind;
        this.seed = seed;
        this.choices = choices;
        this.microscope = CellMicroscope.of(choices);
        this.expansion = ExpansionCourse.of(choices);
        Chance chance = Chance.of(seed, kind);
        int cleaving = Math.min(expansion.frames(), expansion.first() - ExpansionCourse.FADE);
        this.divisions = CleavageCourse.divisions(choices.whole("divisions"), cleaving, chance);
        this.tiltRad = chance.between(0, Math.PI);
        this.poleRad = chance.between(0, 2 * Math.PI);
        this.wallCells = Stream.generate(() -> WallCell.random(chance))
                .limit(choices.whole("wallCells"))
                .toList();
        this.debris = debris(choices.whole("debris"), Chance.of(seed, "debris"));
        this.cells = CleavageCourse.of(
                expansion.frames(),
                divisions,
                choices.number("ooplasmUm") / 2,
                RefractingBody.ball(0, 0, choices.number("innerUm") / 2, 0),
                choices.number("wanderUm"),
                Chance.of(seed, "wander"));
    }

    private List<RefractingBody> debris(int count, Chance chance) {
        double half = Math.min(microscope.width(), microscope.height()) * microscope.umPerPixel() / 2;
        double clear = zonaOuterUm(expansion.frames() - 1);
        List<RefractingBody> crumbs = new ArrayList<>();
        for (int tries = 0; tries < 2000 && crumbs.size() < count; tries++) {
            double x = chance.between(-half, half);
            double y = chance.between(-half, half);
            double radius = chance.between(1.5, 5.5);
            if (Math.sqrt(x * x + y * y) > clear + radius) {
                crumbs.add(RefractingBody.ball(x, y, radius, 0.04));
            }
        }
        return List.copyOf(crumbs);
    }

    Film film() {
        double minutes = choices.number("minutesPerFrame");
        return new Film(
                new Film.Reel(
                        microscope.width(),
                        microscope.height(),
                        expansion.frames(),
                        Timing.framesPerSecond(1 / (60 * minutes)),
                        microscope.calibration()),
                () -> this::frame,
                this::truth);
    }

    private Frame frame(int index) {
        OpticalPath path = new OpticalPath(
                microscope.width(), microscope.height(), microscope.umPerPixel(), microscope.blurUm(), FINEST_UM);
        double[] shift = shiftUm(index);
        if (choices.whole("embryos") > 0) {
            draw(path, index, shift);
        }
        debris.forEach(crumb -> path.add(moved(crumb, shift)));
        double lamp =
                1 + choices.share("flicker") * Chance.of(seed, "lamp " + index).normal();
        return new Frame(
                List.of(microscope.exposed(path, seed, lamp, Chance.of(seed, "noise " + index))),
                index,
                index * 60 * choices.number("minutesPerFrame"),
                0);
    }

    private void draw(OpticalPath path, int index, double[] shift) {
        RefractingBody outer = RefractingBody.oval(shift[0], shift[1], zonaOuterUm(index), ASPECT, tiltRad, ZONA_INDEX);
        path.add(outer);
        path.add(RefractingBody.oval(shift[0], shift[1], zonaInnerUm(index), ASPECT, tiltRad, -ZONA_INDEX));
        double share = expansion.share(index);
        if (share < 1) {
            Packing now = cells.get(index);
            path.addUnited(now.bodies(0, now.count(), CELL_INDEX * (1 - share)).stream()
                    .map(cell -> moved(cell, shift))
                    .toList());
        }
        if (share > 0) {
            blastocyst(path, expansion.radiusUm(index), CELL_INDEX * share, shift);
        }
    }

    private void blastocyst(OpticalPath path, double radius, double index, double[] shift) {
        RefractingBody wall = RefractingBody.oval(shift[0], shift[1], radius, ASPECT, tiltRad, index);
        path.add(wall);
        double cavity = radius * StrictMath.cbrt(CAVITY);
        double off = Math.max(0, radius / Math.sqrt(ASPECT) - cavity * Math.sqrt(ASPECT) - THINNEST_WALL_UM);
        double cos = StrictMath.cos(poleRad);
        double sin = StrictMath.sin(poleRad);
        path.add(RefractingBody.oval(wall.x() - off * cos, wall.y() - off * sin, cavity, ASPECT, tiltRad, -index));
        double mass = MASS_SHARE * radius;
        double far = radius / Math.sqrt(ASPECT) - mass / Math.sqrt(MASS_ASPECT) - THINNEST_WALL_UM;
        path.add(RefractingBody.oval(
                wall.x() + far * cos, wall.y() + far * sin, mass, MASS_ASPECT, poleRad + Math.PI / 2, index));
        wallCells.forEach(cell -> cell.on(wall, WALL_UM, index).ifPresent(path::add));
    }

    private static RefractingBody moved(RefractingBody body, double[] shift) {
        return new RefractingBody(
                body.x() + shift[0], body.y() + shift[1], body.shape(), body.angleRad(), body.index());
    }

    /** Where the stage stops at a frame: right and down, micrometers. */
    private double[] shiftUm(int frame) {
        Chance chance = Chance.of(seed, "stage " + frame);
        double jitter = choices.number("jitterUm");
        return new double[] {jitter * chance.normal(), jitter * chance.normal()};
    }

    private double zonaInnerUm(int frame) {
        return expansion.zonaInnerUm(frame, choices.number("innerUm") / 2);
    }

    private double zonaOuterUm(int frame) {
        return ExpansionCourse.zonaOuterUm(zonaInnerUm(frame), choices.number("innerUm") / 2, choices.number("zonaUm"));
    }

    private FilmTruth truth() {
        boolean any = choices.whole("embryos") > 0;
        return new FilmTruth(
                kind,
                seed,
                microscope.width(),
                microscope.height(),
                expansion.frames(),
                1 / (60 * choices.number("minutesPerFrame")),
                microscope.umPerPixel(),
                choices.values(),
                List.of(),
                any ? events() : List.of(),
                any ? curves() : List.of(),
                any ? summary() : List.of());
    }

    private List<TrueEvent> events() {
        List<TrueEvent> events = new ArrayList<>();
        for (int i = 0; i < divisions.size(); i++) {
            events.add(new TrueEvent(TrueEvent.DIVISION, divisions.get(i), i + 2));
        }
        events.addAll(expansion.events());
        return events;
    }

    private List<TrueCurve> curves() {
        int frames = expansion.frames();
        List<TrueCurve> curves = new ArrayList<>();
        if (expansion.isReached()) {
            curves.add(new TrueCurve(
                    "embryoArea",
                    "um2",
                    expansion.first(),
                    IntStream.range(expansion.first(), frames)
                            .mapToDouble(expansion::areaUm2)
                            .toArray()));
        }
        curves.add(new TrueCurve(
                "zonaThickness",
                "um",
                0,
                IntStream.range(0, frames)
                        .mapToDouble(frame -> zonaOuterUm(frame) - zonaInnerUm(frame))
                        .toArray()));
        return curves;
    }

    private List<TrueValue> summary() {
        List<TrueValue> values = new ArrayList<>();
        if (expansion.isReached()) {
            values.add(new TrueValue("expansionRate", choices.number("expansionRate"), "um2/h"));
        }
        values.add(new TrueValue("collapses", expansion.collapses() ? 1 : 0, "1"));
        if (expansion.collapses()) {
            values.add(new TrueValue("collapseDepth", PERCENT * expansion.depth(), "%"));
        }
        return values;
    }
}
