package org.fertivision.pixel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.fertivision.image.Plane;

class GrayRangeTest {
    @Property(tries = 200)
    void lowestAndHighestLevelAreFoundWhereverTheyLie(
            @ForAll @IntRange(min = 1, max = 70) int width,
            @ForAll @IntRange(min = 1, max = 9) int height,
            @ForAll @IntRange(min = 0, max = 255) int from,
            @ForAll @IntRange(min = 1, max = 256) int levels,
            @ForAll long seed) {
        Random random = new Random(seed);
        byte[] samples = new byte[width * height];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) Math.min(255, from + random.nextInt(levels));
        }
        int[] sorted = new int[samples.length];
        Arrays.setAll(sorted, i -> samples[i] & 0xFF);
        Arrays.sort(sorted);

        GrayRange range = GrayRange.of(Plane.takeBytes(width, height, samples));

        assertThat(range).isEqualTo(new GrayRange(sorted[0], sorted[sorted.length - 1], 255));
    }

    @Property(tries = 20)
    void sixteenBitsKeepTheirDepth(@ForAll long seed) {
        short[] samples = new short[40];
        new Random(seed).ints(samples.length).forEach(drawn -> samples[Math.floorMod(drawn, 40)] = (short) drawn);
        int[] sorted = new int[samples.length];
        Arrays.setAll(sorted, i -> samples[i] & 0xFFFF);
        Arrays.sort(sorted);

        GrayRange range = GrayRange.of(Plane.takeShorts(8, 5, samples));

        assertThat(range).isEqualTo(new GrayRange(sorted[0], sorted[39], 65_535));
    }
}
