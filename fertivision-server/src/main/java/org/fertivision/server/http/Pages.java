package org.fertivision.server.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Lists in pages, newest first: {@code limit} and {@code cursor} of a request, {@code items} and {@code nextCursor} of its answer. */
public final class Pages {
    private static final int USUAL = 50;
    private static final int LARGEST = 200;
    private static final String PREFIX = "cur";

    private final UnaryOperator<String> code;

    /** Rows older than one, newest first, at most so many. */
    @FunctionalInterface
    public interface Rows<T> {
        /** The rows. */
        List<T> before(@Nullable UUID before, int most);
    }

    /** Pages whose cursors nobody else can make who has not the code. */
    public Pages(UnaryOperator<String> code) {
        this.code = code;
    }

    /**
     * One page.
     *
     * @param filter what the list is of; a cursor holds for the same only
     * @throws ProblemException if the limit or the cursor is none
     */
    public <T> Answer answer(
            Call call, String filter, Rows<T> rows, Function<T, UUID> id, Function<T, Map<String, Object>> members) {
        int limit = limit(call.query());
        UUID before = call.query().one("cursor").map(c -> of(c, filter)).orElse(null);
        List<T> found = rows.before(before, limit + 1);
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("items", found.stream().limit(limit).map(members).toList());
        if (found.size() > limit) {
            page.put("nextCursor", cursor(id.apply(found.get(limit - 1)), filter));
        }
        return Answer.json(200, page);
    }

    private static int limit(Query query) {
        String digits = query.one("limit").orElse(Integer.toString(USUAL));
        if (!digits.matches("[0-9]{1,3}") || Integer.parseInt(digits) < 1 || Integer.parseInt(digits) > LARGEST) {
            throw new ProblemException(ProblemCode.INVALID_REQUEST, "limit is 1 to " + LARGEST + ".");
        }
        return Integer.parseInt(digits);
    }

    private String cursor(UUID last, String filter) {
        return PublicId.text(PREFIX, last) + "." + code.apply("cursor " + last + " " + filter);
    }

    private UUID of(String text, String filter) {
        return PublicId.of(PREFIX, text.split("\\.", 2)[0])
                .filter(last -> cursor(last, filter).equals(text))
                .orElseThrow(() ->
                        new ProblemException(ProblemCode.INVALID_CURSOR, "The cursor is none that this list gave."));
    }
}
