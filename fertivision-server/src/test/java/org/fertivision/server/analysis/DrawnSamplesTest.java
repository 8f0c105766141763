package org.fertivision.server.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.fertivision.FertiVision;
import org.fertivision.server.http.ProblemException;
import org.fertivision.spi.Descriptor;
import org.junit.jupiter.api.Test;

/** A sample is drawn once, and one at a time. */
class DrawnSamplesTest {
    private static final String KIND = "sperm-vitality";

    private final DrawnSamples samples = new DrawnSamples();
    private final List<String> made = new ArrayList<>();

    private static DrawnSample sample() {
        try (FertiVision engine = FertiVision.create()) {
            Descriptor analyzer = engine.plugins().analyzer(KIND).orElseThrow();
            return DrawnSample.of(KIND, analyzer);
        }
    }

    @Test
    void theSameIsDrawnOnceAndFewAreKept() {
        DrawnSample sample = sample();
        for (String kind : List.of("a", "a", "b", "c", "d", "a", "e", "a", "b")) {
            Supplier<DrawnSample> drawer = () -> {
                made.add(kind);
                return sample;
            };
            assertThat(samples.of(kind, drawer)).isSameAs(sample);
        }
        assertThat(made).containsExactly("a", "b", "c", "d", "e", "b");
    }

    @Test
    void whoComesWhileAnotherIsDrawnIsAskedToComeAgain() throws Exception {
        DrawnSample sample = sample();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<DrawnSample> first = other.submit(() -> samples.of("a", () -> {
                begun.countDown();
                try {
                    end.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return sample;
            }));
            begun.await();
            try {
                assertThatThrownBy(() -> samples.of("b", () -> sample))
                        .isInstanceOf(ProblemException.class)
                        .hasMessage("overloaded");
            } finally {
                end.countDown();
            }
            assertThat(first.get()).isSameAs(sample);
            assertThat(samples.of("b", () -> sample)).isSameAs(sample);
        }
    }
}
