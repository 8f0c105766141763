package org.fertivision.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.fertivision.finding.RejectionCode;
import org.fertivision.spi.RejectedException;
import org.junit.jupiter.api.Test;

class FramesTest {
    private static final Plane DARK = Plane.takeBytes(3, 2, new byte[6]);
    private static final Calibration TENTH = Calibration.umPerPixel(0.1);
    private static final Calibration FIFTH = Calibration.umPerPixel(0.2);
    private static final Timing FIFTY = Timing.framesPerSecond(50);

    @Test
    void aStillHasOneFrameAndNothingAfterIt() {
        Frames frames = Frames.of(Frame.gray(DARK));

        assertThat(frames.count()).isEqualTo(1);
        assertThat(frames.width()).isEqualTo(3);
        assertThat(frames.height()).isEqualTo(2);
        assertThat(frames.next()).contains(Frame.gray(DARK));
        assertThat(frames.next()).isEmpty();
        assertThat(frames.calibration()).isEmpty();
        assertThat(frames.timing()).isEmpty();
    }

    @Test
    void theOneFrameIsReadOnce() {
        Frames frames = Frames.of(Frame.gray(DARK));

        assertThat(frames.only().gray()).isSameAs(DARK);
        assertThatIllegalStateException().isThrownBy(frames::only);
    }

    @Test
    void aVideoIsNoStill() {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> video(2, new AtomicInteger()).only())
                .satisfies(e -> {
                    assertThat(e.rejection().code()).isEqualTo(RejectionCode.TOO_MANY_FRAMES);
                    assertThat(e.rejection().detail()).contains("2 frames");
                });
    }

    @Test
    void whatTheCallerSaysTakesThePlaceOfWhatTheFileSaid() {
        Frames frames = Frames.of(Frame.gray(DARK)).calibrated(TENTH).timed(FIFTY);

        assertThat(frames.calibration()).contains(TENTH);
        assertThat(frames.timing()).contains(FIFTY);
        assertThat(frames.calibrated(FIFTH).calibration()).contains(FIFTH);
        assertThat(frames.calibrated(FIFTH).timing()).contains(FIFTY);
        assertThat(frames.width()).isEqualTo(3);
        assertThat(frames.height()).isEqualTo(2);
        assertThat(frames.only().gray()).isSameAs(DARK);
    }

    @Test
    void closingCalibratedFramesClosesTheFramesBelow() {
        AtomicInteger closed = new AtomicInteger();
        try (Frames frames = video(5, closed).calibrated(TENTH).timed(FIFTY)) {
            assertThat(frames.count()).isEqualTo(5);
        }
        assertThat(closed).hasValue(1);
    }

    @Test
    void aFrameHasOnePlaneOrThreeOfOneSizeAndDepth() {
        Plane wide = Plane.takeBytes(6, 1, new byte[6]);
        Plane deep = Plane.takeShorts(3, 2, new short[6]);

        assertThatIllegalArgumentException().isThrownBy(() -> new Frame(List.of(), 0, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Frame(List.of(DARK, DARK), 0, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Frame.color(DARK, wide, DARK));
        assertThatIllegalArgumentException().isThrownBy(() -> Frame.color(DARK, DARK, deep));
        assertThatIllegalArgumentException().isThrownBy(() -> new Frame(List.of(DARK), -1, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Frame(List.of(DARK), 0, Double.NaN, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Frame(List.of(DARK), 0, 0, Double.POSITIVE_INFINITY));
    }

    @Test
    void aGrayFrameAnswersForEveryChannel() {
        Frame gray = Frame.gray(DARK);
        Plane bright = Plane.takeBytes(3, 2, new byte[] {9, 9, 9, 9, 9, 9});
        Frame color = Frame.color(DARK, bright, DARK);

        assertThat(gray.isColor()).isFalse();
        assertThat(List.of(gray.red(), gray.green(), gray.blue(), gray.gray())).allMatch(p -> p == DARK);
        assertThat(color.isColor()).isTrue();
        assertThat(color.green()).isSameAs(bright);
        assertThat(color.blue()).isSameAs(DARK);
        assertThat(color.gray().at(0, 0)).isEqualTo(5);
    }

    private static Frames video(int count, AtomicInteger closed) {
        return new Frames() {
            @Override
            public int width() {
                return 3;
            }

            @Override
            public int height() {
                return 2;
            }

            @Override
            public int count() {
                return count;
            }

            @Override
            public Optional<Frame> next() {
                return Optional.of(Frame.gray(DARK));
            }

            @Override
            public Optional<Calibration> calibration() {
                return Optional.empty();
            }

            @Override
            public Optional<Timing> timing() {
                return Optional.empty();
            }

            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };
    }
}
