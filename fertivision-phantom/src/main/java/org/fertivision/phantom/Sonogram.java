package org.fertivision.phantom;

import java.util.Arrays;
import org.fertivision.image.Plane;
import org.fertivision.image.Point;

/**
 * Takes a B-mode image: echoes of random phase on a polar grid, blurred by pulse and beam, their envelope in decibels,
 * converted to upright pixels. Without the sector the image is black.
 */
final class Sonogram {
    private static final double STEP_MM = 0.05;
    private static final int BEAMS = 700;
    private static final double REACH = 3.5;
    private static final double WHITE = 255;
    private static final double MM_PER_CM = 10;

    private final Transducer probe;
    private final int samples;
    private final double beamAngle;
    private final float[] real;
    private final float[] imaginary;

    private Sonogram(Transducer probe) {
        this.probe = probe;
        this.samples = (int) Math.ceil(probe.depthMm() / STEP_MM) + 2;
        this.beamAngle = 2 * probe.halfAngle() / (BEAMS - 1);
        this.real = new float[samples * BEAMS];
        this.imaginary = new float[samples * BEAMS];
    }

    static Plane of(Transducer probe, Tissue tissue, long seed) {
        Sonogram image = new Sonogram(probe);
        image.scatter(tissue, Chance.of(seed, "speckle"));
        image.blurAlong();
        image.blurAcross();
        image.addNoise(Chance.of(seed, "noise"));
        return image.scanConverted();
    }

    /** Echoes of every sample, weakened by what lies before it and made up for by the scanner's gain. */
    private void scatter(Tissue tissue, Chance chance) {
        double dbPerStep = 2 * probe.megahertz() * probe.attenuation() * STEP_MM / MM_PER_CM;
        for (int beam = 0; beam < BEAMS; beam++) {
            double angle = beam * beamAngle - probe.halfAngle();
            double sin = StrictMath.sin(angle);
            double cos = StrictMath.cos(angle);
            double gain = 0;
            for (int sample = 0; sample < samples; sample++) {
                double range = probe.radiusMm() + sample * STEP_MM;
                double x = range * sin;
                double y = range * cos - probe.radiusMm();
                gain += dbPerStep * (1 - tissue.loss(x, y));
                double amplitude = ratio(tissue.backscatterDb(x, y) + gain) * Math.sqrt(texture(chance) / 2);
                real[sample * BEAMS + beam] = (float) (amplitude * chance.normal());
                imaginary[sample * BEAMS + beam] = (float) (amplitude * chance.normal());
            }
        }
    }

    /** A gamma number of mean 1: the power of a K distribution's scatterers. Marsaglia and Tsang 2000. */
    private double texture(Chance chance) {
        double shape = probe.scatterers();
        if (shape == 0) {
            return 1;
        }
        double d = Math.max(shape, 1) - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double z = chance.normal();
            double v = (1 + c * z) * (1 + c * z) * (1 + c * z);
            double u = chance.uniform();
            if (v > 0 && StrictMath.log(u) < 0.5 * z * z + d - d * v + d * StrictMath.log(v)) {
                return d * v / Math.max(shape, 1);
            }
        }
    }

    private void blurAlong() {
        float[] kernel = kernel(probe.axialMm() / STEP_MM);
        float[] column = new float[samples];
        for (float[] part : new float[][] {real, imaginary}) {
            for (int beam = 0; beam < BEAMS; beam++) {
                for (int sample = 0; sample < samples; sample++) {
                    column[sample] = part[sample * BEAMS + beam];
                }
                for (int sample = 0; sample < samples; sample++) {
                    part[sample * BEAMS + beam] = blurred(column, sample, kernel);
                }
            }
        }
    }

    private void blurAcross() {
        float[] row = new float[BEAMS];
        for (int sample = 0; sample < samples; sample++) {
            double range = probe.radiusMm() + sample * STEP_MM;
            float[] kernel = kernel(probe.lateralMm() / range / beamAngle);
            for (float[] part : new float[][] {real, imaginary}) {
                System.arraycopy(part, sample * BEAMS, row, 0, BEAMS);
                for (int beam = 0; beam < BEAMS; beam++) {
                    part[sample * BEAMS + beam] = blurred(row, beam, kernel);
                }
            }
        }
    }

    private static float blurred(float[] line, int at, float[] kernel) {
        float sum = kernel[0] * line[at];
        for (int i = 1; i < kernel.length; i++) {
            sum += kernel[i] * (line[Math.max(0, at - i)] + line[Math.min(line.length - 1, at + i)]);
        }
        return sum;
    }

    /** The middle and one side of a Gaussian that leaves the power of uncorrelated echoes as it is. */
    private static float[] kernel(double sigma) {
        int reach = (int) Math.ceil(REACH * sigma);
        double[] weights = new double[reach + 1];
        double power = 0;
        for (int i = 0; i <= reach; i++) {
            weights[i] = StrictMath.exp(-0.5 * i * i / (sigma * sigma));
            power += (i == 0 ? 1 : 2) * weights[i] * weights[i];
        }
        float[] kernel = new float[reach + 1];
        for (int i = 0; i <= reach; i++) {
            kernel[i] = (float) (weights[i] / Math.sqrt(power));
        }
        return kernel;
    }

    private void addNoise(Chance chance) {
        double amplitude = ratio(probe.noiseDb()) / Math.sqrt(2);
        for (int i = 0; i < real.length; i++) {
            real[i] += (float) (amplitude * chance.normal());
            imaginary[i] += (float) (amplitude * chance.normal());
        }
    }

    private static double ratio(double db) {
        return StrictMath.pow(10, db / 20);
    }

    private float[] levels() {
        float[] levels = new float[real.length];
        for (int i = 0; i < levels.length; i++) {
            double power = Math.max(1e-20, (double) real[i] * real[i] + (double) imaginary[i] * imaginary[i]);
            double db = 10 * StrictMath.log10(power);
            levels[i] = (float)
                    Math.max(0, Math.min(WHITE, WHITE * (db - probe.topDb() + probe.rangeDb()) / probe.rangeDb()));
        }
        return levels;
    }

    private Plane scanConverted() {
        float[] levels = levels();
        int width = probe.width();
        int height = probe.height();
        byte[] pixels = new byte[width * height];
        Arrays.fill(pixels, (byte) 0);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                Point place = probe.place(x + 0.5, y + 0.5);
                double sample = (probe.rangeOf(place) - probe.radiusMm()) / STEP_MM;
                double beam = (probe.angleOf(place) + probe.halfAngle()) / beamAngle;
                if (sample >= 0 && sample * STEP_MM <= probe.depthMm() && beam >= 0 && beam <= BEAMS - 1) {
                    pixels[y * width + x] = (byte) Math.floor(between(levels, sample, beam) + 0.5);
                }
            }
        }
        return Plane.takeBytes(width, height, pixels);
    }

    private static double between(float[] levels, double sample, double beam) {
        int s = (int) sample;
        int b = Math.min((int) beam, BEAMS - 2);
        double ds = sample - s;
        double db = beam - b;
        int at = s * BEAMS + b;
        double near = levels[at] * (1 - db) + levels[at + 1] * db;
        double far = levels[at + BEAMS] * (1 - db) + levels[at + BEAMS + 1] * db;
        return near * (1 - ds) + far * ds;
    }
}
