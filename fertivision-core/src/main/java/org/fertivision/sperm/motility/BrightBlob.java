package org.fertivision.sperm.motility;

import java.util.Arrays;

/**
 * Bright pixels that hang together, grown from one of them; one instance is used for all blobs of all frames. Its moments
 * weigh each pixel by its level over the one at which it was grown.
 */
final class BrightBlob {
    private final Levels levels;
    private final int[] stamp;
    private int[] columns = new int[1024];
    private int[] rows = new int[1024];
    private int[] starts = new int[256];
    private int runs;
    private int above;
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

    BrightBlob(Levels levels) {
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

    /** Grows the blob of all pixels above a level that hang together with one (8 neighbors), run after run. */
    void grow(int seedX, int seedY, double level) {
        above = (int) Math.floor(level);
        size = 0;
        runs = 0;
        touchesEdge = false;
        floor = level;
        addRun(seedX, seedY);
        for (int next = 0; next < runs; next++) {
            int left = columns[starts[next]];
            int y = rows[starts[next]];
            int end = next + 1 < runs ? starts[next + 1] : size;
            int right = left + end - starts[next] - 1;
            if (y > 0) {
                follow(left - 1, right + 1, y - 1);
            }
            if (y < levels.height() - 1) {
                follow(left - 1, right + 1, y + 1);
            }
        }
        weigh();
    }

    private void follow(int from, int to, int y) {
        int row = y * levels.width();
        int last = Math.min(levels.width() - 1, to);
        for (int x = Math.max(0, from); x <= last; x++) {
            if (levels.at(row + x) > above && stamp[row + x] != turn) {
                x = addRun(x, y);
            }
        }
    }

    /** Adds the whole run of bright pixels about one of them; tells where it ends. */
    private int addRun(int x, int y) {
        int row = y * levels.width();
        int left = x;
        while (left > 0 && levels.at(row + left - 1) > above) {
            left--;
        }
        int right = x;
        while (right < levels.width() - 1 && levels.at(row + right + 1) > above) {
            right++;
        }
        if (left == 0 || right == levels.width() - 1 || y == 0 || y == levels.height() - 1) {
            touchesEdge = true;
        }
        makeRoom(right - left + 1);
        starts[runs++] = size;
        for (int at = left; at <= right; at++) {
            stamp[row + at] = turn;
            columns[size] = at;
            rows[size++] = y;
        }
        return right;
    }

    private void makeRoom(int pixels) {
        if (size + pixels > columns.length) {
            columns = Arrays.copyOf(columns, 2 * (size + pixels));
            rows = Arrays.copyOf(rows, 2 * (size + pixels));
        }
        if (runs == starts.length) {
            starts = Arrays.copyOf(starts, 2 * runs);
        }
    }

    private void weigh() {
        int width = levels.width();
        int originX = columns[0];
        int originY = rows[0];
        double w = 0;
        double wx = 0;
        double wy = 0;
        double wxx = 0;
        double wyy = 0;
        double wxy = 0;
        brightest = 0;
        for (int i = 0; i < size; i++) {
            int gray = levels.at(rows[i] * width + columns[i]);
            double weight = gray - floor;
            double x = columns[i] - originX;
            double y = rows[i] - originY;
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

    /** The level at which it was grown. */
    double floor() {
        return floor;
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
        return columns[i] + 0.5;
    }

    /** Vertical center of pixel {@code i}. */
    double pixelY(int i) {
        return rows[i] + 0.5;
    }

    /** Level of pixel {@code i} over the one at which the blob was grown. */
    double weight(int i) {
        return levels.at(rows[i] * levels.width() + columns[i]) - floor;
    }
}
