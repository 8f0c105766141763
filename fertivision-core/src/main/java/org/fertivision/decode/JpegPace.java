package org.fertivision.decode;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Which of two decoders, alike to the bit, is sooner through with a JPEG. The JDK's is native and needs no time to warm up;
 * ours is faster once the JVM has compiled it, which takes longer than a few pictures last. Thread-safe.
 */
public final class JpegPace {
    /** A specimen has so many fields at most, as a rule; who decodes more decodes many. */
    private static final int FEW = 8;

    private final AtomicInteger pictures = new AtomicInteger();

    /** Whether the next picture is one of many. */
    boolean isOneOfMany() {
        return pictures.get() > FEW || pictures.incrementAndGet() > FEW;
    }
}
