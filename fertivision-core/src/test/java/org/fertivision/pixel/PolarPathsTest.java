package org.fertivision.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
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

    @Test
    void whatLiesBeyondThePictureIsKnownToBeOutside() {
        PolarImage polar = PolarImage.around(disc(100, 100, 40), new Point(180, 100), 4, 90, 1);

        assertThat(polar.inside(0)).isBetween(18, 21);
        assertThat(polar.inside(2)).isEqualTo(90);
        assertThat(polar.slope().at(0, 50)).isZero();
    }
}
