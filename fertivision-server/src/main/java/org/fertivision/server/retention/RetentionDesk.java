package org.fertivision.server.retention;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fertivision.server.blob.BlobStore;
import org.fertivision.server.http.Answer;
import org.fertivision.server.http.Call;
import org.fertivision.server.http.JsonFields;
import org.fertivision.server.http.ProblemCode;
import org.fertivision.server.http.ProblemException;
import org.fertivision.server.http.Route;
import org.fertivision.server.http.Route.Method;
import org.fertivision.server.http.Scope;
import org.fertivision.server.log.Log;
import org.fertivision.server.log.Log.Detail;
import org.jspecify.annotations.Nullable;

/** Has retention run every hour, and when an administrator asks for it. */
public final class RetentionDesk implements AutoCloseable {
    private static final BigDecimal MOST_DAYS = BigDecimal.valueOf(36_500);
    private static final Duration PAUSE = Duration.ofHours(1);

    private final Retention retention;
    private final Log log;
    private final Thread thread;

    private RetentionDesk(Retention retention, Log log) {
        this.retention = retention;
        this.log = log;
        this.thread = Thread.ofPlatform().name("retention").daemon().unstarted(this::work);
    }

    /** Begins to work, an hour from now for the first time. */
    public static RetentionDesk open(Retention retention, Log log) {
        try {
            if (!retention.ownsFolder()) {
                log.info("the folder of images is another database's, nothing in it is swept");
            }
        } catch (
                BlobStore.UnavailableException
                        e) { // the server is not ready until it answers, and the sweep asks again
            log.warn("the place of images does not answer", e);
        }
        RetentionDesk desk = new RetentionDesk(retention, log);
        desk.thread.start();
        return desk;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                Route.of(Method.POST, "/v1/admin/retention/run", Scope.RETENTION_ADMIN, this::run),
                Route.of(Method.GET, "/v1/admin/retention", Scope.RETENTION_ADMIN, this::days),
                Route.of(Method.PUT, "/v1/admin/retention", Scope.RETENTION_ADMIN, this::set));
    }

    private Answer days(Call call) {
        Map<String, Object> members =
                new LinkedHashMap<>(retention.days(call.principal().tenant()).members());
        return Answer.json(200, members);
    }

    private Answer set(Call call) {
        JsonFields json = JsonFields.of(call);
        Days days = new Days(days(json, "analysisDays"), days(json, "idempotencyDays"));
        json.noMore();
        retention.set(call.principal().tenant(), days, call.principal().token().toString(), call.requestId());
        return days(call);
    }

    private static @Nullable Integer days(JsonFields json, String name) {
        BigDecimal days = json.number(name).orElse(null);
        if (days == null) {
            return null;
        }
        if (days.stripTrailingZeros().scale() > 0 || days.signum() <= 0 || days.compareTo(MOST_DAYS) > 0) {
            throw json.wrong(name, "is a whole number from 1 to " + MOST_DAYS + ", or null for no end");
        }
        return days.intValue();
    }

    private Answer run(Call call) {
        call.query().noneBut("dryRun");
        String dry = call.query().one("dryRun").orElse("false");
        if (!dry.matches("true|false")) {
            throw new ProblemException(ProblemCode.INVALID_REQUEST, "dryRun is true or false.");
        }
        UUID tenant = call.principal().tenant();
        String actor = call.principal().token().toString();
        boolean only = dry.equals("true");
        Expiry.Ended ended =
                only ? retention.expiry().due(tenant) : retention.expiry().run(tenant, actor, call.requestId());
        Retention.Purged purged = only ? retention.due(tenant) : retention.run(tenant, actor, call.requestId());
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("dryRun", only);
        members.put("expired", ended.analyses());
        members.put("idempotencyKeys", ended.keys());
        members.put("held", retention.held(tenant));
        members.put("analyses", purged.analyses());
        members.put("images", purged.images());
        members.put("bytes", purged.bytes());
        return Answer.json(200, members);
    }

    private void work() {
        try {
            while (true) {
                Thread.sleep(PAUSE);
                try {
                    for (UUID tenant : retention.tenants()) {
                        Expiry.Ended ended = retention.expiry().run(tenant, "server", "");
                        Retention.Purged purged = retention.run(tenant, "server", "");
                        if (ended.analyses() + purged.analyses() > 0) {
                            log.info("purged", Detail.COUNT, purged.analyses());
                        }
                    }
                    log.info("retention", Detail.COUNT, retention.sweep());
                } catch (RuntimeException e) { // whatever it is, the next hour may do better
                    log.warn("retention failed", e);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
