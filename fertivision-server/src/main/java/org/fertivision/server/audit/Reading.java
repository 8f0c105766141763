package org.fertivision.server.audit;

import java.time.Instant;
import java.util.UUID;
import org.fertivision.server.audit.AuditTrail.Act;

/**
 * Somebody read something, once or several times within a moment.
 *
 * @param tenant whose it is
 * @param act what was read by whom, with the id of the first request
 * @param at when for the first time
 * @param times how often
 */
record Reading(UUID tenant, Act act, Instant at, int times) {
    /** What two readings have in common that become one entry. */
    record Same(UUID tenant, String actor, String action, String object) {}

    Same same() {
        return new Same(tenant, act.actor(), act.action(), act.object());
    }

    /** This and a later one of the same. */
    Reading and(Reading later) {
        return new Reading(tenant, act, at, times + later.times());
    }
}
