package org.fertivision.pixel;

import org.fertivision.image.Plane;
import org.fertivision.image.Region;

/**
 * The share of the light that a stained object lets pass in one channel: gray level over that of the light behind it, 1
 * beside objects, 0 where nothing passes. Its negative logarithm is the optical density.
 */
public final class PassedLight {
    /** Brighter than this no background is: a glare. */
    private static final float MOST = 1.5f;

    private static final int WHITE = 255;

    private PassedLight() {}

    /**
     * The passed light of one channel, taken as all of it where the other channel passes even less: bluish things vanish from
     * green light, reddish and black ones stay.
     *
     * @param margin so much less the other channel passes
     * @param dark where less than this passes, the color is not asked for
     */
    public static Raster without(Raster passed, Raster other, double margin, double dark) {
        float[] in = passed.samples();
        float[] beside = other.samples();
        float[] kept = new float[in.length];
        for (int i = 0; i < in.length; i++) {
            kept[i] = in[i] > dark && beside[i] < in[i] - margin ? 1 : in[i];
        }
        return new Raster(passed.region(), kept);
    }

    /** The share of the light that is absorbed in the channel that absorbs more; 0 where both are brighter than the ground. */
    public static Raster absorbed(Raster passed, Raster other) {
        float[] one = passed.samples();
        float[] two = other.samples();
        float[] absorbed = new float[one.length];
        for (int i = 0; i < one.length; i++) {
            absorbed[i] = Math.max(0, 1 - Math.min(one[i], two[i]));
        }
        return new Raster(passed.region(), absorbed);
    }

    /** The passed light of a whole channel. */
    public static Raster of(Plane channel) {
        Illumination light = Illumination.of(channel);
        int width = channel.width();
        float[] passed = new float[width * channel.height()];
        float[] lit = new float[width];
        int[] row = new int[width];
        for (int y = 0, at = 0; y < channel.height(); y++) {
            channel.row(y, row);
            light.row(y, lit);
            for (int x = 0; x < width; x++, at++) {
                passed[at] = Math.min(MOST, row[x] / Math.max(1, lit[x]));
            }
        }
        return new Raster(new Region(0, 0, width, channel.height()), passed);
    }

    /** The passed light in 255 steps, what is brighter than the background taken as such. */
    public static Plane toPlane(Raster passed) {
        float[] in = passed.samples();
        byte[] levels = new byte[in.length];
        for (int i = 0; i < in.length; i++) {
            levels[i] = (byte) Math.max(0, Math.min(WHITE, Math.round(WHITE * in[i])));
        }
        return Plane.takeBytes(passed.width(), passed.height(), levels);
    }
}
