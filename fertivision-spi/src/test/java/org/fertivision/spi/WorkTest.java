package org.fertivision.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.fertivision.finding.Rejection;
import org.fertivision.finding.RejectionCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkTest {
    @ParameterizedTest
    @ValueSource(longs = {0, 123, -5, Long.MAX_VALUE - 10, Long.MIN_VALUE})
    void goesOnUpToTheDeadlineAndEndsAfterIt(long start) {
        AtomicLong clock = new AtomicLong(start);
        Work work = Work.within(Duration.ofSeconds(2), clock::get);

        work.checkpoint();
        clock.set(start + 2_000_000_000L);
        work.checkpoint();
        clock.set(start + 2_000_000_001L);
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(work::checkpoint)
                .satisfies(e -> {
                    assertThat(e.rejection().code()).isEqualTo(RejectionCode.ANALYSIS_TIMEOUT);
                    assertThat(e.rejection().passedLimit().map(Rejection.Limit::value))
                            .contains(2.0);
                    assertThat(e.rejection().passedLimit().map(Rejection.Limit::actual))
                            .contains(2.000000001);
                });
    }

    @Test
    void endsWhenCalledOff() {
        Work work = Work.unlimited();
        assertThat(work.isCanceled()).isFalse();
        work.checkpoint();

        work.cancel();

        assertThat(work.isCanceled()).isTrue();
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(work::checkpoint)
                .satisfies(e -> assertThat(e.rejection().code()).isEqualTo(RejectionCode.CANCELED));
    }

    @Test
    void isCalledOffTogetherWithWhatListensToItsProgress() {
        AtomicLong clock = new AtomicLong();
        Work work = Work.within(Duration.ofSeconds(1), clock::get);
        clock.set(900_000_000L);
        Work listened = work.reportingTo(fraction -> {});

        clock.set(1_100_000_000L);
        assertThatExceptionOfType(RejectedException.class).isThrownBy(listened::checkpoint);
        work.cancel();
        assertThat(listened.isCanceled()).isTrue();
    }

    @Test
    void tellsProgressBetweenNothingAndAll() {
        List<Double> told = new ArrayList<>();
        Work work = Work.unlimited().reportingTo(told::add);

        for (double fraction : new double[] {-1, 0, 0.25, 1, 7, Double.NaN, Double.POSITIVE_INFINITY}) {
            work.progress(fraction);
        }

        assertThat(told).containsExactly(0.0, 0.0, 0.25, 1.0, 1.0, 1.0);
    }

    @Test
    void tellsNobodyWhereNobodyListens() {
        assertThatCode(() -> Work.unlimited().progress(0.5)).doesNotThrowAnyException();
    }

    @Test
    void takesDurationsOfAnyLength() {
        Work.within(Duration.ofSeconds(Long.MAX_VALUE)).checkpoint();
        Work.within(Duration.ofDays(365 * 400L)).checkpoint();
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> Work.within(Duration.ofSeconds(-1)).checkpoint());
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(
                        () -> Work.within(Duration.ofSeconds(Long.MIN_VALUE)).checkpoint());
    }
}
