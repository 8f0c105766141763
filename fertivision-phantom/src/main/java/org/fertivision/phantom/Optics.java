package org.fertivision.phantom;

/**
 * A microscope's lens as a Gaussian point spread of standard deviation 0.21 wavelength / aperture. Source: Zhang,
 * Zerubia and Olivo-Marin 2007, doi:10.1364/AO.46.001819.
 *
 * @param wavelengthNm wavelength of the light, nanometers
 * @param aperture numerical aperture of the objective
 * @param defocusUm further Gaussian blur, standard deviation in micrometers
 */
record Optics(double wavelengthNm, double aperture, double defocusUm) {
    private static final double SPREAD = 0.21;
    private static final double NM_PER_UM = 1000;
    private static final double REACH = 4;
    private static final double DUST = 1e-9;

    /** Standard deviation of the whole blur, micrometers. */
    double spreadUm() {
        double lens = SPREAD * wavelengthNm / NM_PER_UM / aperture;
        return Math.sqrt(lens * lens + defocusUm * defocusUm);
    }

    /** The center and one side of the sampled point spread, summing to one with the other side. */
    float[] kernel(double umPerPixel) {
        double spreadPx = spreadUm() / umPerPixel;
        int reach = (int) Math.ceil(REACH * spreadPx);
        double[] weights = new double[reach + 1];
        double sum = 0;
        for (int i = 0; i <= reach; i++) {
            weights[i] = StrictMath.exp(-0.5 * i * i / (spreadPx * spreadPx));
            sum += i == 0 ? weights[i] : 2 * weights[i];
        }
        int used = reach;
        while (used > 0 && weights[used] < DUST * sum) {
            used--;
        }
        float[] kernel = new float[used + 1];
        for (int i = 0; i <= used; i++) {
            kernel[i] = (float) (weights[i] / sum);
        }
        return kernel;
    }
}
