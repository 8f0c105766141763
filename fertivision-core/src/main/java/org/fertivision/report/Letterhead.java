package org.fertivision.report;

import java.util.List;

/**
 * Who gives a report out, as it stands at its head.
 *
 * @param lines the name, then the address and how to be reached; none for no letterhead
 */
public record Letterhead(List<String> lines) {
    /** The most lines there are. */
    public static final int MOST_LINES = 8;

    /** The most characters of a line. */
    public static final int LONGEST_LINE = 100;

    /** No letterhead. */
    public static final Letterhead NONE = new Letterhead(List.of());

    /** Refuses what is longer than the head of a page, or is no line of text. */
    public Letterhead {
        lines = List.copyOf(lines);
        if (lines.size() > MOST_LINES) {
            throw new IllegalArgumentException(
                    "a letterhead has at most " + MOST_LINES + " lines, not " + lines.size());
        }
        for (String line : lines) {
            if (line.isBlank() || line.length() > LONGEST_LINE || line.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException("a line of a letterhead is text of 1 to " + LONGEST_LINE
                        + " characters without control characters");
            }
        }
    }
}
