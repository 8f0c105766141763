package org.fertivision.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.fertivision.image.Plane;
import org.fertivision.image.Point;
import org.junit.jupiter.api.Test;

class PolarPathsTest {
    private static final int SIDE = 200;

    /** A bright disc with soft edges. */
    private static Raster disc(double x, double y, double radius) {
        byte[] samples = new byte[SIDE * SIDE];
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                double distance = Math.hypot(column + 0.5 - x, row + 0.5 - y);
                samples[row * SIDE + column] = (byte) (50 + 100 / (1 + Math.exp(distance - radius)));
            }
        }
        return Raster.of(Plane.takeBytes(SIDE, SIDE, samples));
    }

    @Test
    void theMiddleOfADiscGetsTheMostVotesAlsoBesideALongStreak() {
        List<RoundVotes.Middle> middles = RoundVotes.of(disc(90.3, 104.8, 40), 30, 60, 2, 40);

        assertThat(middles.get(0).center().distanceTo(new Point(90.3, 104.8))).isLessThan(1.5);
        assertThat(middles.get(1).support()).isLessThan(0.5 * middles.get(0).support());
    }

    @Test
    void aClosedPathFollowsTheEdgeOfADiscToATenthOfAPixel() {
        PolarImage polar = PolarImage.around(disc(100, 100, 40), new Point(103, 98), 256, 90, 1);
        double[] outwards = new double[256];
        Arrays.fill(outwards, -1);
        int[] from = new int[256];
        int[] to = new int[256];
        Arrays.fill(from, 30);
        Arrays.fill(to, 50);

        double[] path = ClosedPath.through(polar.slope().times(outwards), from, to, 0.25);

        for (int d = 0; d < 256; d++) {
            double x = 103 + path[d] * Math.cos(2 * Math.PI * d / 256);
            double y = 98 + path[d] * Math.sin(2 * Math.PI * d / 256);
            assertThat(Math.hypot(x - 100, y - 100)).isCloseTo(40, within(0.15));
        }
    }

    @Test
    void nestedPathsGainAsMuchAsTheBestOfAllStraightOnes() {
        int directions = 8;
        int columns = 20;
        float[][][] gains = new float[3][directions][columns];
        for (int path = 0; path < 3; path++) {
            for (int d = 0; d < directions; d++) {
                for (int i = 0; i < columns; i++) {
                    gains[path][d][i] = (path * 7 + d * 3 + i * 11) % 13;
                }
            }
        }
        NestedPaths.Reach reach = new NestedPaths.Reach(9, 15, 2, 5, 0, 4);

        NestedPaths.Found stiff = NestedPaths.through(gains, reach, new double[] {1e6, 1e6, 1e6});

        double best = Double.NEGATIVE_INFINITY;
        for (int first = 9; first < 15; first++) {
            for (int gap = 2; gap < 5; gap++) {
                for (int inner = 0; inner < 4; inner++) {
                    double sum = 0;
                    for (int d = 0; d < directions; d++) {
                        sum += gains[0][d][first] + gains[1][d][first - gap] + gains[2][d][first - gap - inner];
                    }
                    best = Math.max(best, sum / directions);
                }
            }
        }
        assertThat(stiff.gain()).isCloseTo(best, within(1e-6));
        for (int d = 0; d < directions; d++) {
            assertThat(stiff.distances(0)[d] - stiff.distances(1)[d]).isBetween(2, 4);
            assertThat(stiff.distances(1)[d] - stiff.distances(2)[d]).isBetween(0, 3);
        }
    }

    /** Against sums over all pairs of neighboring places, two turns of which the middle one is kept. */
    @Test
    void nestedPathsBendWhereItPays() {
        Random random = new Random(11);
        float[][][] gains = new float[3][4][6];
        for (float[][] path : gains) {
            for (float[] direction : path) {
                for (int i = 0; i < direction.length; i++) {
                    direction[i] = random.nextFloat();
                }
            }
        }
        NestedPaths.Reach reach = new NestedPaths.Reach(3, 6, 0, 2, 0, 2);
        double[] prices = {0.1, 0.2, 0.15};

        NestedPaths.Found found = NestedPaths.through(gains, reach, prices);

        double[] sums = new double[12];
        int[][] cameFrom = new int[8][12];
        for (int t = 0; t < 8; t++) {
            double[] next = new double[12];
            for (int at = 0; at < 12; at++) {
                double most = Double.NEGATIVE_INFINITY;
                for (int from = 0; from < 12; from++) {
                    double sum = t == 0 ? (from == at ? 0 : -1) : sums[from] - price(from, at, prices);
                    if (sum > most) {
                        most = sum;
                        cameFrom[t][at] = from;
                    }
                }
                int d = (t + 2) % 4;
                int first = 3 + at % 3;
                int second = first - at / 3 % 2;
                next[at] = most + gains[0][d][first] + gains[1][d][second] + gains[2][d][second - at / 6];
            }
            sums = next;
        }
        int at = 0;
        for (int i = 1; i < 12; i++) {
            at = sums[i] > sums[at] ? i : at;
        }
        assertThat(found.gain()).isCloseTo(sums[at] / 8, within(1e-6));
        int[] firsts = new int[4];
        for (int t = 7; t >= 2; t--) {
            if (t - 2 < 4) {
                firsts[t - 2] = 3 + at % 3;
            }
            at = cameFrom[t][at];
        }
        assertThat(found.distances(0)).containsExactly(firsts);
        assertThat(Arrays.stream(firsts).distinct().count()).isGreaterThan(1);
    }

    /** What it costs to get from one place to another: each of three numbers changes by one at most. */
    private static double price(int from, int to, double[] prices) {
        int[] changes = {Math.abs(from % 3 - to % 3), Math.abs(from / 3 % 2 - to / 3 % 2), Math.abs(from / 6 - to / 6)};
        double price = changes[0] > 1 ? Double.POSITIVE_INFINITY : 0;
        for (int i = 0; i < changes.length; i++) {
            price += changes[i] * prices[i];
        }
        return price;
    }

    @Test
    void whatLiesBeyondThePictureIsKnownToBeOutside() {
        PolarImage polar = PolarImage.around(disc(100, 100, 40), new Point(180, 100), 4, 90, 1);

        assertThat(polar.inside(0)).isBetween(18, 21);
        assertThat(polar.inside(2)).isEqualTo(90);
        assertThat(polar.slope().at(0, 50)).isZero();
    }
}
