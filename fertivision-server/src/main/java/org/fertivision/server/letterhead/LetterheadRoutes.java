package org.fertivision.server.letterhead;

import java.util.List;
import java.util.Map;
import org.fertivision.report.Letterhead;
import org.fertivision.server.http.Answer;
import org.fertivision.server.http.Call;
import org.fertivision.server.http.JsonFields;
import org.fertivision.server.http.Route;
import org.fertivision.server.http.Route.Method;
import org.fertivision.server.http.Scope;

/** Seeing and setting the letterhead of the own tenant. */
public final class LetterheadRoutes {
    private static final String PATH = "/v1/admin/letterhead";
    private static final String LINES = "lines";

    private final Letterheads letterheads;

    /** The routes of all letterheads. */
    public LetterheadRoutes(Letterheads letterheads) {
        this.letterheads = letterheads;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                Route.of(Method.GET, PATH, Scope.ACCOUNTS_ADMIN, this::get),
                Route.of(Method.PUT, PATH, Scope.ACCOUNTS_ADMIN, this::set));
    }

    private Answer get(Call call) {
        return answer(letterheads.of(call.principal().tenant()));
    }

    private static Answer answer(Letterhead letterhead) {
        return Answer.json(200, Map.of(LINES, letterhead.lines()))
                .header("ETag", "\"" + Letterheads.tag(letterhead) + "\"");
    }

    private Answer set(Call call) {
        JsonFields json = JsonFields.of(call);
        if (!json.has(LINES)) {
            throw json.wrong(LINES, "is there, empty for no letterhead");
        }
        List<String> lines = json.texts(LINES).stream().map(String::strip).toList();
        json.noMore();
        Letterhead letterhead = letterhead(json, lines);
        letterheads.set(call.principal(), letterhead, call.header("If-Match").orElse("*"), call.requestId());
        return answer(letterhead);
    }

    private static Letterhead letterhead(JsonFields json, List<String> lines) {
        try {
            return new Letterhead(lines);
        } catch (IllegalArgumentException e) {
            throw json.wrong(
                    LINES,
                    "are at most " + Letterhead.MOST_LINES + ", each of 1 to " + Letterhead.LONGEST_LINE
                            + " characters of text");
        }
    }
}
