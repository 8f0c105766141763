package org.fertivision.server.seal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Hkdf;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of what belongs together. From its secret of 32 bytes come, by HKDF-SHA-256, a key for fields (AES256-GCM), one
 * for streams (AES256_GCM_HKDF_1MB) and one for codes. What it seals opens only under the same tenant, table, column and row.
 * Thread-safe.
 */
public final class DataKey {
    static final int SECRET_BYTES = 32;
    private static final String HMAC = "HmacSha256";
    private static final int SEGMENT_BYTES = 1 << 20;

    private final UUID id;
    private final UUID tenant;
    private final byte[] secret;

    DataKey(UUID id, UUID tenant, byte[] secret) {
        this.id = id;
        this.tenant = tenant;
        this.secret = secret.clone();
    }

    /** Its id. */
    public UUID id() {
        return id;
    }

    UUID tenant() {
        return tenant;
    }

    byte[] secret() {
        return secret.clone();
    }

    /** The bytes, sealed for a column of a row. */
    public byte[] seal(byte[] plain, String table, String column, UUID row) {
        try {
            return fields().encrypt(plain, place(tenant, table, column, row));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every key seals", e);
        }
    }

    /**
     * What was sealed for a column of a row.
     *
     * @throws BrokenSealException if these are not the bytes that were sealed there
     */
    public byte[] open(byte[] sealed, String table, String column, UUID row) {
        try {
            return fields().decrypt(sealed, place(tenant, table, column, row));
        } catch (GeneralSecurityException e) {
            throw new BrokenSealException(e);
        }
    }

    /**
     * A stream whose bytes go on sealed; the last of them when it is closed.
     *
     * @throws IOException if it cannot be begun
     */
    public OutputStream sealing(OutputStream sealed, String table, String column, UUID row) throws IOException {
        try {
            return streams().newEncryptingStream(sealed, place(tenant, table, column, row));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every key seals", e);
        }
    }

    /**
     * The bytes that were sealed for a column of a row, which skips without reading. Where what is kept is not what was
     * sealed, reading fails before a wrong byte is given.
     *
     * @throws IOException if it cannot be begun
     */
    public InputStream opening(SeekableByteChannel sealed, String table, String column, UUID row) throws IOException {
        try {
            return Channels.newInputStream(
                    streams().newSeekableDecryptingChannel(sealed, place(tenant, table, column, row)));
        } catch (GeneralSecurityException e) {
            throw new IOException("not as it was sealed", e);
        }
    }

    /** A code of bytes that only this key can make: HMAC-SHA-256. */
    public byte[] code(byte[] bytes) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(derived("code"), HMAC));
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + HMAC, e);
        }
    }

    static byte[] place(UUID tenant, String table, String column, UUID row) {
        return (tenant + "|" + table + "|" + column + "|" + row).getBytes(StandardCharsets.US_ASCII);
    }

    private Aead fields() throws GeneralSecurityException {
        return new AesGcmJce(derived("field"));
    }

    private StreamingAead streams() throws GeneralSecurityException {
        return new AesGcmHkdfStreaming(derived("stream"), HMAC, SECRET_BYTES, SEGMENT_BYTES, 0);
    }

    private byte[] derived(String purpose) throws GeneralSecurityException {
        return Hkdf.computeHkdf(HMAC, secret, new byte[0], purpose.getBytes(StandardCharsets.US_ASCII), SECRET_BYTES);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return id.toString();
    }
}
