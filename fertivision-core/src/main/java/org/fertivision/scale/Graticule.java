package org.fertivision.scale;

import java.util.List;
import org.fertivision.finding.Interval;
import org.fertivision.finding.Notice;
import org.fertivision.image.Calibration;

/**
 * A ruling of known spacing that was seen in a picture, and what it says of the size of a pixel.
 *
 * @param spacingUm the true distance of neighboring lines, micrometers, as it was given
 * @param rulings lines in one direction, or in two across each other; the first runs more nearly from left to right
 * @param notices what the figure takes for granted, and what should be known of the picture
 */
public record Graticule(double spacingUm, List<Ruling> rulings, List<Notice> notices) {
    /** A difference between width and height below this is no reason to give both. */
    private static final double SQUARE = 0.005;

    /**
     * Parallel lines.
     *
     * @param umPerPixel micrometers per pixel across the lines
     * @param ci95 its interval, from how far lines lie from where they should
     * @param lines how many different lines were used
     * @param spacingPx the distance of neighboring lines, pixels
     * @param angleDeg the direction across the lines, degrees from the x axis towards y
     * @param residualPx how far lines lie from even distances, root mean square, pixels
     * @param distortion by which share the distance differs between the two halves of the ruling
     * @param bright whether the lines are brighter than what lies between
     * @param marks what was seen of each line
     */
    public record Ruling(
            double umPerPixel,
            Interval ci95,
            int lines,
            double spacingPx,
            double angleDeg,
            double residualPx,
            double distortion,
            boolean bright,
            List<Mark> marks) {
        /** Copies the list. */
        public Ruling {
            marks = List.copyOf(marks);
        }
    }

    /**
     * A piece of a line, pixels.
     *
     * @param line the number of the line, from 0
     */
    public record Mark(int line, double x0, double y0, double x1, double y1) {}

    /** Copies the lists. */
    public Graticule {
        rulings = List.copyOf(rulings);
        notices = List.copyOf(notices);
    }

    /** The size of a pixel: square pixels unless two rulings tell width and height apart by half a percent or more. */
    public Calibration calibration() {
        double x = rulings.get(0).umPerPixel();
        double y = rulings.get(rulings.size() - 1).umPerPixel();
        double mean = Math.sqrt(x * y);
        return Math.abs(x / y - 1) < SQUARE
                ? new Calibration(mean, mean, Calibration.Origin.GRATICULE)
                : new Calibration(x, y, Calibration.Origin.GRATICULE);
    }
}
