package org.fertivision.pixel;

/** The rows of an ellipse that has the moments of a blob, drawn with so many of its own radii. */
final class EllipseRows {
    private static final double PIXEL_VARIANCE = 1.0 / 12;

    private final double centerX;
    private final double centerY;
    /** Columns by which the middle of a chord moves from one row to the next. */
    private final double lean;
    /** Half the longest chord squared at one radius, and what it loses for each squared row from the center. */
    private final double longest;

    private final double loss;

    private EllipseRows(Moments moments) {
        double xx = moments.varianceX() + PIXEL_VARIANCE;
        double yy = moments.varianceY() + PIXEL_VARIANCE;
        double xy = moments.covariance();
        this.centerX = moments.centroid().x();
        this.centerY = moments.centroid().y();
        this.lean = xy / yy;
        this.longest = 4 * (xx - xy * lean);
        this.loss = (xx - xy * lean) / yy;
    }

    static EllipseRows of(Blob blob) {
        return new EllipseRows(blob.moments());
    }

    /** The first column whose pixel centers lie inside, in a row of pixels; {@link #end} where the row misses the ellipse. */
    int first(int row, double radii) {
        return column(middle(row) - half(row, radii));
    }

    /** The column behind the last one inside. */
    int end(int row, double radii) {
        return column(middle(row) + half(row, radii));
    }

    private double middle(int row) {
        return centerX + lean * (row + 0.5 - centerY);
    }

    private double half(int row, double radii) {
        double dy = row + 0.5 - centerY;
        return Math.sqrt(Math.max(0, longest * radii * radii - loss * dy * dy));
    }

    private static int column(double place) {
        return (int) Math.ceil(place - 0.5);
    }
}
