package org.fertivision.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class MetricsTest {
    private final Metrics metrics = new Metrics();

    @Test
    void aCounterCountsByItsLabels() {
        Counter counter = metrics.counter("things_total", "Things.", "kind", "status");
        counter.add("a", "2xx");
        counter.add("a", "2xx");
        counter.add("quo\"te\\", "5xx");

        assertThat(metrics.text()).isEqualTo("""
                # HELP things_total Things.
                # TYPE things_total counter
                things_total{kind="a",status="2xx"} 2
                things_total{kind="quo\\"te\\\\",status="5xx"} 1
                """);
        assertThatThrownBy(() -> counter.add("a")).hasMessageContaining("kind");
    }

    @Test
    void whatWasNeverCountedIsNought() {
        Counter unused = metrics.counter("failures_total", "Failures.");

        assertThat(metrics.text()).endsWith("\nfailures_total 0\n");
    }

    @Test
    void aHistogramAddsUpItsClasses() {
        Histogram times = metrics.histogram("seconds", "Times.", List.of(0.5, 2.0), "kind");
        times.took(500_000_000L, "a");
        times.took(500_000_001L, "a");
        times.took(3_000_000_000L, "a");

        assertThat(metrics.text()).isEqualTo("""
                # HELP seconds Times.
                # TYPE seconds histogram
                seconds_bucket{kind="a",le="0.5"} 1
                seconds_bucket{kind="a",le="2"} 2
                seconds_bucket{kind="a",le="+Inf"} 3
                seconds_sum{kind="a"} 4.000000001
                seconds_count{kind="a"} 3
                """);
    }

    @Test
    void aGaugeIsAskedEachTimeAndLeftOutWhereItCannotBe() {
        AtomicBoolean away = new AtomicBoolean();
        metrics.gauges("jobs", "Jobs.", "state", () -> {
            if (away.get()) {
                throw new IllegalStateException("the database is away");
            }
            return Map.of("queued", 3, "running", 0.25);
        });

        assertThat(metrics.text()).endsWith("jobs{state=\"queued\"} 3\njobs{state=\"running\"} 0.25\n");
        away.set(true);
        assertThat(metrics.text()).endsWith("# TYPE jobs gauge\n");
    }

    @Test
    void labelsThatNeverEndAreCountedTogether() {
        Counter counter = metrics.counter("things_total", "Things.", "kind");
        for (int i = 0; i < 1_000; i++) {
            counter.add("kind" + i);
        }
        counter.add("kind0");

        assertThat(metrics.text().lines().count()).isBetween(400L, 410L);
        assertThat(metrics.text()).contains("things_total{kind=\"other\"} 600\n", "things_total{kind=\"kind0\"} 2\n");
    }

    @Test
    void aNameIsCountedOnce() {
        metrics.gauge("up", "Up.", () -> 1);

        assertThatThrownBy(() -> metrics.gauge("up", "Up.", () -> 1)).hasMessageContaining("up");
    }
}
