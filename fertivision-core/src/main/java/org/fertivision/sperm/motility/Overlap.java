package org.fertivision.sperm.motility;

import java.util.Arrays;

/**
 * Parts a blob into a known number of heads: ellipses of a single head's size with soft borders, moved and turned until
 * each lies on the light that it explains best (expectation and maximization over pixels). One instance is used for all
 * blobs.
 */
final class Overlap {
    static final int MOST = 6;

    private static final int ROUNDS = 10;

    /** Square of a way, pixels, below which no head moves any more. */
    private static final double SETTLED = 0.03 * 0.03;

    /** Squared distance, in variances, at which the soft border of an ellipse is half way down: its true border is at 4. */
    private static final double BORDER = 4.5;

    private final double[] x = new double[MOST];
    private final double[] y = new double[MOST];
    private final double[] cos = new double[MOST];
    private final double[] sin = new double[MOST];
    private final double[] share = new double[MOST];
    private final double[][] moments = new double[MOST][6];
    private double[] pixelX = new double[0];
    private double[] pixelY = new double[0];
    private double[] weight = new double[0];
    private int pixels;

    /** Parts the blob; the centers are then told by {@link #x} and {@link #y}. */
    void part(BrightBlob blob, int heads, HeadModel model) {
        list(blob);
        if (heads == 2) {
            beginPair(blob, model);
        } else {
            beginFarApart(blob, heads);
        }
        double moved = Double.POSITIVE_INFINITY;
        for (int round = 0; round < ROUNDS && moved > SETTLED; round++) {
            moved = improve(heads, model);
        }
    }

    private void list(BrightBlob blob) {
        pixels = blob.size();
        if (pixels > pixelX.length) {
            pixelX = new double[2 * pixels];
            pixelY = new double[2 * pixels];
            weight = new double[2 * pixels];
        }
        blob.list(pixelX, pixelY, weight);
    }

    private void beginPair(BrightBlob blob, HeadModel model) {
        double own = (model.longest() + model.across()) / 2;
        double half = Math.sqrt(Math.max(blob.longest() - own, 0.25 * own));
        for (int k = 0; k < 2; k++) {
            double side = k == 0 ? -half : half;
            turn(k, blob.xx(), blob.yy(), blob.xy());
            x[k] = blob.x() + side * cos[k];
            y[k] = blob.y() + side * sin[k];
        }
    }

    /** Each next center on the pixel furthest from those before it. */
    private void beginFarApart(BrightBlob blob, int heads) {
        double firstX = blob.x();
        double firstY = blob.y();
        for (int k = 0; k < heads; k++) {
            double furthest = -1;
            int best = 0;
            for (int i = 0; i < pixels; i++) {
                double nearest = k == 0 ? square(i, firstX, firstY) : Double.POSITIVE_INFINITY;
                for (int j = 0; j < k; j++) {
                    nearest = Math.min(nearest, square(i, x[j], y[j]));
                }
                if (nearest > furthest) {
                    furthest = nearest;
                    best = i;
                }
            }
            x[k] = pixelX[best];
            y[k] = pixelY[best];
            turn(k, blob.xx(), blob.yy(), blob.xy());
        }
    }

    private double square(int i, double fromX, double fromY) {
        double dx = pixelX[i] - fromX;
        double dy = pixelY[i] - fromY;
        return dx * dx + dy * dy;
    }

    /** One round; tells the largest square of the way that a head moved. */
    private double improve(int heads, HeadModel model) {
        for (int k = 0; k < heads; k++) {
            Arrays.fill(moments[k], 0);
        }
        double along = 1 / (BORDER * model.longest());
        double across = 1 / (BORDER * model.across());
        for (int i = 0; i < pixels; i++) {
            double px = pixelX[i];
            double py = pixelY[i];
            double sum = 1e-9;
            for (int k = 0; k < heads; k++) {
                share[k] = light(k, px - x[k], py - y[k], along, across);
                sum += share[k];
            }
            double part = weight[i] / sum;
            for (int k = 0; k < heads; k++) {
                add(moments[k], part * share[k], px - x[k], py - y[k]);
            }
        }
        double furthest = 0;
        for (int k = 0; k < heads; k++) {
            furthest = Math.max(furthest, move(k));
        }
        return furthest;
    }

    private static void add(double[] m, double weight, double dx, double dy) {
        m[0] += weight;
        m[1] += weight * dx;
        m[2] += weight * dy;
        m[3] += weight * dx * dx;
        m[4] += weight * dy * dy;
        m[5] += weight * dx * dy;
    }

    private double move(int k) {
        double[] m = moments[k];
        if (m[0] <= 0) {
            return 0;
        }
        double dx = m[1] / m[0];
        double dy = m[2] / m[0];
        x[k] += dx;
        y[k] += dy;
        turn(k, m[3] / m[0] - dx * dx, m[4] / m[0] - dy * dy, m[5] / m[0] - dx * dy);
        return dx * dx + dy * dy;
    }

    private void turn(int k, double xx, double yy, double xy) {
        cos[k] = Spread.cosine(xx, yy, xy);
        sin[k] = Spread.sine(xx, yy, xy);
    }

    /** Light of a head at a place, by the reciprocals of its variances at its border. */
    private double light(int k, double dx, double dy, double perAlong, double perAcross) {
        double along = dx * cos[k] + dy * sin[k];
        double across = dy * cos[k] - dx * sin[k];
        double square = along * along * perAlong + across * across * perAcross;
        double squared = square * square;
        return 1 / (1 + squared * squared);
    }

    /** Pixels that the parted blob and its ellipses share, as a share of those that either has. */
    double agreement(int heads, HeadModel model) {
        double border = model.area() / (Math.PI * Math.sqrt(model.longest() * model.across()));
        double perAlong = 1 / (border * model.longest());
        double perAcross = 1 / (border * model.across());
        int inside = 0;
        for (int i = 0; i < pixels; i++) {
            inside += isCovered(pixelX[i], pixelY[i], heads, perAlong, perAcross) ? 1 : 0;
        }
        double reach = Math.sqrt(border * model.longest());
        int all = 0;
        double left = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < heads; k++) {
            left = Math.min(left, x[k] - reach);
            right = Math.max(right, x[k] + reach);
            top = Math.min(top, y[k] - reach);
            bottom = Math.max(bottom, y[k] + reach);
        }
        for (double py = Math.floor(top) + 0.5; py < bottom; py++) {
            for (double px = Math.floor(left) + 0.5; px < right; px++) {
                all += isCovered(px, py, heads, perAlong, perAcross) ? 1 : 0;
            }
        }
        return inside / (double) (all + pixels - inside);
    }

    private boolean isCovered(double px, double py, int heads, double perAlong, double perAcross) {
        for (int k = 0; k < heads; k++) {
            double dx = px - x[k];
            double dy = py - y[k];
            double along = dx * cos[k] + dy * sin[k];
            double across = dy * cos[k] - dx * sin[k];
            if (along * along * perAlong + across * across * perAcross < 1) {
                return true;
            }
        }
        return false;
    }

    double x(int k) {
        return x[k];
    }

    double y(int k) {
        return y[k];
    }

    /** Sum of the levels that head {@code k} explains. */
    double mass(int k) {
        return moments[k][0];
    }
}
