package org.fertivision.pixel;

/**
 * The corner of one stretch of a line that lies nearest to a segment of another.
 *
 * @param corner its number
 * @param segment the number of the segment
 * @param share where on the segment the shortest way begins, 0 to 1
 * @param squared the square of its length; infinite where none is as near as wanted
 */
record NearestCorner(int corner, int segment, double share, double squared) {
    /** The nearest of all corners that are nearer than a limit, squared. */
    static NearestCorner of(LineStretch line, LineStretch corners, double limit) {
        NearestCorner best = new NearestCorner(0, 0, 0, limit);
        int[] likely = likely(line, corners, limit);
        if (likely.length == 0) {
            return best;
        }
        best = best.orNearer(line, likely[0], corners, likely[1]);
        for (int group = 0; group < line.groups(); group++) {
            for (int others = 0; others < corners.groups(); others++) {
                if (line.apart(group, corners, others) < best.squared) {
                    best = best.orNearer(line, group, corners, others);
                }
            }
        }
        return best;
    }

    /** The two groups whose boxes are nearest to each other, if any are within the limit. */
    private static int[] likely(LineStretch line, LineStretch corners, double limit) {
        double least = limit;
        int[] likely = {};
        for (int group = 0; group < line.groups() && least > 0; group++) {
            for (int others = 0; others < corners.groups() && least > 0; others++) {
                double apart = line.apart(group, corners, others);
                if (apart < least) {
                    least = apart;
                    likely = new int[] {group, others};
                }
            }
        }
        return likely;
    }

    private NearestCorner orNearer(LineStretch line, int group, LineStretch corners, int others) {
        double[] x = line.xs();
        double[] y = line.ys();
        double[] cornerX = corners.xs();
        double[] cornerY = corners.ys();
        int from = corners.first(others);
        int to = corners.end(others);
        NearestCorner best = this;
        for (int at = line.first(group); at < line.end(group); at++) {
            int next = (at + 1) % x.length;
            double dx = x[next] - x[at];
            double dy = y[next] - y[at];
            double squares = dx * dx + dy * dy;
            double each = squares == 0 ? 0 : 1 / squares;
            for (int i = from; i < to; i++) {
                double offX = cornerX[i] - x[at];
                double offY = cornerY[i] - y[at];
                double share = Math.max(0, Math.min(1, (offX * dx + offY * dy) * each));
                double restX = offX - share * dx;
                double restY = offY - share * dy;
                double squared = restX * restX + restY * restY;
                if (squared < best.squared) {
                    best = new NearestCorner(i, at, share, squared);
                }
            }
        }
        return best;
    }
}
