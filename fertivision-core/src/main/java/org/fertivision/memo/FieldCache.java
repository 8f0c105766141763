package org.fertivision.memo;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.fertivision.finding.Rejection;
import org.fertivision.finding.RejectionCode;
import org.fertivision.spi.RejectedException;
import org.fertivision.spi.Work;
import org.jspecify.annotations.Nullable;

/**
 * Remembers fields that were looked at, weighed in bytes, the least used forgotten first. While one thread looks, others
 * that ask for the same field wait for it; a rejection is not remembered, and nobody inherits another's deadline.
 * Thread-safe; has no thread of its own.
 */
public final class FieldCache {
    private static final long POLL_MILLIS = 20;

    private final AsyncCache<CacheKey, LookedAt> cache;

    /**
     * A cache of at most {@code maxBytes} bytes, whose entries are forgotten {@code unusedFor} after their last use.
     *
     * @param ticker counts nanoseconds
     */
    public FieldCache(long maxBytes, Duration unusedFor, Ticker ticker) {
        this.cache = Caffeine.newBuilder()
                .maximumWeight(maxBytes)
                .weigher((CacheKey key, LookedAt value) -> weight(key, value))
                .expireAfterAccess(unusedFor)
                .ticker(ticker)
                .executor(Runnable::run)
                .buildAsync();
    }

    /**
     * The field of that key: remembered, or looked at now by this thread, or by another thread that came first.
     *
     * @throws RejectedException if the field cannot be looked at, or this caller's own work is over
     */
    public LookedAt field(CacheKey key, Work work, Supplier<LookedAt> look) {
        while (true) {
            work.checkpoint();
            CompletableFuture<LookedAt> mine = new CompletableFuture<>();
            CompletableFuture<LookedAt> first = cache.asMap().putIfAbsent(key, mine);
            if (first == null) {
                return lead(mine, look);
            }
            LookedAt seen = follow(first, work);
            if (seen != null) {
                return seen;
            }
            cache.asMap().remove(key, first);
        }
    }

    /** How many fields are remembered or being looked at. */
    public long size() {
        return cache.synchronous().estimatedSize();
    }

    /** Forgets everything. */
    public void forget() {
        cache.synchronous().invalidateAll();
    }

    private static int weight(CacheKey key, LookedAt value) {
        return (int) Math.min(Integer.MAX_VALUE, (long) key.weight() + value.weight());
    }

    private static LookedAt lead(CompletableFuture<LookedAt> mine, Supplier<LookedAt> look) {
        try {
            LookedAt seen = look.get();
            mine.complete(seen);
            return seen;
        } catch (Throwable e) { // whatever it is, nobody waits for it any more
            mine.completeExceptionally(new Ended(e));
            throw e;
        }
    }

    /** What the first thread saw, or null if it was stopped before it had seen anything. */
    private static @Nullable LookedAt follow(CompletableFuture<LookedAt> first, Work work) {
        try {
            while (!first.isDone()) {
                work.checkpoint();
                waitFor(first);
            }
            return first.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RejectedException(Rejection.of(RejectionCode.CANCELED, "The analysis was interrupted."), e);
        } catch (CancellationException | ExecutionException e) {
            return rethrow(reason(e));
        }
    }

    private static void waitFor(CompletableFuture<LookedAt> first) throws InterruptedException, ExecutionException {
        try {
            first.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // the caller looks at its own deadline and comes back
        }
    }

    /** What ended the look; newer JDKs wrap what canceled a future once more. */
    private static @Nullable Throwable reason(Exception e) {
        Throwable reason = e.getCause();
        while (reason instanceof CancellationException) {
            reason = reason.getCause();
        }
        return reason;
    }

    private static @Nullable LookedAt rethrow(@Nullable Throwable cause) {
        if (cause instanceof RejectedException rejected
                && rejected.rejection().code().group() == RejectionCode.Group.STOPPED) {
            return null;
        }
        if (cause instanceof RejectedException rejected) {
            throw new RejectedException(rejected.rejection(), rejected);
        }
        if (cause instanceof RuntimeException failure) {
            throw failure;
        }
        if (cause instanceof Error failure) {
            throw failure;
        }
        throw new IllegalStateException("a look ended without a result", cause);
    }

    /** A look that ended without a result. The cache forgets what was canceled without a word in the log. */
    private static final class Ended extends CancellationException {
        private static final long serialVersionUID = 1;

        Ended(Throwable cause) {
            super("the look ended without a result");
            initCause(cause);
        }
    }
}
