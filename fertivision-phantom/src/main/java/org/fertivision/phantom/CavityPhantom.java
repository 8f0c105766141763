package org.fertivision.phantom;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fertivision.image.Calibration;
import org.fertivision.image.Frame;
import org.fertivision.image.Plane;

/** Draws hysteroscopic stills: a shaded disc of known color with a tree of vessels of known area, and bright spots. */
final class CavityPhantom implements Recipe<Drawn> {
    private static final String KIND = "hysteroscopy";
    private static final double RADIUS = 0.47;
    private static final double SHADE = 0.5;
    private static final double IN_BLUE = 0.9;
    private static final double IN_RED = 0.1;
    private static final double WHITE = 255;
    private static final double UM_PER_PIXEL = 50;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<Setting> settings() {
        List<Setting> all = new ArrayList<>();
        all.add(Setting.whole("size", 512, "px", 128, 2048, "columns and rows of the image"));
        all.add(Setting.number("red", 200, "1", 20, 250, "red of the mucosa, as stored"));
        all.add(Setting.number("green", 120, "1", 20, 250, "green of the mucosa, as stored"));
        all.add(Setting.number("blue", 105, "1", 20, 250, "blue of the mucosa, as stored"));
        all.add(Setting.number("vessels", 5, "%", 0, 20, "area of the disc covered by vessels"));
        all.add(Setting.number("contrast", 0.3, "1", 0, 0.8, "share of green light that vessels take"));
        all.add(Setting.number("noiseLevels", 3, "1", 0, 20, "standard deviation of the noise, gray levels"));
        all.add(Setting.whole("spots", 6, "1", 0, 60, "bright spots, 4 to 10 px of radius in an image of 512 px"));
        return List.copyOf(all);
    }

    @Override
    public Map<String, String> presets() {
        return Map.of();
    }

    @Override
    public Drawn draw(long seed, Choices choices) {
        int size = choices.whole("size");
        VesselTree tree = VesselTree.grown(size, RADIUS * size, choices.share("vessels"), Chance.of(seed, "layout"));
        double[] base = {linear(choices.number("red")), linear(choices.number("green")), linear(choices.number("blue"))
        };
        double contrast = choices.number("contrast");
        double[] taken = {IN_RED * contrast, contrast, IN_BLUE * contrast};
        List<double[]> spots = spots(size, choices.whole("spots"), Chance.of(seed, "spots"));
        List<Plane> planes = new ArrayList<>();
        for (int channel = 0; channel < 3; channel++) {
            float[] light = light(size, tree, base[channel], taken[channel], spots);
            planes.add(exposed(size, light, choices.number("noiseLevels"), Chance.of(seed, "noise " + channel)));
        }
        Frame frame = new Frame(planes, 0, 0, 0);
        Calibration calibration = Calibration.umPerPixel(UM_PER_PIXEL);
        List<TrueValue> truth = List.of(
                new TrueValue("redness", StrictMath.log10(base[0] / base[1]), "1"),
                new TrueValue("vesselDensity", 100 * tree.share(), "%"));
        return new Drawn(
                frame,
                calibration,
                new Truth(KIND, seed, size, size, 3, calibration, choices.values(), List.of(), truth));
    }

    private static List<double[]> spots(int size, int count, Chance chance) {
        List<double[]> spots = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double distance = 0.9 * RADIUS * size * Math.sqrt(chance.uniform());
            double angle = chance.between(0, 2 * Math.PI);
            spots.add(new double[] {
                size / 2.0 + distance * StrictMath.cos(angle),
                size / 2.0 + distance * StrictMath.sin(angle),
                chance.between(4, 10) * size / 512
            });
        }
        return spots;
    }

    /** Linear light of one channel, blurred by a pixel. */
    private static float[] light(int size, VesselTree tree, double base, double taken, List<double[]> spots) {
        float[] light = new float[size * size];
        double radius = RADIUS * size;
        for (int y = 0, at = 0; y < size; y++) {
            for (int x = 0; x < size; x++, at++) {
                double dx = x + 0.5 - size / 2.0;
                double dy = y + 0.5 - size / 2.0;
                double far = (dx * dx + dy * dy) / (radius * radius);
                if (far <= 1) {
                    double absorbed = tree.covers(x, y) ? 1 - taken : 1;
                    light[at] = (float) (base * (1 - SHADE * far) * absorbed);
                }
                for (double[] spot : spots) {
                    double sx = x + 0.5 - spot[0];
                    double sy = y + 0.5 - spot[1];
                    if (sx * sx + sy * sy < spot[2] * spot[2]) {
                        light[at] = 1;
                    }
                }
            }
        }
        return blurred(light, size);
    }

    /** A Gaussian of one pixel's standard deviation, along rows and columns. */
    private static float[] blurred(float[] light, int size) {
        double[] weights = {0.39905, 0.24204, 0.05401, 0.00443};
        float[] along = new float[light.length];
        float[] out = new float[light.length];
        for (int pass = 0; pass < 2; pass++) {
            float[] in = pass == 0 ? light : along;
            float[] into = pass == 0 ? along : out;
            int step = pass == 0 ? 1 : size;
            for (int at = 0; at < in.length; at++) {
                int place = pass == 0 ? at % size : at / size;
                double sum = weights[0] * in[at];
                for (int i = 1; i < weights.length; i++) {
                    sum += weights[i]
                            * (in[at - step * Math.min(i, place)] + in[at + step * Math.min(i, size - 1 - place)]);
                }
                into[at] = (float) sum;
            }
        }
        return out;
    }

    private static Plane exposed(int size, float[] light, double noise, Chance chance) {
        byte[] samples = new byte[light.length];
        for (int i = 0; i < samples.length; i++) {
            double level = stored(light[i]) + noise * chance.normal();
            samples[i] = (byte) Math.max(0, Math.min(WHITE, Math.floor(level + 0.5)));
        }
        return Plane.takeBytes(size, size, samples);
    }

    /** Linear light of a stored level (sRGB, IEC 61966-2-1). */
    private static double linear(double level) {
        double v = level / WHITE;
        return v <= 0.04045 ? v / 12.92 : StrictMath.pow((v + 0.055) / 1.055, 2.4);
    }

    private static double stored(double light) {
        double v = Math.max(0, Math.min(1, light));
        return WHITE * (v <= 0.0031308 ? 12.92 * v : 1.055 * StrictMath.pow(v, 1 / 2.4) - 0.055);
    }
}
