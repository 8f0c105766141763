package org.fertivision.server.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Which paths are let in: plain segments, each decoded once; nothing that means another path to another program. */
final class PathRule {
    private static final Pattern BROKEN = Pattern.compile("%(?![0-9a-fA-F]{2})");
    private static final List<String> SLY = List.of("%2e", "%2f", "%5c", "%00", "%25", ";", "\\", "//");

    private PathRule() {}

    /**
     * The segments of a path.
     *
     * @throws ProblemException if it holds dot segments, empty ones but at its end, or hidden separators
     */
    static List<String> segments(String raw) {
        String lower = raw.toLowerCase(Locale.ROOT);
        if (!raw.startsWith("/")
                || SLY.stream().anyMatch(lower::contains)
                || BROKEN.matcher(raw).find()) {
            throw refused();
        }
        List<String> segments = new ArrayList<>();
        for (String segment : Route.segments(raw)) {
            if (segment.equals(".") || segment.equals("..")) {
                throw refused();
            }
            segments.add(URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8));
        }
        return segments;
    }

    private static ProblemException refused() {
        return new ProblemException(
                ProblemCode.INVALID_PATH, "The path has dot segments, empty segments or encoded separators.");
    }
}
