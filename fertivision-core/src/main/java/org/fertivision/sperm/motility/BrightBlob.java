package org.fertivision.sperm.motility;

import java.util.Arrays;

/**
 * Bright pixels that hang together, grown from one of them; one instance is used for all blobs of all frames. Its moments
 * weigh each pixel by its level over the one at which it was grown.
 */
final class BrightBlob {
    private final Levels levels;
    private final long[] grown;
    private int[] columns = new int[1024];
    private int[] rows = new int[1024];
    private int[] starts = new int[256];
    private int runs;
    private int above;
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
        this.grown = new long[levels.width() * levels.height() / Long.SIZE + 1];
    }

    /** Forgets which pixels were grown before. */
    void nextFrame() {
        Arrays.fill(grown, 0);
    }

    boolean isGrown(int index) {
        return ((grown[index >> 6] >>> index) & 1) != 0;
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
            if (levels.at(row + x) > above && !isGrown(row + x)) {
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
            grown[(row + at) >> 6] |= 1L << (row + at);
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
        for (int run = 0; run < runs; run++) {
            int from = starts[run];
            int to = run + 1 < runs ? starts[run + 1] : size;
            int at = rows[from] * width + columns[from];
            double x = columns[from] - originX;
            double y = rows[from] - originY;
            double row = 0;
            double rowX = 0;
            double rowXx = 0;
            for (int i = from; i < to; i++) {
                int gray = levels.at(at++);
                double weight = gray - floor;
                brightest = Math.max(brightest, gray);
                row += weight;
                rowX += weight * x;
                rowXx += weight * x * x;
                x++;
            }
            w += row;
            wx += rowX;
            wy += row * y;
            wxx += rowXx;
            wyy += row * y * y;
            wxy += rowX * y;
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
