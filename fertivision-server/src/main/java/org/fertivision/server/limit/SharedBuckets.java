package org.fertivision.server.limit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.fertivision.server.redis.Redis;

/**
 * Buckets in a Redis, which all instances count in; where it does not answer, or not as it should, those of this process
 * alone. Thread-safe.
 */
final class SharedBuckets implements Buckets {
    /**
     * The same count as {@link LocalBuckets}, by Redis's own clock. What is no time, or one later than a bucket can be
     * full, was not written by us and counts as a full bucket.
     */
    private static final String SCRIPT = """
            local t = redis.call('TIME')
            local now = t[1] * 1000000 + t[2]
            local untils, all = {}, true
            for i, key in ipairs(KEYS) do
                local every, most = tonumber(ARGV[2 * i - 1]), tonumber(ARGV[2 * i])
                local held = redis.pcall('GET', key)
                local at = type(held) == 'string' and tonumber(held) or now
                local untilFull = at - now
                if untilFull ~= untilFull or untilFull < 0 or untilFull > every * most then untilFull = 0 end
                untils[i] = untilFull
                if untilFull + every > every * most then all = false end
            end
            local answer = {}
            for i, key in ipairs(KEYS) do
                local every, most = tonumber(ARGV[2 * i - 1]), tonumber(ARGV[2 * i])
                answer[2 * i - 1] = untils[i] + every <= every * most and 1 or 0
                if all then
                    untils[i] = untils[i] + every
                    redis.call('SET', key, string.format('%.0f', now + untils[i]), 'PX', math.ceil(untils[i] / 1000) + 1)
                end
                answer[2 * i] = untils[i]
            end
            return answer""";

    private final Redis redis;
    private final Buckets own;
    private final UnaryOperator<String> code;

    /**
     * Buckets in a Redis.
     *
     * @param own those of this process
     * @param code turns a key into one that tells nobody whose it is
     */
    SharedBuckets(Redis redis, Buckets own, UnaryOperator<String> code) {
        this.redis = redis;
        this.own = own;
        this.code = code;
    }

    @Override
    public List<Taken> take(List<Demand> demands) {
        byte[][] keys = new byte[demands.size()][];
        byte[][] arguments = new byte[2 * demands.size()][];
        for (int i = 0; i < keys.length; i++) {
            Demand demand = demands.get(i);
            keys[i] = bytes("fertivision:limit:" + code.apply(demand.key()));
            arguments[2 * i] = bytes(Long.toString(demand.quota().everyMicros()));
            arguments[2 * i + 1] = bytes(Integer.toString(demand.quota().most()));
        }
        return redis.run(SCRIPT, keys, arguments)
                .flatMap(answer -> taken(demands, answer))
                .orElseGet(() -> own.take(demands));
    }

    private static Optional<List<Taken>> taken(List<Demand> demands, List<Object> answer) {
        if (answer.size() != 2 * demands.size()) {
            return Optional.empty();
        }
        List<Taken> taken = new ArrayList<>();
        for (int i = 0; i < demands.size(); i++) {
            if (!(answer.get(2 * i) instanceof Long allowed) || !(answer.get(2 * i + 1) instanceof Long untilFull)) {
                return Optional.empty();
            }
            taken.add(Taken.of(demands.get(i).quota(), allowed == 1, untilFull));
        }
        return Optional.of(taken);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
