package org.fertivision.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fertivision.server.http.ProblemCode;
import org.fertivision.server.http.Route;
import org.fertivision.server.http.Scope;

/**
 * The OpenAPI description: paths, path parameters, scopes, problems and codes from the code itself, the rest of each
 * operation and the schemas from the hand-written parts in {@code src/test/openapi}.
 */
final class OpenApiDocument {
    private static final Path PARTS = Path.of("src", "test", "openapi");
    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");
    private static final Map<String, String> PREFIXES =
            Map.of("analysis", "ana", "job", "job", "upload", "upl", "batch", "bat", "token", "tok", "account", "acc");
    private static final Set<String> NUMBERS = Set.of("field", "frame", "level", "column", "row");

    private final Map<String, Map<String, List<String>>> operations;
    private final StringBuilder text = new StringBuilder();

    private OpenApiDocument(Map<String, Map<String, List<String>>> operations) {
        this.operations = operations;
    }

    /** The description of these routes. */
    static String of(List<Route> routes) throws IOException {
        OpenApiDocument document = new OpenApiDocument(operations());
        document.checkComplete(routes);
        document.text.append("# Written by ServerDocsTest from the routes and src/test/openapi.\n");
        document.text.append(Files.readString(PARTS.resolve("head.yaml"))).append("paths:\n");
        Map<String, List<Route>> byPath = routes.stream()
                .collect(Collectors.groupingBy(Route::template, LinkedHashMap::new, Collectors.toList()));
        byPath.forEach(document::path);
        document.text.append(Files.readString(PARTS.resolve("components.yaml")));
        document.codes(
                "ProblemCode",
                Arrays.stream(ProblemCode.values()).map(ProblemCode::slug).toList());
        document.codes("Scope", Arrays.stream(Scope.values()).map(Scope::text).toList());
        return document.text.toString();
    }

    /** The hand-written operations: {@code METHOD /path} to the lines of each of its members. */
    private static Map<String, Map<String, List<String>>> operations() throws IOException {
        Map<String, Map<String, List<String>>> operations = new LinkedHashMap<>();
        Map<String, List<String>> members = Map.of();
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(PARTS.resolve("operations.yaml"))) {
            if (!line.startsWith(" ")) {
                members = new LinkedHashMap<>();
                operations.put(line.substring(0, line.length() - 1), members);
            } else if (!line.startsWith("   ")) {
                lines = new ArrayList<>(List.of(line));
                members.put(line.strip().split(":", 2)[0], lines);
            } else {
                lines.add(line);
            }
        }
        return operations;
    }

    private static String key(Route route) {
        return route.method() + " " + route.template();
    }

    private void checkComplete(List<Route> routes) {
        Set<String> wanted =
                new LinkedHashSet<>(routes.stream().map(OpenApiDocument::key).toList());
        Set<String> missing = new LinkedHashSet<>(wanted);
        missing.removeAll(operations.keySet());
        Set<String> gone = new LinkedHashSet<>(operations.keySet());
        gone.removeAll(wanted);
        if (!missing.isEmpty() || !gone.isEmpty()) {
            throw new AssertionError("fertivision-server/src/test/openapi/operations.yaml: add an entry with 'summary'"
                    + " and 'responses' (parameters of the query and headers, 'requestBody' and schemas in"
                    + " components.yaml where it has some) for " + missing + ", take out " + gone
                    + ", then run ServerDocsTest with -Dfertivision.docs=write.");
        }
    }

    private void path(String template, List<Route> routes) {
        text.append("  ").append(template).append(":\n");
        for (Route route : routes) {
            operation(route, new LinkedHashMap<>(operations.get(key(route))));
        }
    }

    private void operation(Route route, Map<String, List<String>> members) {
        text.append("    ")
                .append(route.method().name().toLowerCase(Locale.ROOT))
                .append(":\n");
        text.append("      operationId: ").append(operationId(route)).append('\n');
        List<String> own = members.remove("parameters");
        List<String> answers = members.remove("responses");
        members.values().forEach(this::lines);
        List<String> places = places(route.template());
        if (!places.isEmpty() || own != null) {
            text.append("      parameters:\n");
            places.forEach(place -> text.append(
                    "        - {name: " + place + ", in: path, required: true, schema: " + schema(place) + "}\n"));
            lines(own == null ? List.of() : own.subList(1, own.size()));
        }
        security(route);
        lines(answers);
        problems(route, places);
    }

    private void lines(List<String> lines) {
        lines.forEach(line -> text.append("    ").append(line).append('\n'));
    }

    private static String schema(String place) {
        if (NUMBERS.contains(place)) {
            return "{type: integer, minimum: 0}";
        }
        String prefix = PREFIXES.get(place);
        return prefix == null ? "{type: string}" : "{type: string, pattern: '^" + prefix + "_[0-9a-hjkmnp-tv-z]{26}$'}";
    }

    private void security(Route route) {
        if (route.scope() == null) {
            text.append("      security: []\n");
            return;
        }
        String scope =
                route.scopes().stream().map(one -> "'" + one.text() + "'").collect(Collectors.joining(", ", "[", "]"));
        text.append("      security: [{bearer: " + scope + "}, {apiKey: " + scope + "}, {session: " + scope + "}");
        text.append(route.openHere() ? ", {}]\n" : "]\n");
    }

    private void problems(Route route, List<String> places) {
        List<String> statuses = new ArrayList<>();
        if (route.scope() != null) {
            statuses.addAll(List.of("'401'", "'403'"));
        }
        if (!places.isEmpty()) {
            statuses.add("'404'");
        }
        statuses.add("default");
        statuses.forEach(status ->
                text.append("        ").append(status).append(": {$ref: '#/components/responses/Problem'}\n"));
    }

    private void codes(String name, List<String> codes) {
        text.append("    ").append(name).append(":\n      type: string\n      enum:\n");
        codes.forEach(code -> text.append("        - '").append(code).append("'\n"));
    }

    private static List<String> places(String template) {
        return PLACE.matcher(template).results().map(place -> place.group(1)).toList();
    }

    private static String operationId(Route route) {
        StringBuilder id = new StringBuilder(route.method().name().toLowerCase(Locale.ROOT));
        Matcher word = Pattern.compile("[A-Za-z0-9]+").matcher(route.template());
        while (word.find()) {
            id.append(word.group().substring(0, 1).toUpperCase(Locale.ROOT))
                    .append(word.group().substring(1));
        }
        return id.toString();
    }
}
