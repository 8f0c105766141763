package org.fertivision.report;

import org.fertivision.image.Calibration;

/**
 * A line of a round length to lay beside a picture.
 *
 * @param lengthUm what it stands for, micrometers: 1, 2 or 5 times a power of ten
 * @param lengthPx how long it is across the picture, pixels
 */
record ScaleBar(double lengthUm, double lengthPx) {
    private static final double[] ROUND = {1, 2, 5, 10};
    private static final double UM_PER_MM = 1000;

    /** The longest bar of a round length that is at most the given share of a picture's width. */
    static ScaleBar within(Calibration calibration, double widthPx, double share) {
        double roomUm = widthPx * share * calibration.umPerPixelX();
        double decade = StrictMath.pow(10, Math.floor(StrictMath.log10(roomUm)));
        double length = decade;
        for (double round : ROUND) {
            if (round * decade <= roomUm * (1 + 1e-12)) {
                length = round * decade;
            }
        }
        return new ScaleBar(length, length / calibration.umPerPixelX());
    }

    /** Its length for people: {@code 50 µm} or {@code 2 mm}. */
    String label(Language language) {
        return lengthUm >= UM_PER_MM ? language.plain(lengthUm / UM_PER_MM) + " mm" : language.plain(lengthUm) + " µm";
    }
}
