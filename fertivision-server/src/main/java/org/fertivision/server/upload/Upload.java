package org.fertivision.server.upload;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that comes in pieces, as far as it is there.
 *
 * @param id its id
 * @param tenant whose
 * @param mediaType what the client says it is
 * @param bytes how many there will be
 * @param received how many are on the disk, from the first on
 * @param sha256 of all bytes as announced or, once complete, as they are; null where nobody announced it
 * @param key under which its pieces are sealed
 * @param state how far it is
 * @param expiresAt when it is thrown away
 */
public record Upload(
        UUID id,
        UUID tenant,
        String mediaType,
        long bytes,
        long received,
        @Nullable String sha256,
        UUID key,
        State state,
        Instant expiresAt) {
    /** How far a file is. */
    public enum State {
        /** It takes further pieces. */
        OPEN,
        /** It is whole and can be used. */
        COMPLETE,
        /** It was thrown away since its time was over. */
        EXPIRED,
        /** Its owner threw it away. */
        DELETED
    }
}
