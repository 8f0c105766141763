package org.fertivision.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.withPrecision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AssignmentTest {

    private static final double NEVER = Double.POSITIVE_INFINITY;

    @Test
    void theGreedyChoiceIsGivenUpForTheCheaperWhole() {
        double[][] costs = {{1, 2}, {2, 9}};
        assertThat(Assignment.of(costs, 100)).containsExactly(new Link(0, 1, 2), new Link(1, 0, 2));
    }

    @Test
    void rowStaysUnlinkedWhereEveryLinkCostsMoreThanNone() {
        double[][] costs = {{5, 6}, {1, 9}};
        assertThat(Assignment.of(costs, 5)).containsExactly(new Link(1, 0, 1));
    }

    @Test
    void rowGivesItsColumnUpForNoLinkWhereThatSavesMore() {
        double[][] costs = {{3}, {1}};
        assertThat(Assignment.of(costs, 4)).containsExactly(new Link(1, 0, 1));
    }

    @Test
    void tiesGoToTheLowerColumnAndTheSameInputGivesTheSameLinks() {
        double[][] costs = new double[4][4];
        assertThat(Assignment.of(costs, 1)).isEqualTo(Assignment.of(costs, 1)).hasSize(4);
        assertThat(Assignment.of(new double[][] {{1, 1, 1}}, 2)).containsExactly(new Link(0, 0, 1));
    }

    @Test
    void nothingToLinkGivesNoLinks() {
        assertThat(Assignment.of(new double[0][], 1)).isEmpty();
        assertThat(Assignment.of(new double[3][0], 1)).isEmpty();
        assertThat(Assignment.of(3, 0, List.of(), 1)).isEmpty();
        assertThat(Assignment.of(new double[][] {{NEVER, NEVER}}, 1)).isEmpty();
    }

    @Test
    void unclearCostsAndPairsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Assignment.of(new double[][] {{1, 2}, {1}}, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Assignment.of(new double[][] {{Double.NaN}}, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Assignment.of(new double[][] {{1}}, NEVER));
        assertThatIllegalArgumentException().isThrownBy(() -> Assignment.of(2, 2, List.of(new Link(2, 0, 1)), 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Assignment.of(2, 2, List.of(new Link(1, 0, 1), new Link(1, 0, 2)), 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new Link(0, 0, NEVER));
    }

    @Property(tries = 3000)
    void noChoiceOfLinksIsCheaper(
            @ForAll @IntRange(min = 1, max = 6) int rows,
            @ForAll @IntRange(min = 1, max = 6) int columns,
            @ForAll @DoubleRange(min = -2, max = 12) double noLinkCost,
            @ForAll boolean whole,
            @ForAll @DoubleRange(min = 0, max = 1) double forbidden,
            @ForAll long seed) {
        double[][] costs = random(new Random(seed), rows, columns, forbidden, whole);
        List<Link> links = Assignment.of(costs, noLinkCost);
        assertThat(distinct(links)).isTrue();
        assertThat(price(links, rows, noLinkCost))
                .isEqualTo(cheapest(costs, 0, new boolean[columns], noLinkCost), withPrecision(1e-9));
    }

    @Property(tries = 300)
    void admissiblePairsInAnyOrderGiveTheLinksOfTheTable(
            @ForAll @IntRange(min = 1, max = 40) int rows,
            @ForAll @IntRange(min = 1, max = 40) int columns,
            @ForAll @DoubleRange(min = 0, max = 1) double forbidden,
            @ForAll long seed) {
        Random random = new Random(seed);
        double[][] costs = random(random, rows, columns, forbidden, false);
        List<Link> pairs = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                if (costs[i][j] < NEVER) {
                    pairs.add(new Link(i, j, costs[i][j]));
                }
            }
        }
        Collections.shuffle(pairs, random);
        assertThat(Assignment.of(rows, columns, pairs, 6)).isEqualTo(Assignment.of(costs, 6));
    }

    @Property(tries = 100)
    void pricesProveTheLinksOptimalAgainstTheTransposedProblem(
            @ForAll @IntRange(min = 1, max = 60) int rows,
            @ForAll @IntRange(min = 1, max = 60) int columns,
            @ForAll long seed) {
        double[][] costs = random(new Random(seed), rows, columns, 0.3, false);
        double[][] transposed = new double[columns][rows];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                transposed[j][i] = costs[i][j];
            }
        }
        double saved = rows * 5.0 - price(Assignment.of(costs, 5), rows, 5);
        double savedTransposed = columns * 5.0 - price(Assignment.of(transposed, 5), columns, 5);
        assertThat(saved).isEqualTo(savedTransposed, withPrecision(1e-9));
    }

    @Test
    void separateClustersAreLinkedAsIfEachWereAlone() {
        Random random = new Random(5);
        List<Link> all = new ArrayList<>();
        List<Link> expected = new ArrayList<>();
        for (int cluster = 0; cluster < 50; cluster++) {
            double[][] costs = random(random, 5, 4, 0.2, false);
            for (Link link : Assignment.of(costs, 6)) {
                expected.add(new Link(link.row() + 5 * cluster, link.column() + 4 * cluster, link.cost()));
            }
            for (int i = 0; i < 5; i++) {
                for (int j = 0; j < 4; j++) {
                    if (costs[i][j] < NEVER) {
                        all.add(new Link(i + 5 * cluster, j + 4 * cluster, costs[i][j]));
                    }
                }
            }
        }
        assertThat(Assignment.of(250, 200, all, 6)).isEqualTo(expected);
    }

    @Test
    void twoThousandByTwoThousandIsSolvedWithinSeconds() {
        Random random = new Random(1);
        double[][] costs = new double[2000][2000];
        for (double[] row : costs) {
            Arrays.setAll(row, j -> random.nextDouble());
        }
        List<Link> links = Assignment.of(costs, 1);
        assertThat(links).hasSize(2000);
        assertThat(distinct(links)).isTrue();
        // The expected cheapest total of uniform costs tends to pi^2/6 (Aldous 2001).
        assertThat(price(links, 2000, 1)).isBetween(1.55, 1.75);
    }

    private static double[][] random(Random random, int rows, int columns, double forbidden, boolean whole) {
        double[][] costs = new double[rows][columns];
        for (double[] row : costs) {
            for (int j = 0; j < columns; j++) {
                double cost = whole ? random.nextInt(4) : 10 * random.nextDouble() - 1;
                row[j] = random.nextDouble() < forbidden ? NEVER : cost;
            }
        }
        return costs;
    }

    private static double price(List<Link> links, int rows, double noLinkCost) {
        return links.stream().mapToDouble(Link::cost).sum() + (rows - links.size()) * noLinkCost;
    }

    private static boolean distinct(List<Link> links) {
        Set<Integer> rows = new HashSet<>();
        Set<Integer> columns = new HashSet<>();
        return links.stream().allMatch(link -> rows.add(link.row()) && columns.add(link.column()));
    }

    private static double cheapest(double[][] costs, int row, boolean[] taken, double noLinkCost) {
        if (row == costs.length) {
            return 0;
        }
        double best = noLinkCost + cheapest(costs, row + 1, taken, noLinkCost);
        for (int j = 0; j < taken.length; j++) {
            if (!taken[j] && costs[row][j] < NEVER) {
                taken[j] = true;
                best = Math.min(best, costs[row][j] + cheapest(costs, row + 1, taken, noLinkCost));
                taken[j] = false;
            }
        }
        return best;
    }
}
