package org.fertivision.image;

/**
 * An upright rectangle of whole pixels: columns {@code x} to {@code x + width - 1}, rows {@code y} to
 * {@code y + height - 1}.
 *
 * @param x leftmost column, pixels
 * @param y topmost row, pixels
 * @param width columns, at least 1
 * @param height rows, at least 1
 */
public record Region(int x, int y, int width, int height) {
    /** Refuses an empty rectangle and one whose far edge does not fit an int. */
    public Region {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("a region has at least one pixel, not " + width + " x " + height);
        }
        if ((long) x + width > Integer.MAX_VALUE || (long) y + height > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("a region ends within the range of int, not " + width + " x " + height
                    + " from (" + x + ", " + y + ")");
        }
    }

    /** The column right of the last one. */
    public int right() {
        return x + width;
    }

    /** The row below the last one. */
    public int bottom() {
        return y + height;
    }

    /** This region grown by {@code margin} pixels on each side, as far as an image of the given size allows. */
    public Region grown(int margin, int imageWidth, int imageHeight) {
        int left = (int) Math.max(0L, (long) x - margin);
        int top = (int) Math.max(0L, (long) y - margin);
        int newRight = (int) Math.min(imageWidth, (long) right() + margin);
        int newBottom = (int) Math.min(imageHeight, (long) bottom() + margin);
        return new Region(left, top, newRight - left, newBottom - top);
    }

    /** Whether this region touches the border of an image of the given size. */
    public boolean touchesBorder(int imageWidth, int imageHeight) {
        return x <= 0 || y <= 0 || right() >= imageWidth || bottom() >= imageHeight;
    }
}
