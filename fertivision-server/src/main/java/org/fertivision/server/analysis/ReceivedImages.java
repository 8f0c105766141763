package org.fertivision.server.analysis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fertivision.server.blob.BlobStore;
import org.fertivision.server.http.ProblemCode;
import org.fertivision.server.http.ProblemException;
import org.fertivision.server.seal.DataKey;
import org.fertivision.server.upload.ImageFormat;

/** The images of one submission, sealed and on the disk as soon as they are taken in. */
final class ReceivedImages {
    private final BlobStore blobs;
    private final DataKey key;
    private final List<Submission.Field> fields = new ArrayList<>();

    /** None yet; they will be sealed under the key. */
    ReceivedImages(BlobStore blobs, DataKey key) {
        this.blobs = blobs;
        this.key = key;
    }

    /**
     * Takes in one that was sent as the given media type.
     *
     * @param mostBytes most bytes of it
     * @throws ProblemException if it is empty, or told to be what it is not
     */
    void add(InputStream bytes, String media, long mostBytes) {
        if (!media.startsWith("image/") && !media.startsWith("video/") && !media.equals(ImageFormat.UNDECLARED)) {
            throw new ProblemException(
                    ProblemCode.UNSUPPORTED_MEDIA_TYPE,
                    "Send an image (image/png and the like) or multipart/form-data.");
        }
        BlobStore.Blob blob = blobs.keep(bytes, mostBytes, key);
        Optional<ImageFormat> format = ImageFormat.of(start(blob));
        fields.add(new Submission.Field(blob, format.map(ImageFormat::mediaType).orElse(ImageFormat.UNDECLARED)));
        if (blob.bytes() == 0) {
            throw new ProblemException(ProblemCode.INVALID_REQUEST, "There is no image in the body.");
        }
        if (format.isPresent() && !format.get().mayBeSentAs(media)) {
            throw new ProblemException(
                    ProblemCode.FORMAT_MISMATCH,
                    "The bytes are " + format.get().mediaType() + ", which is not the Content-Type that came with them."
                            + " Field: " + (fields.size() - 1) + ".");
        }
    }

    private byte[] start(BlobStore.Blob blob) {
        try (InputStream bytes = blobs.open(blob, key)) {
            return bytes.readNBytes(ImageFormat.START_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many there are. */
    int count() {
        return fields.size();
    }

    /** In the order in which they came. */
    List<Submission.Field> fields() {
        return List.copyOf(fields);
    }

    /** The key under which they are sealed; not kept yet. */
    DataKey key() {
        return key;
    }

    /** Throws them away. */
    void discard() {
        fields.forEach(field -> blobs.discard(field.blob()));
    }
}
