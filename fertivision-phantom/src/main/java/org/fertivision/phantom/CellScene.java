package org.fertivision.phantom;

import java.util.ArrayList;
import java.util.List;
import org.fertivision.image.Point;

/** What lies under a microscope for unstained cells: bodies are put in with their truth. Not thread-safe. */
final class CellScene {
    private static final double GRAIN_UM = 1.2;
    private static final int MOST_TRIES = 2000;
    private static final double DEBRIS_INDEX = 0.04;

    private final CellMicroscope microscope;
    private final OpticalPath path;
    private final List<TrueObject> objects = new ArrayList<>();

    CellScene(CellMicroscope microscope) {
        this.microscope = microscope;
        this.path = microscope.emptyPath();
    }

    /** Puts in a body that the truth lists. */
    void add(ObjectClass what, RefractingBody body) {
        path.add(body);
        note(what, body);
    }

    /** Puts in bodies that are one where they overlap; the truth lists each. */
    void addUnited(ObjectClass what, List<RefractingBody> bodies) {
        path.addUnited(bodies);
        bodies.forEach(body -> note(what, body));
    }

    /** Puts in the shell between two bodies; the truth lists both borders. */
    void addShell(ObjectClass outerClass, RefractingBody outer, ObjectClass innerClass, RefractingBody inner) {
        add(outerClass, outer);
        add(innerClass, inner.index(-outer.index()));
    }

    /** Puts a rim around a body, within its border, of its index; the truth does not list it. */
    void addRim(RefractingBody body, double thicknessUm) {
        path.add(body);
        path.add(RefractingBody.ball(body.x(), body.y(), body.radiusUm() - thicknessUm, -body.index()));
    }

    /** Puts grains into a body. */
    void addGrains(RefractingBody inside, double amplitude, Chance chance) {
        addGrains(inside, amplitude, List.of(), chance);
    }

    /** Puts grains into a body, fewer where a smoother one lies in it. */
    void addGrains(RefractingBody inside, double amplitude, List<RefractingBody> smoother, Chance chance) {
        if (amplitude > 0) {
            path.addGrains(inside, GRAIN_UM, amplitude, smoother, chance);
        }
    }

    /** Puts small balls around, none nearer to the middle of a body than its own radius and theirs. */
    void addDebris(int count, List<RefractingBody> clear, Chance chance) {
        double halfX = microscope.width() * microscope.umPerPixel() / 2;
        double halfY = microscope.height() * microscope.umPerPixel() / 2;
        int placed = 0;
        for (int tries = 0; tries < MOST_TRIES && placed < count; tries++) {
            double radius = chance.between(1.5, 5.5);
            RefractingBody crumb = RefractingBody.ball(
                    chance.between(-halfX, halfX), chance.between(-halfY, halfY), radius, DEBRIS_INDEX);
            if (clear.stream().noneMatch(body -> nearer(body, crumb))) {
                add(ObjectClass.DEBRIS, crumb);
                placed++;
            }
        }
    }

    private static boolean nearer(RefractingBody body, RefractingBody crumb) {
        double dx = body.x() - crumb.x();
        double dy = body.y() - crumb.y();
        double distance = body.shape().lengthUm() / 2 + crumb.radiusUm();
        return dx * dx + dy * dy < distance * distance;
    }

    private void note(ObjectClass what, RefractingBody body) {
        Point center = new Point(
                microscope.width() / 2.0 + body.x() / microscope.umPerPixel(),
                microscope.height() / 2.0 + body.y() / microscope.umPerPixel());
        double reachX = body.shape().supportUm(body.angleRad()) / microscope.umPerPixel();
        double reachY = body.shape().supportUm(Math.PI / 2 - body.angleRad()) / microscope.umPerPixel();
        boolean whole = center.x() - reachX >= 0
                && center.x() + reachX <= microscope.width()
                && center.y() - reachY >= 0
                && center.y() + reachY <= microscope.height();
        boolean inFrame = center.x() >= 0
                && center.x() < microscope.width()
                && center.y() >= 0
                && center.y() < microscope.height();
        objects.add(new TrueObject(
                objects.size() + 1,
                what,
                center,
                StrictMath.toDegrees(body.angleRad()),
                body.shape(),
                0,
                List.of(),
                inFrame,
                !whole,
                List.of()));
    }

    /** Takes the image. */
    Drawn photograph(String kind, long seed, Choices choices, List<TrueValue> summary) {
        Truth truth = new Truth(
                kind,
                seed,
                microscope.width(),
                microscope.height(),
                1,
                microscope.calibration(),
                choices.values(),
                objects,
                summary);
        return new Drawn(microscope.photograph(path, seed), microscope.calibration(), truth);
    }
}
