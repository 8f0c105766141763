package org.fertivision.server.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The part of an address behind the question mark: names with one or more values, decoded as UTF-8. */
public final class Query {
    private final Map<String, List<String>> values;

    private Query(Map<String, List<String>> values) {
        this.values = values;
    }

    /**
     * Reads {@code a=b&c=d}.
     *
     * @throws ProblemException if it is broken
     */
    static Query of(String raw) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String part : raw.split("&", -1)) {
            if (part.isEmpty()) {
                continue;
            }
            int sign = part.indexOf('=');
            String name = decoded(sign < 0 ? part : part.substring(0, sign));
            values.computeIfAbsent(name, n -> new ArrayList<>()).add(sign < 0 ? "" : decoded(part.substring(sign + 1)));
        }
        return new Query(values);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(ProblemCode.INVALID_REQUEST, "The query of the address is broken.");
        }
    }

    /** The names. */
    public Set<String> names() {
        return values.keySet();
    }

    /**
     * Refuses other names.
     *
     * @throws ProblemException if there is one
     */
    public void noneBut(String... known) {
        if (!List.of(known).containsAll(names())) {
            throw new ProblemException(
                    ProblemCode.INVALID_REQUEST, "The query may hold " + String.join(", ", known) + ".");
        }
    }

    /** Whether there is such a name. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** All values of a name. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /**
     * The value of a name.
     *
     * @throws ProblemException if there are several
     */
    public Optional<String> one(String name) {
        List<String> all = all(name);
        if (all.size() > 1) {
            throw new ProblemException(ProblemCode.INVALID_REQUEST, "The query has '" + name + "' more than once.");
        }
        return all.stream().findFirst();
    }
}
