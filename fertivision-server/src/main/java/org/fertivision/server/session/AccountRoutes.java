package org.fertivision.server.session;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.fertivision.server.audit.AuditTrail;
import org.fertivision.server.http.Answer;
import org.fertivision.server.http.Call;
import org.fertivision.server.http.JsonFields;
import org.fertivision.server.http.ProblemCode;
import org.fertivision.server.http.ProblemException;
import org.fertivision.server.http.PublicId;
import org.fertivision.server.http.Route;
import org.fertivision.server.http.Route.Method;
import org.fertivision.server.http.Scope;
import org.fertivision.server.tenant.Tenants;

/** Letting persons in, the first of them by the one-time link, and closing their accounts. */
final class AccountRoutes {
    private static final Pattern LOGIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{1,63}");
    private static final int LONGEST_NAME = 200;
    private static final String TENANT = "ten";

    private final Accounts accounts;
    private final Passwords passwords;
    private final Tenants tenants;
    private final AuditTrail audit;

    private record First(UUID tenant, UUID account) {}

    AccountRoutes(Accounts accounts, Passwords passwords, Tenants tenants, AuditTrail audit) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.tenants = tenants;
        this.audit = audit;
    }

    List<Route> routes() {
        return List.of(
                Route.open(Method.POST, "/setup/{secret}/account", this::setUp),
                Route.of(Method.POST, "/v1/admin/accounts", Scope.ACCOUNTS_ADMIN, this::make),
                Route.of(Method.GET, "/v1/admin/accounts", Scope.ACCOUNTS_ADMIN, this::list),
                Route.of(Method.DELETE, "/v1/admin/accounts/{account}", Scope.ACCOUNTS_ADMIN, this::close));
    }

    private Answer setUp(Call call) {
        JsonFields fields = JsonFields.of(call);
        Accounts.Person person = person(fields, EnumSet.allOf(Scope.class));
        fields.noMore();
        First first = tenants.setUp(
                        call.value("secret"),
                        (connection, tenant) -> new First(
                                tenant,
                                accounts.make(connection, tenant, person).orElseThrow()))
                .orElseThrow(AccountRoutes::nothing);
        String id = PublicId.text(Account.PREFIX, first.account());
        audit.append(
                first.tenant(),
                new AuditTrail.Act(first.account().toString(), "account made", id, "done", call.requestId()));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("tenant", PublicId.text(TENANT, first.tenant()));
        document.put("accountId", id);
        return Answer.json(201, document);
    }

    private Accounts.Person person(JsonFields fields, Set<Scope> scopes) {
        String login = fields.text("login").strip();
        if (!LOGIN.matcher(login).matches()) {
            throw fields.wrong("login", "has 2 to 64 letters, digits and . _ @ -");
        }
        String name = fields.text("name").strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw fields.wrong("name", "has 1 to " + LONGEST_NAME + " characters");
        }
        String password = fields.text("password");
        Passwords.complaint(password, login).ifPresent(why -> {
            throw fields.wrong("password", why);
        });
        return new Accounts.Person(login, name, passwords.kept(password), scopes);
    }

    private Answer make(Call call) {
        JsonFields fields = JsonFields.of(call);
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (String text : fields.texts("scopes")) {
            scopes.add(Scope.of(text).orElseThrow(() -> fields.wrong("scopes", "holds what is no scope")));
        }
        if (!call.principal().scopes().containsAll(scopes)) {
            throw new ProblemException(ProblemCode.INSUFFICIENT_SCOPE, "Nobody gives a scope that he does not have.");
        }
        Accounts.Person person = person(fields, scopes);
        fields.noMore();
        return accounts.make(call.principal(), person, call.requestId())
                .map(id -> Answer.json(201, Map.of("accountId", PublicId.text(Account.PREFIX, id))))
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.CONFLICT,
                        "Somebody signs in with that login, or is called by that name on reports."));
    }

    private Answer list(Call call) {
        List<Map<String, Object>> items = accounts.of(call.principal().tenant()).stream()
                .map(AccountRoutes::item)
                .toList();
        return Answer.json(200, Map.of("items", items));
    }

    private static Map<String, Object> item(Account account) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("accountId", PublicId.text(Account.PREFIX, account.id()));
        item.put("login", account.login());
        item.put("name", account.name());
        item.put("scopes", account.scopes().stream().map(Scope::text).sorted().toList());
        item.put("createdAt", account.createdAt().toString());
        if (account.closedAt() != null) {
            item.put("closedAt", account.closedAt().toString());
        }
        return item;
    }

    private Answer close(Call call) {
        return PublicId.of(Account.PREFIX, call.value("account"))
                .filter(id -> accounts.close(call.principal(), id, call.requestId()))
                .map(id -> Answer.empty(204))
                .orElseThrow(AccountRoutes::nothing);
    }

    private static ProblemException nothing() {
        return new ProblemException(ProblemCode.NOT_FOUND, "There is nothing of that name.");
    }
}
