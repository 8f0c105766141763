package org.fertivision.phantom;

/**
 * How evenly the field is lit.
 *
 * @param gradient change of the background from the middle to the brightest border, 0.2 for +-20 %
 * @param directionRad where the light grows to, radians from the x axis
 * @param vignette share of the background that is lost in the corners
 */
record Illumination(double gradient, double directionRad, double vignette) {
    /** The factors of the background along row {@code y}. */
    void row(int y, int width, int height, double[] into) {
        double cos = StrictMath.cos(directionRad);
        double sin = StrictMath.sin(directionRad);
        double reach = (Math.abs(cos) * width + Math.abs(sin) * height) / 2;
        double corner = (width * (double) width + height * (double) height) / 4;
        double dy = y + 0.5 - height / 2.0;
        for (int x = 0; x < width; x++) {
            double dx = x + 0.5 - width / 2.0;
            double slope = 1 + gradient * (dx * cos + dy * sin) / reach;
            into[x] = slope * (1 - vignette * (dx * dx + dy * dy) / corner);
        }
    }
}
