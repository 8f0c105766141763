package org.fertivision.server.analysis;

import java.util.List;
import org.fertivision.server.blob.BlobStore;
import org.fertivision.server.seal.DataKey;
import org.jspecify.annotations.Nullable;

/**
 * What a client hands in.
 *
 * @param key under which all of it is sealed; not kept yet
 * @param query what is asked
 * @param origin where the specimen comes from
 * @param fields the images, one field each
 * @param once the client's key for this request, or null
 */
record Submission(
        DataKey key,
        AnalysisQuery query,
        Origin origin,
        List<Field> fields,
        @Nullable Once once) {
    /**
     * An image that is on the disk.
     *
     * @param blob its bytes
     * @param mediaType of what format it is by its first bytes
     */
    record Field(BlobStore.Blob blob, String mediaType) {}

    /**
     * A key under which the same request is answered once.
     *
     * @param keyCode the code of the client's key, hexadecimal
     * @param fingerprint of the request
     */
    record Once(String keyCode, String fingerprint) {}

    /** Copies the fields. */
    Submission {
        fields = List.copyOf(fields);
    }
}
