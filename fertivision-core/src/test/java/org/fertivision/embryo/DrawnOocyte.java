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

/** Drawn oocytes of many sizes, and what is measured of them. */
final class DrawnOocyte {
    private static final OocyteAnalyzer ANALYZER = new OocyteAnalyzer();
    private static final Settings SETTINGS =
            Settings.defaults(ANALYZER.descriptor().parameters());

    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private DrawnOocyte() {}

    /** An oocyte whose sizes, place, light and gradient come from the seed. */
    static Phantom<Drawn> of(long seed, String contrast, double blurUm, double noiseLevels) {
        Random random = new Random(seed * SPREAD);
        return Phantoms.of("oocyte")
                .seed(seed)
                .with("contrast", contrast)
                .with("blurUm", blurUm)
                .with("noiseLevels", noiseLevels)
                .with("ooplasmUm", 104 + 16 * random.nextDouble())
                .with("pvsUm", 3 + 8 * random.nextDouble())
                .with("zonaUm", 12 + 10 * random.nextDouble())
                .with("aspect", 1 + 0.1 * random.nextDouble())
                .with("lightDeg", 360 * random.nextDouble())
                .with("gradient", 40 * random.nextDouble());
    }

    static FieldOfView look(Drawn drawn) {
        return look(Frames.of(drawn.frame()).calibrated(drawn.calibration()));
    }

    static FieldOfView look(Frames frames) {
        return ANALYZER.look(frames, SETTINGS.only(Parameter.Use.LOOK).forField(0), Work.unlimited());
    }

    static Summary summary(FieldOfView... fields) {
        return ANALYZER.summarize(List.of(fields), SETTINGS).summary();
    }

    /** The reason for which a measure is not measured; the figure where it is. */
    static String reason(Summary summary, Measure measure) {
        return summary.reading(measure).fold(m -> "measured " + m.value(), g -> "given", Reading.NotMeasured::reason);
    }
}
