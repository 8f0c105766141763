package org.fertivision.server;

import java.util.Optional;
import org.fertivision.server.limit.RateLimits;
import org.fertivision.server.log.Log;
import org.fertivision.server.metrics.Metrics;
import org.fertivision.server.redis.Redis;
import org.fertivision.server.settings.BadSettingsException;
import org.fertivision.server.settings.Setting;
import org.fertivision.server.settings.Settings;
import org.fertivision.server.tenant.Secrets;

/** What instances share beside the database: a Redis, where the settings name one, and the limits that are counted in it. */
final class Sharing implements AutoCloseable {
    private final Optional<Redis> redis;
    private final RateLimits limits;

    private Sharing(Optional<Redis> redis, RateLimits limits) {
        this.redis = redis;
        this.limits = limits;
    }

    static Sharing open(Settings settings, Secrets secrets, Metrics metrics, Log log) {
        Optional<Redis> redis = settings.text(Setting.REDIS_URL).map(address -> redis(address, log));
        redis.ifPresent(shared -> metrics.gauge(
                "fertivision_redis_up",
                "Whether the Redis answered when it was asked last.",
                () -> shared.answers() ? 1 : 0));
        RateLimits.Rules rules = new RateLimits.Rules(
                settings.number(Setting.REFUSED_TOKENS_PER_MINUTE),
                settings.number(Setting.READS_PER_MINUTE),
                settings.number(Setting.WRITES_PER_MINUTE),
                settings.number(Setting.TENANT_READS_PER_MINUTE),
                settings.number(Setting.TENANT_WRITES_PER_MINUTE),
                settings.number(Setting.INSTANCES));
        return new Sharing(redis, new RateLimits(rules, redis, key -> secrets.code("limit " + key), metrics));
    }

    private static Redis redis(String address, Log log) {
        try {
            return Redis.at(address, Redis.PATIENCE, log);
        } catch (IllegalArgumentException e) {
            throw new BadSettingsException("REDIS_URL: " + e.getMessage());
        }
    }

    /** The Redis, if there is one. */
    Optional<Redis> redis() {
        return redis;
    }

    /** How often a caller may call. */
    RateLimits limits() {
        return limits;
    }

    @Override
    public void close() {
        redis.ifPresent(Redis::close);
    }
}
