package org.fertivision.phantom;

/**
 * A camera's noise: Poisson noise of the electrons, then Gaussian read noise. Below 10 electrons Poisson numbers are
 * drawn exactly; above, a normal number with the right mean, variance and skewness (Cornish-Fisher) stands for both.
 *
 * @param electronsPerLevel electrons behind one gray level; infinite for a camera without noise
 * @param readElectrons standard deviation of the read noise, electrons
 */
record Noise(double electronsPerLevel, double readElectrons) {
    private static final double FEW_ELECTRONS = 10;

    /** No noise at all. */
    static Noise none() {
        return new Noise(Double.POSITIVE_INFINITY, 0);
    }

    /**
     * The camera that shows a contrast at the given signal to noise ratio: contrast over the standard deviation on the
     * evenly lit background, before rounding to whole levels.
     */
    static Noise ofSnr(double snr, double contrast, double background, double readElectrons) {
        double deviation = Math.abs(contrast) / snr;
        double variance = deviation * deviation;
        double root = Math.sqrt(background * background + 4 * variance * readElectrons * readElectrons);
        return new Noise((background + root) / (2 * variance), readElectrons);
    }

    /** A level as the camera reads it; negative only through read noise. */
    double read(double level, Chance chance) {
        if (electronsPerLevel == Double.POSITIVE_INFINITY) {
            return level;
        }
        double mean = Math.max(0, level) * electronsPerLevel;
        if (mean < FEW_ELECTRONS) {
            return (chance.poisson(mean) + readElectrons * chance.normal()) / electronsPerLevel;
        }
        double variance = mean + readElectrons * readElectrons;
        double z = chance.normal();
        double skewed = mean * (z * z - 1) / (6 * variance);
        return (mean + Math.sqrt(variance) * z + skewed) / electronsPerLevel;
    }
}
