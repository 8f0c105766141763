package org.fertivision.server.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.fertivision.server.log.Log;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisTest {
    private static final byte[] KEY = {1, 2, 3};
    private static final byte[] VALUE = {0, -1, 7};

    private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
    private final Log log = new Log(new PrintStream(logged, true, StandardCharsets.UTF_8), Clock.systemUTC());

    @TempDir
    private Path dir;

    private static void eventually(BooleanSupplier so) throws InterruptedException {
        long until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!so.getAsBoolean()) {
            assertThat(System.nanoTime()).as("time is over").isLessThan(until);
            Thread.sleep(10);
        }
    }

    @Test
    void itKeepsAValueForAWhile() throws Exception {
        try (RedisProcess process = RedisProcess.start(dir);
                Redis redis = Redis.at(process.address(), Redis.PATIENCE, log)) {
            eventually(redis::answers);
            assertThat(redis.get(KEY)).isEmpty();
            redis.put(KEY, VALUE, Duration.ofMillis(400));
            eventually(() -> redis.get(KEY).isPresent());
            assertThat(redis.get(KEY))
                    .hasValueSatisfying(value -> assertThat(value).isEqualTo(VALUE));
            eventually(() -> redis.get(KEY).isEmpty());

            process.kill();
            eventually(() -> {
                boolean unused = redis.get(KEY).isPresent();
                return !redis.answers();
            });
            long started = System.nanoTime();
            for (int i = 0; i < 1_000; i++) {
                assertThat(redis.get(KEY)).isEmpty();
            }
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofMillis(500));
            assertThat(logged.toString(StandardCharsets.UTF_8)).containsOnlyOnce("redis does not answer");
        }
    }

    @Test
    void oneThatHangsCostsOneMomentOnceAndIsAskedAgainLater() throws Exception {
        try (RedisProcess process = RedisProcess.start(dir);
                Redis redis = Redis.at(process.address(), Redis.PATIENCE, log)) {
            eventually(redis::answers);
            redis.put(KEY, VALUE, Duration.ofMinutes(1));
            eventually(() -> redis.get(KEY).isPresent());
            process.say("CLIENT PAUSE 3000 ALL");
            List<Long> micros = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                long started = System.nanoTime();
                assertThat(redis.get(KEY)).isEmpty();
                micros.add((System.nanoTime() - started) / 1_000);
            }
            micros.sort(null);
            assertThat(micros.get(189))
                    .as("p95 of %s microseconds", micros.get(199))
                    .isLessThan(5_000);
            eventually(() -> redis.get(KEY).isPresent());
            assertThat(redis.answers()).isTrue();
        }
    }

    @Test
    void oneThatSaysNothingOrNonsenseCostsOneMomentOnce() throws Exception {
        for (String said : new String[] {"", "+OK\r\n$-7\r\n", "HTTP/1.1 400 Bad Request\r\n\r\n"}) {
            try (MuteServer mute = new MuteServer(said);
                    Redis redis = Redis.at(mute.address(), Redis.PATIENCE, log)) {
                long started = System.nanoTime();
                for (int i = 0; i < 1_000; i++) {
                    assertThat(redis.get(KEY)).isEmpty();
                    assertThat(redis.run("return 1", new byte[0][])).isEmpty();
                    redis.put(KEY, VALUE, Duration.ofSeconds(1));
                }
                assertThat(Duration.ofNanos(System.nanoTime() - started))
                        .as(said)
                        .isLessThan(Duration.ofSeconds(2));
            }
        }
    }

    @Test
    void anAddressOfSomethingElseIsTold() {
        assertThatThrownBy(() -> Redis.at("postgresql://here", Redis.PATIENCE, log))
                .hasMessageContaining("redis://");
    }
}
