package org.fertivision.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Costs of the pairs worth linking, row after row by ascending column (compressed rows). */
final class AdmissiblePairs {

    private final int columns;
    private final int[] start;
    private final int[] column;
    private final double[] cost;

    private AdmissiblePairs(int columns, int[] start, int[] column, double[] cost) {
        this.columns = columns;
        this.start = start;
        this.column = column;
        this.cost = cost;
    }

    static AdmissiblePairs of(double[][] costs, double noLinkCost) {
        finite(noLinkCost);
        int columns = costs.length == 0 ? 0 : costs[0].length;
        int[] start = new int[costs.length + 1];
        for (int row = 0; row < costs.length; row++) {
            if (costs[row].length != columns) {
                throw new IllegalArgumentException(
                        "row " + row + " has " + costs[row].length + " costs, row 0 has " + columns);
            }
            start[row + 1] = StrictMath.addExact(start[row], worth(costs[row], row, noLinkCost));
        }
        int[] column = new int[start[costs.length]];
        double[] cost = new double[column.length];
        int next = 0;
        for (double[] row : costs) {
            for (int j = 0; j < columns; j++) {
                if (row[j] < noLinkCost) {
                    column[next] = j;
                    cost[next++] = row[j];
                }
            }
        }
        return new AdmissiblePairs(columns, start, column, cost);
    }

    private static int worth(double[] costs, int row, double noLinkCost) {
        int worth = 0;
        for (double cost : costs) {
            if (Double.isNaN(cost) || cost == Double.NEGATIVE_INFINITY) {
                throw new IllegalArgumentException("row " + row + ": a cost must be a number, not " + cost);
            }
            if (cost < noLinkCost) {
                worth++;
            }
        }
        return worth;
    }

    static AdmissiblePairs of(int rows, int columns, List<Link> admissible, double noLinkCost) {
        finite(noLinkCost);
        Link[] links = admissible.stream()
                .sorted(Comparator.comparingInt(Link::row).thenComparingInt(Link::column))
                .toArray(Link[]::new);
        checkSorted(rows, columns, links);
        int[] start = new int[rows + 1];
        int[] column = new int[links.length];
        double[] cost = new double[links.length];
        int next = 0;
        for (Link link : links) {
            if (link.cost() < noLinkCost) {
                column[next] = link.column();
                cost[next++] = link.cost();
                start[link.row() + 1] = next;
            }
        }
        for (int row = 0; row < rows; row++) {
            start[row + 1] = StrictMath.max(start[row + 1], start[row]);
        }
        return new AdmissiblePairs(columns, start, Arrays.copyOf(column, next), Arrays.copyOf(cost, next));
    }

    private static void checkSorted(int rows, int columns, Link[] links) {
        for (int i = 0; i < links.length; i++) {
            Link link = links[i];
            if (link.row() >= rows || link.column() >= columns) {
                throw new IllegalArgumentException(link + " lies outside " + rows + " rows, " + columns + " columns");
            }
            if (i > 0 && links[i - 1].row() == link.row() && links[i - 1].column() == link.column()) {
                throw new IllegalArgumentException(link + " stands twice among the pairs");
            }
        }
    }

    private static void finite(double noLinkCost) {
        if (!(StrictMath.abs(noLinkCost) < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the price of no link must be finite, not " + noLinkCost);
        }
    }

    int rows() {
        return start.length - 1;
    }

    int columns() {
        return columns;
    }

    /** Index of the first pair of the row; that of the row after it is one past its last. */
    int from(int row) {
        return start[row];
    }

    int column(int pair) {
        return column[pair];
    }

    double cost(int pair) {
        return cost[pair];
    }

    Link link(int row, int wanted) {
        int pair = Arrays.binarySearch(column, start[row], start[row + 1], wanted);
        return new Link(row, wanted, cost[pair]);
    }
}
