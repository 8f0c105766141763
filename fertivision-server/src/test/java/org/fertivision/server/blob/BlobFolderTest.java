package org.fertivision.server.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BlobFolderTest extends BlobStoreContract {
    private BlobFolder blobs;

    @BeforeEach
    void open() {
        blobs = new BlobFolder(dir.resolve("blobs"), Clock.systemUTC());
    }

    @Override
    BlobStore blobs() {
        return blobs;
    }

    @Override
    byte[] sealed(UUID id) throws IOException {
        return Files.readAllBytes(file(id));
    }

    @Override
    void replace(UUID id, byte[] bytes) throws IOException {
        Files.write(file(id), bytes);
    }

    @Override
    int count() throws IOException {
        return all().size();
    }

    private Path file(UUID id) throws IOException {
        return all().stream()
                .filter(file -> file.endsWith(id.toString()))
                .findFirst()
                .orElseThrow();
    }

    private List<Path> all() throws IOException {
        try (Stream<Path> all = Files.walk(dir.resolve("blobs"))) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void whatIsKeptIsPrivate() throws IOException {
        assertThat(Files.getPosixFilePermissions(
                        file(blobs.keep(bytes(1), 1, key).id())))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void aFullDiskLeavesNothing() throws IOException {
        assertThatThrownBy(() -> blobs.keep(breaking("No space left on device"), 100, key))
                .isInstanceOf(BlobStore.FullException.class);
        assertThat(count()).isZero();
    }

    @Test
    void itSaysWhenItTakesNoBytes() throws IOException {
        Files.delete(dir.resolve("blobs/staged"));

        assertThat(blobs.takes()).isFalse();
        assertThatThrownBy(() -> blobs.keep(bytes(1), 1, key)).isInstanceOf(BlobStore.FullException.class);
    }

    @Test
    void whatWasHalfMadeADayAgoIsThrownAway() throws IOException {
        Path old = Files.write(dir.resolve("blobs/staged/old"), new byte[] {1});
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
        Path young = Files.write(dir.resolve("blobs/staged/young"), new byte[] {1});

        new BlobFolder(dir.resolve("blobs"), Clock.systemUTC());
        assertThat(old).doesNotExist();
        assertThat(young).exists();
    }
}
