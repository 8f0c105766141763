package org.fertivision.embryo;

/**
 * The rim of a cell in even directions, and what is seen of it when no other cell hides it.
 *
 * @param x places, pixels of the raster
 * @param y places, pixels of the raster
 * @param gains what each place speaks for the cell less what it speaks against it; 0 under a fragment
 * @param strengths how strong it is at each place, limited; 0 under a fragment
 */
@SuppressWarnings("ArrayRecordComponent") // filled once, by the cluster that keeps it
record SeenRim(double[] x, double[] y, double[] gains, double[] strengths) {
    /** The rim of a cell of which nothing is seen yet. */
    static SeenRim of(RoundCell cell) {
        int n = CellCluster.RIM.directions();
        SeenRim rim = new SeenRim(new double[n], new double[n], new double[n], new double[n]);
        for (int k = 0; k < n; k++) {
            rim.x[k] = cell.x() + cell.radius() * CellCluster.RIM.cos(k);
            rim.y[k] = cell.y() + cell.radius() * CellCluster.RIM.sin(k);
        }
        return rim;
    }
}
