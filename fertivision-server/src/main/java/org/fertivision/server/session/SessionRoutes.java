package org.fertivision.server.session;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fertivision.server.http.Answer;
import org.fertivision.server.http.Call;
import org.fertivision.server.http.Credential;
import org.fertivision.server.http.Gate;
import org.fertivision.server.http.JsonFields;
import org.fertivision.server.http.Problem;
import org.fertivision.server.http.ProblemCode;
import org.fertivision.server.http.ProblemException;
import org.fertivision.server.http.Route;
import org.fertivision.server.http.Route.Method;
import org.fertivision.server.http.Scope;
import org.fertivision.server.http.Visit;
import org.fertivision.server.session.Sessions.Session;

/** Signing in, asking who one is, changing one's password and signing out. */
final class SessionRoutes {
    private static final String PATH = "/v1/session";
    private static final String FIRST = "first";
    private static final String ATTRIBUTES = "; Path=/; Secure; HttpOnly; SameSite=Strict";
    private static final int LONGEST = 200;

    private final Accounts accounts;
    private final Sessions sessions;
    private final Passwords passwords;
    private final Gate gate;
    private final Clock clock;

    SessionRoutes(Accounts accounts, Sessions sessions, Passwords passwords, Gate gate, Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.passwords = passwords;
        this.gate = gate;
        this.clock = clock;
    }

    List<Route> routes() {
        return List.of(
                Route.open(Method.POST, PATH, this::signIn),
                Route.open(Method.GET, PATH, this::who),
                Route.open(Method.DELETE, PATH, this::signOut),
                Route.open(Method.POST, PATH + "/password", this::changePassword));
    }

    private Answer signIn(Call call) {
        Visit.checkOrigin(call::header, false);
        JsonFields fields = JsonFields.of(call);
        String clinic = fields.optionalText("clinic").filter(c -> !c.isBlank()).orElse(FIRST);
        String login = fields.text("login").strip();
        String password = fields.text("password");
        fields.noMore();
        gate.knock(call.from());
        Account account = known(call, clinic.strip(), login, password);
        String secret = sessions.begin(account, call.visit(), call.requestId());
        Visit visit = new Visit(secret, call::header);
        return Answer.json(201, members(sessions.session(visit, false), secret))
                .header("Set-Cookie", Visit.COOKIE + "=" + secret + ATTRIBUTES);
    }

    private Account known(Call call, String clinic, String login, String password) {
        Optional<Accounts.Locked> found = accounts.find(clinic, login);
        if (found.isEmpty() || password.length() > LONGEST) {
            passwords.matchNobody(password.substring(0, Math.min(LONGEST, password.length())));
            throw refused(call);
        }
        Account account = found.get().account();
        Instant until = found.get().lockedUntil();
        if (until != null && until.isAfter(clock.instant())) {
            accounts.shut(account, call.requestId());
            throw new ProblemException(
                    Problem.of(ProblemCode.RATE_LIMITED, "Too many wrong passwords; wait some minutes and try again.")
                            .retryAfter((int) Math.max(
                                    1, until.getEpochSecond() - clock.instant().getEpochSecond())));
        }
        if (!passwords.matches(password, found.get().password())) {
            accounts.failed(account, call.requestId());
            throw refused(call);
        }
        return account;
    }

    private ProblemException refused(Call call) {
        gate.refused(call.from());
        return Credential.refused(ProblemCode.INVALID_CREDENTIAL, "Clinic, name and password do not go together.");
    }

    private static Visit visit(Call call) {
        return call.visit()
                .orElseThrow(() -> Credential.refused(ProblemCode.MISSING_CREDENTIAL, "Nobody is signed in."));
    }

    private Answer who(Call call) {
        Visit visit = visit(call);
        return Answer.json(200, members(sessions.session(visit, false), visit.secret()));
    }

    private Map<String, Object> members(Session session, String secret) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("login", session.login());
        members.put("name", String.valueOf(session.principal().person()));
        members.put("clinic", session.clinic());
        members.put(
                "scopes",
                session.principal().scopes().stream().map(Scope::text).sorted().toList());
        members.put("csrfToken", sessions.token(secret));
        members.put("idleSeconds", Sessions.IDLE.toSeconds());
        members.put("endsAt", session.createdAt().plus(Sessions.LONGEST).toString());
        return members;
    }

    private Answer signOut(Call call) {
        Visit visit = visit(call);
        sessions.end(visit, sessions.session(visit, true), call.requestId());
        return Answer.empty(204)
                .header("Set-Cookie", Visit.COOKIE + "=" + ATTRIBUTES + "; Max-Age=0")
                .header("Clear-Site-Data", "\"cache\"");
    }

    private Answer changePassword(Call call) {
        Visit visit = visit(call);
        Session session = sessions.session(visit, true);
        JsonFields fields = JsonFields.of(call);
        String now = fields.text("password");
        String next = fields.text("newPassword");
        fields.noMore();
        Passwords.complaint(next, session.login()).ifPresent(why -> {
            throw fields.wrong("newPassword", why);
        });
        gate.knock(call.from());
        Accounts.Locked locked = accounts.find(session.tenant(), session.account())
                .filter(found -> now.length() <= LONGEST && passwords.matches(now, found.password()))
                .orElseThrow(() -> refused(call));
        accounts.password(locked.account(), passwords.kept(next), sessions.code(visit.secret()), call.requestId());
        return Answer.empty(204);
    }
}
