package org.fertivision.server.blob;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.fertivision.server.seal.DataKey;

/**
 * Blobs as files of one folder, named by random ids and sealed under data keys. A blob appears whole and on the disk or not
 * at all; its bytes never change. Thread-safe.
 */
public final class BlobFolder {
    private static final String TABLE = "blob";
    private static final String COLUMN = "bytes";
    private static final int DEPTH = 3;
    private static final int BUFFER = 1 << 16;
    private static final Duration HALF_MADE_STAYS = Duration.ofDays(1);

    private final Path kept;
    private final Path staged;

    /**
     * A blob that is on the disk.
     *
     * @param id its name
     * @param sha256 of its bytes before they were sealed, lower case hexadecimal
     * @param bytes how many there were
     */
    public record Blob(UUID id, String sha256, long bytes) {}

    /** There are more bytes than allowed. */
    public static final class TooLargeException extends RuntimeException {
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
    public static final class FullException extends RuntimeException {
        private static final long serialVersionUID = 1;

        FullException(IOException cause) {
            super("the disk takes no more", cause);
        }
    }

    /** The blobs of a folder, which is made where it is not there; what was half made a day ago is thrown away. */
    public BlobFolder(Path folder, Clock clock) {
        this.kept = folder.resolve("kept");
        this.staged = folder.resolve("staged");
        try {
            Files.createDirectories(kept);
            Files.createDirectories(staged);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            FileTime old = FileTime.from(clock.instant().minus(HALF_MADE_STAYS));
            try (Stream<Path> files = Files.list(staged)) {
                for (Path file : files.toList()) {
                    if (Files.getLastModifiedTime(file).compareTo(old) < 0) {
                        Files.delete(file);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Keeps all bytes of a stream.
     *
     * @param most how many bytes are allowed
     * @param key under which they are sealed
     * @throws TooLargeException if there are more
     * @throws FullException if the disk takes no more
     */
    public Blob keep(InputStream bytes, long most, DataKey key) {
        UUID id = UUID.randomUUID();
        Path half = staged.resolve(id.toString());
        try {
            try {
                Blob blob = write(id, bytes, half, most, key);
                Path folder = folder(id);
                Files.createDirectories(folder);
                Files.move(half, place(id), StandardCopyOption.ATOMIC_MOVE);
                sync(folder);
                sync(folder.resolveSibling(""));
                sync(kept);
                return blob;
            } finally {
                Files.deleteIfExists(half);
            }
        } catch (FileSystemException e) {
            throw new FullException(e);
        } catch (IOException e) {
            String said = String.valueOf(e.getMessage());
            if (said.contains("No space left") || said.contains("quota exceeded")) {
                throw new FullException(e);
            }
            throw new UncheckedIOException(e);
        }
    }

    private static Blob write(UUID id, InputStream bytes, Path half, long most, DataKey key) throws IOException {
        MessageDigest digest = digest();
        long count = 0;
        byte[] buffer = new byte[BUFFER];
        try (FileChannel file = FileChannel.open(
                        half,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                OutputStream out = key.sealing(new ForcedFile(file), TABLE, COLUMN, id)) {
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                count += read;
                if (count > most) {
                    throw new TooLargeException(most);
                }
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
        }
        return new Blob(id, HexFormat.of().formatHex(digest.digest()), count);
    }

    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private Path place(UUID id) {
        return folder(id).resolve(id.toString());
    }

    private Path folder(UUID id) {
        String name = id.toString();
        return kept.resolve(name.substring(0, 2)).resolve(name.substring(2, 4));
    }

    /** Throws away a blob that nobody took. */
    public void discard(Blob blob) {
        discard(blob.id());
    }

    /** Throws away the blob of an id, if there is one. */
    public void discard(UUID id) {
        try {
            Files.deleteIfExists(place(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The bytes of a blob, from the first one on. Reading ends with an exception where the file is not as it was written,
     * before a wrong byte is given.
     *
     * @throws IOException if the file is not there or not the blob's
     */
    public InputStream open(Blob blob, DataKey key) throws IOException {
        SeekableByteChannel sealed = Files.newByteChannel(place(blob.id()));
        try {
            return key.opening(sealed, TABLE, COLUMN, blob.id());
        } catch (IOException e) {
            sealed.close();
            throw e;
        }
    }

    /** Whether the bytes of a blob are those that were kept. */
    public boolean isWhole(Blob blob, DataKey key) {
        MessageDigest digest = digest();
        byte[] buffer = new byte[BUFFER];
        try (InputStream bytes = open(blob, key)) {
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        } catch (IOException e) {
            return false;
        }
        return HexFormat.of().formatHex(digest.digest()).equals(blob.sha256());
    }

    /** The blobs that are kept since before a time. */
    public List<UUID> keptBefore(Instant time) {
        try (Stream<Path> files = Files.find(
                kept,
                DEPTH,
                (file, facts) -> facts.isRegularFile()
                        && facts.lastModifiedTime().toInstant().isBefore(time))) {
            return files.map(file -> UUID.fromString(String.valueOf(file.getFileName())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the folder is the given database's: the first that asks while it is empty has it for good. */
    public boolean isOf(UUID database) {
        Path mark = kept.resolveSibling("database");
        try {
            if (!Files.exists(mark)) {
                if (!isEmpty()) {
                    return false;
                }
                Files.writeString(mark, database.toString());
            }
            return Files.readString(mark).equals(database.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isEmpty() throws IOException {
        try (Stream<Path> children = Files.list(kept)) {
            return children.findAny().isEmpty();
        }
    }

    /** Whether bytes can be written now. */
    public boolean takes() {
        Path probe = staged.resolve(UUID.randomUUID().toString());
        try {
            try (OutputStream out = Files.newOutputStream(probe, StandardOpenOption.CREATE_NEW)) {
                out.write(0);
            }
            Files.delete(probe);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
