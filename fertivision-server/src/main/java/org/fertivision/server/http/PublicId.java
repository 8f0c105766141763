package org.fertivision.server.http;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Ids as clients see them: what it is, and 26 characters that tell nothing but when it was made. */
public final class PublicId {
    private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 26;
    private static final int BITS = 5;
    private static final int RANDOM_BYTES = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    private PublicId() {}

    /** A new id (version 7): later ones are larger. */
    public static UUID fresh(Clock clock) {
        byte[] random = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(random);
        long high = clock.millis() << 16 | 0x7000L | (random[0] & 0x0FL) << 8 | (random[1] & 0xFFL);
        long low = 0;
        for (int i = 2; i < RANDOM_BYTES; i++) {
            low = low << 8 | (random[i] & 0xFFL);
        }
        return new UUID(high, (low & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L);
    }

    /** When an id was made. */
    public static Instant madeAt(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }

    /** The id as text: {@code ana_01j...}. */
    public static String text(String prefix, UUID id) {
        char[] text = new char[LENGTH];
        long high = id.getMostSignificantBits();
        long low = id.getLeastSignificantBits();
        for (int i = LENGTH - 1; i >= 0; i--) {
            text[i] = DIGITS.charAt((int) (low & (1 << BITS) - 1));
            low = low >>> BITS | high << (Long.SIZE - BITS);
            high >>>= BITS;
        }
        return prefix + "_" + new String(text);
    }

    /** The id of a text, or nothing where it is none with that prefix. */
    public static Optional<UUID> of(String prefix, String text) {
        if (text.length() != prefix.length() + 1 + LENGTH || !text.startsWith(prefix + "_")) {
            return Optional.empty();
        }
        long high = 0;
        long low = 0;
        for (int i = prefix.length() + 1; i < text.length(); i++) {
            int digit = DIGITS.indexOf(text.charAt(i));
            if (digit < 0) {
                return Optional.empty();
            }
            high = high << BITS | low >>> (Long.SIZE - BITS);
            low = low << BITS | digit;
        }
        UUID id = new UUID(high, low);
        return text(prefix, id).equals(text) ? Optional.of(id) : Optional.empty();
    }
}
