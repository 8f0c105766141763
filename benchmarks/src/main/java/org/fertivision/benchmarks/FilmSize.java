package org.fertivision.benchmarks;

/** Films as laboratories take them: pixels, heads in view, and the milliseconds that a frame may cost. */
enum FilmSize {
    /** The usual camera and a countable sample. */
    SMALL(640, 480, 60, 0.35),
    /** A larger camera, four times as many heads. */
    MEDIUM(1280, 1024, 250, 1.3),
    /** Full high definition. */
    LARGE(1920, 1200, 500, 2.6);

    private final int width;
    private final int height;
    private final int heads;
    private final double mostMilliseconds;

    FilmSize(int width, int height, int heads, double mostMilliseconds) {
        this.width = width;
        this.height = height;
        this.heads = heads;
        this.mostMilliseconds = mostMilliseconds;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int heads() {
        return heads;
    }

    /** What finding, linking and measuring may cost a frame on a quiet machine of our time, however long ImageJ takes. */
    double mostMilliseconds() {
        return mostMilliseconds;
    }
}
