package org.fertivision.server.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CircuitTest {
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final Circuit circuit = new Circuit(Duration.ofNanos(100), now::get);

    @Test
    void afterAFailureOneAsksAfterEachPause() {
        assertThat(circuit.mayAsk()).isTrue();
        assertThat(circuit.failed()).isTrue();
        assertThat(circuit.failed()).isFalse();
        assertThat(circuit.isOpen()).isTrue();
        assertThat(circuit.mayAsk()).isFalse();

        now.addAndGet(99);
        assertThat(circuit.mayAsk()).isFalse();
        now.addAndGet(1);
        assertThat(circuit.mayAsk()).isTrue();
        assertThat(circuit.mayAsk()).isFalse();

        assertThat(circuit.answered()).isTrue();
        assertThat(circuit.answered()).isFalse();
        assertThat(circuit.mayAsk()).isTrue();
        assertThat(circuit.mayAsk()).isTrue();
    }
}
