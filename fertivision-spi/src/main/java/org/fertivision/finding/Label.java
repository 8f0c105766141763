package org.fertivision.finding;

import org.jspecify.annotations.Nullable;

/**
 * A word from a named system that an object was given, such as {@code vitality: live}.
 *
 * @param system the naming system
 * @param term the word within it
 * @param confidence 0 to 1 where the classifier knows one, else null
 */
public record Label(String system, String term, @Nullable Double confidence) {
    /** Refuses empty words and a confidence outside 0 to 1. */
    public Label {
        if (system.isBlank() || term.isBlank()) {
            throw new IllegalArgumentException("a label has a system and a term");
        }
        if (confidence != null) {
            confidence = Digits.significant(confidence);
            if (confidence < 0 || confidence > 1) {
                throw new IllegalArgumentException("confidence is 0 to 1, not " + confidence);
            }
        }
    }

    /** A label whose confidence is not known. */
    public Label(String system, String term) {
        this(system, term, null);
    }
}
