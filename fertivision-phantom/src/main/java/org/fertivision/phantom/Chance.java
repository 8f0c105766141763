package org.fertivision.phantom;

import java.util.List;

/**
 * Random numbers from a seed, the same on every machine and Java version: SplitMix64 (Steele, Lea and Flood 2014,
 * doi:10.1145/2660193.2660195). Each purpose has a stream of its own, so that another noise leaves the cells where they
 * are. Not thread-safe.
 */
final class Chance {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final long FNV_OFFSET = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;
    private static final double UNIT = 0x1p-53;
    private static final double LARGEST_MEAN_AT_ONCE = 30;

    private long state;
    private double spareNormal;
    private boolean hasSpareNormal;

    private Chance(long state) {
        this.state = state;
    }

    /** The stream that belongs to a seed and a purpose. */
    static Chance of(long seed, String purpose) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < purpose.length(); i++) {
            hash = (hash ^ purpose.charAt(i)) * FNV_PRIME;
        }
        return new Chance(mix(seed) ^ hash);
    }

    private static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** A number from 0 (included) to 1 (excluded). */
    double uniform() {
        state += GOLDEN_GAMMA;
        return (mix(state) >>> 11) * UNIT;
    }

    /** A number between two bounds. */
    double between(double low, double high) {
        return low + (high - low) * uniform();
    }

    /** A whole number from 0 to {@code bound} - 1. */
    int below(int bound) {
        return (int) (uniform() * bound);
    }

    /** A standard normal number (polar method). */
    double normal() {
        if (hasSpareNormal) {
            hasSpareNormal = false;
            return spareNormal;
        }
        double u;
        double v;
        double s;
        do {
            u = 2 * uniform() - 1;
            v = 2 * uniform() - 1;
            s = u * u + v * v;
        } while (s >= 1 || s == 0);
        double factor = Math.sqrt(-2 * StrictMath.log(s) / s);
        spareNormal = v * factor;
        hasSpareNormal = true;
        return u * factor;
    }

    /** A normal number no further than {@code limit} standard deviations from its mean. */
    double normalWithin(double mean, double deviation, double limit) {
        double z;
        do {
            z = normal();
        } while (Math.abs(z) > limit);
        return mean + deviation * z;
    }

    /** A Poisson number. */
    int poisson(double mean) {
        int sum = 0;
        double rest = mean;
        while (rest > LARGEST_MEAN_AT_ONCE) {
            sum += smallPoisson(LARGEST_MEAN_AT_ONCE);
            rest -= LARGEST_MEAN_AT_ONCE;
        }
        return sum + smallPoisson(rest);
    }

    private int smallPoisson(double mean) {
        double u = uniform();
        double term = StrictMath.exp(-mean);
        double sum = term;
        int k = 0;
        while (u > sum && term > 0) {
            k++;
            term *= mean / k;
            sum += term;
        }
        return k;
    }

    /** Brings the list into a random order. */
    <T> void shuffle(List<T> list) {
        for (int i = list.size() - 1; i > 0; i--) {
            int j = below(i + 1);
            T swapped = list.get(i);
            list.set(i, list.get(j));
            list.set(j, swapped);
        }
    }
}
