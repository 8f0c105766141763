package org.fertivision.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ij.process.AutoThresholder;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class OtsuTest {
    private static int[] twoModes(long seed) {
        Random random = new Random(seed);
        int[] counts = new int[256];
        double low = 10 + random.nextInt(80);
        double high = low + 30 + random.nextInt(100);
        double spread = 1 + random.nextInt(20);
        int n = 200 + random.nextInt(20_000);
        for (int i = 0; i < n; i++) {
            double mode = random.nextInt(10) < 2 ? high : low;
            counts[(int) Math.max(0, Math.min(255, Math.round(mode + spread * random.nextGaussian())))]++;
        }
        return counts;
    }

    @Property(tries = 300)
    void theObjectsAreThoseOfImageJ(@ForAll long seed) {
        int[] counts = twoModes(seed);
        Histogram histogram = Histogram.ofCounts(counts);
        int theirs = new AutoThresholder().getThreshold(AutoThresholder.Method.Otsu, counts.clone());
        assertThat(histogram.countUpTo(Otsu.threshold(histogram))).isEqualTo(histogram.countUpTo(theirs));
    }

    @Property(tries = 100)
    void noOtherLevelPartsBetter(@ForAll long seed) {
        Histogram histogram = Histogram.ofCounts(twoModes(seed));
        double best = 0;
        for (int t = histogram.lowest(); t < histogram.highest(); t++) {
            best = Math.max(best, between(histogram, t));
        }
        assertThat(between(histogram, Otsu.threshold(histogram))).isCloseTo(best, within(1e-9 * best));
    }

    private static double between(Histogram histogram, int threshold) {
        double n0 = 0;
        double n1 = 0;
        double s0 = 0;
        double s1 = 0;
        for (int level = 0; level < histogram.levels(); level++) {
            if (level <= threshold) {
                n0 += histogram.count(level);
                s0 += (double) level * histogram.count(level);
            } else {
                n1 += histogram.count(level);
                s1 += (double) level * histogram.count(level);
            }
        }
        return n0 * n1 * (s0 / n0 - s1 / n1) * (s0 / n0 - s1 / n1);
    }

    @Test
    void emptyLevelsBetweenTwoModesGiveTheirMiddle() {
        int[] counts = new int[256];
        counts[10] = 500;
        counts[20] = 100;
        assertThat(Otsu.threshold(Histogram.ofCounts(counts))).isEqualTo(14);
    }

    @Test
    void onlyOneLevelIsItsOwnThreshold() {
        int[] counts = new int[256];
        counts[7] = 5;
        assertThat(Otsu.threshold(Histogram.ofCounts(counts))).isEqualTo(7);
        assertThat(Otsu.separability(Histogram.ofCounts(counts))).isZero();
    }

    @Test
    void sixteenBitsAreNotBinned() {
        int[] counts = new int[65536];
        counts[30_000] = 900;
        counts[30_003] = 100;
        assertThat(Otsu.threshold(Histogram.ofCounts(counts))).isEqualTo(30_001);
    }

    @Test
    void normalNoiseIsHardlySeparableAndTwoLevelsAreWholly() {
        Histogram noise = Histogram.of(new Drawing(200, 200, 100).noise(12, 1).toBytes());
        assertThat(Otsu.separability(noise)).isCloseTo(2 / Math.PI, within(0.01));
        int[] counts = new int[256];
        counts[10] = 500;
        counts[20] = 100;
        assertThat(Otsu.separability(Histogram.ofCounts(counts))).isCloseTo(1, within(1e-12));
    }

    @Test
    void twoThresholdsPartThreeModes() {
        int[] counts = new int[256];
        for (int mode : new int[] {40, 110, 200}) {
            for (int d = -5; d <= 5; d++) {
                counts[mode + d] += 50 - 8 * Math.abs(d);
            }
        }
        assertThat(Otsu.twoThresholds(Histogram.ofCounts(counts)))
                .satisfiesExactly(
                        lower -> assertThat(lower).isBetween(45, 104),
                        upper -> assertThat(upper).isBetween(115, 194));
    }
}
