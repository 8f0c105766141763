package org.fertivision.phantom;

import java.util.Arrays;
import java.util.List;

/**
 * The optical path through bodies of other refractive index, on a grid finer than the image and with a margin around it.
 * Not thread-safe.
 */
final class OpticalPath {
    private static final double FINEST_UM = 0.2;
    private static final double REACH = 4;
    private static final int CURVATURE_NEIGHBORS = 4;
    /** What is left of grains over and under a smoother body. */
    private static final double SMOOTH_SHARE = 0.4;

    private final int fineness;
    private final double step;
    private final int margin;
    private final int columns;
    private final int rows;
    private final double middleX;
    private final double middleY;
    private float[] path;

    /** An empty path for an image of the given size, to be blurred by up to {@code blurUm}. */
    OpticalPath(int width, int height, double umPerPixel, double blurUm) {
        this(width, height, umPerPixel, blurUm, FINEST_UM);
    }

    /** The same on a grid with steps of at most {@code finestUm}, which is quick where it is not much finer than the blur. */
    OpticalPath(int width, int height, double umPerPixel, double blurUm, double finestUm) {
        this.fineness = Math.max(1, (int) Math.ceil(umPerPixel / finestUm));
        this.step = umPerPixel / fineness;
        this.margin = 2 + (int) Math.ceil(REACH * blurUm / step);
        this.columns = width * fineness + 2 * margin;
        this.rows = height * fineness + 2 * margin;
        this.middleX = columns / 2.0;
        this.middleY = rows / 2.0;
        this.path = new float[columns * rows];
    }

    /** Adds a body: twice its index times the root of what its ellipse leaves. */
    void add(RefractingBody body) {
        draw(List.of(body), path, false);
    }

    /** Adds bodies that are one where they overlap: the longest path through any of them counts. */
    void addUnited(List<RefractingBody> bodies) {
        float[] united = new float[path.length];
        draw(bodies, united, true);
        for (int i = 0; i < path.length; i++) {
            path[i] += united[i];
        }
    }

    /** Adds grains inside a body: a Gaussian field, weaker where smoother bodies lie. */
    void addGrains(
            RefractingBody inside, double sigmaUm, double amplitude, List<RefractingBody> smoother, Chance chance) {
        float[] field = new float[path.length];
        RefractingBody even = inside.index(0.5);
        float[] mask = new float[path.length];
        draw(List.of(even), mask, true);
        for (int i = 0; i < field.length; i++) {
            field[i] = mask[i] > 0 ? (float) chance.normal() : 0;
        }
        float[] grains = blurred(field, sigmaUm);
        double factor = amplitude * 2 * Math.sqrt(Math.PI) * sigmaUm / step;
        double depth = inside.radiusUm();
        float[] smooth = new float[smoother.isEmpty() ? 0 : path.length];
        draw(smoother.stream().map(body -> body.index(0.5)).toList(), smooth, true);
        for (int i = 0; i < path.length; i++) {
            double left = smooth.length > 0 && smooth[i] > 0 ? SMOOTH_SHARE : 1;
            path[i] += (float) (factor * left * grains[i] * Math.min(1, mask[i] / depth));
        }
    }

    /** Blurs what is there, as a lens of this point spread does. */
    void blur(double sigmaUm) {
        path = blurred(path, sigmaUm);
    }

    /**
     * The brightness of each pixel over that of the empty field, as a share, row by row.
     *
     * @param lightRad where the light comes from, radians from the x axis towards y (down)
     */
    double[] seen(Contrast contrast, double lightRad, int width, int height) {
        double cos = StrictMath.cos(lightRad) / (2 * step);
        double sin = StrictMath.sin(lightRad) / (2 * step);
        double bend = 1 / (step * step);
        double share = 1.0 / (fineness * fineness);
        double[] seen = new double[width * height];
        for (int row = 0; row < height * fineness; row++) {
            int at = (row + margin) * columns + margin;
            int into = row / fineness * width;
            for (int column = 0; column < width * fineness; column++, at++) {
                double right = path[at + 1];
                double left = path[at - 1];
                double down = path[at + columns];
                double up = path[at - columns];
                double slope = (right - left) * cos + (down - up) * sin;
                double curvature = (right + left + down + up - CURVATURE_NEIGHBORS * path[at]) * bend;
                seen[into + column / fineness] += share * contrast.brightness(slope, curvature, path[at]);
            }
        }
        return seen;
    }

    private void draw(List<RefractingBody> bodies, float[] into, boolean united) {
        for (RefractingBody body : bodies) {
            double cos = StrictMath.cos(body.angleRad());
            double sin = StrictMath.sin(body.angleRad());
            double reachX = body.shape().supportUm(body.angleRad());
            double reachY = body.shape().supportUm(Math.PI / 2 - body.angleRad());
            double along = 2 / body.shape().lengthUm();
            double across = 2 / body.shape().widthUm();
            double depth = 2 * body.index() * body.radiusUm();
            int top = Math.max(0, (int) ((body.y() - reachY) / step + middleY));
            int bottom = Math.min(rows - 1, (int) ((body.y() + reachY) / step + middleY) + 1);
            int left = Math.max(0, (int) ((body.x() - reachX) / step + middleX));
            int right = Math.min(columns - 1, (int) ((body.x() + reachX) / step + middleX) + 1);
            for (int row = top; row <= bottom; row++) {
                double dy = (row + 0.5 - middleY) * step - body.y();
                for (int column = left; column <= right; column++) {
                    double dx = (column + 0.5 - middleX) * step - body.x();
                    double u = (dx * cos + dy * sin) * along;
                    double v = (dy * cos - dx * sin) * across;
                    double rest = 1 - u * u - v * v;
                    if (rest > 0) {
                        float length = (float) (depth * Math.sqrt(rest));
                        int at = row * columns + column;
                        into[at] = united ? Math.max(into[at], length) : into[at] + length;
                    }
                }
            }
        }
    }

    private float[] blurred(float[] field, double sigmaUm) {
        float[] kernel = new Optics(1, 1, sigmaUm).kernel(step);
        float[] sideways = new float[field.length];
        int reach = kernel.length - 1;
        float[] padded = new float[columns + 2 * reach];
        for (int row = 0; row < rows; row++) {
            int start = row * columns;
            Arrays.fill(padded, 0, reach, field[start]);
            System.arraycopy(field, start, padded, reach, columns);
            Arrays.fill(padded, reach + columns, padded.length, field[start + columns - 1]);
            spread(padded, sideways, kernel, start);
        }
        float[] both = new float[field.length];
        for (int row = 0; row < rows; row++) {
            int at = row * columns;
            for (int i = 0; i <= reach; i++) {
                float weight = i == 0 ? kernel[0] / 2 : kernel[i];
                int above = Math.max(0, row - i) * columns;
                int below = Math.min(rows - 1, row + i) * columns;
                for (int column = 0; column < columns; column++) {
                    both[at + column] += weight * (sideways[above + column] + sideways[below + column]);
                }
            }
        }
        return both;
    }

    private void spread(float[] padded, float[] to, float[] kernel, int start) {
        int reach = kernel.length - 1;
        for (int i = 0; i <= reach; i++) {
            float weight = i == 0 ? kernel[0] / 2 : kernel[i];
            for (int k = 0; k < columns; k++) {
                to[start + k] += weight * (padded[k + reach - i] + padded[k + reach + i]);
            }
        }
    }
}
