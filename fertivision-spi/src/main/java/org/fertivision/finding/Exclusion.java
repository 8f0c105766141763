package org.fertivision.finding;

/**
 * Why an object was seen but not counted.
 *
 * @param reason lower case words joined by hyphens, such as {@code touches-border}
 * @param detail what was found beside the limit, for people; may be empty
 */
public record Exclusion(String reason, String detail) {
    /** Refuses an empty reason. */
    public Exclusion {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("say why the object is excluded");
        }
    }

    /** An exclusion that needs no more words. */
    public Exclusion(String reason) {
        this(reason, "");
    }
}
