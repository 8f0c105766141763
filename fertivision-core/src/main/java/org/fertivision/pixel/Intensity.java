package org.fertivision.pixel;

import org.fertivision.image.Plane;
import org.fertivision.image.Point;

/**
 * The gray values under a blob.
 *
 * @param sum of all samples
 * @param mean sample
 * @param standardDeviation of the samples, dividing by their number
 * @param lowest sample
 * @param highest sample
 * @param weightedCentroid mean of the pixel centers, each weighted by its sample; the plain centroid if all samples are 0
 */
public record Intensity(
        long sum, double mean, double standardDeviation, int lowest, int highest, Point weightedCentroid) {

    static Intensity under(Blob blob, Plane plane) {
        Sum sum = new Sum(plane, blob.box().x(), blob.box().y());
        blob.forEachRun(sum);
        double n = blob.area();
        double mean = sum.total / n;
        double variance = Math.max(0, sum.squares / n - mean * mean);
        Point center = sum.total == 0
                ? blob.centroid()
                : new Point(
                        blob.box().x() + 0.5 + (double) sum.momentX / sum.total,
                        blob.box().y() + 0.5 + (double) sum.momentY / sum.total);
        return new Intensity(sum.total, mean, Math.sqrt(variance), sum.lowest, sum.highest, center);
    }

    private static final class Sum implements Blob.RunVisitor {
        private final Plane plane;
        private final int left;
        private final int top;
        private long total;
        private long squares;
        private long momentX;
        private long momentY;
        private int lowest = Integer.MAX_VALUE;
        private int highest;

        Sum(Plane plane, int left, int top) {
            this.plane = plane;
            this.left = left;
            this.top = top;
        }

        @Override
        public void run(int y, int from, int to) {
            long inRun = 0;
            for (int x = from; x < to; x++) {
                int sample = plane.at(x, y);
                inRun += sample;
                squares += (long) sample * sample;
                momentX += (long) sample * (x - left);
                lowest = Math.min(lowest, sample);
                highest = Math.max(highest, sample);
            }
            total += inRun;
            momentY += inRun * (y - top);
        }
    }
}
