package org.fertivision.sperm.morphology;

import java.util.List;
import org.fertivision.image.Frame;
import org.fertivision.image.Plane;
import org.fertivision.pixel.AbsorbedColor;
import org.fertivision.pixel.Blob;
import org.fertivision.pixel.Components;
import org.fertivision.pixel.Connectivity;
import org.fertivision.pixel.Histogram;
import org.fertivision.pixel.Otsu;
import org.fertivision.pixel.PassedLight;
import org.fertivision.pixel.Raster;
import org.fertivision.pixel.Smoothing;
import org.fertivision.pixel.Threshold;

/**
 * A stained field as the light that its stains let pass. Nuclei and acrosomes take up green light, nuclei and midpieces
 * red light too; cytoplasm and midpieces are bluish, they pass more green than red. Levels were chosen on one half of a
 * published set, see ADR 29.
 *
 * @param green passed share of green light
 * @param red passed share of red light
 * @param heads passed share of green light where nothing bluish lies, smoothed
 * @param nucleusLevel what passes less green light than this is stained as strongly as nuclei are
 * @param nuclei the strongly stained objects, holes filled, in the order of their first pixel
 */
record StainedSmear(Raster green, Raster red, Raster heads, double nucleusLevel, List<Blob> nuclei) {
    /** What passes less green light than this may be head. */
    static final double HEAD_LEVEL = 0.8;

    private static final double BRIGHT_GROUND = 0.4;
    private static final double COLORED = 0.35;
    private static final double PALEST_NUCLEUS = 0.7;
    private static final double DARKEST_LEVEL = 0.3;
    private static final double BLUISH = 0.02;
    private static final double TOO_DARK_FOR_COLOR = 0.4;
    private static final double SMOOTHING_PX = 1;
    private static final int LEVELS = 255;
    private static final int FEWEST_PIXELS = 40;

    /** Whether a picture shows dark things of a clear color on a bright ground, as stains make them. */
    static boolean isShownBy(Frame frame) {
        return frame.isColor()
                && AbsorbedColor.of(frame)
                        .filter(color -> color.ground() >= BRIGHT_GROUND && color.chroma() >= COLORED)
                        .isPresent();
    }

    static StainedSmear of(Frame frame) {
        Raster green = PassedLight.of(frame.green());
        Raster red = PassedLight.of(frame.red());
        Raster reddish = PassedLight.without(green, red, BLUISH, TOO_DARK_FOR_COLOR);
        Raster heads = Smoothing.gaussian(reddish, SMOOTHING_PX);
        Plane levels = PassedLight.toPlane(heads);
        double otsu = Otsu.threshold(Histogram.of(levels)) / (double) LEVELS;
        double nucleusLevel = Math.max(DARKEST_LEVEL, Math.min(PALEST_NUCLEUS, otsu));
        List<Blob> nuclei = Components.of(heads, Threshold.upTo(nucleusLevel), Connectivity.EIGHT, FEWEST_PIXELS);
        return new StainedSmear(
                green,
                red,
                heads,
                nucleusLevel,
                nuclei.stream().map(Blob::filled).toList());
    }
}
