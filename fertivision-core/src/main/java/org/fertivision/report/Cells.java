package org.fertivision.report;

/**
 * A line of samples cut into equal cells, each wider than a sample or as wide: averaging over them shrinks a picture
 * evenly. Parts of a cell outside the line weigh nothing.
 *
 * @param start where the first cell begins, samples
 * @param step how wide a cell is, samples
 * @param count how many cells
 * @param length how many samples the line has
 */
record Cells(double start, double step, int count, int length) {
    private static final double SLIVER = 1e-9;

    /** The first sample of a cell that lies on the line. */
    int first(int cell) {
        return Math.max(0, (int) Math.floor(start + cell * step + SLIVER));
    }

    /** The first sample after a cell. */
    int end(int cell) {
        return Math.min(length, (int) Math.ceil(start + (cell + 1) * step - SLIVER));
    }

    /** How much of a sample lies in a cell, 0 to 1. */
    double share(int cell, int sample) {
        double left = start + cell * step;
        return Math.min(left + step, sample + 1.0) - Math.max(left, sample);
    }

    /** How many samples a cell covers, parts included. */
    double weight(int cell) {
        double weight = 0;
        for (int sample = first(cell); sample < end(cell); sample++) {
            weight += share(cell, sample);
        }
        return weight;
    }

    /** Sums the samples of each cell. */
    void sum(int[] samples, double[] into) {
        for (int cell = 0; cell < count; cell++) {
            double sum = 0;
            int end = end(cell);
            for (int sample = first(cell); sample < end; sample++) {
                sum += share(cell, sample) * samples[sample];
            }
            into[cell] = sum;
        }
    }
}
