package org.fertivision.image;

/**
 * How large a pixel is, and who said so.
 *
 * @param umPerPixelX width of a pixel, micrometers, 1e-4 to 1e4
 * @param umPerPixelY height of a pixel, micrometers, 1e-4 to 1e4
 * @param origin where the figure comes from
 */
public record Calibration(double umPerPixelX, double umPerPixelY, Origin origin) {
    /** Smallest accepted size of a pixel, micrometers. */
    public static final double SMALLEST_UM_PER_PIXEL = 1e-4;

    /** Largest accepted size of a pixel, micrometers. */
    public static final double LARGEST_UM_PER_PIXEL = 1e4;

    /** Who said how large a pixel is. */
    public enum Origin {
        /** The person or program that asked for the analysis. */
        USER,
        /** The image file's own metadata. */
        FILE,
        /** A ruler or grid seen in the image. */
        GRATICULE
    }

    /** Refuses sizes that no microscope or ultrasound scanner has. */
    public Calibration {
        check(umPerPixelX);
        check(umPerPixelY);
    }

    /** Square pixels of the given size in micrometers, as told by the user. */
    public static Calibration umPerPixel(double size) {
        return new Calibration(size, size, Origin.USER);
    }

    /** Pixels of the given width and height in micrometers, as told by the user. */
    public static Calibration umPerPixel(double width, double height) {
        return new Calibration(width, height, Origin.USER);
    }

    /** The area of one pixel, square micrometers. */
    public double pixelAreaUm2() {
        return umPerPixelX * umPerPixelY;
    }

    /** Whether pixels are as wide as high, to one part in a million. */
    public boolean isSquare() {
        return Math.abs(umPerPixelX - umPerPixelY) <= 1e-6 * umPerPixelX;
    }

    private static void check(double size) {
        if (!(size >= SMALLEST_UM_PER_PIXEL && size <= LARGEST_UM_PER_PIXEL)) {
            throw new IllegalArgumentException(
                    "a pixel measures " + SMALLEST_UM_PER_PIXEL + " to " + LARGEST_UM_PER_PIXEL + " um, not " + size);
        }
    }
}
