package org.fertivision.server.http;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names requests: by the client's own word where it is a plain one, or else by chance. Thread-safe. */
final class RequestId {
    static final String HEADER = "X-Request-Id";
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-]{8,64}");
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
