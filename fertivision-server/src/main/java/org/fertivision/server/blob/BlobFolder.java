package org.fertivision.server.blob;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.fertivision.server.seal.DataKey;

/** Blobs as files of one folder, forced to the disk. */
public final class BlobFolder implements BlobStore {
    private static final int DEPTH = 3;
    private static final Duration HALF_MADE_STAYS = Duration.ofDays(1);

    private final Path kept;
    private final Path staged;

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

    @Override
    public Blob keep(UUID id, InputStream bytes, long most, DataKey key) {
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
        try (FileChannel file = FileChannel.open(
                half,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            return Sealed.write(id, bytes, new ForcedFile(file), most, key);
        }
    }

    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private Path place(UUID id) {
        return folder(id).resolve(id.toString());
    }

    private Path folder(UUID id) {
        String name = id.toString();
        return kept.resolve(name.substring(0, 2)).resolve(name.substring(2, 4));
    }

    @Override
    public void discard(UUID id) {
        try {
            Files.deleteIfExists(place(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public InputStream open(Blob blob, DataKey key) throws IOException {
        try {
            return Sealed.open(Files.newByteChannel(place(blob.id())), blob, key);
        } catch (NoSuchFileException e) {
            throw new MissingException(e);
        }
    }

    @Override
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

    @Override
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

    @Override
    public boolean takes() {
        Path probe = staged.resolve(UUID.randomUUID().toString());
        try {
            try (OutputStream out = Files.newOutputStream(probe, StandardOpenOption.CREATE_NEW)) {
                out.write(0);
                return true;
            } finally {
                Files.deleteIfExists(probe);
            }
        } catch (IOException e) {
            return false;
        }
    }
}
