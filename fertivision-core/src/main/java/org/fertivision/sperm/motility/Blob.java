package org.fertivision.sperm.motility;

import java.util.Arrays;

/**
 * Bright pixels that hang together, grown from one of them; one instance is used for all blobs of all frames. Its moments
 * weigh each pixel by its level over the one at which it was grown.
 */
final class Blob {
    private final Levels levels;
    private final int[] stamp;
    private int[] pixels = new int[1024];
    private int turn;
    private int size;
    private boolean touchesEdge;
    private double floor;
    private double mass;
    private double meanX;
    private double meanY;
    private double xx;
    private double yy;
    private double xy;
    private int brightest;

    Blob(Levels levels) {
        this.levels = levels;
        this.stamp = new int[levels.width() * levels.height()];
    }

    /** Forgets which pixels were grown before. */
    void nextFrame() {
        turn++;
    }

    boolean isGrown(int index) {
        return stamp[index] == turn;
    }

    /** Grows the blob of all pixels above a level that hang together with one (8 neighbors). */
    void grow(int seed, double level) {
        int width = levels.width();
        int last = levels.width() * levels.height() - width;
        int above = (int) Math.floor(level);
        size = 0;
        touchesEdge = false;
        floor = level;
        push(seed);
        for (int next = 0; next < size; next++) {
            int at = pixels[next];
            int column = at % width;
            if (column == 0 || column == width - 1 || at < width || at >= last) {
                touchesEdge = true;
                growAtEdge(at, column, above);
                continue;
            }
            tryPush(at - width - 1, above);
            tryPush(at - width, above);
            tryPush(at - width + 1, above);
            tryPush(at - 1, above);
            tryPush(at + 1, above);
            tryPush(at + width - 1, above);
            tryPush(at + width, above);
            tryPush(at + width + 1, above);
        }
        weigh();
    }

    private void growAtEdge(int at, int column, int above) {
        int row = at / levels.width();
        for (int y = Math.max(0, row - 1); y <= Math.min(levels.height() - 1, row + 1); y++) {
            for (int x = Math.max(0, column - 1); x <= Math.min(levels.width() - 1, column + 1); x++) {
                tryPush(y * levels.width() + x, above);
            }
        }
    }

    private void tryPush(int index, int above) {
        if (stamp[index] != turn && levels.at(index) > above) {
            push(index);
        }
    }

    private void push(int index) {
        stamp[index] = turn;
        if (size == pixels.length) {
            pixels = Arrays.copyOf(pixels, 2 * size);
        }
        pixels[size++] = index;
    }

    private void weigh() {
        int width = levels.width();
        int originX = pixels[0] % width;
        int originY = pixels[0] / width;
        double w = 0;
        double wx = 0;
        double wy = 0;
        double wxx = 0;
        double wyy = 0;
        double wxy = 0;
        brightest = 0;
        for (int i = 0; i < size; i++) {
            int at = pixels[i];
            int gray = levels.at(at);
            double weight = gray - floor;
            double x = at % width - originX;
            double y = at / width - originY;
            brightest = Math.max(brightest, gray);
            w += weight;
            wx += weight * x;
            wy += weight * y;
            wxx += weight * x * x;
            wyy += weight * y * y;
            wxy += weight * x * y;
        }
        mass = w;
        double mx = wx / w;
        double my = wy / w;
        meanX = originX + mx + 0.5;
        meanY = originY + my + 0.5;
        xx = wxx / w - mx * mx;
        yy = wyy / w - my * my;
        xy = wxy / w - mx * my;
    }

    int size() {
        return size;
    }

    boolean touchesEdge() {
        return touchesEdge;
    }

    /** Sum of the levels over the one at which it was grown. */
    double mass() {
        return mass;
    }

    /** Center of mass, pixels. */
    double x() {
        return meanX;
    }

    double y() {
        return meanY;
    }

    double xx() {
        return xx;
    }

    double yy() {
        return yy;
    }

    double xy() {
        return xy;
    }

    /** Variance along its longest axis, square pixels. */
    double longest() {
        return Spread.largest(xx, yy, xy);
    }

    /** Variance across it. */
    double across() {
        return Math.max(0, xx + yy - longest());
    }

    int brightest() {
        return brightest;
    }

    /** Horizontal center of pixel {@code i}. */
    double pixelX(int i) {
        return pixels[i] % levels.width() + 0.5;
    }

    /** Vertical center of pixel {@code i}. */
    double pixelY(int i) {
        int row = pixels[i] / levels.width();
        return row + 0.5;
    }

    /** Level of pixel {@code i} over the one at which the blob was grown. */
    double weight(int i) {
        return levels.at(pixels[i]) - floor;
    }
}
