package org.fertivision.server.limit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.fertivision.server.http.Gate;
import org.fertivision.server.http.Principal;
import org.fertivision.server.http.Problem;
import org.fertivision.server.http.ProblemCode;
import org.fertivision.server.http.ProblemException;
import org.fertivision.server.http.Refusals;
import org.fertivision.server.http.Route;
import org.fertivision.server.metrics.Counter;
import org.fertivision.server.metrics.Metrics;
import org.fertivision.server.redis.Redis;

/**
 * Quotas by the minute: of refused tokens for each address, of reading and writing for each token and each tenant.
 * Thread-safe.
 */
public final class RateLimits implements Gate {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final long MINUTE_MICROS = MINUTE.toNanos() / 1_000;
    private static final Set<ProblemCode> PATIENCE =
            Set.of(ProblemCode.RATE_LIMITED, ProblemCode.QUEUE_FULL, ProblemCode.DRAINING);

    private final Rules rules;
    private final Buckets buckets;
    private final Recent shut;
    private final Recent told;
    private final Counter refused;

    /**
     * How much is allowed in a minute, 0 for any number.
     *
     * @param refusedTokens refused tokens of one address
     * @param reads reading requests of one token
     * @param writes writing requests of one token
     * @param tenantReads reading requests of one tenant
     * @param tenantWrites writing requests of one tenant
     * @param instances how many instances share this where they cannot count together
     */
    public record Rules(int refusedTokens, int reads, int writes, int tenantReads, int tenantWrites, int instances) {}

    /**
     * Limits that are counted in a Redis, or in this process where there is none or it does not answer.
     *
     * @param code turns a key into one that tells nobody whose it is
     */
    public RateLimits(Rules rules, Optional<Redis> redis, UnaryOperator<String> code, Metrics metrics) {
        this(rules, redis, code, metrics, () -> System.nanoTime() / 1_000);
    }

    RateLimits(Rules rules, Optional<Redis> redis, UnaryOperator<String> code, Metrics metrics, LongSupplier micros) {
        this.rules = rules;
        LocalBuckets own = new LocalBuckets(micros, rules.instances());
        this.buckets = redis.<Buckets>map(shared -> new SharedBuckets(shared, own, code))
                .orElse(own);
        this.shut = new Recent(micros);
        this.told = new Recent(micros);
        this.refused = metrics.counter(
                "fertivision_rate_limited_total", "Requests that were refused because there were too many.", "policy");
    }

    @Override
    public void knock(String address) {
        long left = shut.left(address);
        if (left > 0) {
            refused.add("refused-tokens");
            Quota quota = new Quota("refused-tokens", rules.refusedTokens(), MINUTE);
            throw tooMany(new Taken(quota, false, 0, left, left), Map.of());
        }
    }

    @Override
    public void refused(String address) {
        if (rules.refusedTokens() == 0) {
            return;
        }
        Quota quota = new Quota("refused-tokens", rules.refusedTokens(), MINUTE);
        Taken taken =
                buckets.take(List.of(new Demand("address " + address, quota))).get(0);
        if (taken.left() == 0) {
            boolean unused = shut.hold(address, Math.max(1, taken.nextMicros()));
        }
    }

    @Override
    public Map<String, String> enter(Principal who, Route.Method method) {
        boolean reads = method == Route.Method.GET;
        String name = reads ? "read" : "write";
        List<Demand> demands = new ArrayList<>();
        add(demands, name, "token " + who.token(), reads ? rules.reads() : rules.writes());
        add(demands, "tenant-" + name, "tenant " + who.tenant(), reads ? rules.tenantReads() : rules.tenantWrites());
        if (demands.isEmpty()) {
            return Map.of();
        }
        List<Taken> taken = buckets.take(demands);
        Map<String, String> headers = headers(taken);
        Optional<Taken> none = taken.stream().filter(one -> !one.allowed()).findFirst();
        if (none.isPresent()) {
            refused.add(none.get().quota().name());
            throw tooMany(none.get(), headers);
        }
        return headers;
    }

    private static void add(List<Demand> demands, String name, String key, int most) {
        if (most > 0) {
            demands.add(new Demand(name + " " + key, new Quota(name, most, MINUTE)));
        }
    }

    private static Map<String, String> headers(List<Taken> taken) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(
                "RateLimit-Policy",
                taken.stream().map(one -> one.quota().policy()).collect(Collectors.joining(", ")));
        headers.put("RateLimit", taken.stream().map(Taken::told).collect(Collectors.joining(", ")));
        return headers;
    }

    private static ProblemException tooMany(Taken none, Map<String, String> headers) {
        Quota quota = none.quota();
        Problem problem = Problem.of(
                        ProblemCode.RATE_LIMITED,
                        "More than " + quota.most() + " a minute are not taken (" + quota.name() + ").")
                .with("limit", Map.of("name", quota.name(), "value", quota.most()))
                .retryAfter(none.retrySeconds());
        for (Map.Entry<String, String> header : headers.entrySet()) {
            problem = problem.withHeader(header.getKey(), header.getValue());
        }
        return new ProblemException(problem);
    }

    /**
     * Refusals of which those that ask for patience alone are heard once a minute for each token and reason, so that a flood
     * is no flood there.
     */
    public Refusals thinned(Refusals all) {
        return (who, what, why, request) -> {
            if (!PATIENCE.contains(why) || told.hold(who.token() + " " + why, MINUTE_MICROS)) {
                all.refused(who, what, why, request);
            }
        };
    }
}
