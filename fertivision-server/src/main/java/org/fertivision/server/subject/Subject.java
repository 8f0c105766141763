package org.fertivision.server.subject;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A subject as it is kept.
 *
 * @param id its id
 * @param pseudonym what it is called where nobody may know who it is
 * @param person what the clinic calls it, or null once it is deleted
 * @param createdAt since when it is there
 * @param deletedAt when it was deleted, or null
 */
record Subject(
        UUID id,
        String pseudonym,
        @Nullable Person person,
        Instant createdAt,
        @Nullable Instant deletedAt) {}
