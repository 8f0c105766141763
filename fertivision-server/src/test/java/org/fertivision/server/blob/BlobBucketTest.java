package org.fertivision.server.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.fertivision.server.blob.BlobStore.Blob;
import org.fertivision.server.blob.BlobStore.UnavailableException;
import org.fertivision.server.blob.CloudStorageFake.Fault;
import org.fertivision.server.google.GoogleApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BlobBucketTest extends BlobStoreContract {
    private static final int LARGE = 9_000_000;

    private CloudStorageFake cloud;
    private BlobBucket blobs;

    @BeforeEach
    void open() throws IOException {
        cloud = new CloudStorageFake();
        blobs = fresh();
    }

    private BlobBucket fresh() {
        return new BlobBucket(new GoogleApi(cloud.address(), Optional::empty, Duration.ofMillis(1)), "images");
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    @Override
    BlobStore blobs() {
        return blobs;
    }

    @Override
    byte[] sealed(UUID id) {
        return cloud.bytes("kept/" + id);
    }

    @Override
    void replace(UUID id, byte[] bytes) {
        cloud.put("kept/" + id, bytes);
    }

    @Override
    int count() {
        return cloud.names().size();
    }

    private static InputStream noise(int count) {
        byte[] bytes = new byte[count];
        new Random(7).nextBytes(bytes);
        return new ByteArrayInputStream(bytes);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aFailureOfAMomentAnywhereChangesNothing(Fault fault) throws IOException {
        for (int at = 0; at < 4; at++) {
            cloud.fail(faultAfter(fault, at));
            Blob blob = blobs.keep(noise(LARGE), LARGE, key);

            assertThat(blobs.isWhole(blob, key)).as("failure of request %d", at).isTrue();
            assertThat(sealed(blob.id()).length).isBetween(LARGE, LARGE + 1_000);
        }
        assertThat(count()).isEqualTo(4);
    }

    /** A fault of the request after so many others; a half one of a piece, which the first is not. */
    private static Fault[] faultAfter(Fault fault, int others) {
        Fault[] faults = new Fault[others + 1];
        Arrays.fill(faults, Fault.NONE);
        faults[others] = fault;
        return faults;
    }

    @Test
    void aReadThatFailsForAMomentIsDoneAgain() throws IOException {
        Blob blob = blobs.keep(noise(LARGE), LARGE, key);
        cloud.fail(Fault.BUSY, Fault.TOO_MANY, Fault.NONE, Fault.ANSWER_LOST);

        assertThat(blobs.isWhole(blob, key)).isTrue();
    }

    @Test
    void whatIsThereIsNeverWrittenOver() throws IOException {
        BucketObject object = new BucketObject("images", "kept/" + UUID.randomUUID());
        cloud.put(object.name(), new byte[] {1});
        BucketUpload upload =
                new BucketUpload(new GoogleApi(cloud.address(), Optional::empty, Duration.ofMillis(1)), object);
        upload.write(2);

        assertThatThrownBy(upload::close)
                .isInstanceOf(UnavailableException.class)
                .hasRootCauseMessage("Cloud Storage answered 412 to a new object");
        assertThat(cloud.bytes(object.name())).containsExactly(1);
    }

    @Test
    void bytesThatArriveAsOthersAreNotKept() {
        cloud.receiving(bytes -> {
            byte[] changed = bytes.clone();
            changed[changed.length / 2] ^= 1;
            return changed;
        });

        assertThatThrownBy(() -> blobs.keep(noise(100_000), 100_000, key))
                .isInstanceOf(UnavailableException.class)
                .hasRootCauseMessage("Cloud Storage has other bytes than were sent");
        assertThat(count()).isZero();
    }

    @Test
    void aBucketThatDoesNotAnswerIsNoMissingBlob() {
        Blob blob = blobs.keep(noise(10), 10, key);
        cloud.refuse(true);

        assertThatThrownBy(() -> blobs.isWhole(blob, key)).isInstanceOf(UnavailableException.class);
        assertThatThrownBy(() -> blobs.open(blob, key)).isInstanceOf(UnavailableException.class);
        assertThatThrownBy(() -> blobs.keep(noise(10), 10, key)).isInstanceOf(UnavailableException.class);
        assertThatThrownBy(() -> blobs.discard(blob)).isInstanceOf(UnavailableException.class);
        assertThatThrownBy(() -> blobs.keptBefore(Instant.now())).isInstanceOf(UnavailableException.class);
        assertThat(fresh().takes()).isFalse();
        cloud.refuse(false);
        assertThat(blobs.isWhole(blob, key)).isTrue();
    }

    @Test
    void allPagesOfTheListAreRead() {
        cloud.pageSize(2);

        whatIsKeptSinceBeforeATimeIsListed();
        assertThat(cloud.asked().stream().filter(asked -> asked.contains("pageToken")))
                .hasSize(4);
    }

    @Test
    void howItIsIsNotAskedForEachProbe() {
        for (int i = 0; i < 20; i++) {
            assertThat(blobs.takes()).isTrue();
        }
        assertThat(cloud.asked()).hasSize(1);
    }

    @Test
    void theStartOfALargeBlobIsReadWithoutItsRest() throws IOException {
        Blob blob = blobs.keep(noise(LARGE), LARGE, key);
        int before = cloud.asked().size();
        try (InputStream bytes = blobs.open(blob, key)) {
            assertThat(bytes.readNBytes(16)).hasSize(16);
        }

        assertThat(cloud.asked().size() - before).isEqualTo(1);
    }
}
