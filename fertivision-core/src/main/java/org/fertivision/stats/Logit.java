package org.fertivision.stats;

/** The log-odds scale, on which a proportion near 1 is told as exactly as one near 0. */
final class Logit {

    private Logit() {}

    /** x = 1 / (1 + e^-u); 1 - x is {@code inverse(-u)}. */
    static double inverse(double u) {
        return 1 / (1 + StrictMath.exp(-u));
    }
}
