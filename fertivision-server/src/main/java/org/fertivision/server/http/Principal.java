package org.fertivision.server.http;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who calls.
 *
 * @param tenant whose rows may be seen
 * @param token the id of the token that was shown, or of the account of the person who signed in
 * @param scopes what it may be used for
 * @param person what the person who signed in is called, or null for a token
 */
public record Principal(
        UUID tenant,
        UUID token,
        Set<Scope> scopes,
        @Nullable String person) {
    /** Copies the scopes. */
    public Principal {
        scopes = Set.copyOf(scopes);
    }

    /** One who shows a token. */
    public Principal(UUID tenant, UUID token, Set<Scope> scopes) {
        this(tenant, token, scopes, null);
    }
}
