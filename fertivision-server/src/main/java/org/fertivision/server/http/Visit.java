package org.fertivision.server.http;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A request that a browser sends with the cookie of a session, and what tells whether our own page sent it.
 *
 * @param secret what the cookie holds
 * @param headers of the request
 */
public record Visit(String secret, Function<String, Optional<String>> headers) {
    /** The name of the cookie: a browser takes and sends it over TLS or to this machine alone, for this host alone. */
    public static final String COOKIE = "__Host-fv";

    /** The header in which the page sends the token that it got with its session. */
    public static final String TOKEN = "X-CSRF-Token";

    /** The visit of a request, if it has the cookie. */
    static Optional<Visit> of(Function<String, Optional<String>> headers) {
        String begin = COOKIE + "=";
        for (String cookie : headers.apply("Cookie").orElse("").split(";", -1)) {
            if (cookie.strip().startsWith(begin)) {
                return Optional.of(new Visit(cookie.strip().substring(begin.length()), headers));
            }
        }
        return Optional.empty();
    }

    /**
     * Refuses what another site made the browser send: an {@code Origin} that is not the host that is called, or a
     * {@code Sec-Fetch-Site} that says so.
     *
     * @param demanded whether one of both must be there
     * @throws ProblemException if it comes from elsewhere
     */
    public static void checkOrigin(Function<String, Optional<String>> headers, boolean demanded) {
        Optional<String> origin = headers.apply("Origin");
        Optional<String> site = headers.apply("Sec-Fetch-Site");
        boolean own = origin.map(o -> isHost(o, headers.apply("Host").orElse("")))
                .orElseGet(() -> site.isPresent() || !demanded);
        List<String> sites = demanded ? List.of("same-origin") : List.of("same-origin", "none");
        boolean same = site.map(sites::contains).orElse(true);
        if (!own || !same) {
            throw new ProblemException(ProblemCode.CSRF_FAILED, "The request does not come from this server's page.");
        }
    }

    private static boolean isHost(String origin, String host) {
        try {
            return host.equalsIgnoreCase(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
