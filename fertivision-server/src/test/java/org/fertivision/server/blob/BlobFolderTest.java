package org.fertivision.server.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlobFolderTest {
    @TempDir
    private Path dir;

    private BlobFolder blobs;

    @BeforeEach
    void open() {
        blobs = new BlobFolder(dir.resolve("blobs"), Clock.systemUTC());
    }

    private static InputStream bytes(int count) {
        return new ByteArrayInputStream(new byte[count]);
    }

    private long files() throws IOException {
        try (Stream<Path> all = Files.walk(dir)) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    @Test
    void whatIsKeptIsWholeAndPrivate() throws IOException {
        BlobFolder.Blob blob = blobs.keep(bytes(200_000), 200_000);

        assertThat(blob.bytes()).isEqualTo(200_000);
        assertThat(Files.size(blobs.place(blob.id()))).isEqualTo(200_000);
        assertThat(Files.getPosixFilePermissions(blobs.place(blob.id())))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(blobs.isWhole(blob)).isTrue();
        Files.write(blobs.place(blob.id()), new byte[] {1});
        assertThat(blobs.isWhole(blob)).isFalse();
        Files.delete(blobs.place(blob.id()));
        assertThat(blobs.isWhole(blob)).isFalse();
    }

    @Test
    void whatIsTooLargeOrBreaksOffLeavesNothing() throws IOException {
        assertThatThrownBy(() -> blobs.keep(bytes(101), 100)).isInstanceOf(BlobFolder.TooLargeException.class);
        assertThatThrownBy(() -> blobs.keep(breaking("broken pipe"), 100)).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> blobs.keep(breaking("No space left on device"), 100))
                .isInstanceOf(BlobFolder.FullException.class);
        assertThat(files()).isZero();
    }

    private static InputStream breaking(String why) {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException(why);
            }
        };
    }

    @Test
    void itSaysWhetherItTakesBytes() throws IOException {
        assertThat(blobs.takes()).isTrue();
        Files.delete(dir.resolve("blobs/staged"));
        assertThat(blobs.takes()).isFalse();
        assertThatThrownBy(() -> blobs.keep(bytes(1), 1)).isInstanceOf(BlobFolder.FullException.class);
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
