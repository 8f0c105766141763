package org.fertivision.server.session;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.fertivision.server.http.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A person who may sign in.
 *
 * @param id the account
 * @param tenant whose person it is
 * @param login the name with which one signs in
 * @param name what the person is called on reports
 * @param scopes what the person may do
 * @param createdAt since when
 * @param closedAt since when no more, or null
 */
record Account(
        UUID id,
        UUID tenant,
        String login,
        String name,
        Set<Scope> scopes,
        Instant createdAt,
        @Nullable Instant closedAt) {
    /** The prefix of an account's public id. */
    static final String PREFIX = "acc";

    /** Copies the scopes. */
    Account {
        scopes = Set.copyOf(scopes);
    }
}
