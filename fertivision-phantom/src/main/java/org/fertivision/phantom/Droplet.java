package org.fertivision.phantom;

import org.fertivision.image.Point;

/**
 * Cytoplasm left at a midpiece: half an ellipse that sits on one edge of it, bent as the midpiece is, beside midpiece and
 * head alike.
 *
 * @param areaUm2 its area, square micrometers
 * @param midUm its middle, so far from the neck along the midpiece, micrometers
 * @param halfLengthUm half of its length along the midpiece, micrometers
 * @param side of the midpiece: 1 or -1
 */
record Droplet(double areaUm2, double midUm, double halfLengthUm, int side) {
    private static final double NEAREST_UM = 0.2;
    private static final double SHORTEST_UM = 1.2;
    private static final double LONGEST_UM = 1.8;
    private static final int CORNERS = 96;
    private static final int BISECTIONS = 50;

    /** A droplet somewhere at the midpiece, on the given side of it. */
    static Droplet random(double areaUm2, int side, Chance chance) {
        double half = chance.between(SHORTEST_UM, LONGEST_UM);
        double mid = chance.between(NEAREST_UM + half, Tail.MIDPIECE_UM - half);
        return new Droplet(areaUm2, mid, half, side);
    }

    /** Its outline, of exactly its area. */
    Outline outline(Tail tail, Point neck, double headingRad, double midpieceUm, double umPerPixel) {
        double low = 0;
        double high = 4 * areaUm2 / halfLengthUm;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            Outline tried = outline(tail, neck, headingRad, midpieceUm / 2, middle, umPerPixel);
            boolean less = tried.area() * umPerPixel * umPerPixel < areaUm2;
            low = less ? middle : low;
            high = less ? high : middle;
        }
        return outline(tail, neck, headingRad, midpieceUm / 2, high, umPerPixel);
    }

    private Outline outline(
            Tail tail, Point neck, double headingRad, double innerUm, double heightUm, double umPerPixel) {
        double[] x = new double[2 * CORNERS];
        double[] y = new double[2 * CORNERS];
        for (int i = 0; i < CORNERS; i++) {
            double turn = Math.PI * i / (CORNERS - 1);
            double alongUm = midUm - halfLengthUm * StrictMath.cos(turn);
            Tail.Place at = tail.place(neck, headingRad, alongUm, umPerPixel);
            double inner = side * innerUm / umPerPixel;
            double outer = side * (innerUm + heightUm * StrictMath.sin(turn)) / umPerPixel;
            double sin = StrictMath.sin(at.headingRad());
            double cos = StrictMath.cos(at.headingRad());
            int back = x.length - 1 - i;
            x[i] = at.px().x() - inner * sin;
            y[i] = at.px().y() + inner * cos;
            x[back] = at.px().x() - outer * sin;
            y[back] = at.px().y() + outer * cos;
        }
        return new Outline(x, y);
    }
}
