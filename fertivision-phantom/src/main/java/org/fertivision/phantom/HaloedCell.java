package org.fertivision.phantom;

import java.util.List;
import org.fertivision.image.Point;

/**
 * One sperm of the halo test.
 *
 * @param halo what its halo says of it
 * @param core its core
 * @param border the border of its halo, that of the core where there is none
 * @param strength how much stronger than the mean cell it is stained
 */
record HaloedCell(ObjectClass halo, Placed core, Placed border, double strength) {
    /** How weak the core of a degraded cell is, of the mean core. */
    private static final double WEAK = 0.45;

    private static final int BLOTCHES = 5;
    private static final double BLOTCH = 0.25;
    private static final double BLOTCH_SIZE = 0.3;

    boolean hasHalo() {
        return border.shape().lengthUm() > core.shape().lengthUm();
    }

    /** Whether core and halo lie in a picture of this size. */
    boolean isWhole(Microscope microscope) {
        double halfX = border.halfBoxX(microscope.umPerPixel());
        double halfY = border.halfBoxY(microscope.umPerPixel());
        Point center = border.centerPx();
        return center.x() >= halfX
                && center.y() >= halfY
                && center.x() + halfX <= microscope.width()
                && center.y() + halfY <= microscope.height();
    }

    /** The sperm to be drawn upon its halo. */
    Sperm sperm(HaloStain stain, Tail tail) {
        double share = halo == ObjectClass.DEGRADED ? WEAK : 1;
        List<Double> levels = hasHalo() ? stain.coreUponHalo(strength) : stain.core(share * strength);
        return new Sperm(halo, core, tail, levels);
    }

    /** The blotches of a degraded core: darker and paler spots about its middle. */
    void blotch(Scene scene, HaloStain stain, double umPerPixel, Chance looks) {
        if (halo != ObjectClass.DEGRADED) {
            return;
        }
        for (int i = 0; i < BLOTCHES; i++) {
            double angle = looks.between(0, 2 * Math.PI);
            double distance = looks.between(0.1, 0.4) * core.shape().widthUm() / umPerPixel;
            Point center = new Point(
                    core.centerPx().x() + distance * StrictMath.cos(angle),
                    core.centerPx().y() + distance * StrictMath.sin(angle));
            double size = BLOTCH_SIZE * core.shape().widthUm();
            double sign = i % 2 == 0 ? 1 : -1;
            scene.shine(new Placed(center, 0, new Ellipse(size, size)), stain.core(sign * BLOTCH * WEAK * strength));
        }
    }
}
