package org.fertivision.server.blob;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.fertivision.server.blob.BlobStore.Blob;
import org.fertivision.server.blob.BlobStore.TooLargeException;
import org.fertivision.server.seal.DataKey;

/** How the bytes of blobs are sealed, wherever they are kept. */
final class Sealed {
    private static final String TABLE = "blob";
    private static final String COLUMN = "bytes";
    private static final int BUFFER = 1 << 16;

    private Sealed() {}

    /**
     * Seals all bytes of a stream, and closes where they go to once all are there; where they break off, it is not closed.
     *
     * @param most how many bytes are allowed
     * @throws TooLargeException if there are more
     */
    static Blob write(UUID id, InputStream bytes, OutputStream to, long most, DataKey key) throws IOException {
        MessageDigest digest = digest();
        long count = 0;
        byte[] buffer = new byte[BUFFER];
        OutputStream out = key.sealing(to, TABLE, COLUMN, id);
        for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
            count += read;
            if (count > most) {
                throw new TooLargeException(most);
            }
            digest.update(buffer, 0, read);
            out.write(buffer, 0, read);
        }
        out.close();
        return new Blob(id, HexFormat.of().formatHex(digest.digest()), count);
    }

    /** The bytes of what was sealed as a blob; closing them closes what they come from. */
    static InputStream open(SeekableByteChannel sealed, Blob blob, DataKey key) throws IOException {
        try {
            return key.opening(sealed, TABLE, COLUMN, blob.id());
        } catch (IOException | RuntimeException e) {
            sealed.close();
            throw e;
        }
    }

    /** The SHA-256 of all bytes, lower case hexadecimal. */
    static String sha256(InputStream bytes) throws IOException {
        MessageDigest digest = digest();
        byte[] buffer = new byte[BUFFER];
        for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
            digest.update(buffer, 0, read);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
