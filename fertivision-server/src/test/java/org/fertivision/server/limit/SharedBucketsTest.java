package org.fertivision.server.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.fertivision.server.log.Log;
import org.fertivision.server.redis.MuteServer;
import org.fertivision.server.redis.Redis;
import org.fertivision.server.redis.RedisProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedBucketsTest {
    private static final Quota TEN = new Quota("ten", 10, Duration.ofHours(1));
    private static final Quota THREE = new Quota("three", 3, Duration.ofHours(1));

    /** More than a busy machine needs. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Log log = new Log(System.err, Clock.systemUTC());

    @TempDir
    private Path dir;

    private static SharedBuckets buckets(Redis redis, int instances) {
        return new SharedBuckets(
                redis, new LocalBuckets(() -> System.nanoTime() / 1_000, instances), key -> "c-" + key);
    }

    private static Redis reached(String address, Log log) throws InterruptedException {
        Redis redis = Redis.at(address, PATIENCE, log);
        for (int i = 0; i < 500 && !redis.answers(); i++) {
            Thread.sleep(20);
        }
        assertThat(redis.answers()).isTrue();
        return redis;
    }

    private static long allowed(Buckets buckets, String key, Quota quota, int times) {
        List<Taken> taken = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            taken.addAll(buckets.take(List.of(new Demand(key, quota))));
        }
        return taken.stream().filter(Taken::allowed).count();
    }

    @Test
    void instancesCountTogether() throws Exception {
        try (RedisProcess process = RedisProcess.start(dir);
                Redis one = reached(process.address(), log);
                Redis other = reached(process.address(), log)) {
            SharedBuckets here = buckets(one, 1);
            SharedBuckets there = buckets(other, 1);
            assertThat(allowed(here, "a", TEN, 6)).isEqualTo(6);
            assertThat(allowed(there, "a", TEN, 6)).isEqualTo(4);
            assertThat(allowed(here, "a", TEN, 1)).isZero();

            List<Demand> both = List.of(new Demand("token", TEN), new Demand("tenant", THREE));
            assertThat(here.take(both)).extracting(Taken::left).containsExactly(9, 2);
            assertThat(there.take(both)).extracting(Taken::left).containsExactly(8, 1);
            assertThat(here.take(both)).extracting(Taken::left).containsExactly(7, 0);
            assertThat(there.take(both)).extracting(Taken::allowed).containsExactly(true, false);
            assertThat(here.take(both).get(1).retrySeconds()).isBetween(1_150, 1_200);
            assertThat(process.say("KEYS *")).contains("fertivision:limit:c-tenant");
        }
    }

    @Test
    void whatOthersWroteThereCountsAsAFullBucket() throws Exception {
        try (RedisProcess process = RedisProcess.start(dir);
                Redis redis = reached(process.address(), log)) {
            SharedBuckets buckets = buckets(redis, 1);
            for (String command : new String[] {
                "SET fertivision:limit:c-a garbage",
                "SET fertivision:limit:c-a 99999999999999999999",
                "SET fertivision:limit:c-a nan",
                "SET fertivision:limit:c-a -5",
                "HSET fertivision:limit:c-a x y"
            }) {
                process.say("DEL fertivision:limit:c-a");
                process.say(command);
                assertThat(allowed(buckets, "a", TEN, 12)).as(command).isEqualTo(10);
                assertThat(redis.answers()).isTrue();
            }
            process.say("FLUSHALL");
            assertThat(allowed(buckets, "a", TEN, 12)).isEqualTo(10);
        }
    }

    @Test
    void withoutAnAnswerEachInstanceCountsItsShare() throws Exception {
        try (RedisProcess process = RedisProcess.start(dir);
                Redis redis = reached(process.address(), log)) {
            SharedBuckets buckets = buckets(redis, 2);
            assertThat(allowed(buckets, "a", TEN, 1)).isEqualTo(1);
            process.kill();
            assertThat(allowed(buckets, "a", TEN, 20)).isEqualTo(5);
        }
        for (String said : new String[] {"", "+OK\r\n", "*1\r\n$3\r\nabc\r\n"}) {
            try (MuteServer mute = new MuteServer(said);
                    Redis redis = Redis.at(mute.address(), Redis.PATIENCE, log)) {
                assertThat(allowed(buckets(redis, 2), "a", TEN, 20)).as(said).isEqualTo(5);
            }
        }
    }
}
