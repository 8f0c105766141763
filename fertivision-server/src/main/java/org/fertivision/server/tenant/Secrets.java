package org.fertivision.server.tenant;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes secrets and knows them again without keeping them: only their code under the server's pepper is stored. */
public final class Secrets {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SECRET_BYTES = 32;
    private static final int SHORTEST_PEPPER = 16;

    private final SecretKeySpec pepper;
    private final SecureRandom random = new SecureRandom();

    /**
     * Secrets under a pepper.
     *
     * @throws IllegalArgumentException if it is shorter than 16 characters
     */
    public Secrets(String pepper) {
        if (pepper.length() < SHORTEST_PEPPER) {
            throw new IllegalArgumentException("a pepper has " + SHORTEST_PEPPER + " characters or more");
        }
        this.pepper = new SecretKeySpec(pepper.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** A new secret of the given number of bytes, in hexadecimal. */
    String fresh(int bytes) {
        byte[] secret = new byte[bytes];
        random.nextBytes(secret);
        return HexFormat.of().formatHex(secret);
    }

    /** A new secret that nobody guesses. */
    public String fresh() {
        return fresh(SECRET_BYTES);
    }

    /** A code of a text that only this server can make, in hexadecimal. */
    public String code(String text) {
        return HexFormat.of().formatHex(mac(text));
    }

    /** What is stored of a secret. */
    byte[] mac(String secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(pepper);
            return mac.doFinal(secret.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    /** Whether a secret is the one that was stored; takes as long whichever it is. */
    boolean matches(String secret, byte[] stored) {
        return MessageDigest.isEqual(mac(secret), stored);
    }
}
