package org.fertivision.server.analysis;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Forms of finished analyses that somebody asked for a short while ago, so that asking again costs nothing. Thread-safe. */
final class HeldForms {
    private static final Duration HELD = Duration.ofMinutes(5);

    private final Cache<Name, byte[]> forms;

    /**
     * Which form it is.
     *
     * @param analysis of which analysis
     * @param form which of its forms
     */
    private record Name(UUID analysis, String form) {}

    /** Holds at most so many bytes. */
    HeldForms(long mostBytes) {
        this.forms = Caffeine.newBuilder()
                .maximumWeight(mostBytes)
                .weigher((Name name, byte[] bytes) -> bytes.length)
                .expireAfterWrite(HELD)
                .build();
    }

    /** A form of an analysis, made where it is not held. */
    byte[] of(UUID analysis, String form, Supplier<byte[]> making) {
        Name name = new Name(analysis, form);
        byte @Nullable [] held = forms.getIfPresent(name);
        if (held != null) {
            return held.clone();
        }
        byte[] made = making.get();
        forms.put(name, made.clone());
        return made;
    }
}
