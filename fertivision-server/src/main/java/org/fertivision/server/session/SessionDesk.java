package org.fertivision.server.session;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.fertivision.server.audit.AuditTrail;
import org.fertivision.server.http.Gate;
import org.fertivision.server.http.Route;
import org.fertivision.server.http.Visitors;
import org.fertivision.server.store.Database;
import org.fertivision.server.tenant.Secrets;
import org.fertivision.server.tenant.Tenants;

/** All that has to do with persons who sign in. */
public final class SessionDesk {
    private final Sessions sessions;
    private final List<Route> routes;

    /**
     * What it works with.
     *
     * @param database keeps
     * @param tenants whose persons they are
     * @param audit writes down who did what
     * @param secrets makes secrets and codes
     * @param gate counts wrong passwords
     * @param clock the time
     */
    public record Parts(
            Database database, Tenants tenants, AuditTrail audit, Secrets secrets, Gate gate, Clock clock) {}

    private SessionDesk(Sessions sessions, List<Route> routes) {
        this.sessions = sessions;
        this.routes = routes;
    }

    /** A desk of these parts. */
    public static SessionDesk open(Parts parts) {
        Accounts accounts = new Accounts(parts.database(), parts.audit(), parts.clock());
        Sessions sessions = new Sessions(parts.database(), parts.audit(), parts.secrets(), parts.clock());
        Passwords passwords = new Passwords();
        List<Route> routes = Stream.of(
                        new SessionRoutes(accounts, sessions, passwords, parts.gate(), parts.clock()).routes(),
                        new AccountRoutes(accounts, passwords, parts.tenants(), parts.audit()).routes())
                .flatMap(List::stream)
                .toList();
        return new SessionDesk(sessions, routes);
    }

    /** The routes. */
    public List<Route> routes() {
        return routes;
    }

    /** Knows who visits. */
    public Visitors visitors() {
        return sessions;
    }
}
