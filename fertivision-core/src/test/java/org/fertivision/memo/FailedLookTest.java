package org.fertivision.memo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Quality;
import org.fertivision.finding.Rejection;
import org.fertivision.finding.RejectionCode;
import org.fertivision.request.InputFacts;
import org.fertivision.spi.RejectedException;
import org.fertivision.spi.Settings;
import org.fertivision.spi.Work;
import org.junit.jupiter.api.Test;

class FailedLookTest {
    private static final CacheKey KEY = new CacheKey(
            "",
            "content",
            null,
            "",
            "acme.x@1.0.0",
            Settings.of(List.of(), Map.of(), Map.of()),
            null,
            null,
            false,
            "1");
    private static final LookedAt SEEN = new LookedAt(
            FieldOfView.still(1, 1, List.of(), List.of(), new Quality(null, 1, true, List.of()), List.of(), null),
            new InputFacts(null, null, null, "image/png", 1, 1, 1, 1),
            null,
            null);

    private final FieldCache cache = new FieldCache(1 << 20, Duration.ofHours(1), Ticker.systemTicker());

    @Test
    void isThrownAsItIsAndNotRemembered() {
        RejectedException unusable = rejected(RejectionCode.UNUSABLE_IMAGE);

        assertThatThrownBy(() -> look(() -> {
                    throw unusable;
                }))
                .isSameAs(unusable);
        assertThat(cache.size()).isZero();
        assertThat(look(() -> SEEN)).isSameAs(SEEN);
    }

    @Test
    void isNotLogged() {
        List<LogRecord> told = new ArrayList<>();
        Handler listener = new Handler() {
            @Override
            public void publish(LogRecord line) {
                told.add(line);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger all = Logger.getLogger("");
        all.addHandler(listener);
        try {
            assertThatThrownBy(() -> look(() -> {
                        throw rejected(RejectionCode.UNDECODABLE_IMAGE);
                    }))
                    .isInstanceOf(RejectedException.class);
        } finally {
            all.removeHandler(listener);
        }
        assertThat(told).isEmpty();
    }

    @Test
    void isToldToWhoeverWaitedForIt() throws Exception {
        CountDownLatch looking = new CountDownLatch(1);
        CountDownLatch followed = new CountDownLatch(1);
        CompletableFuture<LookedAt> leader = CompletableFuture.supplyAsync(() -> look(() -> {
            looking.countDown();
            await(followed);
            throw rejected(RejectionCode.UNUSABLE_IMAGE);
        }));
        looking.await();
        followed.countDown();

        assertThatThrownBy(() -> look(() -> {
                    throw rejected(RejectionCode.UNUSABLE_IMAGE);
                }))
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        e -> assertThat(e.rejection().code()).isEqualTo(RejectionCode.UNUSABLE_IMAGE));
        assertThatThrownBy(leader::get).hasRootCauseInstanceOf(RejectedException.class);
    }

    @Test
    void ofALeaderWhoWasCalledOffIsNotTheFollowers() throws Exception {
        CountDownLatch looking = new CountDownLatch(1);
        CountDownLatch followed = new CountDownLatch(1);
        CompletableFuture<LookedAt> leader = CompletableFuture.supplyAsync(() -> look(() -> {
            looking.countDown();
            await(followed);
            throw rejected(RejectionCode.CANCELED);
        }));
        looking.await();
        followed.countDown();

        assertThat(look(() -> SEEN)).isSameAs(SEEN);
        assertThatThrownBy(leader::get).hasRootCauseInstanceOf(RejectedException.class);
    }

    private LookedAt look(Supplier<LookedAt> look) {
        return cache.field(KEY, Work.unlimited(), look);
    }

    private static RejectedException rejected(RejectionCode code) {
        return new RejectedException(Rejection.of(code, "No."));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
