package org.fertivision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.fertivision.finding.Rejection;
import org.fertivision.finding.RejectionCode;
import org.fertivision.image.Calibration;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;
import org.fertivision.image.Timing;
import org.fertivision.report.Report;
import org.fertivision.request.Limits;
import org.fertivision.request.PageMeaning;
import org.fertivision.request.Request;
import org.junit.jupiter.api.Test;

/** What becomes of the frames that a stranger's reader finds in one file. */
class ClipPagesTest {
    private static final List<Frame> FRAMES = List.of(Eye.field(3, 1), Eye.field(5, 2), Eye.field(4, 3));

    @Test
    void framesAreFieldsWhereTheCallerSaysSo() {
        Report report =
                analyzed(FRAMES.size(), Limits.standard(), PageMeaning.FIELDS).orElseThrow();

        assertThat(report.findings().fields())
                .extracting(field -> field.items().size())
                .containsExactly(3, 5, 4);
        assertThat(report.inputs()).extracting(field -> field.input().page()).containsExactly(0, 1, 2);
        assertThat(report.inputs())
                .extracting(field -> field.input().pixelSha256())
                .doesNotHaveDuplicates()
                .doesNotContainNull();
        assertThat(report.inputs())
                .allSatisfy(field ->
                        assertThat(field.calibration()).isEqualTo(new Calibration(2, 2, Calibration.Origin.FILE)));
    }

    @Test
    void framesAreOneFieldElsewhere() {
        assertThat(refused(FRAMES.size(), Limits.standard(), PageMeaning.TIME).code())
                .isEqualTo(RejectionCode.TOO_MANY_FRAMES);
    }

    @Test
    void aFrameThatTheFilePromisesAndDoesNotHoldIsNamed() {
        Rejection refused = refused(FRAMES.size() + 1, Limits.standard(), PageMeaning.FIELDS);

        assertThat(refused.code()).isEqualTo(RejectionCode.UNDECODABLE_IMAGE);
        assertThat(refused.detail()).isEqualTo("Page 3: The file ends before this frame.");
    }

    @Test
    void moreFramesThanPagesAreNotTakenApart() {
        Limits few = new Limits(1 << 20, 100, 32 * 24, 2, 9, 32 * 24, 1 << 20, 200, 1 << 10, 9, 9, 9, 9);

        assertThat(refused(FRAMES.size(), few, PageMeaning.FIELDS).limit())
                .isEqualTo(new Rejection.Limit("pages", 2, 3));
        assertThat(analyzed(2, few, PageMeaning.FIELDS).orElseThrow().findings().fields())
                .hasSize(2);
    }

    @Test
    void chosenFramesOfAClipAreFieldsHoweverLongItIs() {
        Limits few = new Limits(1 << 20, 100, 32 * 24, 2, 9, 32 * 24, 1 << 20, 200, 1 << 10, 9, 9, 9, 9);

        Report report = analyzed(9, few, request -> request.page(2).page(1)).orElseThrow();

        assertThat(report.findings().fields())
                .extracting(field -> field.items().size())
                .containsExactly(5, 4);
        assertThat(report.inputs()).extracting(field -> field.input().page()).containsExactly(1, 2);
        assertThat(refusal(analyzed(9, few, request -> request.page(9))).detail())
                .isEqualTo("There is no page 9: pages count from 0 to 8.");
        assertThat(refusal(analyzed(9, few, request -> request.page(0).page(1).page(2)))
                        .limit())
                .isEqualTo(new Rejection.Limit("pages", 2, 3));
    }

    private static Rejection refused(int promised, Limits limits, PageMeaning meaning) {
        return refusal(analyzed(promised, limits, meaning));
    }

    private static Rejection refusal(Outcome outcome) {
        return outcome.fold(
                report -> {
                    throw new AssertionError("measured");
                },
                rejection -> rejection);
    }

    private static Outcome analyzed(int promised, Limits limits, PageMeaning meaning) {
        return analyzed(promised, limits, request -> request.pages(meaning));
    }

    private static Outcome analyzed(int promised, Limits limits, UnaryOperator<Request.Builder> pages) {
        EngineConfig config = EngineConfig.builder()
                .plugin(new Eye())
                .plugin(new RawFormat("1.0.0", first -> new Clip(promised)))
                .limits(limits)
                .build();
        try (FertiVision engine = FertiVision.create(config)) {
            Request.Builder request =
                    Request.of("acme.eye").field(RawFormat.file(FRAMES.get(0))).reader("acme.raw");
            return engine.analyze(pages.apply(request).build());
        }
    }

    /** A file that says how many frames it has and holds three. */
    private static final class Clip implements Frames {
        private final int promised;
        private int passed;

        Clip(int promised) {
            this.promised = promised;
        }

        @Override
        public int width() {
            return FRAMES.get(0).width();
        }

        @Override
        public int height() {
            return FRAMES.get(0).height();
        }

        @Override
        public int count() {
            return promised;
        }

        @Override
        public Optional<Frame> next() {
            return passed < FRAMES.size() ? Optional.of(FRAMES.get(passed++)) : Optional.empty();
        }

        @Override
        public Optional<Calibration> calibration() {
            return Optional.of(new Calibration(2, 2, Calibration.Origin.FILE));
        }

        @Override
        public Optional<Timing> timing() {
            return Optional.empty();
        }
    }
}
