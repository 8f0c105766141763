package org.fertivision.pixel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.fertivision.image.Point;

/**
 * Finds circles across which a picture steps, each direction given its own sign and weight: the mean step around every
 * middle and radius that lies within a closed path, over the scatter that such means of one radius have there, which is
 * what circles drawn at random reach. A direction whose step lies far beyond the others counts as a few of their scatters,
 * so that one spot makes no circle.
 */
public final class RoundSteps {
    private static final double NORMAL_MEDIAN = 1.4826;
    private static final double MOST_SCATTERS = 3;
    private static final double SHOWS = 0.35;
    /** How near to the middle of a better circle no other is looked for, a share of its radius. */
    private static final double APART = 0.8;

    private final Raster raster;
    private final double[] factors;
    private final double[] cos;
    private final double[] sin;
    private final double half;
    private final Within where;
    private final List<Level> levels = new ArrayList<>();
    private double limit;

    private RoundSteps(Raster raster, Within where, double[] factors, double half) {
        this.raster = raster;
        this.where = where;
        this.factors = factors.clone();
        this.half = half;
        this.cos = new double[factors.length];
        this.sin = new double[factors.length];
        for (int d = 0; d < factors.length; d++) {
            cos[d] = StrictMath.cos(2 * Math.PI * d / factors.length);
            sin[d] = StrictMath.sin(2 * Math.PI * d / factors.length);
        }
    }

    /**
     * A circle.
     *
     * @param center pixels of the raster
     * @param radius pixels of the raster
     * @param step the mean step, gray levels
     * @param height the mean step above the usual one, units of the scatter
     */
    public record Circle(Point center, double radius, double step, double height) {}

    /** Where circles are looked for, and how large they may be. */
    public static final class Within {
        private final Point middle;
        private final double[] distances;
        private final double least;
        private final double most;
        private final double pitch;

        /**
         * Within a closed path.
         *
         * @param middle what the distances are from, pixels of the raster
         * @param distances of the path, in even directions, pixels
         * @param least smallest radius, pixels
         * @param most largest radius, pixels
         * @param pitch distance of neighboring middles and of neighboring radii, pixels
         */
        public Within(Point middle, double[] distances, double least, double most, double pitch) {
            this.middle = middle;
            this.distances = distances.clone();
            this.least = least;
            this.most = most;
            this.pitch = pitch;
        }

        /** The room that the path leaves about a place: a circle there of a larger radius would cross it. */
        private double room(double dx, double dy) {
            double turn = StrictMath.atan2(dy, dx) / (2 * Math.PI);
            int direction = Math.floorMod((int) Math.round(turn * distances.length), distances.length);
            return distances[direction] - Math.sqrt(dx * dx + dy * dy);
        }
    }

    /** What means of one radius are and how they scatter. */
    private record Level(double radius, double middle, double scatter) {}

    /**
     * Prepares a search.
     *
     * @param raster a picture already smooth at the scale of {@code half}, without slow changes of its light
     * @param factors what a step outwards counts in each direction, evenly around
     * @param half half the distance over which a step is taken, pixels
     */
    public static RoundSteps in(Raster raster, Within where, double[] factors, double half) {
        return new RoundSteps(raster, where, factors, half);
    }

    /** The circles that stand out most, the best first. */
    public List<Circle> best(int count) {
        List<Circle> all = new ArrayList<>();
        for (double radius = where.least; radius <= where.most; radius += where.pitch) {
            all.addAll(ofRadius(radius));
        }
        List<Circle> rough = apart(all, 2 * count);
        return apart(rough.stream().map(this::climbed).toList(), count);
    }

    /** The best circle near another one. */
    private Circle climbed(Circle start) {
        Circle at = start;
        for (double step = where.pitch / 2; step >= where.pitch / 4; step /= 2) {
            Circle before;
            do {
                before = at;
                at = bestNeighbor(at, step);
            } while (at.height() > before.height());
        }
        return at;
    }

    /** Share of the directions that can show it in which the mean of three neighbors steps as it should, 0 to 1. */
    public double support(Circle circle) {
        int shows = 0;
        int steps = 0;
        int n = factors.length;
        for (int d = 0; d < n; d++) {
            if (Math.abs(factors[d]) >= SHOWS) {
                shows++;
                double sum = step(circle.center(), circle.radius(), d)
                        + step(circle.center(), circle.radius(), (d + 1) % n)
                        + step(circle.center(), circle.radius(), (d + n - 1) % n);
                steps += sum > 0 ? 1 : 0;
            }
        }
        return shows == 0 ? 0 : (double) steps / shows;
    }

    /**
     * The size of the largest mean step across a closed path or near it, gray levels: how strong a border is.
     *
     * @param near how far off the path, pixels
     */
    public double along(Point center, double[] distances, double near) {
        double largest = 0;
        for (double off = -near; off <= near; off += half / 2) {
            double sum = 0;
            for (int d = 0; d < factors.length; d++) {
                sum += step(center, distances[d * distances.length / factors.length] + off, d);
            }
            largest = Math.max(largest, Math.abs(sum) / factors.length);
        }
        return largest;
    }

