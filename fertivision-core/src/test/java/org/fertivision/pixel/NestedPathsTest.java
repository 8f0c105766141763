package org.fertivision.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NestedPathsTest {
    private static final int DIRECTIONS = 12;
    private static final int COLUMNS = 20;
    private static final double[] PRICES = {0.7, 0.4, 0.9};
    private static final NestedPaths.Reach REACH = new NestedPaths.Reach(11, 17, 2, 5, 1, 4);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void threePathsAreThoseOfAllSumsComparedOneByOne(long seed) {
        float[][][] gains = gains(new Random(seed));

        NestedPaths.Found found = NestedPaths.through(gains, REACH, PRICES);

        ByAllSums known = new ByAllSums(gains);
        for (int path = 0; path < 3; path++) {
            assertThat(found.distances(path)).containsExactly(known.distances[path]);
        }
        assertThat(found.gain()).isCloseTo(known.gain, within(1e-4));
    }

    private static float[][][] gains(Random random) {
        float[][][] gains = new float[3][DIRECTIONS][COLUMNS];
        for (float[][] path : gains) {
            for (float[] direction : path) {
                for (int i = 0; i < COLUMNS; i++) {
                    direction[i] = 8 * random.nextFloat() - 2;
                }
            }
        }
        return gains;
    }

    /** Every place of a direction reached from every place of the one before that is one step away at most. */
    private static final class ByAllSums {
        private final double[][] sums = new double[2 * DIRECTIONS][];
        private final int[][] distances = new int[3][DIRECTIONS];
        private final double gain;

        private ByAllSums(float[][][] gains) {
            int[][] from = new int[sums.length][];
            double[] before = new double[places()];
            for (int t = 0; t < sums.length; t++) {
                int d = (t + DIRECTIONS / 2) % DIRECTIONS;
                sums[t] = new double[places()];
                from[t] = new int[places()];
                for (int at = 0; at < places(); at++) {
                    from[t][at] = best(before, at);
                    sums[t][at] = before[from[t][at]] - price(from[t][at], at);
                    for (int path = 0; path < 3; path++) {
                        sums[t][at] += gains[path][d][column(at, path)];
                    }
                }
                before = sums[t];
            }
            int at = 0;
            for (int i = 0; i < places(); i++) {
                at = before[i] > before[at] ? i : at;
            }
            gain = before[at] / sums.length;
            for (int t = sums.length - 1; t >= DIRECTIONS / 2; t--) {
                for (int path = 0; path < 3 && t < DIRECTIONS / 2 + DIRECTIONS; path++) {
                    distances[path][t - DIRECTIONS / 2] = column(at, path);
                }
                at = from[t][at];
            }
        }

        private static int places() {
            return 6 * 3 * 3;
        }

        private static int[] numbers(int at) {
            return new int[] {at % 6, at / 6 % 3, at / 18};
        }

        private static int column(int at, int path) {
            int[] n = numbers(at);
            int column = 11 + n[0];
            return path == 0 ? column : path == 1 ? column - 2 - n[1] : column - 2 - n[1] - 1 - n[2];
        }

        private static double price(int a, int b) {
            double price = 0;
            for (int i = 0; i < 3; i++) {
                int change = Math.abs(numbers(a)[i] - numbers(b)[i]);
                price += change == 0 ? 0 : change == 1 ? PRICES[i] : Double.POSITIVE_INFINITY;
            }
            return price;
        }

        private static int best(double[] before, int at) {
            int best = at;
            for (int other = 0; other < places(); other++) {
                best = before[other] - price(other, at) > before[best] - price(best, at) ? other : best;
            }
            return best;
        }
    }
}
