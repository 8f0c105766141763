package org.fertivision.server.blob;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fertivision.server.seal.DataKey;

/**
 * Blobs, named by random ids and sealed under data keys. A blob appears whole and for good or not at all; its bytes never
 * change. Thread-safe.
 */
public interface BlobStore {
    /**
     * A blob that is kept.
     *
     * @param id its name
     * @param sha256 of its bytes before they were sealed, lower case hexadecimal
     * @param bytes how many there were
     */
    record Blob(UUID id, String sha256, long bytes) {}

    /** There are more bytes than allowed. */
    final class TooLargeException extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final long most;

        TooLargeException(long most) {
            this.most = most;
        }

        /** How many bytes are allowed. */
        public long most() {
            return most;
        }
    }

    /** The disk takes no more. */
    final class FullException extends RuntimeException {
        private static final long serialVersionUID = 1;

        FullException(IOException cause) {
            super("the disk takes no more", cause);
        }
    }

    /** What keeps the blobs does not answer, or not as it should; nothing is known of any blob. */
    final class UnavailableException extends RuntimeException {
        private static final long serialVersionUID = 1;

        UnavailableException(IOException cause) {
            super("what keeps the blobs does not answer", cause);
        }
    }

    /** The blob is not there. */
    final class MissingException extends IOException {
        private static final long serialVersionUID = 1;

        MissingException(IOException cause) {
            super("the blob is not there", cause);
        }
    }

    /** Keeps all bytes of a stream under a new id; see {@link #keep(UUID, InputStream, long, DataKey)}. */
    default Blob keep(InputStream bytes, long most, DataKey key) {
        return keep(UUID.randomUUID(), bytes, most, key);
    }

    /**
     * Keeps all bytes of a stream.
     *
     * @param id that no other blob has
     * @param most how many bytes are allowed
     * @param key under which they are sealed
     * @throws TooLargeException if there are more
     * @throws FullException if the disk takes no more
     * @throws UnavailableException if they cannot be kept now
     */
    Blob keep(UUID id, InputStream bytes, long most, DataKey key);

    /** Throws away a blob that nobody took. */
    default void discard(Blob blob) {
        discard(blob.id());
    }

    /** Throws away the blob of an id, if there is one. */
    void discard(UUID id);

    /**
     * The bytes of a blob, from the first one on. Reading ends with an exception where what is kept is not as it was
     * written, before a wrong byte is given.
     *
     * @throws MissingException if it is not there
     * @throws IOException if what is there is not the blob's
     * @throws UnavailableException if it cannot be asked now
     */
    InputStream open(Blob blob, DataKey key) throws IOException;

    /**
     * Whether the bytes of a blob are those that were kept.
     *
     * @throws UnavailableException if they cannot be asked now
     */
    default boolean isWhole(Blob blob, DataKey key) {
        try (InputStream bytes = open(blob, key)) {
            return Sealed.sha256(bytes).equals(blob.sha256());
        } catch (IOException e) {
            return false;
        }
    }

    /** The blobs that are kept since before a time. */
    List<UUID> keptBefore(Instant time);

    /** Whether all blobs are the given database's: the first that asks while there is none has the place for good. */
    boolean isOf(UUID database);

    /** Whether bytes can be written now. */
    boolean takes();
}
