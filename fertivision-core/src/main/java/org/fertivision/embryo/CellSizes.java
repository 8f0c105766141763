package org.fertivision.embryo;

/**
 * How large round things of a kind may be, as radii in micrometers, and how finely they are looked for.
 *
 * @param leastUm smallest radius
 * @param mostUm largest radius
 * @param unitUm from one radius and one center to the next
 * @param most how many are looked at
 */
record CellSizes(double leastUm, double mostUm, double unitUm, int most) {
    /** From uneven cells of an embryo of eight to one undivided cell. */
    static final CellSizes BLASTOMERES = new CellSizes(17, 58, 1.5, 40);

    /** Fragments that can be told from grains and from cells. */
    static final CellSizes FRAGMENTS = new CellSizes(3, 13.5, 0.75, 150);

    int count() {
        return (int) Math.ceil((mostUm - leastUm) / unitUm) + 1;
    }

    /** The radius with a number, from 0. */
    double um(int number) {
        return leastUm + number * unitUm;
    }

    /** Whether a radius is within, micrometers. */
    boolean hold(double radiusUm) {
        return radiusUm >= leastUm && radiusUm <= mostUm;
    }
}
