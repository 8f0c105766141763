package org.fertivision.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * How often the first said one word where the second said another.
 *
 * @param terms the words, rows of the first and columns of the second
 * @param counts for each word of the first how often the second said each
 */
public record Confusion(List<String> terms, List<List<Integer>> counts) {
    /** Copies the lists. */
    public Confusion {
        terms = List.copyOf(terms);
        counts = counts.stream().map(List::copyOf).toList();
    }

    /** Words in the order of the alphabet. */
    static Confusion of(List<LabelPair> pairs) {
        Set<String> all = new TreeSet<>();
        pairs.forEach(pair -> all.addAll(List.of(pair.a(), pair.b())));
        return of(pairs, List.copyOf(all));
    }

    /**
     * Words in a given order.
     *
     * @throws IllegalArgumentException for a word that is not among them
     */
    static Confusion of(List<LabelPair> pairs, List<String> terms) {
        int[][] counts = new int[terms.size()][terms.size()];
        for (LabelPair pair : pairs) {
            counts[place(pair.a(), terms)][place(pair.b(), terms)]++;
        }
        List<List<Integer>> rows = new ArrayList<>();
        for (int[] row : counts) {
            List<Integer> numbers = new ArrayList<>();
            for (int count : row) {
                numbers.add(count);
            }
            rows.add(numbers);
        }
        return new Confusion(terms, rows);
    }

    private static int place(String term, List<String> terms) {
        int place = terms.indexOf(term);
        if (place < 0) {
            throw new IllegalArgumentException(
                    "'" + term + "' is not among the ordered words " + String.join(", ", terms));
        }
        return place;
    }

    /** How many pairs there are. */
    public int n() {
        return counts.stream().flatMap(List::stream).mapToInt(Integer::intValue).sum();
    }

    /** How many pairs have the same word twice. */
    public int same() {
        int same = 0;
        for (int i = 0; i < terms.size(); i++) {
            same += counts.get(i).get(i);
        }
        return same;
    }
}
