package org.fertivision.server.analysis;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.fertivision.server.http.Problem;
import org.fertivision.server.http.ProblemCode;
import org.fertivision.server.http.ProblemException;

/**
 * The samples that were drawn last, by kind: a kind is always drawn the same, and drawing takes a processor and memory, so
 * that it is done one at a time and whoever comes meanwhile for another is asked to come again. Thread-safe.
 */
final class DrawnSamples {
    private static final int MOST = 4;

    private final ReentrantLock drawing = new ReentrantLock();
    private final Map<String, DrawnSample> drawn = new LinkedHashMap<>(MOST, 1, true);

    /**
     * The sample of a kind.
     *
     * @param drawer draws it where it is not there
     * @throws ProblemException if another is being drawn
     */
    DrawnSample of(String kind, Supplier<DrawnSample> drawer) {
        Optional<DrawnSample> known = known(kind);
        if (known.isPresent()) {
            return known.get();
        }
        if (!drawing.tryLock()) {
            throw new ProblemException(Problem.of(ProblemCode.OVERLOADED, "Another sample is being drawn.")
                    .retryAfter(1));
        }
        try {
            DrawnSample fresh = drawer.get();
            keep(kind, fresh);
            return fresh;
        } finally {
            drawing.unlock();
        }
    }

    private Optional<DrawnSample> known(String kind) {
        synchronized (drawn) {
            return Optional.ofNullable(drawn.get(kind));
        }
    }

    private void keep(String kind, DrawnSample fresh) {
        synchronized (drawn) {
            drawn.put(kind, fresh);
            if (drawn.size() > MOST) {
                drawn.remove(drawn.keySet().iterator().next());
            }
        }
    }
}
