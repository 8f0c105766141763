package org.fertivision.phantom;

/** Hollows in the cytoplasm: vacuoles. */
final class Hollows {
    private static final double INDEX = -0.03;

    private Hollows() {}

    /** Puts hollows into a cell, none in its middle and none at its border. */
    static void add(CellScene scene, RefractingBody cell, int count, Chance chance) {
        for (int i = 0; i < count; i++) {
            double angle = chance.between(0, 2 * Math.PI);
            double far = chance.between(0.2, 0.7) * cell.radiusUm();
            scene.add(
                    ObjectClass.VACUOLE,
                    RefractingBody.ball(
                            cell.x() + far * StrictMath.cos(angle),
                            cell.y() + far * StrictMath.sin(angle),
                            chance.between(3, 10),
                            INDEX));
        }
    }
}
