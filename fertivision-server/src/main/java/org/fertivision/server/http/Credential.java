package org.fertivision.server.http;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Takes the token out of a request: from {@code Authorization: Bearer} or {@code X-API-Key}, and from nowhere else. */
public final class Credential {
    private static final String BEARER = "Bearer ";
    private static final List<String> NEVER = List.of("token", "access_token", "api_key", "apikey", "key");

    private Credential() {}

    /** Whether somebody says who he is. */
    static boolean isSent(Function<String, Optional<String>> headers) {
        return headers.apply("Authorization").isPresent()
                || headers.apply("X-API-Key").isPresent();
    }

    /**
     * The token.
     *
     * @throws ProblemException if there is none, or two, or one in the address
     */
    static String of(Function<String, Optional<String>> headers, Query query) {
        if (NEVER.stream().anyMatch(query::has)) {
            throw new ProblemException(
                    ProblemCode.INVALID_REQUEST, "A token never stands in an address; send Authorization: Bearer.");
        }
        Optional<String> authorization = headers.apply("Authorization");
        Optional<String> key = headers.apply("X-API-Key");
        if (authorization.isPresent() && key.isPresent()) {
            throw new ProblemException(ProblemCode.INVALID_HEADER, "Send Authorization or X-API-Key, not both.");
        }
        if (key.isPresent()) {
            return key.get();
        }
        return authorization
                .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(value -> value.substring(BEARER.length()).strip())
                .orElseThrow(() -> refused(ProblemCode.MISSING_CREDENTIAL, "Send Authorization: Bearer and a token."));
    }

    /** A refusal of who calls. */
    public static ProblemException refused(ProblemCode code, String detail) {
        return new ProblemException(Problem.of(code, detail).withHeader("WWW-Authenticate", "Bearer"));
    }
}
