package org.fertivision.server.http;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names requests: by the client's own number where it is one by chance, too, and so names nobody; or else by chance. Thread-safe. */
final class RequestId {
    static final String HEADER = "X-Request-Id";
    private static final Pattern PLAIN = Pattern.compile(
            "[0-9a-fA-F]{24,64}|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[0-7][0-9A-HJKMNP-TV-Z]{25}");
    private static final int BYTES = 12;

    private final SecureRandom random = new SecureRandom();

    String of(Optional<String> sent) {
        return sent.filter(id -> PLAIN.matcher(id).matches()).orElseGet(this::fresh);
    }

    String fresh() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
