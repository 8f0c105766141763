package org.fertivision.memo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Item;
import org.fertivision.finding.ItemPart;
import org.fertivision.finding.Outline;
import org.fertivision.finding.Patch;
import org.fertivision.finding.Path;
import org.fertivision.finding.Quality;
import org.fertivision.finding.Rejection;
import org.fertivision.finding.RejectionCode;
import org.fertivision.image.Plane;
import org.fertivision.image.Point;
import org.fertivision.image.Region;
import org.fertivision.request.InputFacts;
import org.fertivision.spi.Parameter;
import org.fertivision.spi.RejectedException;
import org.fertivision.spi.Settings;
import org.fertivision.spi.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FieldCacheTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final AtomicLong clock = new AtomicLong();
    private final AtomicInteger looks = new AtomicInteger();
    private final FieldCache cache = new FieldCache(1 << 20, HOUR, clock::get);
    private final ExecutorService threads = Executors.newFixedThreadPool(32);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void thirtyTwoThreadsThatAskAtOnceMeanOneLook() throws Exception {
        CountDownLatch all = new CountDownLatch(32);
        List<Callable<LookedAt>> calls = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            calls.add(() -> {
                all.countDown();
                all.await();
                return cache.field(key("a"), Work.unlimited(), () -> {
                    pause(30);
                    return seen(1);
                });
            });
        }
        List<LookedAt> answers = new ArrayList<>();
        for (Future<LookedAt> answer : threads.invokeAll(calls)) {
            answers.add(answer.get());
        }
        assertThat(looks).hasValue(1);
        assertThat(answers).allSatisfy(a -> assertThat(a).isSameAs(answers.get(0)));
    }

    @Test
    void fieldsAreKeptApartByTheirKeys() {
        LookedAt first = cache.field(key("a"), Work.unlimited(), () -> seen(1));
        LookedAt other = cache.field(key("b"), Work.unlimited(), () -> seen(2));

        assertThat(cache.field(key("a"), Work.unlimited(), () -> seen(3))).isSameAs(first);
        assertThat(cache.field(key("b"), Work.unlimited(), () -> seen(3))).isSameAs(other);
        assertThat(looks).hasValue(2);
        cache.forget();
        assertThat(cache.size()).isZero();
    }

    @Test
    void aRejectionIsNotRemembered() {
        for (int i = 0; i < 2; i++) {
            assertThatExceptionOfType(RejectedException.class)
                    .isThrownBy(() -> cache.field(key("a"), Work.unlimited(), () -> {
                        looks.incrementAndGet();
                        throw rejected(RejectionCode.UNUSABLE_IMAGE);
                    }));
        }
        assertThat(looks).hasValue(2);
        assertThat(cache.size()).isZero();
        assertThat(cache.field(key("a"), Work.unlimited(), () -> seen(1))).isNotNull();
    }

    @Test
    void aFailureOfAnyKindLeavesNobodyWaiting() throws Exception {
        for (Throwable failure : List.of(new IllegalStateException("bug"), new NoClassDefFoundError("x"))) {
            Flight flight = new Flight(() -> {
                throw unchecked(failure);
            });
            Future<LookedAt> follower = follow(Work.unlimited());
            flight.land();

            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(flight.leader::get)
                    .withCause(failure);
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(() -> follower.get(20, TimeUnit.SECONDS))
                    .withCause(failure);
            assertThat(cache.size()).isZero();
        }
    }

    @Test
    void aFollowerTakesOverWhereTheLeaderWasStopped() throws Exception {
        for (RejectionCode stop : List.of(RejectionCode.ANALYSIS_TIMEOUT, RejectionCode.CANCELED)) {
            Flight flight = new Flight(() -> {
                throw rejected(stop);
            });
            Future<LookedAt> one = follow(Work.unlimited());
            Future<LookedAt> two = follow(Work.unlimited());
            flight.land();

            assertThatExceptionOfType(ExecutionException.class).isThrownBy(flight.leader::get);
            assertThat(one.get(20, TimeUnit.SECONDS)).isNotNull().isSameAs(two.get(20, TimeUnit.SECONDS));
            cache.forget();
        }
    }

    @Test
    void aFollowerIsBoundByItsOwnDeadlineWhileItWaits() throws Exception {
        AtomicLong myClock = new AtomicLong();
        Flight flight = new Flight(() -> seen(1));
        Future<LookedAt> follower = follow(Work.within(Duration.ofSeconds(1), myClock::get));
        Work off = Work.unlimited();
        Future<LookedAt> other = follow(off);

        myClock.set(Duration.ofSeconds(2).toNanos());
        off.cancel();
        assertStopped(follower, RejectionCode.ANALYSIS_TIMEOUT);
        assertStopped(other, RejectionCode.CANCELED);
        flight.land();
        assertThat(flight.leader.get()).isNotNull();
        assertThat(cache.field(key("a"), Work.unlimited(), () -> seen(9))).isSameAs(flight.leader.get());
    }

    @Test
    void aFollowerThatIsInterruptedLeavesTheOthersAlone() throws Exception {
        Flight flight = new Flight(() -> seen(1));
        CountDownLatch ended = new CountDownLatch(1);
        Thread waiting = new Thread(() -> {
            try {
                cache.field(key("a"), Work.unlimited(), () -> seen(9));
            } catch (RejectedException e) {
                if (e.rejection().code() == RejectionCode.CANCELED
                        && Thread.currentThread().isInterrupted()) {
                    ended.countDown();
                }
            }
        });
        waiting.start();
        pause(50);
        waiting.interrupt();
        assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
        flight.land();
        assertThat(flight.leader.get()).isNotNull();
    }

    @Test
    void whoseTimeIsUpDoesNotEvenAsk() {
        Work over = Work.unlimited();
        over.cancel();
        assertThatExceptionOfType(RejectedException.class).isThrownBy(() -> cache.field(key("a"), over, () -> seen(1)));
        assertThat(looks).hasValue(0);
    }

    @Test
    void whatIsUnusedForLongIsForgotten() {
        cache.field(key("a"), Work.unlimited(), () -> seen(1));
        clock.addAndGet(HOUR.toNanos() - 1);
        cache.field(key("a"), Work.unlimited(), () -> seen(1));
        clock.addAndGet(HOUR.toNanos() - 1);
        cache.field(key("a"), Work.unlimited(), () -> seen(1));
        assertThat(looks).hasValue(1);

        clock.addAndGet(HOUR.toNanos() + 1);
        cache.field(key("a"), Work.unlimited(), () -> seen(1));
        assertThat(looks).hasValue(2);
    }

    @Test
    void noMoreIsHeldThanTheBytesAllow() {
        int weight = weightOf(seen(50)) + key("0").weight();
        FieldCache small = new FieldCache(10L * weight, HOUR, clock::get);
        for (int i = 0; i < 200; i++) {
            small.field(key("" + i), Work.unlimited(), () -> seen(50));
        }
        assertThat(small.size()).isBetween(1L, 10L);
    }

    @Test
    void aFieldLargerThanTheCacheIsAnsweredAndForgotten() {
        FieldCache tiny = new FieldCache(10, HOUR, clock::get);

        assertThat(tiny.field(key("a"), Work.unlimited(), () -> seen(50))).isNotNull();
        assertThat(tiny.size()).isZero();
    }

    @Test
    void weightGrowsWithEverythingThatTakesMemory() {
        int empty = weightOf(seen(0));
        int hundred = weightOf(seen(100));
        Item plain = item(0);
        double[] corners = new double[1_000];
        Patch patch = new Patch(List.of(Plane.takeBytes(100, 100, new byte[10_000])), new Point(0, 0), 1, null);
        int[] frames = new int[1_000];
        java.util.Arrays.setAll(frames, i -> i);

        assertThat(hundred).isGreaterThan(empty + 100 * 100);
        assertThat(weightOf(holding(plain.pictured(patch)))).isGreaterThan(weightOf(holding(plain)) + 9_999);
        assertThat(weightOf(holding(plain.moving(new Path(frames, corners, corners)))))
                .isGreaterThan(weightOf(holding(plain)) + 11_999);
        assertThat(weightOf(holding(
                        Item.of(0, plain.center(), Outline.of(corners, corners), plain.box(), List.of(), List.of()))))
                .isGreaterThan(weightOf(holding(plain)) + 15_999);
        ItemPart tail = new ItemPart("tail", Collections.nCopies(1_000, new Point(1, 1)), false);
        assertThat(weightOf(holding(plain.parted(List.of(tail))))).isGreaterThan(weightOf(holding(plain)) + 15_999);
        Parameter<List<Point>> ovary = Parameter.polygon("ovary", "Outline.");
        Settings drawn = Settings.of(List.of(ovary), Map.of("ovary", "9,1 9,9 " + "1,1 ".repeat(4_998)), Map.of());
        CacheKey heavy = new CacheKey("", "a", null, "", "acme.x@1.0.0", drawn, null, null, false, "1");
        assertThat(heavy.weight()).isGreaterThan(key("a").weight() + 5_000 * 10);
    }

    private Future<LookedAt> follow(Work work) throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        Future<LookedAt> follower = threads.submit(() -> {
            started.countDown();
            return cache.field(key("a"), work, () -> seen(7));
        });
        started.await();
        pause(40);
        return follower;
    }

    private static void assertStopped(Future<LookedAt> follower, RejectionCode code) {
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> follower.get(20, TimeUnit.SECONDS))
                .satisfies(e -> assertThat(e.getCause())
                        .isInstanceOfSatisfying(
                                RejectedException.class,
                                r -> assertThat(r.rejection().code()).isEqualTo(code)));
    }

    private LookedAt seen(int items) {
        looks.incrementAndGet();
        List<Item> all = new ArrayList<>();
        for (int i = 0; i < items; i++) {
            all.add(item(i));
        }
        return holding(all.toArray(Item[]::new));
    }

    private static LookedAt holding(Item... items) {
        FieldOfView field = FieldOfView.still(
                9, 9, List.of(items), List.of(), new Quality(null, 1, true, List.of()), List.of(), null);
        return new LookedAt(field, new InputFacts(null, null, null, "image/png", 1, 9, 9, 1), null, null);
    }

    private static int weightOf(LookedAt seen) {
        return seen.weight();
    }

    private static Item item(int id) {
        return Item.of(id, new Point(1, 1), Outline.none(), new Region(0, 0, 2, 2), List.of(), List.of());
    }

    private static CacheKey key(String content) {
        Settings none = Settings.of(List.of(), Map.of(), Map.of());
        return new CacheKey("", content, null, "", "acme.x@1.0.0", none, null, null, false, "1");
    }

    private static RejectedException rejected(RejectionCode code) {
        return new RejectedException(Rejection.of(code, "No."));
    }

    private static RuntimeException unchecked(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return (RuntimeException) failure;
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A look at field a that has begun and ends when the test lets it. */
    private final class Flight {
        private final CountDownLatch ending = new CountDownLatch(1);
        private final Future<LookedAt> leader;

        Flight(Supplier<LookedAt> end) throws InterruptedException {
            CountDownLatch begun = new CountDownLatch(1);
            leader = threads.submit(() -> cache.field(key("a"), Work.unlimited(), () -> {
                begun.countDown();
                try {
                    ending.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return end.get();
            }));
            begun.await();
        }

        void land() {
            ending.countDown();
        }
    }
}
