package org.fertivision.phantom;

import java.util.List;
import org.fertivision.image.Calibration;
import org.fertivision.image.Frame;
import org.fertivision.image.Plane;

/**
 * A microscope for unstained oocytes and embryos.
 *
 * @param width columns
 * @param height rows
 * @param umPerPixel size of a pixel, micrometers
 * @param contrast how it turns optical path into brightness
 * @param lightDeg where the light comes from, degrees from the x axis towards y (down)
 * @param blurUm standard deviation of the blur, micrometers
 * @param noiseLevels standard deviation of the camera's noise, gray levels
 * @param gradient growth of the light from one side of the image to the other, a share of its middle
 * @param well whether the rim of a well surrounds the middle
 */
record CellMicroscope(
        int width,
        int height,
        double umPerPixel,
        Contrast contrast,
        double lightDeg,
        double blurUm,
        double noiseLevels,
        double gradient,
        boolean well) {
    private static final int WHITE = 255;
    private static final double BACKGROUND = 100;
    private static final double WELL_RADIUS_UM = 125;
    private static final double WELL_WIDTH_UM = 12;
    private static final double WELL_BRIGHTNESS = 2.5;

    static List<Setting> settings() {
        return settings(400, 0.5, 0.6);
    }

    /** What can be set, for square images of a size. */
    static List<Setting> settings(int side, double umPerPixel, double blurUm) {
        return List.of(
                Setting.choice(
                        "contrast",
                        List.of(Contrast.RELIEF.word(), Contrast.BRIGHT_FIELD.word()),
                        "Hoffman or other oblique light, or bright field a little out of focus"),
                Setting.whole("width", side, "px", 64, 4096, "columns of the image"),
                Setting.whole("height", side, "px", 64, 4096, "rows of the image"),
                Setting.number("umPerPixel", umPerPixel, "um", 0.02, 2, "size of a pixel"),
                Setting.number("lightDeg", 30, "deg", 0, 360, "where oblique light comes from"),
                Setting.number("blurUm", blurUm, "um", 0.2, 10, "blur of lens and focus, standard deviation"),
                Setting.number("noiseLevels", 3, "1", 0, 30, "standard deviation of the noise, gray levels"),
                Setting.number("gradient", 10, "%", 0, 60, "growth of the light across the image"),
                Setting.flag("well", false, "whether the bright rim of a time-lapse well is seen"));
    }

    static CellMicroscope of(Choices choices) {
        return new CellMicroscope(
                choices.whole("width"),
                choices.whole("height"),
                choices.number("umPerPixel"),
                Contrast.of(choices.word("contrast")),
                choices.number("lightDeg"),
                choices.number("blurUm"),
                choices.number("noiseLevels"),
                choices.share("gradient"),
                choices.flag("well"));
    }

    Calibration calibration() {
        return Calibration.umPerPixel(umPerPixel);
    }

    OpticalPath emptyPath() {
        return new OpticalPath(width, height, umPerPixel, blurUm);
    }

    /** Takes the image of what lies in the path; the path is blurred by it. */
    Frame photograph(OpticalPath path, long seed) {
        return Frame.gray(exposed(path, seed, 1, Chance.of(seed, "noise")));
    }

    /**
     * Takes one picture of many; the path is blurred by it.
     *
     * @param brightness of the lamp over its usual one
     * @param noise what the camera adds to this picture
     */
    Plane exposed(OpticalPath path, long seed, double brightness, Chance noise) {
        path.blur(blurUm);
        double[] seen = path.seen(contrast, StrictMath.toRadians(lightDeg), width, height);
        double direction = Chance.of(seed, "light").between(0, 2 * Math.PI);
        double cos = StrictMath.cos(direction);
        double sin = StrictMath.sin(direction);
        byte[] samples = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double dx = x + 0.5 - width / 2.0;
                double dy = y + 0.5 - height / 2.0;
                double light = 1 + gradient * (dx * cos + dy * sin) / width;
                double level = brightness * BACKGROUND * light * (1 + seen[y * width + x]) * rim(dx, dy);
                level += noiseLevels * noise.normal();
                samples[y * width + x] = (byte) Math.max(0, Math.min(WHITE, (int) Math.floor(level + 0.5)));
            }
        }
        return Plane.takeBytes(width, height, samples);
    }

    private double rim(double dxPx, double dyPx) {
        double fromRim = Math.sqrt(dxPx * dxPx + dyPx * dyPx) * umPerPixel - WELL_RADIUS_UM;
        return well && fromRim >= 0 && fromRim <= WELL_WIDTH_UM ? WELL_BRIGHTNESS : 1;
    }
}
