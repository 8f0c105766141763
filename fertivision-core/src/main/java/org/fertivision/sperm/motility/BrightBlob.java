package org.fertivision.sperm.motility;

import java.util.Arrays;

/**
 * Bright pixels that hang together, grown from one of them run by run; one instance is used for all blobs of all frames.
 * Its moments weigh each pixel by its level over the one at which it was grown.
 */
final class BrightBlob {
    private static final int WORD = Long.SIZE;
    private static final int EIGHT = Byte.SIZE;

    private final Levels levels;
    private final long[] grown;
    private final int wordsPerRow;
    private int[] lefts = new int[256];
    private int[] rights = new int[256];
    private int[] rows = new int[256];
    private int runs;
    private int above;
    private long room;
    private long bright;
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
        this.wordsPerRow = (levels.width() + WORD - 1) / WORD;
        this.grown = new long[wordsPerRow * levels.height() + 1];
    }

    /** Forgets which pixels were grown before. */
    void nextFrame() {
        Arrays.fill(grown, 0);
    }

    boolean isGrown(int x, int y) {
        return ((grown[y * wordsPerRow + x / WORD] >>> x) & 1) != 0;
    }

    /** Which of eight pixels were grown before, in the bits of {@link EightPixels#EACH}. */
    long grown(int x, int y) {
        int word = y * wordsPerRow + x / WORD;
        long bits = grown[word] >>> x;
        return EightPixels.spread(x % WORD > WORD - EIGHT ? bits | (grown[word + 1] << -x) : bits);
    }

    /** Grows the blob of all pixels above a level that hang together with one (8 neighbors), run after run. */
    void grow(int seedX, int seedY, double level) {
        above = (int) Math.floor(Math.max(-1, Math.min(255, level)));
        room = EightPixels.room(above);
        bright = EightPixels.bright(above);
        size = 0;
        runs = 0;
        touchesEdge = false;
        floor = level;
        addRun(seedX, seedY);
        for (int next = 0; next < runs; next++) {
            int y = rows[next];
            if (y > 0) {
                follow(lefts[next] - 1, rights[next] + 1, y - 1);
            }
            if (y < levels.height() - 1) {
                follow(lefts[next] - 1, rights[next] + 1, y + 1);
            }
        }
        weigh();
    }

    private void follow(int from, int to, int y) {
        int row = y * levels.width();
        int last = Math.min(levels.width() - 1, to);
        int x = Math.max(0, from);
        while (x <= last) {
            long fresh = EightPixels.above(levels.bytes(), row + x, room, bright) & ~grown(x, y);
            x += EightPixels.first(fresh);
            if (fresh != 0 && x <= last) {
                x = addRun(x, y) + 2;
            }
        }
    }

    /** Adds the whole run of bright pixels about one of them; tells where it ends. */
    private int addRun(int x, int y) {
        int left = left(x, y * levels.width());
        int right = right(x, y * levels.width());
        if (left == 0 || right == levels.width() - 1 || y == 0 || y == levels.height() - 1) {
            touchesEdge = true;
        }
        if (runs == lefts.length) {
            lefts = Arrays.copyOf(lefts, 2 * runs);
            rights = Arrays.copyOf(rights, 2 * runs);
            rows = Arrays.copyOf(rows, 2 * runs);
        }
        lefts[runs] = left;
        rights[runs] = right;
        rows[runs++] = y;
        size += right - left + 1;
        mark(y * wordsPerRow, left, right);
        return right;
    }

    private int left(int x, int row) {
        byte[] bytes = levels.bytes();
        int at = row + x;
        while (at - row >= EIGHT) {
            long dim = ~EightPixels.above(bytes, at - EIGHT, room, bright) & EightPixels.EACH;
            at -= EightPixels.behindLast(dim);
            if (dim != 0) {
                return at - row;
            }
        }
        while (at > row && levels.at(at - 1) > above) {
            at--;
        }
        return at - row;
    }

    private int right(int x, int row) {
        byte[] bytes = levels.bytes();
        int end = row + levels.width();
        int at = row + x + 1;
        while (at < end) {
            long dim = ~EightPixels.above(bytes, at, room, bright) & EightPixels.EACH;
            at += EightPixels.first(dim);
            if (dim != 0) {
                break;
            }
        }
        return Math.min(at, end) - 1 - row;
    }

    private void mark(int row, int left, int right) {
        int first = row + left / WORD;
        int last = row + right / WORD;
        long from = -1L << left;
        long to = -1L >>> (WORD - 1 - right % WORD);
        if (first == last) {
            grown[first] |= from & to;
            return;
        }
        grown[first] |= from;
        Arrays.fill(grown, first + 1, last, -1L);
        grown[last] |= to;
    }

    private void weigh() {
        double w = 0;
        double wx = 0;
        double wy = 0;
        double wxx = 0;
        double wyy = 0;
        double wxy = 0;
        brightest = 0;
        for (int run = 0; run < runs; run++) {
            int length = rights[run] - lefts[run] + 1;
            int at = rows[run] * levels.width() + lefts[run];
            long sum = 0;
            long first = 0;
            long second = 0;
            for (int i = 0; i < length; i++) {
                int gray = levels.at(at + i);
                brightest = Math.max(brightest, gray);
                sum += gray;
                first += (long) gray * i;
                second += (long) gray * i * i;
            }
            double x = lefts[run] - lefts[0];
            double y = rows[run] - rows[0];
            double row = sum - floor * length;
            double lever = first - floor * (length * (length - 1.0) / 2);
            double spread = second - floor * ((length - 1.0) * length * (2.0 * length - 1) / 6);
            w += row;
            wx += lever + x * row;
            wxx += spread + 2 * x * lever + x * x * row;
            wy += row * y;
            wyy += row * y * y;
            wxy += (lever + x * row) * y;
        }
        mass = w;
        double mx = wx / w;
        double my = wy / w;
        meanX = lefts[0] + mx + 0.5;
        meanY = rows[0] + my + 0.5;
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

    /** Writes the center of every pixel and its level over the one at which the blob was grown, into arrays of its size. */
    void list(double[] x, double[] y, double[] weight) {
        int i = 0;
        for (int run = 0; run < runs; run++) {
            int row = rows[run] * levels.width();
            for (int column = lefts[run]; column <= rights[run]; column++) {
                x[i] = column + 0.5;
                y[i] = rows[run] + 0.5;
                weight[i++] = levels.at(row + column) - floor;
            }
        }
    }
}
