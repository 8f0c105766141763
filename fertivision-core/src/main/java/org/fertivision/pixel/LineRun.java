package org.fertivision.pixel;

import java.util.Arrays;

/** Lines at nearly equal distances in one strip, found at one degree of smoothing. */
final class LineRun {
    private static final int TERMS = 3;

    private final Strip strip;
    private final Polarity polarity;
    private final int[] index;
    private final double[] place;
    private final double contrast;
    private final double spacing;
    private final double scatter;

    /**
     * Makes a run.
     *
     * @param index the number of each line, rising; a number that is left out is a line that was not seen
     * @param place the u of each line, pixels
     * @param contrast by how many gray levels a usual line stands out
     */
    LineRun(Strip strip, Polarity polarity, int[] index, double[] place, double contrast) {
        this.strip = strip;
        this.polarity = polarity;
        this.index = index.clone();
        this.place = place.clone();
        this.contrast = contrast;
        double[] curve = curve(index, place);
        int middle = index.length == 0 ? 0 : (index[0] + index[index.length - 1]) / 2;
        this.spacing = curve[1] + 2 * curve[2] * middle;
        double squares = 0;
        for (int i = 0; i < index.length; i++) {
            double miss = place[i] - curve[0] - curve[1] * index[i] - curve[2] * index[i] * index[i];
            squares += miss * miss;
        }
        this.scatter = Math.sqrt(squares / Math.max(1, index.length - TERMS));
    }

    /** The parabola of places over numbers that fits best. */
    private static double[] curve(int[] index, double[] place) {
        double[][] equations = new double[TERMS][TERMS + 1];
        for (int i = 0; i < index.length; i++) {
            double[] powers = {1, index[i], (double) index[i] * index[i]};
            for (int row = 0; row < TERMS; row++) {
                for (int column = 0; column < TERMS; column++) {
                    equations[row][column] += powers[row] * powers[column];
                }
                equations[row][TERMS] += powers[row] * place[i];
            }
        }
        return LinearSystem.solve(equations);
    }

    Strip strip() {
        return strip;
    }

    Polarity polarity() {
        return polarity;
    }

    int lines() {
        return index.length;
    }

    int index(int i) {
        return index[i];
    }

    double place(int i) {
        return place[i];
    }

    double contrast() {
        return contrast;
    }

    /** The distance of neighboring lines in the middle of the run, pixels. */
    double spacing() {
        return spacing;
    }

    /** How far lines lie from a parabola through all, root mean square, pixels. */
    double scatter() {
        return scatter;
    }

    /** The line closest to a place. */
    int closest(double u) {
        int at = Arrays.binarySearch(place, u);
        int after = at >= 0 ? at : -at - 1;
        int before = after - 1;
        if (after >= place.length) {
            return before;
        }
        return before >= 0 && u - place[before] < place[after] - u ? before : after;
    }
}
