package org.fertivision.phantom;

/**
 * What share of each pixel an outline covers, 0 to 1, exact for the polygon: the limit of ever finer supersampling.
 *
 * <p>Each edge is cut at pixel borders; a piece of height d whose middle lies m from the left border of its pixel hides
 * d(1 - m) of that pixel and d of all pixels to its right. Sums along the rows then give the covered share.
 */
final class Coverage {
    private final int left;
    private final int top;
    private final int width;
    private final int height;
    private final double[] share;

    private Coverage(int left, int top, int width, int height) {
        this.left = left;
        this.top = top;
        this.width = width;
        this.height = height;
        this.share = new double[width * height];
    }

    static Coverage of(Outline outline) {
        int left = (int) Math.floor(outline.leftmost());
        int top = (int) Math.floor(outline.topmost());
        int width = (int) Math.floor(outline.rightmost()) - left + 2;
        int height = (int) Math.floor(outline.lowest()) - top + 1;
        Coverage coverage = new Coverage(left, top, width, height);
        int corners = outline.corners();
        for (int i = 0; i < corners; i++) {
            int next = i + 1 == corners ? 0 : i + 1;
            coverage.edge(outline.x(i) - left, outline.y(i) - top, outline.x(next) - left, outline.y(next) - top);
        }
        coverage.sumRows();
        return coverage;
    }

    private void edge(double x0, double y0, double x1, double y1) {
        if (y0 < y1) {
            descend(x0, y0, x1, y1, 1);
        } else if (y1 < y0) {
            descend(x1, y1, x0, y0, -1);
        }
    }

    private void descend(double x0, double y0, double x1, double y1, int sign) {
        double slope = (x1 - x0) / (y1 - y0);
        int last = Math.min((int) Math.floor(y1), height - 1);
        for (int row = (int) Math.floor(y0); row <= last; row++) {
            double from = Math.max(row, y0);
            double to = Math.min(row + 1, y1);
            if (to > from) {
                double a = x0 + (from - y0) * slope;
                double b = x0 + (to - y0) * slope;
                acrossRow(row * width, Math.min(a, b), Math.max(a, b), sign * (to - from));
            }
        }
    }

    /** Shares a piece that runs from x = a to x = b within one row among the pixels it passes. */
    private void acrossRow(int row, double a, double b, double drop) {
        int first = Math.max(0, (int) Math.floor(a));
        int last = Math.min(width - 2, (int) Math.floor(b));
        if (first >= last) {
            pixel(row + first, (a + b) / 2 - first, drop);
            return;
        }
        double perColumn = drop / (b - a);
        for (int column = first; column <= last; column++) {
            double from = Math.max(column, a);
            double to = Math.min(column + 1, b);
            pixel(row + column, (from + to) / 2 - column, perColumn * (to - from));
        }
    }

    private void pixel(int index, double middle, double drop) {
        share[index] += drop * (1 - middle);
        share[index + 1] += drop * middle;
    }

    private void sumRows() {
        for (int row = 0; row < height; row++) {
            double sum = 0;
            for (int i = row * width; i < (row + 1) * width; i++) {
                sum += share[i];
                share[i] = Math.min(1, Math.abs(sum));
            }
        }
    }

    int left() {
        return left;
    }

    int top() {
        return top;
    }

    int right() {
        return left + width;
    }

    int bottom() {
        return top + height;
    }

    /** The covered share of the pixel in column x of row y of the image. */
    double at(int x, int y) {
        return share[(y - top) * width + x - left];
    }
}
