package org.fertivision.report;

/**
 * How persons stand to a report, told on every page of it.
 *
 * @param words in one sentence
 * @param isSigned whether somebody answers for it with his name
 */
public record Standing(String words, boolean isSigned) {
    /** Refuses silence. */
    public Standing {
        if (words.isBlank()) {
            throw new IllegalArgumentException("a standing says something");
        }
    }
}
