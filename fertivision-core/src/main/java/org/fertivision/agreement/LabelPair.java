package org.fertivision.agreement;

/**
 * One specimen or object as two named it.
 *
 * @param name what was named
 * @param a the word of the first reader or method
 * @param b the word of the second
 */
public record LabelPair(String name, String a, String b) {
    /** Refuses empty words. */
    public LabelPair {
        if (a.isBlank() || b.isBlank()) {
            throw new IllegalArgumentException(name + ": both need a word");
        }
    }
}
