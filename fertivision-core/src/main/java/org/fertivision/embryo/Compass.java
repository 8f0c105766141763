package org.fertivision.embryo;

/** Directions evenly around, as unit vectors. */
final class Compass {
    private final double[] cos;
    private final double[] sin;

    Compass(int directions) {
        cos = new double[directions];
        sin = new double[directions];
        for (int k = 0; k < directions; k++) {
            cos[k] = StrictMath.cos(2 * Math.PI * k / directions);
            sin[k] = StrictMath.sin(2 * Math.PI * k / directions);
        }
    }

    int directions() {
        return cos.length;
    }

    /** The part along x. */
    double cos(int direction) {
        return cos[direction];
    }

    /** The part along y (down). */
    double sin(int direction) {
        return sin[direction];
    }
}
