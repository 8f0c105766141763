package org.fertivision.benchmarks;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is measured in a run, and how long.
 *
 * @param isShort a run of less than two minutes, whose ratios get more room, since few rounds scatter
 * @param megapixels of the stills that are drawn
 * @param data a folder with real stills, or null
 * @param results where the figures go as JSON
 */
record Plan(
        boolean isShort, List<Double> megapixels, @Nullable Path data, Path results) {
    private static final double SHORT_ROOM = 1.6;
    private static final int SHORT_ROUNDS = 7;
    private static final int ROUNDS = 15;

    static Plan of(String... words) {
        boolean isShort = false;
        Path data = null;
        Path results = Path.of("benchmarks", "target", "results.json");
        for (int i = 0; i < words.length; i++) {
            switch (words[i]) {
                case "--short" -> isShort = true;
                case "--data" -> data = Path.of(value(words, ++i));
                case "--out" -> results = Path.of(value(words, ++i));
                default -> throw new IllegalArgumentException("unknown: " + words[i]);
            }
        }
        return new Plan(isShort, isShort ? List.of(2.5) : List.of(1.0, 2.5, 12.0), data, results);
    }

    private static String value(String[] words, int i) {
        if (i == words.length) {
            throw new IllegalArgumentException(words[i - 1] + " needs a value");
        }
        return words[i];
    }

    /** By how much a ratio may miss its limit. */
    double room() {
        return isShort ? SHORT_ROOM : 1;
    }

    int rounds() {
        return isShort ? SHORT_ROUNDS : ROUNDS;
    }
}
