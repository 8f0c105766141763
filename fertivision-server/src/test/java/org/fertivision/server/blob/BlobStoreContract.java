package org.fertivision.server.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.fertivision.server.blob.BlobStore.Blob;
import org.fertivision.server.seal.DataKey;
import org.fertivision.server.seal.DataKeys;
import org.fertivision.server.seal.MasterKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every place of blobs promises. */
abstract class BlobStoreContract {
    @TempDir
    Path dir;

    DataKey key;
    private DataKey other;

    /** The place under test. */
    abstract BlobStore blobs();

    /** What is kept of a blob, as it is sealed. */
    abstract byte[] sealed(UUID id) throws IOException;

    /** Keeps other bytes in place of a blob. */
    abstract void replace(UUID id, byte[] bytes) throws IOException;

    /** How many things are kept, whole or half. */
    abstract int count() throws IOException;

    @BeforeEach
    void makeKeys() {
        DataKeys keys = new DataKeys(MasterKey.open(dir.resolve("keys.json")));
        key = keys.fresh(UUID.randomUUID());
        other = keys.fresh(UUID.randomUUID());
    }

    static InputStream bytes(int count) {
        return new ByteArrayInputStream(new byte[count]);
    }

    static InputStream breaking(String why) {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException(why);
            }
        };
    }

    @Test
    void whatIsKeptIsWhole() throws IOException {
        Blob blob = blobs().keep(bytes(200_000), 200_000, key);

        assertThat(blob.bytes()).isEqualTo(200_000);
        assertThat(blob.sha256()).isEqualTo("4cbbd9be0cba685835755f827758705db5a413c5494c34262cd25946a73e7582");
        assertThat(blobs().isWhole(blob, key)).isTrue();
        replace(blob.id(), new byte[] {1});
        assertThat(blobs().isWhole(blob, key)).isFalse();
        replace(blob.id(), new byte[0]);
        assertThat(blobs().isWhole(blob, key)).isFalse();
    }

    @Test
    void whatIsNotThereIsMissingAndMayBeThrownAwayTwice() throws IOException {
        Blob blob = blobs().keep(bytes(10), 10, key);
        Blob stays = blobs().keep(bytes(10), 10, key);

        blobs().discard(blob);
        assertThatThrownBy(() -> blobs().open(blob, key)).isInstanceOf(BlobStore.MissingException.class);
        assertThat(blobs().isWhole(blob, key)).isFalse();
        blobs().discard(blob.id());
        assertThat(blobs().isWhole(stays, key)).isTrue();
    }

    @Test
    void whatIsKeptTellsNothingAndOpensUnderItsKeyAlone() throws IOException {
        byte[] plain = new byte[3 << 20];
        Arrays.fill(plain, (byte) 'J');
        Blob blob = blobs().keep(new ByteArrayInputStream(plain), plain.length, key);

        assertThat(new String(sealed(blob.id()), StandardCharsets.ISO_8859_1)).doesNotContain("JJJJJJ");
        assertThat(blobs().isWhole(blob, other)).isFalse();
        try (InputStream bytes = blobs().open(blob, key)) {
            assertThat(bytes.readAllBytes()).isEqualTo(plain);
        }
        try (InputStream bytes = blobs().open(blob, key)) {
            assertThat(bytes.skip(plain.length - 1)).isEqualTo(plain.length - 1);
            assertThat(bytes.readAllBytes()).containsExactly('J');
        }
    }

    @Test
    void aFlippedBitAnywhereIsFoundBeforeAWrongByteIsGiven() throws IOException {
        Blob blob = blobs().keep(bytes(2_500_000), 2_500_000, key);
        byte[] sealed = sealed(blob.id());
        Random random = new Random(1);
        for (int i = 0; i < 40; i++) {
            byte[] flipped = sealed.clone();
            flipped[i < 3 ? new int[] {0, 39, sealed.length - 1}[i] : random.nextInt(sealed.length)] ^=
                    (byte) (1 << random.nextInt(8));
            replace(blob.id(), flipped);
            assertThat(blobs().isWhole(blob, key)).isFalse();
            assertOnlyRight(blob);
        }
        replace(blob.id(), Arrays.copyOf(sealed, sealed.length - 400_000));
        assertThat(blobs().isWhole(blob, key)).isFalse();
        replace(blob.id(), sealed);
        assertThat(blobs().isWhole(blob, key)).isTrue();
    }

    private void assertOnlyRight(Blob blob) throws IOException {
        boolean broken = false;
        try (InputStream bytes = blobs().open(blob, key)) {
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
        Blob one = blobs().keep(bytes(100), 100, key);
        Blob two = blobs().keep(bytes(100), 100, key);
        replace(two.id(), sealed(one.id()));

        assertThat(blobs().isWhole(one, key)).isTrue();
        assertThat(blobs().isWhole(two, key)).isFalse();
    }

    @Test
    void whatIsTooLargeOrBreaksOffLeavesNothing() throws IOException {
        assertThatThrownBy(() -> blobs().keep(bytes(101), 100, key)).isInstanceOf(BlobStore.TooLargeException.class);
        assertThatThrownBy(() -> blobs().keep(breaking("broken pipe"), 100, key))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(count()).isZero();
    }

    @Test
    void whatIsKeptSinceBeforeATimeIsListed() {
        Instant before = Instant.now().minusSeconds(60);
        List<UUID> ids = Stream.generate(() -> blobs().keep(bytes(1), 1, key).id())
                .limit(5)
                .toList();

        assertThat(blobs().keptBefore(before)).isEmpty();
        assertThat(blobs().keptBefore(Instant.now().plusSeconds(60))).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void theFirstDatabaseThatAsksWhileItIsEmptyHasItForGood() {
        UUID first = UUID.randomUUID();

        assertThat(blobs().isOf(first)).isTrue();
        assertThat(blobs().isOf(UUID.randomUUID())).isFalse();
        blobs().keep(bytes(1), 1, key);
        assertThat(blobs().isOf(first)).isTrue();
    }

    @Test
    void whatHoldsBlobsOfNobodyKnowsIsNobodys() {
        blobs().keep(bytes(1), 1, key);

        assertThat(blobs().isOf(UUID.randomUUID())).isFalse();
    }

    @Test
    void itTakesBytes() {
        assertThat(blobs().takes()).isTrue();
    }
}
