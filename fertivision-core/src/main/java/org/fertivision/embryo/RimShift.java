package org.fertivision.embryo;

import java.util.List;

/** How far beside the place where the index changes the rims of cells peak: a share of the width of their mean course. */
final class RimShift {
    private static final double STEP_UM = 0.25;
    private static final int REACH = 24;
    private static final int NEAR = 8;

    private RimShift() {}

    /** The full width of the mean course at half height, micrometers. */
    static double widthUm(RimSignal signal, CellCluster cluster, List<RoundCell> cells) {
        double[] course = course(signal, cluster, cells);
        int top = top(course);
        int from = top;
        while (from > 0 && course[from] > course[top] / 2) {
            from--;
        }
        int to = top;
        while (to < course.length - 1 && course[to] > course[top] / 2) {
            to++;
        }
        return (to - from - 1) * STEP_UM;
    }

    /** How far outside the index' change they peak, pixels of the raster. */
    static double of(RimSignal signal, CellCluster cluster, List<RoundCell> cells) {
        double share = signal.oblique() ? EdgeCourse.OBLIQUE_SHIFT : EdgeCourse.BRIGHT_FIELD_SHIFT;
        double off = (top(course(signal, cluster, cells)) - REACH) * STEP_UM;
        return (share * widthUm(signal, cluster, cells) - off) / signal.umPerPixel();
    }

    private static int top(double[] course) {
        int top = REACH;
        for (int q = REACH - NEAR; q <= REACH + NEAR; q++) {
            top = course[q] > course[top] ? q : top;
        }
        return top;
    }

    private static double[] course(RimSignal signal, CellCluster cluster, List<RoundCell> cells) {
        double step = STEP_UM / signal.umPerPixel();
        double[] course = new double[2 * REACH + 1];
        for (int i = 0; i < cells.size(); i++) {
            RoundCell cell = cells.get(i);
            for (int k = 0; k < CellCluster.RIM.directions(); k++) {
                double nx = CellCluster.RIM.cos(k);
                double ny = CellCluster.RIM.sin(k);
                if (cluster.isFree(cells, i, cell.x() + cell.radius() * nx, cell.y() + cell.radius() * ny)) {
                    for (int q = 0; q < course.length; q++) {
                        double r = cell.radius() + (q - REACH) * step;
                        course[q] += signal.rim(cell.x() + r * nx, cell.y() + r * ny, nx, ny);
                    }
                }
            }
        }
        return course;
    }
}
