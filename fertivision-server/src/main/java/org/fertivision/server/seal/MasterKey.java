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
    private volatile KeysetHandle keyset;

    private MasterKey(Path file, KeysetHandle keyset) {
        this.file = file;
        this.keyset = keyset;
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

    private static KeysetHandle read(Path file) throws GeneralSecurityException, IOException {
        return TinkJsonProtoKeysetFormat.parseKeyset(
                Files.readString(file, StandardCharsets.UTF_8), TINK, InsecureSecretKeyAccess.get());
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
        return keyset.getPrimary().getId();
    }

    /** Whether it opens what the key of that number wrapped. */
    boolean holds(int id) {
        return holds(keyset, id);
    }

    private static boolean holds(KeysetHandle keyset, int id) {
        return IntStream.range(0, keyset.size()).anyMatch(i -> keyset.getAt(i).getId() == id);
    }

    byte[] wrap(byte[] secret, byte[] place) {
        try {
            return aead(keyset).encrypt(secret, place);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every key seals", e);
        }
    }

    /** What was wrapped, by whichever key; another process may have put a new one into the file. */
    byte[] unwrap(byte[] wrapped, byte[] place) {
        KeysetHandle known = keyset;
        try {
            return aead(known).decrypt(wrapped, place);
        } catch (GeneralSecurityException e) {
            try {
                keyset = read(file);
                if (keyset.equalsKeyset(known)) {
                    throw new BrokenSealException(e);
                }
                return aead(keyset).decrypt(wrapped, place);
            } catch (GeneralSecurityException | IOException again) {
                throw new BrokenSealException(again);
            }
        }
    }

    private static Aead aead(KeysetHandle keyset) throws GeneralSecurityException {
        return keyset.getPrimitive(TINK, Aead.class);
    }
}
