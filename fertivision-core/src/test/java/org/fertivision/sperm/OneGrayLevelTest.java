package org.fertivision.sperm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.fertivision.FertiVision;
import org.fertivision.Outcome;
import org.fertivision.finding.RejectionCode;
import org.fertivision.finding.measures.SpermMeasures;
import org.fertivision.image.Calibration;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;
import org.fertivision.image.Plane;
import org.fertivision.request.Request;
import org.fertivision.request.Source;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What all kinds say of a picture in which there is nothing to be seen. */
class OneGrayLevelTest {
    private static final int SIDE = 200;

    @ParameterizedTest
    @CsvSource({
        "sperm-count, 255",
        "sperm-count, 90",
        "sperm-morphology, 255",
        "sperm-morphology, 90",
        "sperm-vitality, 255",
        "sperm-vitality, 0",
        "sperm-dna-fragmentation, 200"
    })
    void aPictureOfOneGrayLevelIsUnusable(String kind, int level) {
        byte[] samples = new byte[SIDE * SIDE];
        Arrays.fill(samples, (byte) level);

        Outcome outcome = analyze(kind, samples);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Rejected.class,
                        rejected -> assertThat(rejected.rejection().code()).isEqualTo(RejectionCode.UNUSABLE_IMAGE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sperm-count", "sperm-morphology", "sperm-vitality", "sperm-dna-fragmentation"})
    void anEmptyPictureWithNoiseHasNoCells(String kind) {
        Random random = new Random(5);
        byte[] samples = new byte[SIDE * SIDE];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) (100 + Math.round(4 * random.nextGaussian()));
        }

        Outcome outcome = analyze(kind, samples);

        assertThat(outcome.orElseThrow()
                        .findings()
                        .summary()
                        .reading(SpermMeasures.CELLS)
                        .figure())
                .hasValue(0.0);
    }

    private static Outcome analyze(String kind, byte[] samples) {
        Plane plane = Plane.takeBytes(SIDE, SIDE, samples);
        Frame frame = new Frame(List.of(plane, plane, plane), 0, 0, 0);
        try (FertiVision engine = FertiVision.create()) {
            return engine.analyze(Request.of(kind)
                    .field(Source.frames(() -> Frames.of(frame)))
                    .calibration(Calibration.umPerPixel(0.3))
                    .build());
        }
    }
}
