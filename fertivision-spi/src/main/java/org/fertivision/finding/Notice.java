package org.fertivision.finding;

/**
 * Something that a reader of the result should know and that did not stop the analysis.
 *
 * @param code lower case words joined by hyphens
 * @param detail one sentence for people, with the figures
 */
public record Notice(String code, String detail) {
    /** Refuses empty texts. */
    public Notice {
        if (code.isBlank() || detail.isBlank()) {
            throw new IllegalArgumentException("a notice has a code and a sentence");
        }
    }
}
