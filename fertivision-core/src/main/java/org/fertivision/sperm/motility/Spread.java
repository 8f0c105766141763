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
}
