package org.fertivision.sperm.count;

import org.fertivision.finding.Rejection;
import org.fertivision.finding.RejectionCode;
import org.fertivision.image.Calibration;
import org.fertivision.image.Point;
import org.fertivision.spi.RejectedException;
import org.fertivision.spi.Settings;

/**
 * The part of a field that is counted: its left and upper side belong to it, the right and lower one do not, so that
 * frames side by side count each cell once.
 *
 * @param left first column, pixels
 * @param top first row, pixels
 * @param right end of the columns, pixels
 * @param bottom end of the rows, pixels
 */
record CountingFrame(double left, double top, double right, double bottom) {
    /** The frame of a field without its border strip; refuses a strip that leaves nothing. */
    static CountingFrame of(int width, int height, Calibration calibration, Settings settings) {
        double border = settings.get(CountSettings.BORDER);
        double x = border / calibration.umPerPixelX();
        double y = border / calibration.umPerPixelY();
        if (width <= 2 * x || height <= 2 * y) {
            throw new RejectedException(Rejection.of(
                    RejectionCode.PARAMETER_OUT_OF_RANGE, "The border strip leaves nothing of the field to count."));
        }
        return new CountingFrame(x, y, width - x, height - y);
    }

    boolean contains(Point center) {
        return center.x() >= left && center.x() < right && center.y() >= top && center.y() < bottom;
    }

    /** Square pixels. */
    double area() {
        return (right - left) * (bottom - top);
    }
}
