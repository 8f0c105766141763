package org.fertivision.server.tenant;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * A token as text: {@code fvt_<key id>_<secret>_<check>}. The check tells a mistyped one, and one that was left in a file,
 * without asking the database.
 *
 * @param keyId which token
 * @param secret its secret
 */
record TokenText(String keyId, String secret) {
    private static final Pattern FORM = Pattern.compile("fvt_([0-9a-f]{16})_([0-9a-f]{64})_([0-9a-f]{8})");

    /** The token of a text, if it is whole. */
    static Optional<TokenText> of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        TokenText token = new TokenText(form.group(1), form.group(2));
        return token.text().equals(text) ? Optional.of(token) : Optional.empty();
    }

    /** The whole token. */
    String text() {
        String begin = "fvt_" + keyId + "_" + secret;
        CRC32 check = new CRC32();
        check.update(begin.getBytes(StandardCharsets.US_ASCII));
        return begin + "_" + String.format("%08x", check.getValue());
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "fvt_" + keyId + "_***";
    }
}
