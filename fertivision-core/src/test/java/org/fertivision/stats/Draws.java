package org.fertivision.stats;

import java.util.Random;

/** Seeded random numbers of the distributions that coverage is tested with, the same on every JDK. */
final class Draws {

    private final Random random;

    Draws(long seed) {
        random = new Random(seed);
    }

    int between(int least, int greatest) {
        return least + random.nextInt(greatest - least + 1);
    }

    double normal() {
        return random.nextGaussian();
    }

    double uniform() {
        return random.nextDouble();
    }

    int binomial(int n, double p) {
        int k = 0;
        for (int i = 0; i < n; i++) {
            if (random.nextDouble() < p) {
                k++;
            }
        }
        return k;
    }

    /** By counting exponential gaps. */
    int poisson(double mean) {
        int count = -1;
        for (double at = 0; at <= mean; at -= Math.log1p(-random.nextDouble())) {
            count++;
        }
        return count;
    }

    /** Shape {@code shape}, scale 1. Source: G. Marsaglia and W. W. Tsang 2000, doi:10.1145/358407.358414. */
    double gamma(double shape) {
        if (shape < 1) {
            return gamma(shape + 1) * Math.pow(1 - random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = Math.pow(1 + c * x, 3);
            if (v > 0 && Math.log(1 - random.nextDouble()) < x * x / 2 + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }

    double beta(double a, double b) {
        double x = gamma(a);
        return x / (x + gamma(b));
    }
}
