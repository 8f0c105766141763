package org.fertivision.server.seal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The key under which all data keys are wrapped: a Tink keyset (AES256-GCM) in a file that only its owner reads. Its older
 * keys open what was wrapped before. Thread-safe.
 */
public final class MasterKey {
    private static final Configuration TINK = AeadConfig2026.get();

    private final Path file;
    private volatile Read known;

    /** The keys as they stood in the file when it was of that time. */
    private record Read(KeysetHandle keyset, FileTime time) {}

    /** A secret, wrapped, and the number of the key that did it. */
    static final class Wrapped {
        private final int master;
        private final byte[] bytes;

        private Wrapped(int master, byte[] bytes) {
            this.master = master;
            this.bytes = bytes;
        }

        int master() {
            return master;
        }

        byte[] bytes() {
            return bytes;
        }
    }

    private MasterKey(Path file, Read known) {
        this.file = file;
        this.known = known;
    }

    /**
     * The master key of a file; a new one where there is no file.
     *
     * @throws IllegalArgumentException if the file holds none, or others may read it
     */
    public static MasterKey open(Path file) {
        try {
            if (!Files.exists(file)) {
                write(
                        KeysetHandle.newBuilder()
                                .setConfiguration(TINK)
                                .addEntry(fresh().makePrimary())
                                .build(),
                        file);
            }
            if (!Files.getPosixFilePermissions(file).equals(PosixFilePermissions.fromString("rw-------"))) {
                throw new IllegalArgumentException(
                        file + " holds the master key: make it readable for its owner only" + " (chmod 600)");
            }
            return new MasterKey(file, read(file));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(file + " holds no master key", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KeysetHandle.Builder.Entry fresh() {
        return KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                .withRandomId();
    }

    private static Read read(Path file) throws GeneralSecurityException, IOException {
        FileTime time = Files.getLastModifiedTime(file);
        return new Read(
                TinkJsonProtoKeysetFormat.parseKeyset(
                        Files.readString(file, StandardCharsets.UTF_8), TINK, InsecureSecretKeyAccess.get()),
                time);
    }

    /** The keys of the file, into which another process may have put a new one. */
    private KeysetHandle keyset() {
        Read last = known;
        try {
            if (!Files.getLastModifiedTime(file).equals(last.time())) {
                last = read(file);
                known = last;
            }
        } catch (GeneralSecurityException | IOException e) {
            return last.keyset(); // what was read once opens as it did
        }
        return last.keyset();
    }

    /**
     * Puts a new key into the file, which wraps from now on; the older ones go on opening what they wrapped.
     *
     * @return its number
     */
    int add() {
        try {
            write(
                    KeysetHandle.newBuilder(keyset())
                            .setConfiguration(TINK)
                            .addEntry(fresh().makePrimary())
                            .build(),
                    file);
            known = read(file);
            return id();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(file + " takes no new key", e);
        }
    }

    /** Takes all keys but the one that wraps out of the file; what they wrapped opens nowhere any more. */
    void forgetOlder() {
        try {
            KeysetHandle.Entry newest = keyset().getPrimary();
            write(
                    KeysetHandle.newBuilder()
                            .setConfiguration(TINK)
                            .addEntry(KeysetHandle.importKey(newest.getKey())
                                    .withFixedId(newest.getId())
                                    .makePrimary())
                            .build(),
                    file);
            known = read(file);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(file + " keeps its keys", e);
        }
    }

    private static void write(KeysetHandle keyset, Path file) throws GeneralSecurityException, IOException {
        String text = TinkJsonProtoKeysetFormat.serializeKeyset(keyset, TINK, InsecureSecretKeyAccess.get());
        Path half = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(half);
        try (FileChannel out = FileChannel.open(
                half,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel folder = FileChannel.open(file.toAbsolutePath().resolveSibling(""))) {
            folder.force(true);
        }
    }

    /** The number of the key that wraps now. */
    int id() {
        return keyset().getPrimary().getId();
    }

    /** Whether it opens what the key of that number wrapped. */
    boolean holds(int id) {
        KeysetHandle keyset = keyset();
        return IntStream.range(0, keyset.size()).anyMatch(i -> keyset.getAt(i).getId() == id);
    }

    Wrapped wrap(byte[] secret, byte[] place) {
        KeysetHandle keyset = keyset();
        try {
            return new Wrapped(keyset.getPrimary().getId(), aead(keyset).encrypt(secret, place));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every key seals", e);
        }
    }

    /** What was wrapped, by whichever key. */
    byte[] unwrap(byte[] wrapped, byte[] place) {
        try {
            return aead(keyset()).decrypt(wrapped, place);
        } catch (GeneralSecurityException e) {
            throw new BrokenSealException(e);
        }
    }

    private static Aead aead(KeysetHandle keyset) throws GeneralSecurityException {
        return keyset.getPrimitive(TINK, Aead.class);
    }
}
