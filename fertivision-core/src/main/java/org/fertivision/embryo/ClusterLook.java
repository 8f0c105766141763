package org.fertivision.embryo;

import java.util.ArrayList;
import java.util.List;

/**
 * How well each of some cells is seen.
 *
 * @param cells the cells, their rims where the signal peaks
 * @param arcs of each the share of its rim that is free, by what each direction can show
 * @param supports of each the share of its free rim that stands out
 * @param heights of each the mean strength of its free rim, units of the scatter
 * @param weakest what the cells lose without the one that they need least, micrometers of rim
 * @param contact share of the lines between cells that show
 * @param hidden share of the lines between cells that lie under fragments
 */
record ClusterLook(
        List<RoundCell> cells,
        List<Double> arcs,
        List<Double> supports,
        List<Double> heights,
        double weakest,
        double contact,
        double hidden) {
    private static final double STANDS_OUT = 0.3;
    private static final double PIECE_UM = 8;
    private static final double PIECE_SHOWS = 1;
    private static final double LEAST_SEEN = 0.25;
    private static final int RINGS = 4;

    /** Copies the lists. */
    ClusterLook {
        cells = List.copyOf(cells);
        arcs = List.copyOf(arcs);
        supports = List.copyOf(supports);
        heights = List.copyOf(heights);
    }

    static ClusterLook of(RimSignal signal, CellCluster cluster, List<RoundCell> cells) {
        List<Double> arcs = new ArrayList<>();
        List<Double> supports = new ArrayList<>();
        List<Double> heights = new ArrayList<>();
        double gain = cluster.gain(cells);
        double weakest = cells.isEmpty() ? 0 : Double.POSITIVE_INFINITY;
        double[] lines = new double[3];
        for (int i = 0; i < cells.size(); i++) {
            double[] rim = rim(signal, cluster, cells, i);
            arcs.add(rim[0]);
            supports.add(rim[1]);
            heights.add(signal.inScatter(rim[2]));
            List<RoundCell> without = new ArrayList<>(cells);
            without.remove(i);
            weakest = Math.min(weakest, gain - cluster.gain(without));
            for (int j = i + 1; j < cells.size(); j++) {
                ContactLine.of(cells, i, j).ifPresent(line -> add(lines, line, signal, cluster));
            }
        }
        double seen = lines[0];
        return new ClusterLook(
                cells,
                arcs,
                supports,
                heights,
                weakest,
                seen == 0 ? 1 : lines[1] / seen,
                seen + lines[2] == 0 ? 0 : lines[2] / (seen + lines[2]));
    }

    /** Share of the rim that is free, share of that which stands out, mean strength of that. */
    private static double[] rim(RimSignal signal, CellCluster cluster, List<RoundCell> cells, int i) {
        RoundCell cell = cells.get(i);
        double all = 0;
        double free = 0;
        double stands = 0;
        double sum = 0;
        for (int k = 0; k < CellCluster.RIM.directions(); k++) {
            double nx = CellCluster.RIM.cos(k);
            double ny = CellCluster.RIM.sin(k);
            double x = cell.x() + cell.radius() * nx;
            double y = cell.y() + cell.radius() * ny;
            double shows = signal.shows(nx, ny);
            all += shows;
            if (cluster.isFree(cells, i, x, y)) {
                double strength = signal.rim(x, y, nx, ny);
                free += shows;
                sum += strength * shows;
                stands += strength > STANDS_OUT * shows ? shows : 0;
            }
        }
        return new double[] {free / all, free == 0 ? 0 : stands / free, free == 0 ? 0 : sum / free};
    }

    /** Adds the length of a line that is seen, that of its pieces which show, and that under fragments. */
    private static void add(double[] lines, ContactLine line, RimSignal signal, CellCluster cluster) {
        int n = cluster.places(line);
        double each = line.length() * signal.umPerPixel() / n;
        double shows = signal.shows(line.nx(), line.ny());
        double strength = 0;
        int together = 0;
        for (int s = 0; s < n; s++) {
            double along = line.from() + (s + 0.5) * line.length() / n;
            double x = line.xAt(along);
            double y = line.yAt(along);
            if (cluster.isUnder(x, y)) {
                lines[2] += each;
            } else {
                strength += signal.contact(x, y, line.nx(), line.ny());
                together++;
            }
            if (together > 0 && (together * each >= PIECE_UM || s == n - 1)) {
                lines[0] += together * each;
                lines[1] += strength / together > PIECE_SHOWS * shows ? together * each : 0;
                strength = 0;
                together = 0;
            }
        }
    }

    /** Whether of each cell a part is seen in which it is the deepest. */
    static boolean eachIsSeen(List<RoundCell> cells) {
        for (int i = 0; i < cells.size(); i++) {
            if (seen(cells, i) < LEAST_SEEN) {
                return false;
            }
        }
        return true;
    }

    private static double seen(List<RoundCell> cells, int i) {
        RoundCell cell = cells.get(i);
        int all = 0;
        int own = 0;
        for (int ring = 0; ring < RINGS; ring++) {
            double r = cell.radius() * Math.sqrt((ring + 0.5) / RINGS);
            for (int k = ring % 2 * 2; k < CellCluster.RIM.directions(); k += RINGS) {
                double x = cell.x() + r * CellCluster.RIM.cos(k);
                double y = cell.y() + r * CellCluster.RIM.sin(k);
                double depth = cell.depth(x, y);
                all++;
                own += cells.stream().noneMatch(other -> other.depth(x, y) > depth) ? 1 : 0;
            }
        }
        return (double) own / all;
    }
}
