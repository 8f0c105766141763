package org.fertivision.server.hold;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A legal hold that is in force.
 *
 * @param id its id
 * @param analysis what it holds, or null
 * @param subject whose analyses it holds, or null; without both it holds everything of the tenant
 * @param reason why
 * @param createdAt since when
 */
record Hold(UUID id, @Nullable UUID analysis, @Nullable UUID subject, String reason, Instant createdAt) {}
