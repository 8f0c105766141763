package org.fertivision.stats;

import java.util.ArrayList;
import java.util.List;

/**
 * The cheapest way to link rows to columns, each at most once, when a row may also stay without a link at a price
 * (rectangular linear assignment).
 *
 * <p>Minimized is the sum of the costs of all links plus {@code noLinkCost} for every row without one. A link that costs
 * {@code noLinkCost} or more is never made. (A price for columns without a link as well would amount to the same as
 * adding it to {@code noLinkCost}.) Rows are taken in order and ties go to the lower column, so equal input gives equal
 * output.
 *
 * <p>Method: a shortest augmenting path per row with dual prices kept between rows, started from a few rounds of
 * augmenting row reduction. A search walks along admissible pairs only and therefore never leaves its connected
 * component: sparse problems cost the sum of their components. 2,000 rows by 2,000 columns take below a second for random costs and up to a quarter of a minute for the
 * worst known (i·j). Memory: 12 bytes an admissible pair.
 *
 * <p>Source: R. Jonker and A. Volgenant 1987, doi:10.1007/BF02278710.
 */
public final class Assignment {

    private Assignment() {}

    /**
     * The links chosen from a full table of costs, by ascending row.
     *
     * @param costs rows × columns, all rows equally long; positive infinity marks a pair that may not be linked
     * @param noLinkCost finite price of a row without a link, in the unit of the costs
     */
    public static List<Link> of(double[][] costs, double noLinkCost) {
        return solve(AdmissiblePairs.of(costs, noLinkCost), noLinkCost);
    }

    /**
     * The links chosen from admissible pairs, by ascending row.
     *
     * @param rows number of rows
     * @param columns number of columns
     * @param admissible pairs that may be linked, in any order, each pair at most once
     * @param noLinkCost finite price of a row without a link, in the unit of the costs
     */
    public static List<Link> of(int rows, int columns, List<Link> admissible, double noLinkCost) {
        return solve(AdmissiblePairs.of(rows, columns, admissible, noLinkCost), noLinkCost);
    }

    private static List<Link> solve(AdmissiblePairs pairs, double noLinkCost) {
        int[] columnOf = new ShortestPaths(pairs, noLinkCost).columnOfRow();
        List<Link> links = new ArrayList<>();
        for (int row = 0; row < pairs.rows(); row++) {
            if (columnOf[row] != ShortestPaths.NONE) {
                links.add(pairs.link(row, columnOf[row]));
            }
        }
        return List.copyOf(links);
    }
}
