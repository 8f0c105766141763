package org.fertivision.sperm.motility;

import java.util.Random;
import org.fertivision.phantom.Course;

/** Trails sampled from exact courses, with noise added to every place. */
final class Sampled {
    private Sampled() {}

    static Trail trail(Course course, double framesPerSecond, double seconds, double noiseUm, Random random) {
        int n = (int) Math.round(seconds * framesPerSecond) + 1;
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            double timeS = i / framesPerSecond;
            x[i] = course.xUm(timeS) + noiseUm * random.nextGaussian();
            y[i] = course.yUm(timeS) + noiseUm * random.nextGaussian();
        }
        return Trail.seen(framesPerSecond, x, y);
    }

    static double angle(Random random) {
        return 2 * Math.PI * random.nextDouble();
    }

    static double between(double low, double high, Random random) {
        return low + (high - low) * random.nextDouble();
    }
}
