package org.fertivision.server.analysis;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a person said of an analysis.
 *
 * @param version its place among all that was said, from 1
 * @param act what was done
 * @param state how the analysis stands since
 * @param by who
 * @param reason why, or null
 * @param annotations the corrections of this act, as plain JSON values
 * @param at when
 * @param resultSha256 the hash of the result as it is since
 */
record Review(
        int version,
        Act act,
        State state,
        String by,
        @Nullable String reason,
        List<Object> annotations,
        Instant at,
        String resultSha256) {
    /** Copies the corrections. */
    Review {
        annotations = List.copyOf(annotations);
    }

    /** What can be done. */
    enum Act {
        /** Objects are left out, taken back, called otherwise or drawn, or calipers and outlines are placed anew. */
        CORRECT,
        /** The last correction is taken back. */
        UNDO,
        /** The result is taken as it is. */
        ACCEPT,
        /** The result is not taken. */
        REJECT,
        /** A person answers for the result. */
        SIGN;

        /** As documents spell it. */
        String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** How an analysis stands after it. */
        State state() {
            return switch (this) {
                case CORRECT, UNDO -> State.UNSIGNED;
                case ACCEPT -> State.ACCEPTED;
                case REJECT -> State.REJECTED;
                case SIGN -> State.SIGNED;
            };
        }
    }

    /** How an analysis stands. */
    enum State {
        /** Nobody answers for it. */
        UNSIGNED,
        /** Somebody takes it as it is, and nobody answers for it. */
        ACCEPTED,
        /** Somebody does not take it. */
        REJECTED,
        /** Somebody answers for it. */
        SIGNED;

        /** As documents spell it. */
        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The corrections that hold after all of these acts: each undo takes back the last correction that still held. */
    static List<Object> inForce(List<Review> said) {
        return together(held(said));
    }

    /** The corrections that would hold if the last one of them were taken back. */
    static List<Object> withoutLast(List<Review> said) {
        Deque<List<Object>> held = held(said);
        held.removeLast();
        return together(held);
    }

    private static Deque<List<Object>> held(List<Review> said) {
        Deque<List<Object>> held = new ArrayDeque<>();
        for (Review one : said) {
            if (one.act() == Act.CORRECT) {
                held.addLast(one.annotations());
            } else if (one.act() == Act.UNDO) {
                held.removeLast();
            }
        }
        return held;
    }

    private static List<Object> together(Deque<List<Object>> held) {
        List<Object> all = new ArrayList<>();
        held.forEach(all::addAll);
        return all;
    }

    /** How an analysis stands after all of these acts. */
    static State state(List<Review> said) {
        return said.isEmpty() ? State.UNSIGNED : said.get(said.size() - 1).state();
    }

    /** Its members. */
    Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("version", version);
        members.put("act", act.text());
        members.put("state", state.text());
        members.put("by", by);
        members.put("at", at.toString());
        Optional.ofNullable(reason).ifPresent(why -> members.put("reason", why));
        if (!annotations.isEmpty()) {
            members.put("annotations", annotations);
        }
        members.put("resultSha256", resultSha256);
        return members;
    }
}
