package org.fertivision.server.http;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A method on a path, who may use it, and who answers it.
 *
 * @param method which method; GET answers HEAD, too
 * @param template the path; a segment in braces takes any text, up to the ending behind the braces where there is one
 * @param scope what a token must be for, or null where none is asked
 * @param also what it must be for besides, or null
 * @param openHere whether this machine itself may use it without a token
 * @param handler who answers
 */
public record Route(
        Method method,
        String template,
        @Nullable Scope scope,
        @Nullable Scope also,
        boolean openHere,
        Handler handler) {
    /** The methods that routes have. */
    public enum Method {
        /** Reads. */
        GET,
        /** Adds. */
        POST,
        /** Replaces. */
        PUT,
        /** Takes away. */
        DELETE
    }

    private static final Set<Scope> READING =
            Set.of(Scope.ANALYSES_READ, Scope.IMAGES_READ, Scope.REPORTS_READ, Scope.REVIEWS_READ, Scope.SUBJECTS_READ);

    /** Answers the calls of a route. */
    @FunctionalInterface
    public interface Handler {
        /**
         * The answer to a call.
         *
         * @throws ProblemException if the request fails
         */
        Answer answer(Call call);
    }

    /** A route that everybody may use. */
    public static Route open(Method method, String template, Handler handler) {
        return new Route(method, template, null, null, false, handler);
    }

    /** A route for those whose token has the scope. */
    public static Route of(Method method, String template, Scope scope, Handler handler) {
        return new Route(method, template, scope, null, false, handler);
    }

    /** A route for this machine, and for those whose token has the scope. */
    public static Route openHere(Method method, String template, Scope scope, Handler handler) {
        return new Route(method, template, scope, null, true, handler);
    }

    /** The same for those whose token has another scope besides. */
    public Route and(Scope further) {
        return new Route(method, template, scope, further, openHere, handler);
    }

    /** All that a token must be for. */
    public Set<Scope> scopes() {
        return Stream.of(Optional.ofNullable(scope), Optional.ofNullable(also))
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * What of a person a call shows: the analysis or the subject of its path, or this route where it tells who many subjects
     * are, what was measured of many, or who said what of them; nothing where only the state of work is told.
     *
     * @param values what stands for the segments in braces
     */
    Optional<String> shows(Map<String, String> values) {
        if (scope == null || !READING.contains(scope)) {
            return Optional.empty();
        }
        return Optional.ofNullable(values.get("analysis"))
                .or(() -> Optional.ofNullable(values.get("subject")))
                .or(() -> Optional.of(method + " " + template).filter(many -> scope != Scope.ANALYSES_READ));
    }

    /** The texts that stand for the segments in braces, if the path is of this route. */
    Optional<Map<String, String>> match(List<String> segments) {
        List<String> own = segments(template);
        if (own.size() != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < own.size(); i++) {
            String wanted = own.get(i);
            if (wanted.startsWith("{")) {
                int end = wanted.indexOf('}');
                String ending = wanted.substring(end + 1);
                if (!segments.get(i).endsWith(ending)) {
                    return Optional.empty();
                }
                String text = segments.get(i);
                values.put(wanted.substring(1, end), text.substring(0, text.length() - ending.length()));
            } else if (!wanted.equals(segments.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }

    static List<String> segments(String path) {
        return List.of(path.substring(1).split("/", -1));
    }
}
