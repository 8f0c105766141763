package org.fertivision.embryo;

import java.util.List;
import java.util.Random;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Reading;
import org.fertivision.finding.Summary;
import org.fertivision.image.Frames;
import org.fertivision.phantom.Drawn;
import org.fertivision.phantom.Phantom;
import org.fertivision.phantom.Phantoms;
import org.fertivision.spi.Parameter;
import org.fertivision.spi.Settings;
import org.fertivision.spi.Work;

/** Drawn blastocysts of many sizes, and what is measured of them. */
final class DrawnBlastocyst {
    private static final BlastocystAnalyzer ANALYZER = new BlastocystAnalyzer();
    private static final Settings SETTINGS =
            Settings.defaults(ANALYZER.descriptor().parameters());
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private DrawnBlastocyst() {}

    /** A blastocyst whose sizes, cells, light and gradient come from the seed. */
    static Phantom<Drawn> of(long seed, String contrast, double blurUm, double noiseLevels) {
        Random random = new Random(seed * SPREAD);
        return Phantoms.of("blastocyst")
                .seed(seed)
                .with("contrast", contrast)
                .with("blurUm", blurUm)
                .with("noiseLevels", noiseLevels)
                .with("diameterUm", 120 + 90 * random.nextDouble())
                .with("cavity", 20 + 65 * random.nextDouble())
                .with("icmUm2", 1500 + 3500 * random.nextDouble())
                .with("aspect", 1 + 0.1 * random.nextDouble())
                .with("wallCells", 20 + random.nextInt(60))
                .with("wallUm", 4 + 8 * random.nextDouble())
                .with("lightDeg", 360 * random.nextDouble())
                .with("gradient", 40 * random.nextDouble())
                .with("width", 540)
                .with("height", 540);
    }

    static FieldOfView look(Frames frames) {
        return ANALYZER.look(frames, SETTINGS.only(Parameter.Use.LOOK).forField(0), Work.unlimited());
    }

    static FieldOfView look(Drawn drawn) {
        return look(Frames.of(drawn.frame()).calibrated(drawn.calibration()));
    }

    static Summary summary(FieldOfView field) {
        return ANALYZER.summarize(List.of(field), SETTINGS).summary();
    }

    /** The reason for which a measure is not measured; the figure where it is. */
    static String reason(Summary summary, Measure measure) {
        return summary.reading(measure).fold(m -> "measured " + m.value(), g -> "given", Reading.NotMeasured::reason);
    }
}
