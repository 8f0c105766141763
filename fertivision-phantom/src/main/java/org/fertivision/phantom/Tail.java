package org.fertivision.phantom;

import java.util.function.DoubleUnaryOperator;
import org.fertivision.image.Point;

/**
 * A sperm's tail: midpiece 4.5 x 0.8 um, then a wave 0.6 um wide whose heading swings like a sine, so that its length
 * along the curve is exact.
 *
 * @param lengthUm length along the curve with the midpiece, micrometers; 0 when it is not drawn
 * @param swingRad how far the heading swings to either side, radians
 * @param waveUm length of one wave along the curve, micrometers
 * @param phaseRad where the wave starts
 * @param contrastShare contrast as a share of the head's
 * @param curlRad how far it turns one way from the midpiece to its end, faster and faster, radians
 */
record Tail(double lengthUm, double swingRad, double waveUm, double phaseRad, double contrastShare, double curlRad) {
    /** Length of the midpiece, micrometers. */
    static final double MIDPIECE_UM = 4.5;

    private static final double MIDPIECE_HALF_WIDTH_UM = 0.4;
    private static final double HALF_WIDTH_UM = 0.3;
    private static final double STEP_UM = 0.25;
    private static final double NECK_UM = 5;

    /** A tail that is not drawn. */
    static Tail none() {
        return new Tail(0, 0, 1, 0, 0, 0);
    }

    boolean isDrawn() {
        return lengthUm > 0;
    }

    /** A tail whose wave is about 2 to 4 um high. */
    static Tail random(double lengthUm, double contrastShare, Chance chance) {
        double waveUm = chance.between(26, 34);
        double heightUm = chance.between(2, 4);
        return new Tail(
                lengthUm, 2 * Math.PI * heightUm / waveUm, waveUm, chance.between(0, 2 * Math.PI), contrastShare, 0);
    }

    /** This tail wound up as a spiral instead of a wave; as it is for no turn at all. */
    Tail curled(double byRad) {
        return byRad == 0 ? this : new Tail(lengthUm, 0, waveUm, phaseRad, contrastShare, byRad);
    }

    /** The outline of the midpiece alone, of a width of its own. */
    Outline midpiece(Point start, double headingRad, double widthUm, double umPerPixel) {
        return outline(start, headingRad, umPerPixel, MIDPIECE_UM, along -> widthUm / 2);
    }

    /** The outline of the tail from {@code start} on, leaving in the given direction. */
    Outline outline(Point start, double headingRad, double umPerPixel) {
        return outline(
                start,
                headingRad,
                umPerPixel,
                lengthUm,
                along -> along <= MIDPIECE_UM ? MIDPIECE_HALF_WIDTH_UM : HALF_WIDTH_UM);
    }

    private Outline outline(
            Point start, double headingRad, double umPerPixel, double endUm, DoubleUnaryOperator halfWidthUm) {
        int steps = (int) Math.ceil(endUm / STEP_UM);
        double stepUm = endUm / steps;
        double[] x = new double[2 * (steps + 1)];
        double[] y = new double[2 * (steps + 1)];
        double atX = start.x();
        double atY = start.y();
        for (int i = 0; i <= steps; i++) {
            double alongUm = i * stepUm;
            double heading = headingRad + bend(alongUm);
            double half = halfWidthUm.applyAsDouble(alongUm) / umPerPixel;
            double cos = StrictMath.cos(heading);
            double sin = StrictMath.sin(heading);
            int back = x.length - 1 - i;
            x[i] = atX - half * sin;
            y[i] = atY + half * cos;
            x[back] = atX + half * sin;
            y[back] = atY - half * cos;
            double middle = headingRad + bend(alongUm + stepUm / 2);
            atX += stepUm / umPerPixel * StrictMath.cos(middle);
            atY += stepUm / umPerPixel * StrictMath.sin(middle);
        }
        return new Outline(x, y);
    }

    /** A place on the middle line of a tail, and where the tail points there. */
    record Place(Point px, double headingRad) {}

    /** The place so far along the tail. */
    Place place(Point start, double headingRad, double alongUm, double umPerPixel) {
        int steps = Math.max(1, (int) Math.ceil(alongUm / STEP_UM));
        double stepUm = alongUm / steps;
        double x = start.x();
        double y = start.y();
        for (int i = 0; i < steps; i++) {
            double heading = headingRad + bend((i + 0.5) * stepUm);
            x += stepUm / umPerPixel * StrictMath.cos(heading);
            y += stepUm / umPerPixel * StrictMath.sin(heading);
        }
        return new Place(new Point(x, y), headingRad + bend(alongUm));
    }

    private double bend(double alongUm) {
        double beyond = Math.max(0, alongUm - MIDPIECE_UM) / Math.max(1e-9, lengthUm - MIDPIECE_UM);
        return curlRad * beyond * beyond
                + swingRad * Math.min(1, alongUm / NECK_UM) * StrictMath.sin(2 * Math.PI * alongUm / waveUm + phaseRad);
    }
}
