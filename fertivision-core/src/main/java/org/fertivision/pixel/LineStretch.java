package org.fertivision.pixel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fertivision.image.Point;

/**
 * A stretch of a line, travelled from corner to corner: a border all around, or the way over a bridge. Its segments are in
 * groups with a box around each, so that what is far is passed over. The line may leave it at places on its segments and
 * come back there.
 */
final class LineStretch {
    /** Segments of a group. */
    private static final int GROUP = 16;

    private final double[] x;
    private final double[] y;
    private final int segments;
    /** Left, top, right and bottom of each group, one after another. */
    private final double[] boxes;

    private final LineCorner[] starts;
    private final Map<Integer, List<Return>> returns = new HashMap<>();

    /** Where the line comes back to a segment. */
    private record Return(double share, LineCorner corner) {}

    /** A border all around; the arrays are taken over. */
    static LineStretch border(double[] x, double[] y) {
        return new LineStretch(x, y, x.length);
    }

    /** The way from one place to another. */
    static LineStretch bridge(Point from, Point to) {
        return new LineStretch(new double[] {from.x(), to.x()}, new double[] {from.y(), to.y()}, 1);
    }

    private LineStretch(double[] x, double[] y, int segments) {
        this.x = x;
        this.y = y;
        this.segments = segments;
        this.boxes = new double[4 * ((segments + GROUP - 1) / GROUP)];
        this.starts = new LineCorner[segments];
        for (int i = 0; i < segments; i++) {
            starts[i] = new LineCorner(new Point(x[i], y[i]));
        }
        for (int group = 0; group < groups(); group++) {
            int from = group * GROUP;
            double left = x[from];
            double right = left;
            double top = y[from];
            double bottom = top;
            for (int corner = from + 1; corner <= end(group); corner++) {
                double px = x[corner % x.length];
                double py = y[corner % x.length];
                left = Math.min(left, px);
                right = Math.max(right, px);
                top = Math.min(top, py);
                bottom = Math.max(bottom, py);
            }
            boxes[4 * group] = left;
            boxes[4 * group + 1] = top;
            boxes[4 * group + 2] = right;
            boxes[4 * group + 3] = bottom;
        }
    }

    int groups() {
        return boxes.length / 4;
    }

    /** The first segment of a group. */
    int first(int group) {
        return group * GROUP;
    }

    /** The end of the segments of a group. */
    int end(int group) {
        return Math.min(segments, (group + 1) * GROUP);
    }

    /** The square of how far the boxes of a group and of one of another stretch lie apart; 0 where they meet. */
    double apart(int group, LineStretch other, int othersGroup) {
        int one = 4 * group;
        int two = 4 * othersGroup;
        double across = Math.max(boxes[one], other.boxes[two]) - Math.min(boxes[one + 2], other.boxes[two + 2]);
        double down = Math.max(boxes[one + 1], other.boxes[two + 1]) - Math.min(boxes[one + 3], other.boxes[two + 3]);
        return Math.max(0, across) * Math.max(0, across) + Math.max(0, down) * Math.max(0, down);
    }

    /** Columns of the corners, not to be changed. */
    double[] xs() {
        return x;
    }

    /** Rows of the corners, not to be changed. */
    double[] ys() {
        return y;
    }

    /** A place on a segment. */
    Point place(int segment, double share) {
        int next = (segment + 1) % x.length;
        return new Point(x[segment] + share * (x[next] - x[segment]), y[segment] + share * (y[next] - y[segment]));
    }

    /** Has each corner lead to the next one, from the first to the last to be travelled. Returns the last. */
    LineCorner travelled(int first) {
        for (int i = first; i < first + segments - 1; i++) {
            starts[i % segments].leadTo(starts[(i + 1) % segments]);
        }
        return starts[(first + segments - 1) % segments];
    }

    /** The corner of the line that leads over a place on a segment. */
    LineCorner before(int segment, double share) {
        LineCorner before = starts[segment];
        for (Return back : returns.getOrDefault(segment, List.of())) {
            before = back.share() <= share ? back.corner() : before;
        }
        return before;
    }

    /** Notes that the line leaves a segment at a place and comes back there. */
    void comesBack(int segment, double share, LineCorner corner) {
        List<Return> known = returns.computeIfAbsent(segment, s -> new ArrayList<>());
        int at = 0;
        while (at < known.size() && known.get(at).share() <= share) {
            at++;
        }
        known.add(at, new Return(share, corner));
    }
}
