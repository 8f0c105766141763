package org.fertivision.stats;

/**
 * A pair that may be, or was, linked: a row (say, an object of one frame), a column (one of the next) and the price.
 *
 * @param row zero-based
 * @param column zero-based
 * @param cost price of the link, finite
 */
public record Link(int row, int column, double cost) {

    public Link {
        if (row < 0 || column < 0) {
            throw new IllegalArgumentException("row and column must not be negative: " + row + ", " + column);
        }
        if (!(StrictMath.abs(cost) < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the cost of a link must be finite, not " + cost);
        }
    }
}
