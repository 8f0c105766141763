package org.fertivision.pixel;

/** The gray values across an edge. */
final class EdgeProfile {
    /** Both samples of a difference lie this far from the edge, pixels. */
    private static final double REACH = 1;
    /** What the distance of the two samples and the bilinear values between pixels add to the variance of the blur. */
    private static final double OWN_VARIANCE = REACH * REACH / 3 + 1.0 / 6;

    private EdgeProfile() {}

    /** The mean change of gray a pixel straight across the contour, each piece by its length; 0 or more. */
    static double meanSteepness(Contour contour, Raster raster) {
        double sum = 0;
        double length = 0;
        int n = contour.size();
        for (int i = 0; i < n; i++) {
            int next = i + 1 == n ? 0 : i + 1;
            double stepX = contour.x(next) - contour.x(i);
            double stepY = contour.y(next) - contour.y(i);
            double step = Math.sqrt(stepX * stepX + stepY * stepY);
            if (step > 0) {
                double x = contour.x(i) + stepX / 2;
                double y = contour.y(i) + stepY / 2;
                double outX = REACH * stepY / step;
                double outY = -REACH * stepX / step;
                double inside = raster.valueAt(x - outX, y - outY);
                double outside = raster.valueAt(x + outX, y + outY);
                sum += step * (inside - outside) / (2 * REACH);
                length += step;
            }
        }
        return length == 0 ? 0 : Math.abs(sum / length);
    }

    /** The variance of the blur that makes an edge of this contrast so steep, square pixels; 0 or more. */
    static double blurVariance(double contrast, double steepness) {
        if (steepness == 0) {
            return 0;
        }
        return Math.max(0, contrast * contrast / (2 * Math.PI * steepness * steepness) - OWN_VARIANCE);
    }
}
