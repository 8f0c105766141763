package org.fertivision.server.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.fertivision.server.seal.DataKey;
import org.fertivision.server.seal.DataKeys;
import org.fertivision.server.seal.MasterKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlobFolderTest {
    @TempDir
    private Path dir;

    private BlobFolder blobs;
    private DataKey key;
    private DataKey other;

    @BeforeEach
    void open() {
        blobs = new BlobFolder(dir.resolve("blobs"), Clock.systemUTC());
        DataKeys keys = new DataKeys(MasterKey.open(dir.resolve("keys.json")));
        key = keys.fresh(UUID.randomUUID());
        other = keys.fresh(UUID.randomUUID());
    }

    private static InputStream bytes(int count) {
        return new ByteArrayInputStream(new byte[count]);
    }

    private long files() throws IOException {
        return all().size();
    }

    private List<Path> all() throws IOException {
        try (Stream<Path> all = Files.walk(dir.resolve("blobs"))) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void whatIsKeptIsWholeAndPrivate() throws IOException {
        BlobStore.Blob blob = blobs.keep(bytes(200_000), 200_000, key);
        Path file = all().get(0);

        assertThat(blob.bytes()).isEqualTo(200_000);
        assertThat(blob.sha256()).isEqualTo("4cbbd9be0cba685835755f827758705db5a413c5494c34262cd25946a73e7582");
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(blobs.isWhole(blob, key)).isTrue();
        Files.write(file, new byte[] {1});
        assertThat(blobs.isWhole(blob, key)).isFalse();
        Files.delete(file);
        assertThat(blobs.isWhole(blob, key)).isFalse();
    }

    @Test
    void whatIsOnTheDiskTellsNothingAndOpensUnderItsKeyAlone() throws IOException {
        byte[] plain = new byte[3 << 20];
        Arrays.fill(plain, (byte) 'J');
        BlobStore.Blob blob = blobs.keep(new ByteArrayInputStream(plain), plain.length, key);

        assertThat(Files.readString(all().get(0), StandardCharsets.ISO_8859_1)).doesNotContain("JJJJJJ");
        assertThat(blobs.isWhole(blob, other)).isFalse();
        try (InputStream bytes = blobs.open(blob, key)) {
            assertThat(bytes.readAllBytes()).isEqualTo(plain);
        }
        try (InputStream bytes = blobs.open(blob, key)) {
            assertThat(bytes.skip(plain.length - 1)).isEqualTo(plain.length - 1);
            assertThat(bytes.readAllBytes()).containsExactly('J');
        }
    }

    @Test
    void aFlippedBitAnywhereIsFoundBeforeAWrongByteIsGiven() throws IOException {
        BlobStore.Blob blob = blobs.keep(bytes(2_500_000), 2_500_000, key);
        Path file = all().get(0);
        byte[] sealed = Files.readAllBytes(file);
        Random random = new Random(1);
        for (int i = 0; i < 40; i++) {
            byte[] flipped = sealed.clone();
            flipped[i < 3 ? new int[] {0, 39, sealed.length - 1}[i] : random.nextInt(sealed.length)] ^=
                    (byte) (1 << random.nextInt(8));
            Files.write(file, flipped);
            assertThat(blobs.isWhole(blob, key)).isFalse();
            assertOnlyRight(blob);
        }
        Files.write(file, Arrays.copyOf(sealed, sealed.length - 400_000));
        assertThat(blobs.isWhole(blob, key)).isFalse();
        Files.write(file, sealed);
        assertThat(blobs.isWhole(blob, key)).isTrue();
    }

    private void assertOnlyRight(BlobStore.Blob blob) throws IOException {
        boolean broken = false;
        try (InputStream bytes = blobs.open(blob, key)) {
            byte[] part = new byte[1 << 16];
            for (int read = bytes.read(part); read >= 0; read = bytes.read(part)) {
                if (!Arrays.equals(part, 0, read, new byte[read], 0, read)) {
                    throw new AssertionError("a wrong byte");
                }
            }
        } catch (IOException e) {
            broken = true;
        }
        assertThat(broken).isTrue();
    }

    @Test
    void aBlobInThePlaceOfAnotherIsFound() throws IOException {
        BlobStore.Blob one = blobs.keep(bytes(100), 100, key);
        Path of = all().get(0);
        BlobStore.Blob two = blobs.keep(bytes(100), 100, key);
        Path place = all().stream().filter(file -> !file.equals(of)).findFirst().orElseThrow();
        Files.copy(of, place, StandardCopyOption.REPLACE_EXISTING);

        assertThat(blobs.isWhole(one, key)).isTrue();
        assertThat(blobs.isWhole(two, key)).isFalse();
    }

    @Test
    void whatIsTooLargeOrBreaksOffLeavesNothing() throws IOException {
        assertThatThrownBy(() -> blobs.keep(bytes(101), 100, key)).isInstanceOf(BlobStore.TooLargeException.class);
        assertThatThrownBy(() -> blobs.keep(breaking("broken pipe"), 100, key))
                .isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> blobs.keep(breaking("No space left on device"), 100, key))
                .isInstanceOf(BlobStore.FullException.class);
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
