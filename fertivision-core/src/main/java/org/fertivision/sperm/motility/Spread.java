package org.fertivision.sperm.motility;

/** The principal axes of scattered places. */
final class Spread {
    private Spread() {}

    /** The larger eigenvalue of the symmetric matrix (xx, xy; xy, yy). */
    static double largest(double xx, double yy, double xy) {
        double half = (xx - yy) / 2;
        return (xx + yy) / 2 + Math.sqrt(half * half + xy * xy);
    }

    /** The direction of the eigenvector that belongs to it, radians. */
    static double direction(double xx, double yy, double xy) {
        return StrictMath.atan2(2 * xy, xx - yy) / 2;
    }

    /** The cosine of that direction, from 0 to 1. */
    static double cosine(double xx, double yy, double xy) {
        return Math.sqrt((1 + ofTwice(xx, yy, xy)) / 2);
    }

    /** The sine of that direction. */
    static double sine(double xx, double yy, double xy) {
        return Math.copySign(Math.sqrt((1 - ofTwice(xx, yy, xy)) / 2), xy);
    }

    /** The cosine of twice the direction; 1 for what has none. */
    private static double ofTwice(double xx, double yy, double xy) {
        double along = xx - yy;
        double skew = Math.sqrt(along * along + 4 * xy * xy);
        return skew > 0 ? Math.max(-1, Math.min(1, along / skew)) : 1;
    }
}
