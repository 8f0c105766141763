package org.fertivision.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The words that somebody may have meant who typed another. */
final class Near {
    private static final int MOST = 3;

    private Near() {}

    /** Up to three of the known words that resemble the typed one, the nearest first. */
    static List<String> to(String typed, Collection<String> known) {
        String word = typed.toLowerCase(Locale.ROOT);
        int tolerated = Math.max(1, word.length() / 3);
        return known.stream()
                .filter(k -> distance(word, k) <= tolerated || isPart(word, k))
                .sorted(Comparator.comparingInt((String k) -> distance(word, k)).thenComparing(k -> k))
                .limit(MOST)
                .toList();
    }

    /** The near words as a question, empty where there are none. */
    static String question(String typed, Collection<String> known) {
        List<String> near = to(typed, known);
        return near.isEmpty() ? "" : " Did you mean " + String.join(" or ", near) + "?";
    }

    private static boolean isPart(String word, String known) {
        return word.length() >= 3 && known.toLowerCase(Locale.ROOT).contains(word);
    }

    /** How many letters to insert, remove, change or swap with the next turn one word into the other. */
    private static int distance(String word, String known) {
        String other = known.toLowerCase(Locale.ROOT);
        int[][] steps = new int[word.length() + 1][other.length() + 1];
        for (int i = 0; i <= word.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                steps[i][j] = i == 0 || j == 0 ? i + j : cheapest(steps, word, other, i, j);
            }
        }
        return steps[word.length()][other.length()];
    }

    private static int cheapest(int[][] steps, String word, String other, int i, int j) {
        boolean same = word.charAt(i - 1) == other.charAt(j - 1);
        int cost = Math.min(steps[i - 1][j - 1] + (same ? 0 : 1), Math.min(steps[i - 1][j] + 1, steps[i][j - 1] + 1));
        boolean swapped = i > 1
                && j > 1
                && word.charAt(i - 1) == other.charAt(j - 2)
                && word.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(cost, steps[i - 2][j - 2] + 1) : cost;
    }
}
