package org.fertivision.server.http;

import java.util.Set;
import java.util.UUID;

/**
 * Who calls.
 *
 * @param tenant whose rows may be seen
 * @param token the id of the token that was shown
 * @param scopes what it may be used for
 */
public record Principal(UUID tenant, UUID token, Set<Scope> scopes) {
    /** Copies the scopes. */
    public Principal {
        scopes = Set.copyOf(scopes);
    }
}
