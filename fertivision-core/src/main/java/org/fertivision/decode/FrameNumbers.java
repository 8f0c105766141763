package org.fertivision.decode;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.fertivision.finding.Rejection;
import org.fertivision.finding.RejectionCode;
import org.fertivision.spi.RejectedException;

/**
 * Puts files in the order of the numbers in their names: names are alike but for one number, which says when a frame was
 * taken. {@code t2} comes before {@code t10}.
 */
final class FrameNumbers {
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final int MOST_DIGITS = 18;

    private FrameNumbers() {}

    /**
     * The files at their places on the clock, from 0 on: where numbers are left out, places are.
     *
     * @param files names that end in a dot and the format
     * @throws RejectedException if the names are not those of one video's frames
     */
    static SortedMap<Long, Path> places(List<Path> files) {
        List<Path> sorted = new ArrayList<>(files);
        sorted.sort(Comparator.comparing(FrameNumbers::name));
        SortedMap<Long, Path> numbered = new TreeMap<>();
        int column = column(sorted);
        for (Path file : sorted) {
            Path other = numbered.put(number(file, column), file);
            if (other != null) {
                throw refused(name(other) + " and " + name(file) + " have the same number.");
            }
        }
        return counted(numbered);
    }

    /** Which of the numbers in the names is the frame's: the one in which they differ. */
    private static int column(List<Path> files) {
        String[] first = numbers(files.get(0));
        if (first.length == 0) {
            throw refused(name(files.get(0)) + " has no number.");
        }
        boolean[] differs = new boolean[first.length];
        for (Path file : files) {
            if (!words(file).equals(words(files.get(0)))) {
                throw refused(name(files.get(0)) + " and " + name(file) + " differ in more than a number.");
            }
            String[] numbers = numbers(file);
            for (int i = 0; i < first.length; i++) {
                differs[i] |= !numbers[i].equals(first[i]);
            }
        }
        int column = first.length - 1;
        int count = 0;
        for (int i = 0; i < differs.length; i++) {
            if (differs[i]) {
                column = i;
                count++;
            }
        }
        if (count > 1) {
            throw refused("In their names " + count + " numbers differ; put each video into a folder of its own.");
        }
        return column;
    }

    /** Numbers as places: from 0, in steps of what all their distances share. */
    private static SortedMap<Long, Path> counted(SortedMap<Long, Path> numbered) {
        long first = numbered.firstKey();
        long step = 0;
        for (long number : numbered.keySet()) {
            step = greatestCommonDivisor(number - first, step);
        }
        SortedMap<Long, Path> places = new TreeMap<>();
        for (var entry : numbered.entrySet()) {
            places.put(step == 0 ? 0 : (entry.getKey() - first) / step, entry.getValue());
        }
        long missing = places.lastKey() + 1 - places.size();
        if (missing >= places.size() && missing > 0) {
            throw refused("Their numbers go from " + first + " to " + numbered.lastKey() + ", and " + missing
                    + " are missing, as many as there are or more.");
        }
        return places;
    }

    private static long greatestCommonDivisor(long a, long b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }

    private static long number(Path file, int column) {
        String digits = numbers(file)[column];
        if (digits.length() > MOST_DIGITS) {
            throw refused("The number in " + name(file) + " has more than " + MOST_DIGITS + " digits.");
        }
        return Long.parseLong(digits);
    }

    private static String[] numbers(Path file) {
        return NUMBER.matcher(stem(file)).results().map(MatchResult::group).toArray(String[]::new);
    }

    private static List<String> words(Path file) {
        return Arrays.asList(NUMBER.split(stem(file) + " ", -1));
    }

    private static String stem(Path file) {
        String name = name(file);
        return name.substring(0, name.lastIndexOf('.'));
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static RejectedException refused(String sentence) {
        return new RejectedException(Rejection.of(
                RejectionCode.INVALID_REQUEST,
                "The pictures in the folder are not numbered as the frames of one video. " + sentence));
    }
}
