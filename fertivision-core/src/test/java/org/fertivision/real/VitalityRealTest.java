package org.fertivision.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fertivision.FertiVision;
import org.fertivision.finding.Findings;
import org.fertivision.finding.Measure;
import org.fertivision.finding.measures.SpermMeasures;
import org.fertivision.image.Calibration;
import org.fertivision.request.Request;
import org.junit.jupiter.api.Test;

/** Three published samples, thresholds set by hand there and by nothing but the pixels here; see ADR 7. */
class VitalityRealTest {
    private static final double UM_PER_PIXEL = 0.481;

    /** Percent live and cells as published. */
    private record Published(double live, int cells) {}

    private static final Map<String, Published> SAMPLES = Map.of(
            "sample-07", new Published(67.785, 745),
            "sample-09", new Published(71.543, 376),
            "sample-16", new Published(59.823, 1471));

    @Test
    void liveSharesOfPublishedSamplesAreMetWithNothingTunedByFile() throws IOException {
        Path folder = RealData.folder("opencasa/vitality");
        Map<String, Double> errors = new LinkedHashMap<>();
        try (FertiVision engine = FertiVision.create()) {
            for (String sample : SAMPLES.keySet().stream().sorted().toList()) {
                Published published = SAMPLES.get(sample);
                Findings found = analyze(engine, folder.resolve(sample));
                double live = value(found, SpermMeasures.LIVE);
                double cells = value(found, SpermMeasures.CELLS);
                System.out.printf(
                        "%s: live %.2f %% (%+.2f), cells %.0f (%+.1f %%)%n",
                        sample, live, live - published.live(), cells, 100 * (cells / published.cells() - 1));

                assertThat(live).as(sample).isCloseTo(published.live(), within(2.0));
                assertThat(cells).as(sample).isCloseTo(published.cells(), within(0.05 * published.cells()));
                errors.put(sample, Math.abs(live - published.live()));
            }
        }
        assertThat(errors.values().stream()
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElseThrow())
                .isLessThanOrEqualTo(1.5);
    }

    private static Findings analyze(FertiVision engine, Path sample) throws IOException {
        Request.Builder request = Request.of("sperm-vitality").calibration(Calibration.umPerPixel(UM_PER_PIXEL));
        RealData.files(sample).forEach(request::field);
        return engine.analyze(request.build()).orElseThrow().findings();
    }

    private static double value(Findings found, Measure measure) {
        return found.summary().reading(measure).figure().orElseThrow();
    }
}
