package org.fertivision.finding;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why an image or a request is not honored, in words that help.
 *
 * @param code which of the known reasons
 * @param detail one sentence: what was found and what would do
 * @param limit the limit that was passed, or null
 * @param position byte offset of the trouble within the input, or null
 * @param field the source of the request that it concerns, from 0, or null for the request as a whole; a field, where
 *     every source is one
 */
public record Rejection(
        RejectionCode code,
        String detail,
        @Nullable Limit limit,
        @Nullable Long position,
        @Nullable Integer field) {
    /**
     * A limit and what was met.
     *
     * @param name what is limited, with its unit
     * @param value the most that is allowed
     * @param actual what was found
     */
    public record Limit(String name, double value, double actual) {}

    /** Refuses an empty sentence. */
    public Rejection {
        if (detail.isBlank()) {
            throw new IllegalArgumentException("say what is wrong");
        }
    }

    /** A rejection that passes no limit. */
    public static Rejection of(RejectionCode code, String detail) {
        return new Rejection(code, detail, null, null, null);
    }

    /** A rejection for a limit that was passed. */
    public static Rejection of(RejectionCode code, String detail, Limit limit) {
        return new Rejection(code, detail, limit, null, null);
    }

    /** This rejection, said of the given field. */
    public Rejection inField(int number) {
        return new Rejection(code, detail, limit, position, number);
    }

    /** This rejection in other words. */
    public Rejection saying(String sentence) {
        return new Rejection(code, sentence, limit, position, field);
    }

    /** This rejection, said of the given byte of the input. */
    public Rejection at(long offset) {
        return new Rejection(code, detail, limit, offset, field);
    }

    /** The limit that was passed, if it is one. */
    public Optional<Limit> passedLimit() {
        return Optional.ofNullable(limit);
    }

    /** The field it concerns, if it is one. */
    public Optional<Integer> inField() {
        return Optional.ofNullable(field);
    }

    /** The byte offset of the trouble, if known. */
    public Optional<Long> offset() {
        return Optional.ofNullable(position);
    }
}
