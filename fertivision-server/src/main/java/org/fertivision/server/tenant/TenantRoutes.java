package org.fertivision.server.tenant;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fertivision.server.http.Answer;
import org.fertivision.server.http.Call;
import org.fertivision.server.http.JsonFields;
import org.fertivision.server.http.ProblemCode;
import org.fertivision.server.http.ProblemException;
import org.fertivision.server.http.PublicId;
import org.fertivision.server.http.Route;
import org.fertivision.server.http.Route.Method;
import org.fertivision.server.http.Scope;

/** Making the first administrator, tenants and tokens. */
public final class TenantRoutes {
    private static final String TENANT = "ten";
    private static final int USUAL_DAYS = 90;
    private static final int MOST_DAYS = 365;
    private static final int LONGEST_NAME = 200;

    private final Tenants tenants;
    private final Tokens tokens;

    /** The routes of all tenants. */
    public TenantRoutes(Tenants tenants, Tokens tokens) {
        this.tenants = tenants;
        this.tokens = tokens;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                Route.open(Method.POST, "/setup/{secret}", this::setUp),
                Route.of(Method.POST, "/v1/admin/tenants", Scope.TENANTS_ADMIN, this::makeTenant),
                Route.of(Method.GET, "/v1/admin/tenants", Scope.TENANTS_ADMIN, this::listTenants),
                Route.of(Method.POST, "/v1/admin/tokens", Scope.TOKENS_ADMIN, this::makeToken),
                Route.of(Method.GET, "/v1/admin/tokens", Scope.TOKENS_ADMIN, this::listTokens),
                Route.of(Method.DELETE, "/v1/admin/tokens/{token}", Scope.TOKENS_ADMIN, this::revokeToken));
    }

    private Answer setUp(Call call) {
        return tenants.setUp(call.value("secret")).map(made -> made(made)).orElseThrow(TenantRoutes::nothing);
    }

    private static Answer made(Tenants.Made made) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("tenant", PublicId.text(TENANT, made.tenant()));
        document.put(
                "tokenId", PublicId.text(Tokens.PREFIX, made.administrator().id()));
        document.put("token", made.administrator().text());
        document.put("expiresAt", made.administrator().expiresAt().toString());
        return Answer.json(201, document);
    }

    private Answer makeTenant(Call call) {
        JsonFields fields = JsonFields.of(call);
        String name = name(fields);
        fields.noMore();
        return tenants.make(name)
                .map(made -> made(made))
                .orElseThrow(() -> new ProblemException(ProblemCode.CONFLICT, "There is a tenant of that name."));
    }

    private Answer listTenants(Call call) {
        List<Map<String, Object>> items = new ArrayList<>();
        tenants.all().forEach((id, name) -> {
            Map<String, Object> item = new LinkedHashMap<>();
            item.put("tenant", PublicId.text(TENANT, id));
            item.put("name", name);
            items.add(item);
        });
        return Answer.json(200, Map.of("items", items));
    }

    private static String name(JsonFields fields) {
        String name = fields.text("name").strip();
        if (name.length() > LONGEST_NAME) {
            throw fields.wrong("name", "has " + LONGEST_NAME + " characters at most");
        }
        return name;
    }

    private Answer makeToken(Call call) {
        JsonFields fields = JsonFields.of(call);
        String name = name(fields);
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (String text : fields.texts("scopes")) {
            scopes.add(Scope.of(text).orElseThrow(() -> fields.wrong("scopes", "holds what is no scope")));
        }
        if (scopes.isEmpty()) {
            throw fields.wrong("scopes", "names one scope or more");
        }
        if (!call.principal().scopes().containsAll(scopes)) {
            throw new ProblemException(ProblemCode.INSUFFICIENT_SCOPE, "A token gives no scope that it does not have.");
        }
        BigDecimal days = fields.number("days").orElse(BigDecimal.valueOf(USUAL_DAYS));
        if (days.signum() <= 0 || days.compareTo(BigDecimal.valueOf(MOST_DAYS)) > 0) {
            throw fields.wrong("days", "is above 0 and at most " + MOST_DAYS);
        }
        fields.noMore();
        Duration holds = Duration.ofSeconds(
                days.multiply(BigDecimal.valueOf(Duration.ofDays(1).toSeconds()))
                        .longValue());
        Tokens.Issued issued = tokens.issue(call.principal(), name, scopes, holds, call.requestId());
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("tokenId", PublicId.text(Tokens.PREFIX, issued.id()));
        document.put("token", issued.text());
        document.put("expiresAt", issued.expiresAt().toString());
        return Answer.json(201, document);
    }

    private Answer listTokens(Call call) {
        List<Map<String, Object>> items = tokens.of(call.principal().tenant()).stream()
                .map(TenantRoutes::item)
                .toList();
        return Answer.json(200, Map.of("items", items));
    }

    private static Map<String, Object> item(Tokens.Known token) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("tokenId", PublicId.text(Tokens.PREFIX, token.id()));
        item.put("name", token.name());
        item.put("scopes", token.scopes().stream().map(Scope::text).sorted().toList());
        item.put("createdAt", token.createdAt().toString());
        item.put("expiresAt", token.expiresAt().toString());
        if (token.revokedAt() != null) {
            item.put("revokedAt", token.revokedAt().toString());
        }
        return item;
    }

    private Answer revokeToken(Call call) {
        return PublicId.of(Tokens.PREFIX, call.value("token"))
                .filter(id -> tokens.revoke(call.principal(), id, call.requestId()))
                .map(id -> Answer.empty(204))
                .orElseThrow(TenantRoutes::nothing);
    }

    private static ProblemException nothing() {
        return new ProblemException(ProblemCode.NOT_FOUND, "There is nothing of that name.");
    }
}
