package org.fertivision.pixel;

/** Solves small linear systems by elimination with pivots. */
final class LinearSystem {
    private static final double SINGULAR = 1e-12;

    private LinearSystem() {}

    /**
     * The solution of n equations, each with n coefficients and the right side; the equations are left as they are.
     * Unknowns that the equations do not settle are 0.
     */
    static double[] solve(double[][] equations) {
        int n = equations.length;
        double[][] a = new double[n][];
        double scale = 0;
        for (int i = 0; i < n; i++) {
            a[i] = equations[i].clone();
            scale = Math.max(scale, Math.abs(a[i][i]));
        }
        boolean[] settled = new boolean[n];
        int row = 0;
        int[] rowOf = new int[n];
        for (int column = 0; column < n; column++) {
            int pivot = row;
            for (int i = row; i < n; i++) {
                pivot = Math.abs(a[i][column]) > Math.abs(a[pivot][column]) ? i : pivot;
            }
            if (row < n && Math.abs(a[pivot][column]) > SINGULAR * scale) {
                double[] swapped = a[row];
                a[row] = a[pivot];
                a[pivot] = swapped;
                eliminate(a, row, column);
                settled[column] = true;
                rowOf[column] = row;
                row++;
            }
        }
        double[] solution = new double[n];
        for (int column = 0; column < n; column++) {
            solution[column] = settled[column] ? a[rowOf[column]][n] / a[rowOf[column]][column] : 0;
        }
        return solution;
    }

    private static void eliminate(double[][] a, int row, int column) {
        for (int i = 0; i < a.length; i++) {
            if (i != row) {
                double factor = a[i][column] / a[row][column];
                for (int j = column; j <= a.length; j++) {
                    a[i][j] -= factor * a[row][j];
                }
            }
        }
    }
}
