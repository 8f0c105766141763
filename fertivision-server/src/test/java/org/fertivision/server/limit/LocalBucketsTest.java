package org.fertivision.server.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LocalBucketsTest {
    private static final Quota TEN = new Quota("ten", 10, Duration.ofMinutes(1));
    private static final Quota THREE = new Quota("three", 3, Duration.ofMinutes(1));
    private static final long SECOND = 1_000_000;

    private final AtomicLong now = new AtomicLong(5);
    private final LocalBuckets buckets = new LocalBuckets(now::get, 1);

    private Taken take(String key, Quota quota) {
        return buckets.take(List.of(new Demand(key, quota))).get(0);
    }

    @Test
    void allAreThereAtOnceAndComeBackEvenly() {
        for (int left = 9; left >= 0; left--) {
            Taken taken = take("a", TEN);
            assertThat(taken.allowed()).isTrue();
            assertThat(taken.left()).isEqualTo(left);
        }
        Taken none = take("a", TEN);
        assertThat(none.allowed()).isFalse();
        assertThat(none.retrySeconds()).isEqualTo(6);
        assertThat(none.told()).isEqualTo("\"ten\";r=0;t=60");
        assertThat(none.quota().policy()).isEqualTo("\"ten\";q=10;w=60");
        assertThat(take("b", TEN).allowed()).isTrue();

        now.addAndGet(6 * SECOND - 1);
        assertThat(take("a", TEN).allowed()).isFalse();
        now.addAndGet(1);
        assertThat(take("a", TEN).allowed()).isTrue();
        assertThat(take("a", TEN).allowed()).isFalse();
        now.addAndGet(60 * SECOND);
        assertThat(take("a", TEN).left()).isEqualTo(9);
    }

    @Test
    void whereOneHasNoneLeftNoOtherLosesOne() {
        List<Demand> both = List.of(new Demand("token", TEN), new Demand("tenant", THREE));
        for (int i = 0; i < 3; i++) {
            assertThat(buckets.take(both)).allMatch(Taken::allowed);
        }
        List<Taken> refused = buckets.take(both);
        assertThat(refused).extracting(Taken::allowed).containsExactly(true, false);
        assertThat(refused).extracting(Taken::left).containsExactly(7, 0);
        assertThat(take("token", TEN).left()).isEqualTo(6);
    }

    @Test
    void instancesThatDoNotKnowOfEachOtherShare() {
        LocalBuckets third = new LocalBuckets(now::get, 3);
        for (int i = 0; i < 3; i++) {
            assertThat(third.take(List.of(new Demand("a", TEN))).get(0).allowed())
                    .isTrue();
        }
        assertThat(third.take(List.of(new Demand("a", TEN))).get(0).allowed()).isFalse();
    }

    @Test
    void overAnyTimeNoMoreThanTheQuotaAndOneRefillComesThrough() {
        Random random = new Random(7);
        int through = 0;
        for (int i = 0; i < 20_000; i++) {
            now.addAndGet(random.nextInt(60_000));
            through += take("a", TEN).allowed() ? 1 : 0;
        }
        double minutes = now.get() / 60e6;
        assertThat((double) through).isBetween(10 * minutes - 1, 10 * minutes + 10);
    }

    @Test
    void fullBucketsAreForgotten() {
        for (int i = 0; i < 20_000; i++) {
            now.addAndGet(SECOND);
            take("caller " + i, TEN);
        }
        assertThat(buckets.size()).isLessThan(5_000);
    }
}