    private Circle bestNeighbor(Circle at, double step) {
        Circle best = at;
        for (int dx = -1; dx <= 1; dx++) {
            for (int dy = -1; dy <= 1; dy++) {
                for (int dr = -1; dr <= 1; dr++) {
                    double radius = at.radius() + dr * step;
                    if (radius >= where.least && radius <= where.most) {
                        Point center = new Point(
                                at.center().x() + dx * step, at.center().y() + dy * step);
                        Circle other = circle(center, radius);
                        best = other.height() > best.height() ? other : best;
                    }
                }
            }
        }
        return best;
    }

    private static List<Circle> apart(List<Circle> circles, int count) {
        List<Circle> left = new ArrayList<>(circles);
        List<Circle> best = new ArrayList<>();
        while (best.size() < count && !left.isEmpty()) {
            Circle top = left.get(0);
            for (Circle circle : left) {
                top = circle.height() > top.height() ? circle : top;
            }
            best.add(top);
            Point center = top.center();
            double apart = APART * top.radius();
            left.removeIf(circle -> circle.center().distanceTo(center) < apart);
        }
        return best;
    }

    /** All circles of one radius. */
    private List<Circle> ofRadius(double radius) {
        double reach = Arrays.stream(where.distances).max().orElse(0) - radius;
        List<Point> centers = new ArrayList<>();
        for (double dy = -reach; dy <= reach; dy += where.pitch) {
            for (double dx = -reach; dx <= reach; dx += where.pitch) {
                if (where.room(dx, dy) > radius) {
                    centers.add(new Point(where.middle.x() + dx, where.middle.y() + dy));
                }
            }
        }
        if (centers.isEmpty()) {
            return List.of();
        }
        limit = limit > 0 ? limit : MOST_SCATTERS * scatter(centers, radius);
        double[] means = roughMeans(centers, radius);
        double middle = median(means);
        double unit = NORMAL_MEDIAN
                * median(Arrays.stream(means).map(m -> Math.abs(m - middle)).toArray());
        if (unit == 0) {
            return List.of();
        }
        Level level = new Level(radius, middle, unit);
        levels.add(level);
        List<Circle> circles = new ArrayList<>();
        for (int i = 0; i < means.length; i++) {
            circles.add(new Circle(centers.get(i), radius, means[i], (means[i] - middle) / unit));
        }
        return circles;
    }

    /** The mean steps about many places, the picture taken at the nearest pixels. */
    private double[] roughMeans(List<Point> centers, double radius) {
        float[] samples = raster.samples();
        int width = raster.width();
        int height = raster.height();
        double[] sums = new double[centers.size()];
        int[] left = new int[sums.length];
        int[] top = new int[sums.length];
        for (int i = 0; i < sums.length; i++) {
            left[i] = (int) centers.get(i).x() - raster.region().x();
            top[i] = (int) centers.get(i).y() - raster.region().y();
        }
        for (int d = 0; d < factors.length; d++) {
            int outX = (int) Math.round((radius + half) * cos[d]);
            int outY = (int) Math.round((radius + half) * sin[d]);
            int inX = (int) Math.round((radius - half) * cos[d]);
            int inY = (int) Math.round((radius - half) * sin[d]);
            for (int i = 0; i < sums.length; i++) {
                int x = Math.max(0, Math.min(width - 1, left[i] + outX));
                int y = Math.max(0, Math.min(height - 1, top[i] + outY));
                int innerX = Math.max(0, Math.min(width - 1, left[i] + inX));
                int innerY = Math.max(0, Math.min(height - 1, top[i] + inY));
                double step = factors[d] * (samples[y * width + x] - samples[innerY * width + innerX]);
                sums[i] += Math.max(-limit, Math.min(limit, step)) / factors.length;
            }
        }
        return sums;
    }

    private Circle circle(Point center, double radius) {
        Level nearest = levels.stream()
                .min(Comparator.comparingDouble(level -> Math.abs(level.radius() - radius)))
                .orElseThrow(() -> new IllegalStateException("the scatter is not known yet"));
        double mean = mean(center, radius);
        return new Circle(center, radius, mean, (mean - nearest.middle()) / nearest.scatter());
    }

    private double mean(Point center, double radius) {
        double sum = 0;
        for (int d = 0; d < factors.length; d++) {
            sum += Math.max(-limit, Math.min(limit, step(center, radius, d)));
        }
        return sum / factors.length;
    }

    private double step(Point center, double radius, int d) {
        double out = raster.valueAt(center.x() + (radius + half) * cos[d], center.y() + (radius + half) * sin[d]);
        double in = raster.valueAt(center.x() + (radius - half) * cos[d], center.y() + (radius - half) * sin[d]);
        return factors[d] * (out - in);
    }

    /** 1.48 times the median size of single steps. */
    private double scatter(List<Point> centers, double radius) {
        double[] sizes = new double[centers.size()];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = Math.abs(step(centers.get(i), radius, i % factors.length));
        }
        return NORMAL_MEDIAN * median(sizes);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
