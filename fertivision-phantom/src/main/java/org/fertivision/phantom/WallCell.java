package org.fertivision.phantom;

import java.util.Optional;

/**
 * A cell of the trophectoderm: a lens on the inside of the wall, which it does not leave.
 *
 * @param depth where it lies along the line of sight, -1 to 1 times the radius
 * @param angleRad where it lies as seen from the middle
 * @param share how wide it is, a share of the radius
 */
record WallCell(double depth, double angleRad, double share) {
    static WallCell random(Chance chance) {
        double depth = chance.between(-1, 1);
        return new WallCell(depth, chance.between(0, 2 * Math.PI), chance.between(0.14, 0.24));
    }

    /** As a body of an index on a wall, seen from the side it turns to the light; nothing where that is too thin. */
    Optional<RefractingBody> on(RefractingBody wall, double thickUm, double index) {
        double half = wall.shape().widthUm() / 2;
        double slant = Math.sqrt(1 - depth * depth);
        double wide = half * share;
        double far = (half - thickUm / 2) * slant;
        double radial = Math.min(wide * Math.abs(depth) + thickUm / 2 * slant, half - 1 - far);
        if (radial <= 1) {
            return Optional.empty();
        }
        double deep = thickUm * Math.abs(depth) + wide * (1 - Math.abs(depth));
        return Optional.of(new RefractingBody(
                wall.x() + far * StrictMath.cos(angleRad),
                wall.y() + far * StrictMath.sin(angleRad),
                new Ellipse(2 * Math.max(wide, radial), 2 * Math.min(wide, radial)),
                wide >= radial ? angleRad + Math.PI / 2 : angleRad,
                index * deep / (2 * Math.sqrt(radial * wide))));
    }
}
