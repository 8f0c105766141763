package org.fertivision.benchmarks;

import java.nio.file.Path;
import java.util.Arrays;
import org.fertivision.EngineConfig;
import org.fertivision.FertiVision;
import org.fertivision.image.Calibration;
import org.fertivision.request.Request;

/** How much sooner a field is answered that the engine remembers. */
final class Remembered {
    /** As many as the other benchmarks take before they count: code that the JVM has not compiled yet is slow alike. */
    private static final int WARM_UP = 15;

    private static final int ROUNDS = 5;

    private Remembered() {}

    /** The median over rounds of the time of a first look over that of the same once more. */
    static double over(Kind kind, Path file) {
        Request request = Request.of(kind.word())
                .field(file)
                .calibration(Calibration.umPerPixel(kind.umPerPixel()))
                .build();
        double[] ratios = new double[ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            try (FertiVision engine = FertiVision.create(EngineConfig.builder().build())) {
                double ratio = (double) nanoseconds(engine, request) / nanoseconds(engine, request);
                if (round >= 0) {
                    ratios[round] = ratio;
                }
            }
        }
        Arrays.sort(ratios);
        return ratios[ROUNDS / 2];
    }

    private static long nanoseconds(FertiVision engine, Request request) {
        long start = System.nanoTime();
        engine.analyze(request).fold(report -> report, rejection -> {
            throw new IllegalStateException(rejection.detail());
        });
        return System.nanoTime() - start;
    }
}
