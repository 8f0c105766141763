package org.fertivision.server.session;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Passwords, of which only PBKDF2 with HMAC-SHA-512 under a salt of their own is kept: {@code pbkdf2-sha512$rounds$salt$hash}.
 * Few are looked at at once, so that nobody can busy all processors with them. Thread-safe.
 */
final class Passwords {
    private static final String ALGORITHM = "PBKDF2WithHmacSHA512";
    private static final String NAME = "pbkdf2-sha512";
    private static final int ROUNDS = 220_000;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;
    private static final int AT_ONCE = 2;
    /** What no password gives. */
    private static final String NOBODYS =
            String.join("$", NAME, Integer.toString(ROUNDS), "00".repeat(SALT_BYTES), "00".repeat(HASH_BITS / 8));

    private static final int SHORTEST = 12;
    private static final int LONGEST = 200;

    private final SecureRandom random = new SecureRandom();
    private final Semaphore permits = new Semaphore(AT_ONCE, true);

    /** Why a password is none that is taken, as the rest of a sentence; nothing where it is. */
    static Optional<String> complaint(String password, String login) {
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            return Optional.of("has " + SHORTEST + " to " + LONGEST + " characters");
        }
        if (password.toLowerCase(Locale.ROOT).contains(login.toLowerCase(Locale.ROOT))) {
            return Optional.of("does not hold the name with which one signs in");
        }
        return password.chars().distinct().count() < SHORTEST / 2
                ? Optional.of("has more than a few different characters")
                : Optional.empty();
    }

    /** What is kept of a password. */
    String kept(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return String.join(
                "$",
                NAME,
                Integer.toString(ROUNDS),
                HexFormat.of().formatHex(salt),
                HexFormat.of().formatHex(hash(password, salt, ROUNDS)));
    }

    /** Whether it is the password of which something was kept. */
    boolean matches(String password, String kept) {
        List<String> parts = List.of(kept.split("\\$", -1));
        byte[] salt = HexFormat.of().parseHex(parts.get(2));
        byte[] wanted = HexFormat.of().parseHex(parts.get(3));
        return MessageDigest.isEqual(hash(password, salt, Integer.parseInt(parts.get(1))), wanted);
    }

    /** Takes as long as looking at a password, where there is nobody to whom it could belong. */
    void matchNobody(String password) {
        boolean unused = matches(password, NOBODYS);
    }

    private byte[] hash(String password, byte[] salt, int rounds) {
        permits.acquireUninterruptibly();
        PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, rounds, HASH_BITS);
        try {
            return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(spec).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        } finally {
            spec.clearPassword();
            permits.release();
        }
    }
}
